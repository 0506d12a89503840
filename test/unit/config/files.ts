import type { ListFolder } from '../../../server/src/config/paths/glob.ts';
import { folderOf } from '../../../server/src/config/paths/paths.ts';
import type { ConfigProblem } from '../../../server/src/config/reading/places.ts';
import type { ConfiguredZone, ReadFile } from '../../../server/src/config/reading/server-config.ts';

/** Files held in memory, as a workspace would give them. */
export function held(files: Readonly<Record<string, string>>): { readonly read: ReadFile; readonly list: ListFolder } {
  const folders = new Map<string, Set<string>>();
  for (let path of Object.keys(files)) {
    for (let folder = folderOf(path); folder !== path; path = folder, folder = folderOf(path)) {
      const names = folders.get(folder) ?? new Set<string>();
      folders.set(folder, names.add(path.slice(path.lastIndexOf('/') + 1)));
    }
  }
  return {
    read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    list: (folder) => (folders.has(folder) ? [...folders.get(folder)!] : undefined),
  };
}

/** A zone in one line: apex, role, content when it isn't a plain zone, path, and view. */
export function line({ apex, role, content, path, view, internal }: ConfiguredZone): string {
  return [
    apex,
    role,
    ...(content === 'zone' ? [] : [content]),
    path,
    ...(view === undefined ? [] : [`view ${view}`]),
    ...(internal ? ['internal'] : []),
  ].join(' ');
}

/** What stands at the problem's place. */
export function marked(problem: ConfigProblem, text: string): string {
  return text.slice(problem.at.start.offset, problem.at.end.offset);
}
