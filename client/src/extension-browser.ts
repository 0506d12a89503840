import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateZonewright, type ZonewrightExports } from './client.ts';

export function activate(context: vscode.ExtensionContext): Promise<ZonewrightExports> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server.js').toString(true);
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateZonewright(
    context,
    (options) =>
      new LanguageClient(
        'zonewright',
        'Zonewright',
        () => {
          // A restart asks again; the worker before it would live on.
          worker?.terminate();
          worker = new Worker(script);
          return Promise.resolve({
            reader: new BrowserMessageReader(worker),
            writer: new BrowserMessageWriter(worker),
          });
        },
        options,
      ),
  );
}
