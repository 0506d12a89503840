import * as vscode from 'vscode';
import type { ShowReferencesArguments } from '../../server/src/lsp/protocol/messages.ts';
import type { LanguageServer } from './language-server.ts';

/** The command of a code lens: shows the references of the name at a place, as the editor does by itself. */
export function registerShowReferences(server: LanguageServer): vscode.Disposable {
  return vscode.commands.registerCommand(
    'zonewright.showReferences',
    async ({ uri, position: { line, character } }: ShowReferencesArguments) => {
      const resource = server.fromServer(uri),
        position = new vscode.Position(line, character),
        locations = await vscode.commands.executeCommand<readonly vscode.Location[]>(
          'vscode.executeReferenceProvider',
          resource,
          position,
        );
      await vscode.commands.executeCommand('editor.action.showReferences', resource, position, locations);
    },
  );
}
