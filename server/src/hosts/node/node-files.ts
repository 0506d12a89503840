import type { Dirent } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileAccess } from '../../workspace/file-access.ts';
import { within } from '../../workspace/patient-files.ts';
import type { After } from '../../workspace/patient-files.ts';
import type { IncludeRefusal } from '../../zone/records/include-host.ts';
import { answerLater } from './asking.ts';
import { fileBytes, refusalOf } from './bounded-files.ts';
import { Bounds } from './bounds.ts';
import { entriesOf, packageFolders } from './folders.ts';

/** Milliseconds that a folder may take to say what is in it. */
const FOLDER_PATIENCE = 3000;

/** Node's timers. */
export const after: After = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/** The file system of the machine on which the server runs. */
export const nodeFiles: FileAccess = { list, read };

async function list(folder: string, limit: number): Promise<readonly string[]> {
  const found: string[] = [];
  let folders = 0,
    level = [fileURLToPath(folder)];
  while (level.length > 0 && found.length < limit) {
    const below: string[] = [];
    for (const directory of level) {
      if (++folders > limit) return found;
      for (const entry of await within(readable(directory), FOLDER_PATIENCE, () => [], after)) {
        if (entry.name.startsWith('.git') || packageFolders.has(entry.name)) continue;
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
async function readable(directory: string): Promise<readonly Dirent[]> {
  try {
    return await answerLater(entriesOf(directory));
  } catch (error) {
    refusalOf(error);
    return [];
  }
}

async function read(uri: string, limit: number, folders: readonly string[]): Promise<Uint8Array | IncludeRefusal> {
  try {
    const found = await answerLater(
      fileBytes(fileURLToPath(uri), { bounds: new Bounds(folders.map((folder) => fileURLToPath(folder))), limit }),
    );
    return 'refused' in found ? found.refused : found.bytes;
  } catch (error) {
    // Such as a URI that no path of this machine can have.
    return refusalOf(error).refused;
  }
}
