import * as monaco from 'monaco-editor/editor';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type ServerCapabilities,
} from 'vscode-languageserver-protocol/browser';
import type {
  FindFilesMethod,
  InitializationOptions,
  MailPathChangedMethod,
  ReadFileMethod,
  ReadFileParams,
  ReadFileResult,
} from '../../../server/src/lsp/protocol/messages.ts';
import type { Model, Workspace } from '../files/workspace.ts';

const findFiles: FindFilesMethod = 'zonewright/findFiles';
const readFile: ReadFileMethod = 'zonewright/readFile';
const mailPathChanged: MailPathChangedMethod = 'zonewright/mailPathChanged';

const initializationOptions: InitializationOptions = { fileRequests: true, mailPath: true, snippetCommand: true };

/** What the page does with the server's answers. */
const capabilities: InitializeParams['capabilities'] = {
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation', 'detail'] },
      },
    },
    hover: { contentFormat: ['markdown'] },
    signatureHelp: { signatureInformation: { documentationFormat: ['markdown'] } },
    codeAction: {
      dataSupport: true,
      isPreferredSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor.rewrite', 'source.fixAll'] } },
      resolveSupport: { properties: ['edit', 'command'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
};

const isDocument = (model: Model): boolean =>
  model.getLanguageId() === 'dns-zone' || /(^|\/)mta-sts\.txt$/.test(model.uri.path);

function toBase64(text: string): string {
  let binary = '';
  for (const octet of new TextEncoder().encode(text)) binary += String.fromCharCode(octet);
  return btoa(binary);
}

/** The language server in its worker. It's given the workspace's files, and asked about them. */
export class LanguageServer {
  private readonly connection: ProtocolConnection;
  private readonly workspace: Workspace;
  private readonly found = new Map<string, readonly Diagnostic[]>();
  private readonly diagnosed = new monaco.Emitter<string>();
  private readonly mailChanged = new monaco.Emitter<void>();
  /** The findings of the file with this address are other ones. */
  readonly onDiagnosed = this.diagnosed.event;
  readonly onMailChanged = this.mailChanged.event;

  private constructor(worker: Worker, workspace: Workspace) {
    this.workspace = workspace;
    this.connection = createProtocolConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  }

  /** Starts the server and gives it the files that are there. */
  static async start(
    worker: Worker,
    workspace: Workspace,
  ): Promise<{ readonly server: LanguageServer; readonly capabilities: ServerCapabilities }> {
    const server = new LanguageServer(worker, workspace);
    return { server, capabilities: await server.begin() };
  }

  /** What the server last said about a file. */
  diagnosticsOf({ uri }: Model): readonly Diagnostic[] {
    return this.found.get(uri.toString()) ?? [];
  }

  /** Asks the server. A request that the editor has no more use for is withdrawn. */
  request<T>(method: string, params: object, token?: monaco.CancellationToken): Promise<T> {
    return token === undefined
      ? this.connection.sendRequest<T>(method, params)
      : this.connection.sendRequest<T>(method, params, token);
  }

  private async begin(): Promise<ServerCapabilities> {
    const { connection, workspace } = this;
    connection.onRequest(findFiles, () => workspace.files.map(({ uri }) => uri.toString()));
    connection.onRequest(readFile, (params: ReadFileParams) => this.read(params));
    connection.onRequest('client/registerCapability', () => null);
    connection.onNotification(mailPathChanged, () => this.mailChanged.fire());
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }) => {
        const key = monaco.Uri.parse(uri).toString();
        this.found.set(key, diagnostics);
        this.diagnosed.fire(key);
      },
    );
    connection.listen();
    const params: InitializeParams = {
      processId: null,
      rootUri: workspace.folder,
      workspaceFolders: [{ uri: workspace.folder, name: 'playground' }],
      capabilities,
      initializationOptions,
    };
    const { capabilities: abilities } = await this.request<InitializeResult>('initialize', params);
    await this.notify('initialized', {});
    this.follow();
    for (const model of workspace.files) this.open(model);
    return abilities;
  }

  private follow(): void {
    const { workspace } = this;
    workspace.onOpened((model) => this.open(model));
    workspace.onClosed((model) => this.close(model));
    workspace.onFolderMoved(({ from, to }) => {
      const folder = (uri: string): object => ({ uri, name: 'playground' });
      void this.notify('workspace/didChangeWorkspaceFolders', {
        event: { removed: [folder(from)], added: [folder(to)] },
      });
    });
    workspace.onEdited(({ model, event }) => {
      if (!isDocument(model)) return this.changedOnDisk(model, 2);
      void this.notify('textDocument/didChange', {
        textDocument: { uri: model.uri.toString(), version: event.versionId },
        contentChanges: event.changes.map(({ range, text }) => ({
          range: {
            start: { line: range.startLineNumber - 1, character: range.startColumn - 1 },
            end: { line: range.endLineNumber - 1, character: range.endColumn - 1 },
          },
          text,
        })),
      });
    });
  }

  private open(model: Model): void {
    const uri = model.uri.toString();
    this.changedOnDisk(model, 1);
    if (!isDocument(model)) return;
    void this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: model.getLanguageId(), version: model.getVersionId(), text: model.getValue() },
    });
  }

  private close(model: Model): void {
    const uri = model.uri.toString();
    if (isDocument(model)) void this.notify('textDocument/didClose', { textDocument: { uri } });
    this.changedOnDisk(model, 3);
    this.found.delete(uri);
    this.diagnosed.fire(uri);
  }

  /** `type`: 1 made, 2 changed, 3 gone. */
  private changedOnDisk({ uri }: Model, type: 1 | 2 | 3): void {
    void this.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri.toString(), type }] });
  }

  private notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  private read({ uri, limit }: ReadFileParams): ReadFileResult {
    const model = this.workspace.at(uri);
    if (model === undefined) return { base64: null };
    if (model.getValueLength() > limit) return { base64: null, refused: 'too-large' };
    return { base64: toBase64(model.getValue()) };
  }
}
