import * as vscode from 'vscode';
import type { ApplySnippetEditArguments } from '../../server/src/lsp/protocol/messages.ts';

/**
 * The command behind a quick fix with tab stops: applies it as one undo step and leaves the first tab stop selected.
 * The file is shown first, for tab stops live in an editor.
 */
export function registerApplySnippetEdit(): vscode.Disposable {
  return vscode.commands.registerCommand(
    'zonewright.applySnippetEdit',
    async ({ uri, version, edits }: ApplySnippetEditArguments) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
      if (version !== null && document.version !== version) {
        void vscode.window.showWarningMessage(
          `${vscode.workspace.asRelativePath(document.uri)} has changed since this fix was offered. Nothing was changed; please choose the fix again.`,
        );
        return;
      }
      await vscode.window.showTextDocument(document);
      const workspaceEdit = new vscode.WorkspaceEdit();
      workspaceEdit.set(
        document.uri,
        edits.map(({ range, snippet }) => {
          const { start, end } = range;
          return new vscode.SnippetTextEdit(
            new vscode.Range(start.line, start.character, end.line, end.character),
            new vscode.SnippetString(snippet),
          );
        }),
      );
      await vscode.workspace.applyEdit(workspaceEdit);
    },
  );
}
