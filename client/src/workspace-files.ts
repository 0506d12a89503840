import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FindFilesMethod, FindFilesParams, FindFilesResult, ReadFileMethod, ReadFileParams, ReadFileResult } from '../../server/src/lsp/messages.ts';

const findFiles: FindFilesMethod = 'zonewright/findFiles';
const readFile: ReadFileMethod = 'zonewright/readFile';

function toBase64(bytes: Uint8Array): string {
  // String.fromCharCode takes its octets as arguments, of which an engine accepts only so many.
  const chunk = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}

/** Answers the server's questions about files through the editor, whose file systems may be remote, virtual or in the browser. */
export function serveWorkspaceFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(findFiles, async ({ patterns, limit }: FindFilesParams): Promise<FindFilesResult> => {
      const found = await vscode.workspace.findFiles(`{${patterns.join(',')}}`, undefined, limit);
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
    client.onRequest(readFile, async ({ uri }: ReadFileParams): Promise<ReadFileResult> => {
      try {
        return { base64: toBase64(await vscode.workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri))) };
      } catch (error) {
        client.info(`${uri} was not read: ${error instanceof Error ? error.message : String(error)}`);
        return { base64: null };
      }
    }),
  );
}
