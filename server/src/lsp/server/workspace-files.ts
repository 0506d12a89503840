import type { ListFolder } from '../../config/paths/glob.ts';
import {
  baseName,
  folderOf,
  foldersUpFrom,
  isAbsolutePath,
  pathSegments,
  relativePath,
  resolvePath,
} from '../../config/paths/paths.ts';
import type { IncludeRefusal, ZoneHost } from '../../zone/records/include-host.ts';
import type { SourceText } from '../../zone/syntax/source-text.ts';
import { isBesideZones, mayBeConfig, mayBeZone } from './file-claims.ts';
import type { HeldText } from './held-text.ts';
import { keyOf } from './held-text.ts';
import type { FileAccess } from '../../workspace/file-access.ts';
import type { Texts } from './texts.ts';

/** Bounds for what is read without being asked for: files, octets a file, octets together. */
const MOST_LISTED = 20_000,
  MOST_ZONES = 5_000,
  MOST_CONFIGS = 500,
  MOST_CONFIG_ROUNDS = 8,
  LARGEST = 1 << 24,
  LARGEST_TOGETHER = 1 << 27;

export interface FileEvents {
  /** A file that may be a zone or an included file was read, read again with another text, or is gone. */
  fileRead(held: HeldText, replaced: HeldText | undefined): void;
  fileGone(held: HeldText): void;
  /** A file that an `$INCLUDE` asked for came or proved to be missing. */
  includesKnown(): void;
  /** Configuration was read. Returns the files that it names and that were not at hand. */
  configChanged(): readonly string[];
  /** Whether a configuration says that a server loads this file. */
  isServed(key: string): boolean;
  /** Zones or configurations ask for files with these names, which nobody would take for theirs. */
  filesNamed(names: readonly string[]): void;
  failed(error: unknown): void;
}

/** The files of the workspace folders: indexed in the background, and read when an `$INCLUDE` asks for one. Nothing outside the folders is read. */
export class WorkspaceFiles {
  private folders: readonly string[] = [];
  private readonly access: (uri: string) => FileAccess | undefined;
  private readonly texts: Texts;
  private readonly events: FileEvents;
  private readonly absent = new Map<string, IncludeRefusal>();
  private readonly reading = new Set<string>();
  private readonly configs = new Map<string, string>();
  /** The names in each folder that was searched. */
  private readonly listed = new Map<string, Set<string>>();
  private readonly named = new Set<string>();
  private octets = 0;
  private refreshing = 0;
  private indexing = 0;

  constructor(texts: Texts, access: (uri: string) => FileAccess | undefined, events: FileEvents) {
    this.texts = texts;
    this.access = access;
    this.events = events;
  }

  get folderKeys(): readonly string[] {
    return this.folders;
  }
  /** Whether the folders are still being searched and read for the first time. */
  get isIndexing(): boolean {
    return this.indexing > 0;
  }
  /** Whether a file is being read that somebody waits for. */
  get isReading(): boolean {
    return this.reading.size > 0 || this.refreshing > 0;
  }

  /** The folder of the workspace that a file lies in. */
  folderOf(key: string): string | undefined {
    return this.folders.find((folder) => relativePath(folder, key) !== undefined);
  }

  /** Files in a file's folder and below it, by their paths from there: those that `$INCLUDE` could name. */
  includable(key: string, most: number): readonly string[] {
    const folder = folderOf(key),
      found: string[] = [];
    for (const [other, names] of this.listed) {
      const below = other === folder ? '' : relativePath(folder, other);
      if (below === undefined) continue;
      for (const name of names) {
        const path = below === '' ? name : `${below}/${name}`;
        if (
          `${other}/${name}` === key ||
          `${other}${name}` === key ||
          name.startsWith('.') ||
          mayBeConfig(`${other}/${name}`)
        )
          continue;
        if (found.push(path) >= most) return found;
      }
    }
    return found;
  }

  /** Takes the workspace's folders; those that are new are searched. */
  async setFolders(uris: readonly string[]): Promise<void> {
    const before = this.folders;
    this.folders = uris.map(keyOf);
    this.absent.clear();
    this.forgetOutside(before.filter((folder) => !this.folders.includes(folder)));
    this.indexing++;
    try {
      for (const folder of this.folders) if (!before.includes(folder)) await this.index(folder);
    } catch (error) {
      this.events.failed(error);
    } finally {
      this.indexing--;
    }
  }

  private forgetOutside(gone: readonly string[]): void {
    const isGone = (key: string): boolean =>
      this.folderOf(key) === undefined && gone.some((folder) => relativePath(folder, key) !== undefined);
    for (const { key } of [...this.texts.all()]) if (isGone(key)) this.forget(key);
    for (const key of this.configs.keys()) if (isGone(key)) this.configs.delete(key);
    if (gone.length > 0) this.events.configChanged();
  }

  private async index(folder: string): Promise<void> {
    const access = this.access(folder);
    if (access === undefined) return;
    const found = (await access.list(folder, MOST_LISTED)).map(keyOf);
    for (const key of found) this.list(key);
    for (const key of found.filter(mayBeConfig).slice(0, MOST_CONFIGS)) await this.readConfig(key, access);
    if (this.configs.size > 0) await this.configChanged();
    let zones = 0;
    for (const key of found) {
      if (!this.isJudged(key) || this.texts.get(key)?.isOpen === true) continue;
      if (++zones > MOST_ZONES || this.octets > LARGEST_TOGETHER) return;
      await this.readText(key, access);
    }
  }

  /** Whether a file is read without being asked for. */
  private isJudged(key: string): boolean {
    return mayBeZone(key) || isBesideZones(key) || this.events.isServed(key);
  }

  private list(key: string): void {
    const folder = folderOf(key),
      names = this.listed.get(folder);
    if (names === undefined) this.listed.set(folder, new Set([baseName(key)]));
    else names.add(baseName(key));
  }

  /** Has the configuration read anew, with the files that it turns out to name. */
  private async configChanged(): Promise<void> {
    for (let rounds = 0; rounds < MOST_CONFIG_ROUNDS; rounds++) {
      const wanted = this.events.configChanged().map(keyOf);
      this.name(wanted.filter((key) => this.folderOf(key) !== undefined));
      const missing = wanted.filter(
        (key) => !this.configs.has(key) && this.listed.get(folderOf(key))?.has(baseName(key)) === true,
      );
      if (missing.length === 0 || this.configs.size > MOST_CONFIGS) return;
      for (const key of missing) {
        const access = this.access(key);
        if (access !== undefined) await this.readConfig(key, access);
      }
    }
  }

  private async readConfig(key: string, access: FileAccess): Promise<void> {
    const read = await access.read(key, 1 << 20, this.folders);
    if (typeof read === 'string') this.configs.delete(key);
    else this.configs.set(key, new TextDecoder().decode(read));
  }

  /** Reads a file and tells what became of it. */
  private async readText(key: string, access: FileAccess, folders = this.folders): Promise<IncludeRefusal | undefined> {
    const read = await access.read(key, LARGEST, folders);
    if (typeof read === 'string') {
      this.forget(key);
      return read;
    }
    this.octets += read.length;
    const known = this.texts.read(key, read);
    if (known !== undefined) this.events.fileRead(known.held, known.replaced);
    return undefined;
  }

  private forget(key: string): void {
    if (this.texts.get(key)?.isOpen === true) return;
    const gone = this.texts.drop(key);
    if (gone !== undefined) this.events.fileGone(gone);
  }

  /** The editor saw a file come, change or go. */
  async changed(uri: string): Promise<void> {
    const key = keyOf(uri),
      access = this.access(key);
    if (access === undefined || this.folderOf(key) === undefined) return;
    this.refreshing++;
    try {
      this.absent.delete(key);
      this.list(key);
      if (mayBeConfig(key) || this.configs.has(key)) {
        await this.readConfig(key, access);
        await this.configChanged();
      }
      if (this.isJudged(key) || this.texts.get(key) !== undefined) await this.readText(key, access);
    } catch (error) {
      this.events.failed(error);
    } finally {
      this.refreshing--;
      this.events.includesKnown();
    }
  }

  /** The text of a file that was open is the disk's again; what is no part of the workspace is forgotten. */
  async closed(key: string): Promise<void> {
    const access = this.access(key);
    if (access === undefined || this.folderOf(key) === undefined) this.forget(key);
    else await this.changed(key);
  }

  configKeys(): Iterable<string> {
    return this.configs.keys();
  }

  readonly listFolder: ListFolder = (folder) => {
    const names = this.listed.get(keyOf(folder));
    return names === undefined ? undefined : [...names];
  };

  configText(path: string): string | undefined {
    const key = keyOf(path);
    return this.texts.get(key)?.cut().text() ?? this.configs.get(key);
  }

  /** What the zone in a file sees of the others. */
  hostFor(rootKey: string): ZoneHost {
    return {
      include: (fileName, fromUri) => this.include(fileName, keyOf(fromUri), rootKey),
      named: (fileName) => this.withName(fileName, rootKey),
    };
  }

  /** Where an `$INCLUDE` may lead, best first; files outside the workspace are left out. */
  candidates(fileName: string, fromKey: string, rootKey: string): readonly string[] {
    const here = folderOf(fromKey),
      top = this.boundOf(fromKey, rootKey);
    if (top === undefined) return [];
    const inside = (folder: string): boolean => folder === top || relativePath(top, folder) !== undefined;
    const above = [here, folderOf(rootKey), ...foldersUpFrom(here)].filter(inside);
    const places = isAbsolutePath(fileName)
      ? [
          resolvePath(here, fileName),
          ...pathSegments(fileName).flatMap((_, k, all) =>
            above.map((folder) => resolvePath(folder, all.slice(k).join('/'))),
          ),
        ]
      : above.map((folder) => resolvePath(folder, fileName));
    return [...new Set(places)].filter((place) => relativePath(top, place) !== undefined);
  }

  private include(fileName: string, fromKey: string, rootKey: string): SourceText | IncludeRefusal {
    const candidates = this.candidates(fileName, fromKey, rootKey);
    if (candidates.length > 0) this.name([fileName]);
    let refusal: IncludeRefusal = this.leadsOutside(fileName, fromKey, rootKey) ? 'outside' : 'missing';
    for (const key of candidates) {
      const held = this.texts.get(key);
      if (held !== undefined) return held.cut();
      const why = this.absent.get(key);
      if (why === undefined) this.want(key, this.boundOf(fromKey, rootKey)!);
      else if (why !== 'missing') refusal = why;
    }
    return refusal;
  }

  /** The files with a name in the zone's folder of the workspace; where none is open, beside the zone. */
  private withName(fileName: string, rootKey: string): readonly SourceText[] {
    const top = this.boundOf(rootKey, rootKey);
    if (top === undefined) return [];
    if (this.folders.length === 0)
      for (const near of [fileName, `.well-known/${fileName}`]) this.look(resolvePath(top, near), top);
    return [...this.texts.all()]
      .filter(({ key }) => baseName(key) === fileName && relativePath(top, key) !== undefined)
      .map((held) => held.cut());
  }

  private look(key: string, bound: string): void {
    if (this.texts.get(key) === undefined && !this.absent.has(key)) this.want(key, bound);
  }

  /** The folder that includes stay in: of the workspace, and where no folder is open at all, that of the zone's file. */
  private boundOf(fromKey: string, rootKey: string): string | undefined {
    return (
      this.folderOf(fromKey) ?? this.folderOf(rootKey) ?? (this.folders.length === 0 ? folderOf(rootKey) : undefined)
    );
  }

  /** Tells once which names matter. */
  private name(files: readonly string[]): void {
    const fresh = [...new Set(files.map(baseName))].filter(
      (name) => name !== '' && !mayBeZone(name) && !mayBeConfig(name) && !this.named.has(name),
    );
    for (const name of fresh) this.named.add(name);
    if (fresh.length > 0) this.events.filesNamed(fresh);
  }

  private leadsOutside(fileName: string, fromKey: string, rootKey: string): boolean {
    const top = this.boundOf(fromKey, rootKey);
    return top !== undefined && relativePath(top, resolvePath(folderOf(fromKey), fileName)) === undefined;
  }

  /** Reads a file that an `$INCLUDE` asked for. */
  private want(key: string, bound: string): void {
    const access = this.access(key);
    if (access === undefined || this.reading.has(key)) return;
    this.reading.add(key);
    this.readText(key, access, [...this.folders, bound])
      .then((refusal) => {
        if (refusal !== undefined) this.absent.set(key, refusal);
      })
      .catch((error: unknown) => {
        this.absent.set(key, 'missing');
        this.events.failed(error);
      })
      .finally(() => {
        this.reading.delete(key);
        if (this.reading.size === 0) this.events.includesKnown();
      });
  }
}
