import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/messages.ts';
import { registerInsertMailRecord } from './insert-mail-record.ts';
import { registerApplySnippetEdit } from './snippet-edit.ts';
import { serveWorkspaceFiles } from './workspace-files.ts';
import { showZoneStatus } from './zone-status.ts';

/** Starts the server's transport; the one thing in which the two extension hosts differ. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Where documents are edited. Others (the old side of a diff, say) are not judged, lest one zone be seen twice. */
function documentSelector(): { readonly language: string; readonly scheme: string }[] {
  const schemes = new Set(['file', 'untitled', 'vscode-vfs', 'vscode-remote', ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return [...schemes].map((scheme) => ({ language: 'dns-zone', scheme }));
}

export async function activateZonewright(context: vscode.ExtensionContext, createClient: CreateClient): Promise<void> {
  const output = vscode.window.createOutputChannel('Zonewright', { log: true });
  const initializationOptions: InitializationOptions = { snippetCommand: true, fileRequests: true };
  const client = createClient({ documentSelector: documentSelector(), outputChannel: output, initializationOptions });
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand('zonewright.showOutput', () => output.show()),
    vscode.commands.registerCommand('zonewright.restartServer', async () => {
      await client.stop();
      await client.start();
    }),
    registerInsertMailRecord(),
    registerApplySnippetEdit(),
    serveWorkspaceFiles(client),
    showZoneStatus(client),
    { dispose: () => client.dispose() },
  );
  await client.start();
}
