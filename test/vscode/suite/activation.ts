import * as vscode from 'vscode';
import { closeEverything, eventually, expect, expectEqual, extension, openNewFile } from './workbench.ts';

describe('the extension', () => {
  after(closeEverything);

  it('activates when a zone is opened', async () => {
    await openNewFile('activation.zone', '$ORIGIN example.com.\n$TTL 3600\n');
    await eventually(
      () => extension().isActive,
      (active) => active,
      'the extension is active',
    );
    console.log(
      `    VS Code ${vscode.version}, ${vscode.env.appHost}, extension host ${extension().extensionKind === vscode.ExtensionKind.UI ? 'of the user interface' : 'of the workspace'}`,
    );
  });

  it('brings its commands', async () => {
    const commands = new Set(await vscode.commands.getCommands(true));
    for (const command of [
      'zonewright.insertMailRecord',
      'zonewright.restartServer',
      'zonewright.showOutput',
      'zonewright.applySnippetEdit',
    ])
      expect(commands.has(command), `there is no command ${command}`);
  });

  it('restarts its language server', async () => {
    await vscode.commands.executeCommand('zonewright.restartServer');
    expectEqual(extension().isActive, true, 'the extension is active');
  });
});
