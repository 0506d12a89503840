import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  Location,
  Position,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { InitializationOptions } from '../../server/src/lsp/protocol/messages.ts';
import { StdioConnection } from './connection.ts';

const modern: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    applyEdit: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: { relatedDocumentSupport: true, relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit', 'command'] },
    },
  },
};

/** Capabilities of an editor without pull diagnostics, snippets, document changes and lazy actions. */
export const oldEditor: ClientCapabilities = {
  workspace: { workspaceFolders: true },
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

export interface EditorOptions {
  /** Files of the workspace folder, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** A folder that is there already, which is taken away at the end. */
  readonly at?: string;
  /** The section `zonewright` of the editor's settings. */
  readonly settings?: unknown;
  /** False: single files without a folder. */
  readonly folder?: boolean;
}

/** A text with cursor `|` or range `«…»` marks, without them. */
export function marked(text: string): { readonly text: string; readonly position: Position; readonly range: Range } {
  const at = (offset: number, bare: string): Position => {
    const lines = bare.slice(0, offset).split(/\r\n|\n|\r/);
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  const open = text.indexOf('«'),
    close = text.indexOf('»') - 1,
    bare = text.replace('|', '').replace('«', '').replace('»', '');
  const cursor = open < 0 ? text.indexOf('|') : open;
  return {
    text: bare,
    position: at(cursor, bare),
    range: { start: at(cursor, bare), end: at(open < 0 ? cursor : close, bare) },
  };
}

/** An editor with one workspace folder, as the server sees it. */
export class Editor {
  readonly connection = new StdioConnection();
  readonly folder: string;
  /** What the documents hold now. */
  readonly texts = new Map<string, { text: string; version: number }>();
  capabilities: Readonly<Record<string, unknown>> = {};
  settings: unknown;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async start({
    files = {},
    capabilities = modern,
    initializationOptions,
    settings = null,
    folder = true,
    at,
  }: EditorOptions = {}): Promise<Editor> {
    const editor = new Editor(at ?? (await mkdtemp(path.join(tmpdir(), 'zonewright-lsp-'))));
    for (const [name, text] of Object.entries(files)) await editor.write(name, text);
    editor.settings = settings;
    const { answers } = editor.connection;
    answers['workspace/configuration'] = ({ items }: { items: readonly unknown[] }) => items.map(() => editor.settings);
    const uri = pathToFileURL(editor.folder).href;
    const result = await editor.connection.request<{ capabilities: Readonly<Record<string, unknown>> }>('initialize', {
      processId: process.pid,
      rootUri: folder ? uri : null,
      workspaceFolders: folder ? [{ uri, name: 'zones' }] : null,
      capabilities,
      initializationOptions,
    });
    editor.capabilities = result.capabilities;
    editor.connection.notify('initialized', {});
    return editor;
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  async write(name: string, text: string): Promise<void> {
    const file = path.join(this.folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** The operating system says that files came (1), changed (2) or went (3). */
  tellChanges(changes: Readonly<Record<string, 1 | 2 | 3>>): void {
    this.connection.notify('workspace/didChangeWatchedFiles', {
      changes: Object.entries(changes).map(([name, type]) => ({ uri: this.uri(name), type })),
    });
  }

  open(name: string, text: string): void {
    this.texts.set(name, { text, version: 1 });
    this.connection.notify('textDocument/didOpen', {
      textDocument: { uri: this.uri(name), languageId: 'dns-zone', version: 1, text },
    });
  }

  close(name: string): void {
    this.texts.delete(name);
    this.connection.notify('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** Edits in one notification; each range counts in the text that the one before left. */
  change(name: string, ...edits: readonly TextEdit[]): void {
    const document = this.texts.get(name)!;
    for (const { range, newText } of edits) document.text = replaced(document.text, range, newText);
    document.version++;
    this.connection.notify('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version: document.version },
      contentChanges: edits.map(({ range, newText }) => ({ range, text: newText })),
    });
  }

  async report(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.request('textDocument/diagnostic', {
      textDocument: { uri: this.uri(name) },
      previousResultId,
    });
  }

  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const report = await this.report(name);
    return report.kind === 'full' ? report.items : [];
  }

  /** Codes of the findings, with their lines from 1. */
  async findings(name: string): Promise<readonly string[]> {
    return (await this.diagnostics(name)).map(({ code, range }) => `${range.start.line + 1} ${String(code)}`);
  }

  workspaceReport(
    previousResultIds: readonly { readonly uri: string; readonly value: string }[] = [],
  ): Promise<WorkspaceDiagnosticReport> {
    return this.connection.request('workspace/diagnostic', { previousResultIds });
  }

  at<T>(method: string, name: string, position: Position, more: object = {}): Promise<T> {
    return this.connection.request<T>(`textDocument/${method}`, {
      textDocument: { uri: this.uri(name) },
      position,
      ...more,
    });
  }

  hover(name: string, position: Position): Promise<Hover | null> {
    return this.at('hover', name, position);
  }

  async completions(name: string, position: Position): Promise<CompletionList> {
    return this.at('completion', name, position);
  }

  symbols(name: string): Promise<readonly DocumentSymbol[]> {
    return this.connection.request('textDocument/documentSymbol', { textDocument: { uri: this.uri(name) } });
  }

  references(name: string, position: Position): Promise<readonly Location[]> {
    return this.at('references', name, position, { context: { includeDeclaration: true } });
  }

  async actions(name: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]> {
    return this.connection.request('textDocument/codeAction', {
      textDocument: { uri: this.uri(name) },
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.request('codeAction/resolve', action);
  }

  /** Applies an edit to the open documents and to files, and gives the new files. */
  async apply({ changes, documentChanges }: WorkspaceEdit): Promise<void> {
    const edits =
      documentChanges
        ?.filter((change): change is TextDocumentEdit => 'textDocument' in change)
        .map(({ textDocument, edits: some }) => [textDocument.uri, some] as const) ?? Object.entries(changes ?? {});
    for (const [uri, some] of edits) {
      const name = decodeURIComponent(uri).slice(pathToFileURL(this.folder).href.length + 1);
      if (!this.texts.has(name)) this.open(name, await readFile(path.join(this.folder, name), 'utf8').catch(() => ''));
      const backwards = (some as readonly TextEdit[])
        .toReversed()
        .toSorted(
          (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
        );
      this.change(name, ...backwards);
    }
  }

  async stop(): Promise<void> {
    await this.connection.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export function replaced(text: string, { start, end }: Range, replacement: string): string {
  return text.slice(0, offsetAt(text, start)) + replacement + text.slice(offsetAt(text, end));
}

function offsetAt(text: string, { line, character }: Position): number {
  let at = 0;
  for (let k = 0; k < line; k++) at += (/^[^\r\n]*(?:\r\n|\n|\r)/.exec(text.slice(at))?.[0] ?? '').length;
  return Math.min(at + character, text.length);
}
