import { statSync } from 'node:fs';
import path from 'node:path';
import type { ConfigProblem } from '../../config/reading/places.ts';
import { serverKindOf } from '../../config/servers/read-server-config.ts';
import type { ConfiguredZone, ServerConfig } from '../../config/reading/server-config.ts';
import { isIgnored } from '../../config/settings/settings.ts';
import { Failure, reasonOf } from '../process/failure.ts';
import type { FileNames } from '../process/file-names.ts';
import { readBytes } from './read-bytes.ts';
import { outermost, serverConfig } from './server-configs.ts';
import type { SettingsFiles } from './settings-files.ts';
import { filesBelow, headOf, isBesideZones, policiesNear, textOf } from './zone-files.ts';
import type { Inputs, InputTrouble, ZoneInput } from './zone-input.ts';

export interface FindOptions {
  /** Absolute name of the apex of the one file that is given. */
  readonly origin: string | undefined;
  readonly settings: SettingsFiles;
  readonly names: FileNames;
  /** Called now and then with the number of files that were looked at. */
  readonly onFile: (files: number) => void;
}

/** Every zone that paths on the command line stand for: zone files as they are, the zones of a server's configuration, and what a folder holds of both. */
export async function findInputs(paths: readonly string[], options: FindOptions): Promise<Inputs> {
  const finder = new InputFinder(options);
  for (const written of paths) {
    const absolute = options.names.give(written);
    if (isFolder(absolute, written)) await finder.folder(absolute, written);
    else await finder.file(absolute, written);
  }
  return finder.inputs;
}

/** The folder that a file's `$INCLUDE` may read from: the working folder where the file lies in it, else the file's own. */
export function rootOf(file: string): string {
  const cwd = process.cwd();
  return file.startsWith(cwd + path.sep) ? cwd : path.dirname(file);
}

function isFolder(absolute: string, written: string): boolean {
  try {
    return statSync(absolute).isDirectory();
  } catch (error) {
    throw new Failure(`${written} can't be read: ${reasonOf(error)}.`);
  }
}

class InputFinder {
  private readonly options: FindOptions;
  private readonly zones: ZoneInput[] = [];
  private readonly troubles: InputTrouble[] = [];
  private readonly configProblems: ConfigProblem[] = [];
  private readonly roots = new Set<string>();
  private readonly beside = new Set<string>();
  /** Files that were taken already, by path, apex and view. */
  private readonly taken = new Set<string>();
  private looked = 0;

  constructor(options: FindOptions) { this.options = options; }

  get inputs(): Inputs {
    return { zones: this.zones, troubles: this.troubles, problems: [...this.options.settings.problems, ...this.configProblems], roots: [...this.roots], beside: [...this.beside] };
  }

  /** A file that is named on the command line. */
  async file(file: string, written: string): Promise<void> {
    const { origin } = this.options, read = readBytes(file);
    this.roots.add(rootOf(file));
    if ('refused' in read) {
      this.troubles.push({ path: file, code: `file/${read.refused}`, message: `${written} ${read.why}.` });
      return;
    }
    if (read.bytes.length === 0) {
      this.troubles.push({ path: file, code: 'file/empty', message: `${written} is empty: a zone needs at least its SOA and NS records.` });
      return;
    }
    if (origin === undefined && serverKindOf(file, textOf(read.bytes)) !== undefined) return this.configuration(serverConfig(file));
    this.lookBeside(file, rootOf(file));
    await this.zone(file, read.bytes, [], true);
  }

  /** A folder: all its zone files, told by the configurations in it. */
  async folder(folder: string, written: string): Promise<void> {
    if (this.options.origin !== undefined) throw new Failure(`--origin names the zone of one file, but ${written} is a folder.`);
    const { claimsFile } = await import('../../workspace/zone-identity.ts');
    const claimed: string[] = [], configs: ServerConfig[] = [];
    for (const file of filesBelow(folder)) {
      this.options.onFile(++this.looked);
      if (isBesideZones(file)) this.beside.add(file);
      const head = headOf(file);
      if (head === undefined || head === '' || isIgnored(await this.options.settings.of(file), file)) continue;
      const config = serverKindOf(file, head) === undefined ? undefined : serverConfig(file);
      if (config !== undefined) configs.push(config);
      else if (claimsFile(file, head)) claimed.push(file);
    }
    this.roots.add(folder);
    const known = outermost(configs);
    for (const { problems } of known) this.configProblems.push(...problems);
    for (const file of claimed) {
      const read = readBytes(file);
      if (!('refused' in read)) await this.zone(file, read.bytes, known, false);
    }
  }

  /** The configuration of a server that is named on the command line: the zones that it serves as their primary. */
  private async configuration(config: ServerConfig | undefined): Promise<void> {
    if (config === undefined) return;
    this.configProblems.push(...config.problems);
    for (const zone of config.zones) if (zone.role === 'primary' && zone.content !== 'hint') await this.served(zone);
  }

  private async served(zone: ConfiguredZone): Promise<void> {
    const { path: file, apex, view, internal, fileAt } = zone, read = readBytes(file);
    if ('refused' in read) {
      const name = this.options.names.show(file);
      this.configProblems.push({ code: 'config/zone-file', severity: 'error', message: `The file of ${apex === '.' ? 'the root zone' : apex.slice(0, -1)}, ${name}, ${read.why}, so the server can't load the zone.`, at: fileAt });
      return;
    }
    this.roots.add(path.dirname(file));
    this.lookBeside(file, path.dirname(file));
    const settings = await this.options.settings.of(file);
    this.add({ path: file, bytes: read.bytes, apex, view, settings: this.options.settings.ruleSettings(settings, internal), directory: directoryOf(zone), named: true });
  }

  private lookBeside(file: string, root: string): void { for (const policy of policiesNear(file, root)) this.beside.add(policy); }

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
export async function identified(file: string, bytes: Uint8Array, configs: readonly ServerConfig[], { origin, settings }: Pick<FindOptions, 'origin' | 'settings'>, named: boolean): Promise<readonly ZoneInput[]> {
  const { identifyZone } = await import('../../workspace/zone-identity.ts');
  const all = await settings.of(file), { apex: told, view, internal, served, content } = identifyZone(file, textOf(bytes), { configs, mappings: all.zones });
  // Root hints name the servers of the root zone and are not that zone: what is not in them may well exist.
  const apex = content === 'hint' ? undefined : told;
  const input = { path: file, bytes, named };
  const directory = served[0] === undefined ? undefined : directoryOf(served[0]);
  if (origin !== undefined || served.length < 2) return [{ ...input, apex: origin ?? apex, view, settings: settings.ruleSettings(all, internal), directory }];
  return served.filter((zone) => apex === undefined || zone.apex === apex).map((zone) => ({ ...input, apex: zone.apex, view: zone.view, settings: settings.ruleSettings(all, zone.internal), directory: directoryOf(zone) }));
}

/** The folder that the server takes relative file names from, where the zone's own file name shows it. */
function directoryOf({ file, path: whole }: ConfiguredZone): string | undefined {
  return whole.endsWith(`/${file}`) ? whole.slice(0, -file.length - 1) : undefined;
}
