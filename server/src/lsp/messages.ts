// The messages beyond the language server protocol. Types only: the client takes nothing else from the server.
// Method names are written out on both sides and pinned by the type of the constant that holds them.

/** What the client says of itself in `initializationOptions`; an editor that says nothing gets by with the protocol alone. */
export interface InitializationOptions {
  /** It has the command `zonewright.applySnippetEdit`, so that fixes can leave a tab stop selected. */
  readonly snippetCommand?: boolean;
  /** It answers `zonewright/findFiles` and `zonewright/readFile`. */
  readonly fileRequests?: boolean;
  /** It has the command `zonewright.showMailPath`, and takes `zonewright/mailPathChanged`. */
  readonly mailPath?: boolean;
}

/** Client → server request: what the status bar says about a document. */
export type ZoneStatusMethod = 'zonewright/zoneStatus';
export interface ZoneStatusParams {
  readonly uri: string;
}
export interface ZoneStatus {
  /** Absolute name of the zone's apex in presentation format, or null where the file does not tell. */
  readonly apex: string | null;
  /** The SOA's serial, or null without a readable SOA. */
  readonly serial: number | null;
  /** Number of records in the document itself. */
  readonly records: number;
}

/** Server → client notification without parameters: ask again for the zone status of what is on the screen. */
export type ZoneStatusChangedMethod = 'zonewright/zoneStatusChanged';

/** Server → client request: the files of the workspace that may be zones or name-server configuration. */
export type FindFilesMethod = 'zonewright/findFiles';
export interface FindFilesParams {
  /** Glob patterns as VS Code reads them, relative to each workspace folder. Where the editor cannot search, it answers with every file. */
  readonly patterns: readonly string[];
  readonly limit: number;
}
export type FindFilesResult = readonly string[];

/**
 * Server → client request: one file's octets. The editor's file systems (remote, virtual, in the browser) are only
 * reachable through the client; a server that runs beside the files may read them itself.
 */
export type ReadFileMethod = 'zonewright/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export interface ReadFileResult {
  /** The octets in base64, or null where there is no such file or it cannot be read. */
  readonly base64: string | null;
}

/** Arguments of the client command `zonewright.applySnippetEdit`, which a code action with tab stops carries. */
export interface SnippetEdit {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  /** TextMate snippet syntax; its first tab stop is selected after insertion. */
  readonly snippet: string;
}
export interface ApplySnippetEditArguments {
  readonly uri: string;
  /** The document version that the ranges belong to, or null where the file was not open. */
  readonly version: number | null;
  readonly edits: readonly SnippetEdit[];
}

/** Client → server request: the way of mail to and from a domain of a document's zone. Answers null where the document is no zone, or nothing tells which. */
export type MailPathMethod = 'zonewright/mailPath';
export interface MailPathParams {
  readonly uri: string;
  /** With or without the final dot; the zone's apex where it is left out. */
  readonly domain?: string;
}
export interface MailPathResult {
  /** Without the final dot, as all names here. */
  readonly domain: string;
  /** The mail domains of the zone, its apex first. */
  readonly domains: readonly string[];
  readonly summary: string;
  readonly state: MailPathState;
  /** A chain of steps for each mail host, the one that senders try first in front. */
  readonly receiving: readonly (readonly MailPathStep[])[];
  readonly sending: readonly MailPathStep[];
}
/** `unknown`: no zone of the workspace tells. */
export type MailPathState = 'good' | 'doubtful' | 'bad' | 'unknown';
export interface MailPathStep {
  readonly kind: 'mx' | 'address' | 'ptr' | 'banner' | 'tls' | 'certificate' | 'tlsa' | 'mta-sts' | 'spf' | 'sender' | 'dkim' | 'selector' | 'dmarc' | 'reports' | 'destination';
  readonly state: MailPathState;
  readonly title: string;
  readonly reason: string;
  /** The record that it hangs on; null where there is none. */
  readonly place: DocumentPlace | null;
  readonly steps: readonly MailPathStep[];
}
export interface DocumentPlace {
  readonly uri: string;
  readonly range: SnippetEdit['range'];
}

/** Server → client notification without parameters: the way of mail may be another one; ask again if it is on the screen. */
export type MailPathChangedMethod = 'zonewright/mailPathChanged';

/** The argument of the client command `zonewright.showMailPath`, which a code lens carries. */
export interface ShowMailPathArguments {
  readonly uri: string;
  readonly domain: string;
}
