import { realpath, realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ask } from './asking.ts';
import type { Asking } from './asking.ts';

const realpathLater = promisify(realpath.native);

/** Folders of version control hold what people never mean to show, such as the token that a checkout was made with. */
const versionControl: ReadonlySet<string> = new Set(['.git', '.hg', '.svn']);

/** The same folders by other names: NTFS has short ones, drops dots and blanks at the end and takes what follows a colon for a stream; HFS+ ignores characters without width. */
const shortName = /^(?:git|hg|svn)~\d+$/;

function isVersionControl(name: string): boolean {
  const plain = name
    .toLowerCase()
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/:.*/, '')
    .replace(/[. ]+$/, '');
  return versionControl.has(plain) || shortName.test(plain);
}

/** Whether an absolute path is the folder or lies below it. */
export function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

/** The folders that may be read from, as they were given and as they are called after all links. Who gives a folder means it, wherever it leads. */
export class Bounds {
  readonly folders: readonly string[];
  private really: readonly string[] | undefined;

  /** @param folders absolute paths */
  constructor(folders: readonly string[]) {
    this.folders = [...new Set(folders)];
  }

  /** Every name of the folders. A folder that isn't there has only the name that was given. */
  *names(): Asking<readonly string[]> {
    if (this.really !== undefined) return this.really;
    const names = new Set(this.folders);
    for (const folder of this.folders) {
      try {
        names.add(
          yield* ask(
            () => realpathSync.native(folder),
            () => realpathLater(folder),
          ),
        );
      } catch {
        // Nothing can be read from a folder that is not there, and what asks for a file in it hears that.
      }
    }
    return (this.really = [...names]);
  }
}

/** The names of the folders and the file on the way down from a folder; undefined where the way leads elsewhere, or into a version control system's own files. */
export function wayDown(folder: string, file: string): readonly string[] | undefined {
  if (!isBelow(folder, file)) return undefined;
  const way = path
    .relative(folder, file)
    .split(path.sep)
    .filter((name) => name !== '');
  return way.some(isVersionControl) ? undefined : way;
}
