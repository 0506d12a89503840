import { open, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { IncludeRefusal } from '../../zone/records/include-host.ts';
import type { FileAccess } from '../../workspace/file-access.ts';

const skipped = new Set(['node_modules', 'bower_components', '__pycache__', 'venv']);

/** The file system of the machine on which the server runs. */
export const nodeFiles: FileAccess = { list, read };

async function list(folder: string, limit: number): Promise<readonly string[]> {
  const found: string[] = [];
  let folders = 0, level = [fileURLToPath(folder)];
  while (level.length > 0 && found.length < limit) {
    const below: string[] = [];
    for (const directory of level) {
      if (++folders > limit) return found;
      for (const entry of await entriesOf(directory)) {
        if (entry.name.startsWith('.git') || skipped.has(entry.name)) continue;
        const full = path.join(directory, entry.name);
        if (entry.isDirectory()) below.push(full);
        else if (entry.isFile() || entry.isSymbolicLink()) found.push(pathToFileURL(full).href);
        if (found.length >= limit) return found;
      }
    }
    level = below;
  }
  return found;
}

/** A folder that vanished, or that nobody may read, holds nothing for us. */
async function entriesOf(directory: string): Promise<readonly { readonly name: string; isDirectory(): boolean; isFile(): boolean; isSymbolicLink(): boolean }[]> {
  try {
    return (await readdir(directory, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isFileError(error)) return [];
    throw error;
  }
}

async function read(uri: string, limit: number, folders: readonly string[]): Promise<Uint8Array | IncludeRefusal> {
  try {
    const file = await realpath(fileURLToPath(uri));
    const roots = await Promise.all(folders.map((folder) => realpath(fileURLToPath(folder)).catch(() => undefined)));
    if (!roots.some((root) => root !== undefined && isBelow(root, file))) return 'outside';
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > limit) return 'too-large';
      const buffer = await handle.readFile();
      return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isFileError(error)) return error.code === 'EISDIR' ? 'directory' : 'missing';
    throw error;
  }
}

function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
