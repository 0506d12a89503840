import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { IncludeRefusal, ZoneHost } from '../../zone/records/include-host.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { SourceText } from '../../zone/syntax/source-text.ts';
import { readBytes } from './read-bytes.ts';

/** Octets. VS Code hands no larger file to an extension, so none is included here either. */
const LARGEST = 1 << 28;

export interface IncludeHostOptions {
  /** Folders, absolute: no file outside them is read. */
  readonly roots: readonly string[];
  /** Absolute paths of files that are no zones, but that records are held against. */
  readonly beside?: readonly string[];
  /** Where a name server that is configured would look first. */
  readonly directory?: string;
  /** Text that stands for what is on the disk, by absolute path. */
  readonly overlay?: ReadonlyMap<string, Uint8Array>;
}

/**
 * Finds the files of `$INCLUDE` on the disk. A relative name is looked for where BIND looks (the server's `directory`, the working folder), where Knot does
 * (beside the including file) and beside the zone's own file.
 */
export function includeHost(zoneFile: string, options: IncludeHostOptions): ZoneHost {
  const texts = new Map<string, SourceText | IncludeRefusal>();
  return {
    include(fileName, fromUri) {
      const folders = [options.directory, path.dirname(fileURLToPath(fromUri)), path.dirname(zoneFile), process.cwd()].filter((folder) => folder !== undefined);
      let refusal: IncludeRefusal = 'missing';
      for (const folder of new Set(folders)) {
        const found = open(path.resolve(folder, fileName));
        if (typeof found !== 'string') return found;
        if (found !== 'missing') refusal = found;
      }
      return refusal;
    },
    named(fileName) {
      return (options.beside ?? []).filter((file) => path.basename(file) === fileName).map(open).filter((text) => typeof text !== 'string');
    },
  };

  function open(file: string): SourceText | IncludeRefusal {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const found = read(file);
    texts.set(file, found);
    return found;
  }

  function read(file: string): SourceText | IncludeRefusal {
    const kind = statSync(file, { throwIfNoEntry: false });
    if (kind === undefined) return 'missing';
    if (kind.isDirectory()) return 'directory';
    if (!isInside(file, options.roots)) return 'outside';
    if (kind.size > LARGEST) return 'too-large';
    const overlaid = options.overlay?.get(file), result = overlaid === undefined ? readBytes(file) : { bytes: overlaid };
    if ('refused' in result) return 'missing';
    const text = new SourceText(pathToFileURL(file).href, new Lexer());
    text.load(result.bytes, () => undefined);
    return text;
  }
}

/** Whether a file lies below one of the folders, also where its symbolic links really lead. */
function isInside(file: string, roots: readonly string[]): boolean {
  const real = realpathSync(file);
  return roots.some((root) => isBelow(root, real) || isBelow(realpathSync(root), real));
}

/** Whether an absolute path is the folder or lies below it. */
export function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way)) || way.startsWith('...');
}
