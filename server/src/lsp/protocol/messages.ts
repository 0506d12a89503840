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
  /** It has the command `zonewright.showReferences`. */
  readonly references?: boolean;
}

/** Arguments of the server's command `zonewright.server.bumpSerial`, for the zone that a document is part of. Its answer, as that of `zonewright.server.bumpChangedSerials`, which has none, is a `BumpedSerials`. */
export interface BumpSerialArguments {
  readonly uri: string;
}
/** The zones whose serial was raised: names without the final dot. */
export type BumpedSerials = readonly { readonly zone: string; readonly from: number; readonly to: number }[];

/** Arguments of the client command `zonewright.showReferences`, which a code lens carries. */
export interface ShowReferencesArguments {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
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
  /** Octets. A larger file isn't wanted. */
  readonly limit: number;
}
export interface ReadFileResult {
  /** The octets in base64, or null where there is no such file or it cannot be read. */
  readonly base64: string | null;
  /** Why there are none, where it is known: the file is larger than the limit, or it is a pipe, a device, a socket. */
  readonly refused?: 'too-large' | 'special';
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

/** Client → server request: the mail records that can be inserted into a document's zone. Null where the document is no zone. */
export type MailRecordsMethod = 'zonewright/mailRecords';
export interface MailRecordsParams {
  readonly uri: string;
}
/** In the order in which mail is set up; of each kind the plain record first, then those of providers. */
export type MailRecordKinds = readonly (readonly MailRecord[])[];
export interface MailRecord {
  /** The word that brings the record while typing. */
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
}

/** Client → server request: the edits that put a mail record where it belongs in a document's zone. Null where there is no such record or zone. */
export type InsertMailRecordMethod = 'zonewright/insertMailRecord';
export interface InsertMailRecordParams {
  readonly uri: string;
  readonly prefix: string;
}
export type InsertMailRecordResult = readonly ApplySnippetEditArguments[] | null;

/** Client → server request: text that is about to be pasted, as records of the zone. Null where it holds none, is text of a zone file already, or no record may start there. */
export type PasteRecordsMethod = 'zonewright/pasteRecords';
export interface PasteRecordsParams {
  readonly uri: string;
  readonly position: SnippetEdit['range']['start'];
  readonly text: string;
}
export interface PasteRecordsResult {
  readonly text: string;
  /** For the list of ways to paste: `Insert 3 DNS records from dig output`. */
  readonly title: string;
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
  readonly kind:
    | 'mx'
    | 'address'
    | 'ptr'
    | 'banner'
    | 'tls'
    | 'certificate'
    | 'tlsa'
    | 'mta-sts'
    | 'spf'
    | 'sender'
    | 'dkim'
    | 'selector'
    | 'dmarc'
    | 'reports'
    | 'destination';
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

/** Client → server request: what the wizards about mail have to know before they ask. Answers null where the document is no zone, or nothing tells which. */
export type MailContextMethod = 'zonewright/mailContext';
export interface MailContextParams {
  readonly uri: string;
  /** With or without the final dot; left out: the domain of the mail record at the position, else the zone's apex. */
  readonly domain?: string;
  readonly position?: SnippetEdit['range']['start'];
}
export interface MailContext {
  /** Without the final dot, as all names here. */
  readonly domain: string;
  readonly domains: readonly string[];
  /** Hosts of its MX records. */
  readonly mailHosts: readonly string[];
  /** Hosts of the zone with usual names of mail hosts. */
  readonly likelyHosts: readonly string[];
  /** Its SPF record, or null. Of several the first, with what the others allow. */
  readonly spf: SpfContext | null;
  readonly dmarc: DmarcContext | null;
  /** Where reports go now, else a place that would do. */
  readonly reports: readonly string[];
  readonly providers: readonly MailProvider[];
}
export interface SpfContext {
  readonly text: string;
  /** Its mechanisms without the last one, slips put right, each in plain words. */
  readonly terms: readonly { readonly text: string; readonly explanation: string }[];
  readonly all: SpfAll | null;
}
export type SpfAll = '-' | '~' | '?' | '+';
export type MailPolicy = 'none' | 'quarantine' | 'reject';
export interface DmarcContext {
  readonly text: string;
  readonly policy: MailPolicy;
  readonly subdomainPolicy: MailPolicy | null;
  readonly strict: boolean;
}
export interface MailProvider {
  readonly id: string;
  readonly name: string;
  readonly receives: boolean;
  readonly sends: boolean;
}

/** Client → server request: what is wrong with one answer, in one sentence, or null. Several values are set apart by commas or spaces. */
export type CheckMailAnswerMethod = 'zonewright/checkMailAnswer';
export interface CheckMailAnswerParams {
  readonly uri: string;
  readonly kind: 'hosts' | 'addresses' | 'domains' | 'mailboxes' | 'selector' | 'dkim';
  readonly text: string;
}
export type CheckMailAnswerResult = string | null;

/** Client → server request: which of the mail hosts that a person named lie in the zone and have no address yet, as they were written. */
export type HostsWithoutAddressMethod = 'zonewright/hostsWithoutAddress';
export interface HostsWithoutAddressParams {
  readonly uri: string;
  readonly domain: string;
  readonly hosts: readonly string[];
}
export type HostsWithoutAddressResult = readonly string[];

/** Client → server request: what pasted text holds for DKIM. */
export type ReadDkimMethod = 'zonewright/readDkim';
export interface ReadDkimParams {
  readonly pasted: string;
}
export interface PastedKey {
  /** In plain words: “RSA key of 2048 bits”. */
  readonly description: string;
  /** As far as the text names them. */
  readonly selector: string | null;
  readonly domain: string | null;
}

/** Client → server request: the edits that do what the answers of a wizard ask for. */
export type PlanMailMethod = 'zonewright/planMail';
export interface PlanMailParams {
  readonly uri: string;
  readonly domain: string;
  readonly task: MailTask;
}
export type MailTask = SetUpMailTask | EditSpfTask | AddDkimTask | SetUpDmarcTask;
export interface SetUpMailTask {
  readonly kind: 'setUp';
  readonly receiver:
    | { readonly kind: 'provider'; readonly provider: string }
    | { readonly kind: 'hosts'; readonly hosts: readonly NewMailHost[] }
    | { readonly kind: 'nobody' };
  readonly senders: MailSenders;
  readonly policy: MailPolicy;
  readonly reports: readonly string[];
}
export interface NewMailHost {
  /** As it was written: one label lies below the domain, a name with dots is absolute. */
  readonly name: string;
  /** That it is to get; none where it has some, or lies elsewhere. */
  readonly addresses: readonly string[];
}
export interface MailSenders {
  /** The hosts that take the mail. */
  readonly mailHosts: boolean;
  readonly addresses: readonly string[];
  /** Ids of providers. */
  readonly providers: readonly string[];
  /** Domains of other services' SPF records. */
  readonly includes: readonly string[];
}
export interface EditSpfTask {
  readonly kind: 'spf';
  /** The terms of the record that stay, as the context gave them. */
  readonly keep: readonly string[];
  readonly add: MailSenders;
  /** Null: as it is. */
  readonly all: SpfAll | null;
}
export interface AddDkimTask {
  readonly kind: 'dkim';
  readonly pasted: string;
  readonly selector: string;
}
export interface SetUpDmarcTask {
  readonly kind: 'dmarc';
  readonly policy: MailPolicy;
  /** Null: the same. */
  readonly subdomainPolicy: MailPolicy | null;
  readonly strict: boolean;
  readonly reports: readonly string[];
}
export interface MailPlan {
  /** The version of the document that the ranges belong to, or null where it is not open. */
  readonly version: number | null;
  /** By document; none where everything is as it should be, or there is a problem. */
  readonly edits: readonly { readonly uri: string; readonly range: SnippetEdit['range']; readonly newText: string }[];
  /** The records that are new or changed, and those that go, one line each. */
  readonly records: readonly string[];
  readonly removed: readonly string[];
  /** What is left to do elsewhere. */
  readonly notes: readonly string[];
  /** Why there is no plan. */
  readonly problems: readonly string[];
}
