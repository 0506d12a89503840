import * as vscode from 'vscode';
import type { MailPlan } from '../../../server/src/lsp/protocol/messages.ts';

const scheme = 'zonewright-preview';

/** Shows what a plan makes of a document, beside what it is, in VS Code's own comparison. */
export class Preview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** The focus stays where it is: the person is being asked. */
  async show(document: vscode.TextDocument, edits: MailPlan['edits'], title: string): Promise<void> {
    const uri = document.uri.with({ scheme, query: document.uri.toString() });
    this.texts.set(uri.toString(), edited(document, edits));
    this.changed.fire(uri);
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title, {
      preview: true,
      preserveFocus: true,
    } satisfies vscode.TextDocumentShowOptions);
  }

  /** Closes the comparison, however often it was shown. */
  async close(): Promise<void> {
    this.texts.clear();
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme);
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
  }

  dispose(): void {
    vscode.Disposable.from(this.registration, this.changed).dispose();
  }
}

/** The text of a document after edits, none of which touch one another. */
function edited(document: vscode.TextDocument, edits: MailPlan['edits']): string {
  const text = document.getText(),
    at = ({ line, character }: { readonly line: number; readonly character: number }): number =>
      document.offsetAt(new vscode.Position(line, character));
  const changes = edits
    .map(({ range, newText }) => ({ start: at(range.start), end: at(range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let out = '',
    done = 0;
  for (const { start, end, newText } of changes) {
    out += text.slice(done, start) + newText;
    done = end;
  }
  return out + text.slice(done);
}
