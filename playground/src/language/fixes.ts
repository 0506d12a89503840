import * as monaco from 'monaco-editor/editor';
import type {
  AnnotatedTextEdit,
  CodeAction,
  Command,
  Diagnostic,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/browser';
import type { ApplySnippetEditArguments } from '../../../server/src/lsp/protocol/messages.ts';
import type { Workspace } from '../files/workspace.ts';
import { fromEdit } from './convert.ts';
import type { LanguageServer } from './language-server.ts';

const SNIPPET_COMMAND = 'zonewright.applySnippetEdit';

/** The part of the editor's own snippet controller that fixes with tab stops use; the editor's types leave it out. */
interface SnippetController extends monaco.editor.IEditorContribution {
  insert(template: string): void;
}

const isSnippetController = (one: monaco.editor.IEditorContribution | null): one is SnippetController =>
  one !== null && 'insert' in one && typeof one.insert === 'function';

/** Asks for fixes and carries them out, in whatever file they change. */
export class Fixes {
  private readonly server: LanguageServer;
  private readonly workspace: Workspace;
  private readonly editor: monaco.editor.ICodeEditor;
  private readonly applied = new monaco.Emitter<string>();
  /** The title of a fix that was applied. */
  readonly onApplied = this.applied.event;

  constructor(server: LanguageServer, workspace: Workspace, editor: monaco.editor.ICodeEditor) {
    this.server = server;
    this.workspace = workspace;
    this.editor = editor;
  }

  async at(
    uri: string,
    range: Range,
    diagnostics: readonly Diagnostic[],
    only?: readonly string[],
    token?: monaco.CancellationToken,
  ): Promise<readonly CodeAction[]> {
    const params = {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only === undefined ? {} : { only }) },
    };
    const actions = await this.server.request<readonly (CodeAction | Command)[] | null>(
      'textDocument/codeAction',
      params,
      token,
    );
    return (actions ?? []).filter((action): action is CodeAction => typeof action.command !== 'string');
  }

  /** Applies a fix as one step that can be undone in each file. A fix whose text has changed since does nothing. */
  async apply(action: CodeAction): Promise<void> {
    const whole =
      action.edit === undefined && action.command === undefined && action.data !== undefined
        ? await this.server.request<CodeAction>('codeAction/resolve', action)
        : action;
    if (whole.edit !== undefined) this.applyEdit(whole.edit);
    if (whole.command?.command === SNIPPET_COMMAND) {
      const [given] = (whole.command.arguments ?? []) as readonly ApplySnippetEditArguments[];
      if (given !== undefined) this.applySnippets(given);
    }
    if (whole.edit !== undefined || whole.command !== undefined) this.applied.fire(action.title);
  }

  applyEdit({ documentChanges = [], changes = {} }: WorkspaceEdit): void {
    for (const change of documentChanges) {
      if ('kind' in change) {
        if (change.kind === 'create') this.workspace.put({ name: this.nameOf(change.uri), text: '' });
        continue;
      }
      this.edit(
        change.textDocument.uri,
        change.edits.filter((edit): edit is TextEdit | AnnotatedTextEdit => 'newText' in edit),
      );
    }
    for (const [uri, edits] of Object.entries(changes)) this.edit(uri, edits);
  }

  private edit(uri: string, edits: readonly TextEdit[]): void {
    const model = this.workspace.at(uri);
    if (model === undefined) return;
    model.pushStackElement();
    model.pushEditOperations([], edits.map(fromEdit), () => null);
    model.pushStackElement();
  }

  private nameOf(uri: string): string {
    return this.workspace.nameOf({ uri: monaco.Uri.parse(uri) });
  }

  /** Puts each edit in through the editor's snippets, from the last place to the first, so that the first keeps its tab stops. */
  private applySnippets({ uri, version, edits }: ApplySnippetEditArguments): void {
    const model = this.workspace.at(uri),
      controller = this.editor.getContribution('snippetController2');
    if (model === undefined || !isSnippetController(controller)) return;
    if (version !== null && version !== model.getVersionId()) return;
    this.workspace.activate(model);
    const fromTheEnd = edits.toSorted(
      (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
    );
    for (const { range, snippet } of fromTheEnd) {
      this.editor.setSelection(fromEdit({ range, newText: '' }).range);
      controller.insert(snippet);
    }
    this.editor.focus();
  }
}
