import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Resolver } from '../../mail/dns/resolver.ts';
import type { IncludeRefusal, ZoneHost } from '../../zone/records/include-host.ts';
import { readsLikeRecords } from '../../config/zone-files/reads-like-zone.ts';
import type { Bounds } from '../../hosts/node/bounds.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { SourceText } from '../../zone/syntax/source-text.ts';
import { LARGEST_INCLUDED, readBytes } from './read-bytes.ts';
import { isBesideZones, textOf } from './zone-files.ts';

export interface IncludeHostOptions {
  /** No file outside them is read. */
  readonly bounds: Bounds;
  /** Absolute paths of files that are no zones, but that records are held against. */
  readonly beside?: readonly string[];
  /** Where a name server that is configured would look first. */
  readonly directory?: string;
  /** Text that stands for what is on the disk, by absolute path. */
  readonly overlay?: ReadonlyMap<string, Uint8Array>;
  /** The files that were read already for other zones of the same run. */
  readonly texts?: IncludedTexts;
  /** Answers for names that no file holds. */
  readonly beyond?: Resolver | undefined;
}

/** One for all: a file is cut at a stretch. */
const lexer = new Lexer();

/** How much of the files that zones include is kept for the next zone, in octets. */
const MOST_KEPT = 1 << 25;

/** Files that zones include or are held against, each read once however many zones there are. */
export class IncludedTexts {
  private readonly texts = new Map<string, SourceText | IncludeRefusal>();
  private readonly byName = new Map<string, readonly SourceText[]>();
  private octets = 0;

  get(file: string): SourceText | IncludeRefusal | undefined {
    return this.texts.get(file);
  }

  set(file: string, text: SourceText | IncludeRefusal): void {
    if (typeof text !== 'string') this.octets += text.byteLength;
    if (this.octets > MOST_KEPT) {
      this.texts.clear();
      this.octets = typeof text === 'string' ? 0 : text.byteLength;
    }
    this.texts.set(file, text);
  }

  named(fileName: string, find: () => readonly SourceText[]): readonly SourceText[] {
    let found = this.byName.get(fileName);
    if (found === undefined) this.byName.set(fileName, (found = find()));
    return found;
  }
}

/**
 * Finds the files of `$INCLUDE` on the disk. A relative name is looked for where BIND looks (the server's `directory`, the working folder), where Knot does
 * (beside the including file) and beside the zone's own file.
 */
export function includeHost(zoneFile: string, options: IncludeHostOptions): ZoneHost {
  const texts = options.texts ?? new IncludedTexts();
  return {
    beyond: options.beyond,
    include(fileName, fromUri) {
      const folders = [
        options.directory,
        path.dirname(fileURLToPath(fromUri)),
        path.dirname(zoneFile),
        process.cwd(),
      ].filter((folder) => folder !== undefined);
      let refusal: IncludeRefusal | undefined;
      for (const folder of new Set(folders)) {
        const found = open(path.resolve(folder, fileName));
        if (typeof found !== 'string') return found;
        // Where the file would be looked for first decides what is said, unless it is found later and can't be used.
        if (refusal === undefined || (found !== 'missing' && found !== 'outside')) refusal = found;
      }
      return refusal ?? 'missing';
    },
    named(fileName) {
      return texts.named(fileName, () =>
        (options.beside ?? [])
          .filter((file) => path.basename(file) === fileName)
          .map(open)
          .filter((text) => typeof text !== 'string'),
      );
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
    const overlaid = options.overlay?.get(file),
      found =
        overlaid === undefined ? readBytes(file, options.bounds, LARGEST_INCLUDED) : { bytes: overlaid, linked: false };
    if ('refused' in found) return found.refused === 'binary' ? 'foreign' : found.refused;
    if (overlaid === undefined && !reads(file, found)) return 'foreign';
    const text = new SourceText(pathToFileURL(file).href, lexer);
    text.load(found.bytes, () => undefined);
    return text;
  }
}

/** What is only pointed at must read like what it is pointed at for. A policy beside the zones has its name for that, unless a link led to it. */
function reads(file: string, { bytes, linked }: { readonly bytes: Uint8Array; readonly linked: boolean }): boolean {
  const head = textOf(bytes);
  return isBesideZones(file) ? !linked || /STSv1/i.test(head) : readsLikeRecords(head);
}
