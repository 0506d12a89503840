import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { zoneSummary } from '../ide/zone-summary.ts';
import { allChecks } from '../lint/rules/index.ts';
import type { LintedZone } from '../workspace/workspace.ts';
import type { ClientAbilities } from './server/client.ts';
import { abilitiesOf } from './server/client.ts';
import { CodeActions, FIX_ALL, REFACTORINGS } from './features/code-actions.ts';
import { Diagnostics, SOURCE } from './features/diagnostics.ts';
import { claimedPatterns } from './server/file-claims.ts';
import { completionTriggers, listenForCompletion } from './features/completion.ts';
import type { ServerHost } from './server/host.ts';
import { listenForHover } from './features/hover.ts';
import { listenForFormatting } from './features/formatting.ts';
import { listenForLinks } from './features/document-links.ts';
import { listenForInlayHints } from './features/inlay-hints.ts';
import { LensNews, listenForCodeLenses } from './features/code-lenses.ts';
import { listenForMailPath, MailPathNews } from './features/mail-path.ts';
import { listenForMailRecords } from './features/mail-records.ts';
import { listenForPaste } from './features/paste-records.ts';
import { listenForMailWizards } from './features/mail-wizards.ts';
import { Names } from './features/names.ts';
import { listenForOutline } from './features/outline.ts';
import { listenForSelection } from './features/selection.ts';
import { bumpAfterSave, listenForSerials, serialCommands } from './features/serials.ts';
import { listenForSymbols } from './features/symbols.ts';
import { listenForSemanticTokens, tokensLegend } from './features/semantic-tokens.ts';
import { listenForSignatureHelp, signatureTriggers } from './features/signature-help.ts';
import type { ZoneStatusChangedMethod } from './protocol/messages.ts';
import type { SettingsByFolder } from './server/lsp-session.ts';
import { Session } from './server/lsp-session.ts';
import { listenForZoneStatus } from './features/zone-status.ts';

const zoneStatusChanged: ZoneStatusChangedMethod = 'zonewright/zoneStatusChanged';
const SECTION = 'zonewright';
/** Milliseconds before an editor is asked to look again, since several things happen at once, and between two such requests. */
const REFRESH_PAUSE = 60,
  REFRESH_INTERVAL = 500;

/** Starts the language server on a connection that the host made. */
export function startServer(connection: Connection, host: ServerHost): void {
  connection.onInitialize((params) => {
    const abilities = abilitiesOf(params);
    new Server(connection, host, abilities, foldersOf(params)).listen();
    return { capabilities: capabilitiesFor(abilities), serverInfo: { name: 'Zonewright' } };
  });
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null ? [] : [rootUri];
}

function capabilitiesFor(abilities: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      willSaveWaitUntil: abilities.willSaveWaitUntil,
      save: true,
    },
    ...(abilities.pullsDiagnostics
      ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
    signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: {},
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    semanticTokensProvider: { legend: tokensLegend, full: { delta: true }, range: true },
    inlayHintProvider: true,
    codeLensProvider: { resolveProvider: true },
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    workspaceSymbolProvider: true,
    callHierarchyProvider: true,
    ...(abilities.appliesEdits ? { executeCommandProvider: { commands: [...serialCommands] } } : {}),
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, ...Object.values(REFACTORINGS), FIX_ALL],
      resolveProvider: abilities.resolvesEdits,
    },
    ...(abilities.workspaceFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
}

/** One editor's server, from the handshake on. */
class Server {
  private readonly connection: Connection;
  private readonly abilities: ClientAbilities;
  private readonly session: Session;
  private readonly diagnostics: Diagnostics;
  private readonly statuses = new WeakMap<LintedZone, string>();
  private folders: readonly string[];
  private refreshing = false;
  private lastRefresh = -REFRESH_INTERVAL;

  constructor(connection: Connection, host: ServerHost, abilities: ClientAbilities, folders: readonly string[]) {
    this.connection = connection;
    this.abilities = abilities;
    this.folders = folders;
    const pathNews = new MailPathNews(connection),
      lensNews = new LensNews(connection);
    this.session = new Session(connection, host, abilities, allChecks, {
      zoneSettled: (zone) => {
        if (!abilities.pullsDiagnostics) void this.diagnostics.push(zone);
        else if (abilities.refreshesDiagnostics && zone.takeDisturbance()) this.refresh();
        if (abilities.ownFileRequests && this.session.isOnScreen(zone)) this.tellStatus(zone);
        if (abilities.showsMailPath) pathNews.tell();
        if (abilities.refreshesCodeLenses) lensNews.tell();
      },
      entryFinished: (zone) => {
        if (abilities.pullsDiagnostics) this.refresh();
        else void this.diagnostics.push(zone);
      },
      outsideChanged: () => {
        if (!abilities.pullsDiagnostics) this.diagnostics.pushConfig();
        else if (abilities.refreshesDiagnostics) this.refresh();
      },
      filesNamed: (names) => {
        if (abilities.watchesFiles) this.watch(names.map((name) => `**/${name.replace(/[[\]{}*?]/g, '?')}`));
      },
    });
    this.diagnostics = new Diagnostics(this.session);
  }

  listen(): void {
    const { connection, session } = this;
    this.synchronize();
    if (this.abilities.pullsDiagnostics) this.diagnostics.listen(connection);
    new CodeActions(session).listen(connection);
    new Names(session).listen(connection);
    for (const listen of [
      listenForOutline,
      listenForHover,
      listenForCompletion,
      listenForSignatureHelp,
      listenForLinks,
      listenForFormatting,
      listenForSemanticTokens,
      listenForInlayHints,
      listenForMailPath,
      listenForCodeLenses,
      listenForSelection,
      listenForSerials,
      listenForSymbols,
      listenForMailRecords,
      listenForPaste,
      listenForMailWizards,
    ])
      listen(connection, session);
    listenForZoneStatus(connection, session);
  }

  /** Several things that happen at once are one reason to ask again. */
  private refresh(): void {
    if (this.refreshing) return;
    this.refreshing = true;
    setTimeout(
      () => {
        this.refreshing = false;
        this.lastRefresh = performance.now();
        this.sent(this.connection.languages.diagnostics.refresh());
      },
      Math.max(REFRESH_PAUSE, this.lastRefresh + REFRESH_INTERVAL - performance.now()),
    );
  }

  private watch(patterns: readonly string[]): void {
    this.sent(
      this.connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: patterns.map((globPattern) => ({ globPattern })),
      }),
    );
  }

  /** The status bar asks by itself while one types; it is told what came about without that. */
  private tellStatus(linted: LintedZone): void {
    const { apex, serial } = zoneSummary(linted.zone, linted.zone.root.text),
      status = `${apex ?? ''} ${serial ?? ''}`;
    if (this.statuses.get(linted) === status) return;
    this.statuses.set(linted, status);
    this.sent(this.connection.sendNotification(zoneStatusChanged));
  }

  /** What an editor refuses to take is a line in its log and nothing more. */
  private sent(message: Promise<unknown>): void {
    message.catch((error: unknown) => {
      this.connection.console.warn(error instanceof Error ? error.message : String(error));
    });
  }

  private synchronize(): void {
    const { connection, session } = this;
    connection.onInitialized(() => void this.start());
    connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) => session.opened(uri, text, version));
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
      session.changed(uri, version, contentChanges),
    );
    connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
      session.saved(uri);
      this.sent(bumpAfterSave(connection, session, uri));
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      this.diagnostics.withdraw(uri);
      void session.closed(uri);
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) void session.files.changed(uri);
    });
    connection.onDidChangeConfiguration(
      ({ settings }) => void this.settings(settings).then((all) => session.settingsChanged(all)),
    );
  }

  private async start(): Promise<void> {
    const { connection, abilities } = this;
    if (abilities.workspaceFolders) this.followFolders();
    if (abilities.watchesConfiguration)
      this.sent(connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }));
    if (abilities.watchesFiles) this.watch(claimedPatterns);
    await this.session.start(this.folders, await this.settings(undefined));
  }

  /** Only after the handshake: asked for earlier, the library registers for it in a request, which no editor takes yet. */
  private followFolders(): void {
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      this.folders = [...this.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      void this.settings(undefined)
        .then((all) => this.session.settingsChanged(all))
        .then(() => this.session.foldersChanged(this.folders));
    });
  }

  /** The editor's settings for each folder; `pushed` is what an editor sent that can't be asked. */
  private async settings(pushed: unknown): Promise<SettingsByFolder> {
    const scopes = [undefined, ...this.folders];
    if (!this.abilities.configuration) {
      const section =
        typeof pushed === 'object' && pushed !== null
          ? (pushed as Readonly<Record<string, unknown>>)[SECTION]
          : undefined;
      return new Map(scopes.map((scope) => [scope, section]));
    }
    try {
      const answers: readonly unknown[] = await this.connection.workspace.getConfiguration(
        scopes.map((scopeUri) => (scopeUri === undefined ? { section: SECTION } : { scopeUri, section: SECTION })),
      );
      return new Map(scopes.map((scope, k) => [scope, answers[k]]));
    } catch (error) {
      this.connection.console.warn(
        `The editor returned no settings: ${error instanceof Error ? error.message : String(error)}`,
      );
      return new Map();
    }
  }
}
