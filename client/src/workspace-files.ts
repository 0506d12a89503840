import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  FindFilesMethod,
  FindFilesParams,
  FindFilesResult,
  ReadFileMethod,
  ReadFileParams,
  ReadFileResult,
} from '../../server/src/lsp/protocol/messages.ts';

const findFiles: FindFilesMethod = 'zonewright/findFiles';
const readFile: ReadFileMethod = 'zonewright/readFile';

/** File systems that bring their own search. In any other, a search waits for a provider that never comes. */
const searchable: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);
const neverEntered: ReadonlySet<string> = new Set(['.git', 'node_modules']);

function toBase64(bytes: Uint8Array): string {
  // String.fromCharCode takes its octets as arguments, of which an engine accepts only so many.
  const chunk = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk) binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}

/** Every file of a folder, breadth first, up to a limit. */
async function walk(top: vscode.Uri, limit: number): Promise<readonly vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const folders = [top];
  for (let folder = folders.shift(); folder !== undefined && files.length < limit; folder = folders.shift()) {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
      const child = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.File) files.push(child);
      // A symbolic link to a folder has both bits, and may lead in a circle.
      else if (type === vscode.FileType.Directory && !neverEntered.has(name)) folders.push(child);
    }
  }
  return files.slice(0, limit);
}

async function filesOf(
  folder: vscode.WorkspaceFolder,
  { patterns, limit }: FindFilesParams,
): Promise<readonly vscode.Uri[]> {
  if (!searchable.has(folder.uri.scheme)) return walk(folder.uri, limit);
  return vscode.workspace.findFiles(new vscode.RelativePattern(folder, `{${patterns.join(',')}}`), undefined, limit);
}

/** Answers the server's questions about files through the editor, whose file systems may be remote, virtual or in the browser. */
export function serveWorkspaceFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(findFiles, async (params: FindFilesParams): Promise<FindFilesResult> => {
      const found = await Promise.all(
        (vscode.workspace.workspaceFolders ?? []).map((folder) => filesOf(folder, params)),
      );
      return found.flat().map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
    client.onRequest(readFile, async ({ uri, limit }: ReadFileParams): Promise<ReadFileResult> => {
      try {
        const file = client.protocol2CodeConverter.asUri(uri),
          { type, size } = await vscode.workspace.fs.stat(file);
        // A pipe or a device has neither bit, and might never answer.
        if ((type & (vscode.FileType.File | vscode.FileType.Directory)) === 0)
          return { base64: null, refused: 'special' };
        if (size > limit) return { base64: null, refused: 'too-large' };
        return { base64: toBase64(await vscode.workspace.fs.readFile(file)) };
      } catch (error) {
        client.info(`Can't read ${uri}: ${error instanceof Error ? error.message : String(error)}`);
        return { base64: null };
      }
    }),
  );
}
