import type { Connection } from 'vscode-languageserver';
import { relativePath } from '../../config/paths/paths.ts';
import type { IncludeRefusal } from '../../zone/records/include-host.ts';
import type { FileAccess } from '../../workspace/file-access.ts';
import type {
  FindFilesMethod,
  FindFilesParams,
  FindFilesResult,
  ReadFileMethod,
  ReadFileParams,
  ReadFileResult,
} from '../protocol/messages.ts';

const findFiles: FindFilesMethod = 'zonewright/findFiles';
const readFile: ReadFileMethod = 'zonewright/readFile';

/** The editor's own file systems: remote, virtual, in the browser. For editors that know the requests of `messages.ts`. */
export function clientFiles(connection: Connection, patterns: readonly string[]): FileAccess {
  return {
    async list(folder, limit) {
      const params: FindFilesParams = { patterns, limit };
      const found = await connection.sendRequest<FindFilesResult | null>(findFiles, params);
      return (found ?? []).filter((uri) => relativePath(folder, uri) !== undefined);
    },
    async read(uri, limit): Promise<Uint8Array | IncludeRefusal> {
      const params: ReadFileParams = { uri, limit };
      const result = await connection.sendRequest<ReadFileResult | null>(readFile, params);
      if (result === null || result.base64 === null) return result?.refused ?? 'missing';
      if (result.base64.length > limit * 1.4) return 'too-large';
      return Uint8Array.from(atob(result.base64), (character) => character.charCodeAt(0));
    },
  };
}
