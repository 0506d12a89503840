import { readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { ask } from './asking.ts';
import type { Asking } from './asking.ts';

/** Folders of packages, whose zones are somebody else's. */
export const packageFolders: ReadonlySet<string> = new Set(['node_modules', 'bower_components', '__pycache__', 'venv']);

export type FolderEntry = Dirent;

/** What is in a folder, in the order of the names. Links are not followed, so that a search for files ends. */
export function* entriesOf(folder: string): Asking<readonly FolderEntry[]> {
  const entries = yield* ask(
    () => readdirSync(folder, { withFileTypes: true }),
    () => readdir(folder, { withFileTypes: true }),
  );
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a path that a person named is a folder, wherever links lead. */
export function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}
