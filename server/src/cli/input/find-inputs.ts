import path from 'node:path';
import { configWords, type ConfigProblem } from '../../config/reading/places.ts';
import { serverKindOf } from '../../config/servers/read-server-config.ts';
import type { ConfiguredZone, ServerConfig } from '../../config/reading/server-config.ts';
import { isIgnored } from '../../config/settings/settings.ts';
import { Failure, reasonOf } from '../process/failure.ts';
import type { FileNames } from '../process/file-names.ts';
import { readsLikeRecords } from '../../config/zone-files/reads-like-zone.ts';
import { readsLikeServerConfig } from '../../config/servers/config-shape.ts';
import { Bounds } from '../../hosts/node/bounds.ts';
import { isFolder } from '../../hosts/node/folders.ts';
import { LARGEST_ZONE, readBytes, whyRefused } from './read-bytes.ts';
import { outermost, serverConfig } from './server-configs.ts';
import type { SettingsFiles } from './settings-files.ts';
import { filesBelow, headOf, isBesideZones, policiesNear, textOf } from './zone-files.ts';
import type { Inputs, InputTrouble, ZoneInput } from './zone-input.ts';

export interface FindOptions {
  /** Absolute name of the apex of the one file that is given. */
  readonly origin: string | undefined;
  readonly settings: SettingsFiles;
  readonly names: FileNames;
  /** Whether the folder that a configuration on the command line calls its `directory` may be read as well. */
  readonly allowOutside?: boolean;
  /** Called now and then with the number of files that were looked at. */
  readonly onFile: (files: number) => void;
}

/** Every zone that paths on the command line stand for: zone files as they are, the zones of a server's configuration, and what a folder holds of both. */
export async function findInputs(paths: readonly string[], options: FindOptions): Promise<Inputs> {
  const given = paths.map((written) => ({ written, ...kindOf(options.names.give(written)) }));
  const finder = new InputFinder(
    options,
    new Bounds(given.map(({ path: absolute, folder }) => (folder === true ? absolute : rootOf(absolute)))),
  );
  for (const { written, path: absolute, folder } of given) {
    if (folder === true) await finder.folder(absolute, written);
    else if (folder === false) await finder.file(absolute, written);
    else finder.unreadable(absolute, `${written} can't be read: ${folder.reason}.`);
  }
  return finder.inputs;
}

/** The folder that a file's `$INCLUDE` may read from: the working folder where the file lies in it, else the file's own. */
export function rootOf(file: string): string {
  const cwd = process.cwd();
  return file.startsWith(cwd + path.sep) ? cwd : path.dirname(file);
}

/** Whether a path is a folder, or why that can't be told. */
function kindOf(absolute: string): { readonly path: string; readonly folder: boolean | { readonly reason: string } } {
  try {
    return { path: absolute, folder: isFolder(absolute) };
  } catch (error) {
    return { path: absolute, folder: { reason: reasonOf(error) } };
  }
}

class InputFinder {
  private readonly options: FindOptions;
  private readonly zones: ZoneInput[] = [];
  private readonly troubles: InputTrouble[] = [];
  private readonly configProblems: ConfigProblem[] = [];
  private bounds: Bounds;
  private readonly beside = new Set<string>();
  private readonly named = new Set<string>();
  /** Files that were taken already, by path, apex and view. */
  private readonly taken = new Set<string>();
  private looked = 0;
  /** Zone files of the configuration that is being read that lie outside the bounds. */
  private outside: string[] = [];

  constructor(options: FindOptions, bounds: Bounds) {
    this.options = options;
    this.bounds = bounds;
    options.settings.bounds = bounds;
  }

  get inputs(): Inputs {
    const { settings } = this.options;
    return {
      zones: this.zones,
      troubles: [...settings.troubles, ...this.troubles],
      problems: [...settings.problems, ...this.configProblems],
      bounds: this.bounds,
      named: [...this.named],
      beside: [...this.beside],
    };
  }

  /** A file that is named on the command line. */
  async file(file: string, written: string): Promise<void> {
    const { origin } = this.options,
      read = readBytes(file, this.bounds);
    if ('refused' in read) {
      this.troubles.push({
        path: file,
        code: read.refused === 'binary' ? 'file/binary' : 'file/unreadable',
        message: `${written} ${read.why}.`,
      });
      return;
    }
    if (read.bytes.length === 0) {
      this.troubles.push({
        path: file,
        code: 'file/empty',
        message: `${written} is empty: a zone needs at least its SOA and NS records.`,
      });
      return;
    }
    if (origin === undefined && serverKindOf(file, textOf(read.bytes)) !== undefined) return this.configuration(file);
    this.lookBeside(file, rootOf(file));
    this.named.add(file);
    await this.zone(file, read.bytes, [], true);
  }

  /** A folder: all its zone files, told by the configurations in it. */
  async folder(folder: string, written: string): Promise<void> {
    if (this.options.origin !== undefined) throw new Failure(`--origin is for one file, but ${written} is a folder.`);
    const { claimsFile } = await import('../../workspace/zone-identity.ts');
    this.named.add(folder);
    const claimed: string[] = [],
      configs: ServerConfig[] = [];
    const say = (file: string, why: string): void => this.unreadable(file, `${this.options.names.show(file)} ${why}.`);
    for (const file of filesBelow(folder, say)) {
      this.options.onFile(++this.looked);
      if (isBesideZones(file)) this.beside.add(file);
      const head = headOf(file, this.bounds);
      if ('refused' in head) {
        // A link to nowhere or to a folder, a pipe, a file of no interest that may not be read: nobody named them, and no zone is missed.
        if (
          (head.refused === 'outside' || head.refused === 'unreadable') &&
          (claimsFile(file, '') || serverKindOf(file, '') !== undefined)
        )
          say(file, whyRefused(head, LARGEST_ZONE));
        continue;
      }
      const { text, linked } = head;
      if (text === '' || isIgnored(await this.options.settings.of(file), file)) continue;
      const config =
        serverKindOf(file, text) === undefined || (linked && !readsLikeServerConfig(text))
          ? undefined
          : serverConfig(file, this.bounds);
      if (config !== undefined) configs.push(config);
      else if (claimsFile(file, text) && (!linked || readsLikeRecords(text))) claimed.push(file);
    }
    const known = outermost(configs);
    for (const { problems } of known) this.configProblems.push(...problems);
    for (const file of claimed) {
      const read = readBytes(file, this.bounds);
      if (!('refused' in read)) await this.zone(file, read.bytes, known, false);
      else if (read.refused !== 'binary') say(file, read.why);
    }
  }

  /** The configuration of a server that is named on the command line: the zones that it serves as their primary. */
  private async configuration(file: string): Promise<void> {
    let config = serverConfig(file, this.bounds);
    if (config !== undefined && this.options.allowOutside === true) {
      this.options.settings.bounds = this.bounds = new Bounds([
        ...this.bounds.folders,
        ...config.zones.flatMap((zone) => directoryOf(zone) ?? []),
      ]);
      config = serverConfig(file, this.bounds);
    }
    if (config === undefined) return;
    this.configProblems.push(...config.problems);
    this.outside = [];
    for (const zone of config.zones) if (zone.role === 'primary' && zone.content !== 'hint') await this.served(zone);
    const [first] = this.outside,
      more = new Set(this.outside).size - 1;
    if (first === undefined) return;
    const others = more === 0 ? '' : ` (and ${more} more zone ${more === 1 ? 'file' : 'files'})`;
    this.unreadable(
      first,
      `${this.options.names.show(first)}${others} is outside the folders to check, so it isn't read; name its folder as well, or allow the server's own directory with --allow-outside.`,
    );
  }

  private async served(zone: ConfiguredZone): Promise<void> {
    const { path: file, apex, view, internal, fileAt } = zone,
      read = readBytes(file, this.bounds),
      name = this.options.names.show(file);
    if ('refused' in read && read.refused === 'outside') return void this.outside.push(file);
    if ('refused' in read && (read.refused === 'special' || read.refused === 'too-large'))
      return this.unreadable(file, `${name} ${read.why}.`);
    if ('refused' in read) {
      this.configProblems.push({
        ...configWords('config/zone-file', 'unreadable', {
          zone: apex === '.' ? 'the root zone' : apex.slice(0, -1),
          file: name,
          why: read.why,
        }),
        at: fileAt,
      });
      return;
    }
    if (!readsLikeRecords(textOf(read.bytes)))
      return this.unreadable(file, `${name} doesn't read like a zone file, so it isn't checked.`);
    this.lookBeside(file, path.dirname(file));
    this.named.add(file);
    const settings = await this.options.settings.of(file);
    this.add({
      path: file,
      bytes: read.bytes,
      apex,
      view,
      settings: this.options.settings.ruleSettings(settings, internal),
      directory: directoryOf(zone),
      received: false,
      named: true,
    });
  }

  unreadable(file: string, message: string): void {
    this.troubles.push({ path: file, code: 'file/unreadable', message });
  }

  private lookBeside(file: string, root: string): void {
    for (const policy of policiesNear(file, root)) this.beside.add(policy);
  }

  private async zone(file: string, bytes: Uint8Array, configs: readonly ServerConfig[], named: boolean): Promise<void> {
    for (const input of await identified(file, bytes, configs, this.options, named)) this.add(input);
  }

  private add(input: ZoneInput): void {
    const key = `${input.path}\u0000${input.apex ?? ''}\u0000${input.view ?? ''}`;
    if (this.taken.has(key)) return;
    this.taken.add(key);
    this.zones.push(input);
  }
}

/** The zones that a file holds: one, or one for each apex and view that a configuration serves it for. */
export async function identified(
  file: string,
  bytes: Uint8Array,
  configs: readonly ServerConfig[],
  { origin, settings }: Pick<FindOptions, 'origin' | 'settings'>,
  named: boolean,
): Promise<readonly ZoneInput[]> {
  const { identifyZone, isReceived } = await import('../../workspace/zone-identity.ts');
  const all = await settings.of(file),
    {
      apex: told,
      isGuess,
      view,
      internal,
      served,
      content,
    } = identifyZone(file, textOf(bytes), { configs, mappings: all.zones });
  // Root hints name the servers of the root zone and are not that zone: what is not in them may well exist.
  const apex = content === 'hint' ? undefined : told;
  const input = { path: file, bytes, named, received: content === 'hint' || isReceived(configs, file) };
  const directory = served[0] === undefined ? undefined : directoryOf(served[0]);
  if (origin !== undefined || served.length < 2)
    return [
      {
        ...input,
        apex: origin ?? apex,
        isGuess: isGuess && origin === undefined,
        view,
        settings: settings.ruleSettings(all, internal),
        directory,
      },
    ];
  return served
    .filter((zone) => apex === undefined || zone.apex === apex)
    .map((zone) => ({
      ...input,
      apex: zone.apex,
      view: zone.view,
      settings: settings.ruleSettings(all, zone.internal),
      directory: directoryOf(zone),
    }));
}

/** The folder that the server takes relative file names from, where the zone's own file name shows it. */
function directoryOf({ file, path: whole }: ConfiguredZone): string | undefined {
  return whole.endsWith(`/${file}`) ? whole.slice(0, -file.length - 1) || '/' : undefined;
}
