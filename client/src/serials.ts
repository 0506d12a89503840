import * as vscode from 'vscode';
import type { BumpedSerials, BumpSerialArguments } from '../../server/src/lsp/protocol/messages.ts';
import type { LanguageServer } from './language-server.ts';

/** The commands that raise the serial of the zone in the editor, and those of all zones that have changed. */
export function registerSerialCommands(server: LanguageServer): vscode.Disposable {
  const run = (command: string, ...commandArguments: readonly BumpSerialArguments[]): Promise<BumpedSerials> =>
    server.request('workspace/executeCommand', { command, arguments: commandArguments });
  return vscode.Disposable.from(
    vscode.commands.registerCommand('zonewright.bumpSerial', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document === undefined) return;
      const bumped = await run('zonewright.server.bumpSerial', { uri: server.toServer(document.uri) });
      if (bumped.length === 0)
        void vscode.window.showInformationMessage('This zone has no SOA record with a serial that can be read.');
    }),
    vscode.commands.registerCommand('zonewright.bumpChangedSerials', async () => {
      const bumped = await run('zonewright.server.bumpChangedSerials'),
        zones = bumped.map(({ zone }) => zone);
      void vscode.window.showInformationMessage(
        zones.length === 0
          ? 'No zone has changed since its serial was last raised.'
          : `Raised the serial of ${zones.length === 1 ? zones[0]! : `${zones.length} zones`}.`,
      );
    }),
  );
}
