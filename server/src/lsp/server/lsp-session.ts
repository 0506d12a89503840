import { isUri } from '../../config/paths/paths.ts';
import type { CancellationToken, Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { OtherZones } from '../../ide/name-words.ts';
import type { Check } from '../../lint/engine/check.ts';
import type { LintedZone } from '../../workspace/workspace.ts';
import type { ClientAbilities } from './client.ts';
import { clientFiles } from './client-files.ts';
import { Configuration } from './configuration.ts';
import { claimedPatterns } from './file-claims.ts';
import type { HeldText } from './held-text.ts';
import { keyOf } from './held-text.ts';
import type { ServerHost } from './host.ts';
import type { FileAccess } from '../../workspace/file-access.ts';
import { PatientFiles } from '../../workspace/patient-files.ts';
import { Settling } from './settling.ts';
import { everything, Texts } from './texts.ts';
import { Typing } from './typing.ts';
import { WorkspaceFiles } from './workspace-files.ts';
import { Zones } from './zones.ts';
import { settableCodes } from '../../config/settings/settings.ts';

/** Milliseconds for which the first answers wait for the workspace's other files. */
const INDEX_PATIENCE = 1000;

/** Who wants to hear that something changed without an edit of the editor. */
export interface SessionEvents {
  /** A zone has all its findings now. */
  zoneSettled(zone: LintedZone): void;
  /** Findings of open documents may have changed though nobody typed in them. */
  outsideChanged(): void;
  /** An entry that was being typed counts as finished: findings about it are shown now. */
  entryFinished(zone: LintedZone): void;
  /** Files with these names are part of zones or configurations, whatever their names look like. */
  filesNamed(names: readonly string[]): void;
}

/** The editor's section `zonewright` by URI of the workspace folder; undefined for files that are in none. */
export type SettingsByFolder = ReadonlyMap<string | undefined, unknown>;

/** What a feature works on: an open document and the zone that it is part of. */
export interface Place {
  readonly held: HeldText;
  readonly linted: LintedZone;
}

/** Milliseconds that a file may take: on this machine, and from the editor, which may have to fetch it. Findings wait that long for a file that never comes. */
const FILE_PATIENCE = 3000,
  CLIENT_PATIENCE = 30_000;

/** Documents, files, zones and settings of one editor. */
export class Session {
  readonly texts = new Texts();
  readonly typing = new Typing();
  readonly zones: Zones;
  readonly files: WorkspaceFiles;
  readonly configuration: Configuration;
  readonly checks: readonly Check[];
  readonly abilities: ClientAbilities;
  readonly connection: Connection;
  private readonly events: SessionEvents;
  private readonly settling: Settling;
  private readonly host: ServerHost;
  private ready = false;
  private indexPatience = true;
  private reportedCrashes = new Set<string>();

  constructor(
    connection: Connection,
    host: ServerHost,
    abilities: ClientAbilities,
    checks: readonly Check[],
    events: SessionEvents,
  ) {
    this.connection = connection;
    this.host = host;
    this.abilities = abilities;
    this.events = events;
    this.checks = checks;
    const fromClient = abilities.ownFileRequests ? clientFiles(connection, claimedPatterns) : undefined;
    const patient = (files: FileAccess | undefined, limit: number): FileAccess | undefined =>
      files === undefined
        ? undefined
        : new PatientFiles(files, { limit, after: host.after, late: (uri) => void this.files.changed(uri) });
    const near = patient(host.files, FILE_PATIENCE),
      far = patient(fromClient, CLIENT_PATIENCE);
    const access = (uri: string): FileAccess | undefined =>
      uri.startsWith('file:') ? (near ?? far) : isUri(uri) ? far : undefined;
    this.files = new WorkspaceFiles(this.texts, access, {
      fileRead: (held) => this.textChanged(held.key),
      fileGone: (held) => this.textChanged(held.key),
      includesKnown: () => {
        this.zones.includesChanged();
        this.changedOutside();
      },
      configChanged: () => {
        const wanted = this.configuration.reload();
        this.zones.identitiesChanged();
        this.changedOutside();
        return wanted;
      },
      isServed: (key) => this.configuration.isServed(key),
      filesNamed: (names) => events.filesNamed(names),
      failed: (error) => {
        connection.console.warn(`A file couldn't be read: ${error instanceof Error ? error.message : String(error)}`);
      },
    });
    this.configuration = new Configuration(settableCodes, this.files, host.verify);
    this.zones = new Zones(this.texts, checks, {
      identify: (key, head) => this.configuration.identify(key, head),
      isServed: (key) => this.configuration.isServed(key),
      isIgnored: (key) => this.configuration.isIgnored(key),
      hostFor: (key) => this.files.hostFor(key),
      failed: (uri, error) => this.report(uri, error),
    });
    const isDue = (): boolean => this.ready && this.zones.due;
    this.settling = new Settling(
      {
        prepare: (shouldStop) => {
          if (isDue()) this.zones.update(shouldStop);
        },
        get isDue() {
          return isDue();
        },
        zones: () => this.judgeable(),
        settled: (zone) => this.settledZone(zone),
        failed: (zone, error) => {
          this.zones.fail(zone);
          this.report(zone.zone.root.uri, error);
        },
      },
      host.nextTurn,
    );
  }

  /** Takes folders and settings; from now on zones are opened. */
  async start(folders: readonly string[], settings: SettingsByFolder): Promise<void> {
    this.settingsChanged(settings);
    this.ready = true;
    this.settling.wake();
    setTimeout(() => {
      this.indexPatience = false;
      this.settling.tell();
    }, INDEX_PATIENCE);
    await this.foldersChanged(folders);
  }

  async foldersChanged(folders: readonly string[]): Promise<void> {
    const indexed = this.files.setFolders(folders);
    this.zones.identitiesChanged();
    this.changedOutside();
    await indexed;
    this.changedOutside();
  }

  /** What is on the screen is judged at once. The others wait until all are known: judged before, they would be judged again with every zone that they see. */
  private judgeable(): Iterable<LintedZone> {
    return this.isGathering ? this.zones.onScreen() : this.zones.inOrder();
  }

  /** Whether a zone's own file or one that it includes is open in the editor. */
  isOnScreen(zone: LintedZone): boolean {
    for (const one of this.zones.onScreen()) if (one === zone) return true;
    return false;
  }

  /** Whether zones are still being found. */
  private get isGathering(): boolean {
    return this.files.isIndexing || this.zones.due;
  }

  /** Settings that say what they said before change nothing. */
  settingsChanged(settings: SettingsByFolder): void {
    let changed = false;
    for (const [folder, section] of settings)
      if (this.configuration.setEditor(folder === undefined ? undefined : keyOf(folder), section)) changed = true;
    if (changed)
      for (const problem of this.configuration.editorProblems())
        this.connection.console.warn(`In the settings "zonewright": ${problem}`);
    if (!changed || !this.ready) return;
    this.zones.identitiesChanged();
    this.changedOutside();
  }

  opened(uri: string, text: string, version: number): void {
    const { held } = this.texts.open(uri, text, version);
    this.textChanged(held.key);
  }

  changed(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const held = this.texts.get(uri);
    if (held === undefined) return;
    for (const change of changes) this.zones.edit(held, 'range' in change ? change.range : everything, change.text);
    held.version = version;
    if (this.abilities.refreshesDiagnostics || !this.abilities.pullsDiagnostics) this.typing.changed(held, changes);
    this.settling.edited();
  }

  saved(uri: string): void {
    const held = this.texts.get(uri);
    if (held === undefined || !this.ready) return;
    for (const zone of this.zones.of(held)) if (zone.fileSaved()) this.settling.wake();
  }

  async closed(uri: string): Promise<void> {
    const held = this.texts.get(uri);
    if (held === undefined) return;
    held.version = undefined;
    await this.files.closed(held.key);
    this.textChanged(held.key);
  }

  /** The open document and its zone; undefined for a document that nobody opened. */
  async place(uri: string): Promise<Place | undefined> {
    for (;;) {
      const held = this.texts.get(uri);
      if (held === undefined) return undefined;
      const linted = this.ready ? this.zones.of(held)[0] : undefined;
      if (linted !== undefined) return { held, linted };
      if (this.ready && !this.zones.due) return undefined;
      await this.settling.progress();
    }
  }

  /** What a zone sees of the others. */
  othersOf({ zone, view }: LintedZone): OtherZones {
    const apex = zone.apexKnown ? zone.names.text(zone.apex) : undefined;
    return {
      zoneOf: (name) => this.zones.workspace.zoneFor(name, view, zone.root.uri, apex)?.zone,
      files: (fileName) => this.files.hostFor(keyOf(zone.root.uri)).named?.(fileName) ?? [],
      isOnlyDomain: (one) => this.zones.workspace.isOnlyDomain(one),
    };
  }

  /** Waits until a file's findings are all there. Returns whether they are: not when the request is not wanted any more or the document closed. */
  async settled(uri: string, token: CancellationToken): Promise<HeldText | undefined> {
    for (;;) {
      const held = this.texts.get(uri);
      if (held === undefined || token.isCancellationRequested) return undefined;
      if (this.ready && !this.zones.due && !this.files.isReading && !this.waitsForIndex) {
        if (this.zones.isJudged(held)) return held;
      }
      await this.settling.progress();
    }
  }

  /** Waits until all files have their findings. */
  async allSettled(token: CancellationToken): Promise<boolean> {
    for (;;) {
      if (token.isCancellationRequested) return false;
      if (
        this.ready &&
        !this.zones.due &&
        !this.files.isReading &&
        !this.files.isIndexing &&
        [...this.zones.workspace.zones].every((zone) => zone.settled)
      )
        return true;
      await this.settling.progress();
    }
  }

  /** Resolves when something has happened that may be of interest, and at the latest after some milliseconds. */
  progress(atMost: number): Promise<void> {
    const timer = setTimeout(() => this.settling.tell(), atMost);
    return this.settling.progress().finally(() => clearTimeout(timer));
  }

  /** Lets the messages that have come by now be read. */
  nextTurn(): Promise<void> {
    return new Promise((resolve) => this.host.nextTurn(resolve));
  }

  /** Findings of a document may be shown now that waited for its entry to be finished. */
  entryFinished(held: HeldText): void {
    for (const zone of this.zones.of(held)) this.events.entryFinished(zone);
  }

  /** Lets everybody who waits look again: a request was cancelled, say. */
  tell(): void {
    this.settling.tell();
  }

  private get waitsForIndex(): boolean {
    return this.indexPatience && this.files.isIndexing;
  }

  private textChanged(key: string): void {
    this.zones.textChanged(key);
    this.settling.wake();
  }

  private changedOutside(): void {
    this.settling.wake();
    this.events.outsideChanged();
  }

  private report(uri: string, error: unknown): void {
    this.connection.console.error(
      `${uri} isn't checked until it changes: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }

  private settledZone(zone: LintedZone): void {
    this.zones.zoneSettled(zone);
    if (zone.zone.published === undefined) zone.keepState();
    for (const [code, reason] of zone.engine.crashes) {
      if (this.reportedCrashes.has(code)) continue;
      this.reportedCrashes.add(code);
      this.connection.console.error(`The rule ${code} crashed and skipped some records: ${reason}`);
    }
    this.events.zoneSettled(zone);
  }
}
