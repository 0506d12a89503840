import type { Filled } from '../../findings/code.ts';
import { expandGlob, isGlob, type ListFolder } from '../paths/glob.ts';
import { foldersUpFrom, folderOf, isAbsolutePath, normalizePath, pathSegments, resolvePath } from '../paths/paths.ts';
import { PlacedText, configWords, type ConfigProblem, type ConfigSpan } from './places.ts';
import type { Arguments, CodeOf, Message } from '../../findings/codes/index.ts';
import type { ConfigSource, ConfiguredZone, ReceivedFile, ServerConfig, ServerKind } from './server-config.ts';

/** Bounds for a configuration that includes itself in a roundabout way. */
const DEEPEST_INCLUDE = 16,
  MOST_FILES = 5000,
  MOST_PROBLEMS = 500;

/** One reading of a configuration: which files were opened, which were wanted, what was wrong. */
export class ConfigReading {
  readonly root: string;
  readonly rootFolder: string;
  private readonly source: ConfigSource;
  private readonly found: ConfigProblem[] = [];
  private readonly files = new Set<string>();
  private readonly wanted = new Set<string>();
  private openings = 0;

  constructor(source: ConfigSource) {
    this.source = source;
    this.root = normalizePath(source.path);
    this.rootFolder = folderOf(this.root);
  }

  open(path: string): PlacedText | undefined {
    if (this.openings >= MOST_FILES) return undefined;
    const text = this.source.read(path);
    if (text === undefined) {
      this.wanted.add(path);
      return undefined;
    }
    this.openings++;
    this.files.add(path);
    return new PlacedText(path, text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text);
  }

  /**
   * The files that an include names. Reports a missing file, a cycle, too deep a nesting.
   * @param said the file name or pattern as written
   * @param folders where a relative name may start, the server's own choice first
   * @param chain the files that lead here, the first one first
   */
  included(said: string, folders: readonly string[], at: ConfigSpan, chain: readonly string[]): readonly PlacedText[] {
    const paths = isGlob(said) ? this.expanded(said, folders) : [this.firstHeld(said, folders, chain)];
    if (paths.length === 1 && paths[0] === undefined) {
      this.report('config/include-missing', 'missing', at, { file: said });
      return [];
    }
    return paths.flatMap((path) => {
      if (path === undefined) return [];
      if (chain.includes(path)) {
        this.report('config/include-cycle', 'cycle', at, { file: said });
        return [];
      }
      if (chain.length > DEEPEST_INCLUDE) {
        this.report('config/include-depth', 'deep', at, { limit: DEEPEST_INCLUDE, file: said });
        return [];
      }
      const text = this.open(path);
      return text === undefined ? [] : [text];
    });
  }

  report<C extends CodeOf<'config'>, M extends Message<C>>(
    code: C,
    message: M,
    at: ConfigSpan,
    ...args: Filled<Arguments<C, M>>
  ): void {
    this.add({ ...configWords(code, message, ...args), at });
  }

  add(problem: ConfigProblem): void {
    if (this.found.length < MOST_PROBLEMS) this.found.push(problem);
  }

  result(kind: ServerKind, zones: readonly ConfiguredZone[], received: readonly ReceivedFile[] = []): ServerConfig {
    return {
      kind,
      path: this.root,
      zones,
      received,
      problems: this.found,
      files: [...this.files],
      wanted: [...this.wanted].filter((path) => !this.files.has(path)),
    };
  }

  private firstHeld(said: string, folders: readonly string[], chain: readonly string[]): string | undefined {
    if (said === '') return undefined;
    const spoken = this.spoken(said, folders).map(resolved),
      copies = this.copies(said, folders)
        .map(resolved)
        .filter((path) => !chain.includes(path));
    return [...new Set([...spoken, ...copies])].find((path) => {
      if (this.files.has(path)) return true;
      const held = this.source.read(path) !== undefined;
      if (!held) this.wanted.add(path);
      return held;
    });
  }

  private expanded(said: string, folders: readonly string[]): readonly string[] {
    const list: ListFolder = (folder) => {
      const names = this.source.list?.(folder);
      if (names === undefined) this.wanted.add(folder);
      return names;
    };
    // A pattern for file names alone would take in whatever lies beside a copy.
    const copies = this.copies(said, folders).filter(([, path]) => path.includes('/'));
    for (const [folder, path] of [...this.spoken(said, folders), ...copies]) {
      const paths = expandGlob(folder, path, list);
      if (paths !== undefined && paths.length > 0) return paths;
    }
    return [];
  }

  /** Where the server looks, in order: a folder, and a path or pattern in it. */
  private spoken(said: string, folders: readonly string[]): readonly Place[] {
    return isAbsolutePath(said) ? [[this.rootFolder, said]] : folders.map((folder) => [folder, said]);
  }

  /**
   * Where a copy of the server's files may keep the file: a configuration under version control says `/etc/bind/zones/x`, and the file lies
   * in `zones/x` beside it, or below the folder that stands for the server's root.
   */
  private copies(said: string, folders: readonly string[]): readonly Place[] {
    const serverPaths = isAbsolutePath(said)
      ? [pathSegments(said)]
      : folders.map((folder) => [...pathSegments(folder), ...pathSegments(said)]);
    return serverPaths.flatMap((segments) => [
      ...segments.map((_, i): Place => [this.rootFolder, segments.slice(i).join('/')]),
      ...foldersUpFrom(this.rootFolder)
        .slice(1)
        .map((folder): Place => [folder, segments.join('/')]),
    ]);
  }
}

/** A folder, and a path or pattern in it. */
type Place = readonly [string, string];

const resolved = ([folder, path]: Place): string => resolvePath(folder, path);
