import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateZonewright, type ZonewrightExports } from './client.ts';

export function activate(context: vscode.ExtensionContext): Promise<ZonewrightExports> {
  const module = context.asAbsolutePath('dist/server-node.js');
  return activateZonewright(
    context,
    (options) =>
      new LanguageClient(
        'zonewright',
        'Zonewright',
        {
          run: { module, transport: TransportKind.ipc },
          debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--inspect=6009'] } },
        },
        options,
      ),
  );
}
