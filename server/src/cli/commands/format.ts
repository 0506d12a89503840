import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { printZone } from '../../zone/format/compiled-zone.ts';
import type { FormatSettings } from '../../config/settings/format-settings.ts';
import { printable } from '../../hosts/node/printable.ts';
import { reasonFor } from '../../ide/laid-out.ts';
import { unifiedDiff } from '../../text/unified-diff.ts';
import { decode } from '../../text/utf8.ts';
import { FormatRun, withEdits } from '../../zone/format/format-zone.ts';
import type { Bounds } from '../../hosts/node/bounds.ts';
import { Zone } from '../../zone/model/zone.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { SourceText } from '../../zone/syntax/source-text.ts';
import { FOUND, GOOD, TROUBLE } from '../reports/exit-status.ts';
import { FileNames } from '../process/file-names.ts';
import { findInputs } from '../input/find-inputs.ts';
import { includeHost } from '../input/include-host.ts';
import { SettingsFiles } from '../input/settings-files.ts';
import type { ZoneInput } from '../input/zone-input.ts';
import { writeFile } from '../zones/write-file.ts';
import { Output } from '../reports/output.ts';
import { Progress } from '../process/progress.ts';
import { tell } from '../process/tell.ts';

export interface FormatCommandOptions extends FormatSettings {
  readonly check?: boolean;
  readonly write?: boolean;
  readonly allowOutside?: boolean;
}

/** Lays zone files out and prints what would change, or with `--write` writes them; with `--check` only says which ones it would change. Each file is proven to have the same records before and after. */
export async function format(
  paths: readonly string[],
  { check = false, write = false, allowOutside = false, ...onTop }: FormatCommandOptions,
): Promise<number> {
  const names = new FileNames(),
    progress = new Progress(),
    output = new Output(),
    settings = new SettingsFiles([], { format: formatSettings(onTop) });
  const { zones, troubles, bounds } = await findInputs(paths.length === 0 ? ['.'] : paths, {
    origin: undefined,
    settings,
    names,
    allowOutside,
    onFile: (files) => progress.update('Looking at file', files),
  });
  const messages = troubles.map(({ message }) => message),
    files = [...new Map(zones.map((zone) => [zone.path, zone])).values()];
  if (files.length === 0 && messages.length === 0)
    tell(`No zone files in ${paths.length === 0 ? 'this folder' : paths.join(', ')}.`);
  let changed = 0;
  for (const [k, zone] of files.entries()) {
    progress.update('Formatting file', k + 1, files.length);
    const { format: layout } = await settings.of(zone.path),
      after = formatted(zone, layout, bounds, names, messages);
    if (after === undefined) continue;
    changed++;
    if (check || write) output.line(names.show(zone.path));
    else output.write(diffOf(names.show(zone.path), zone.bytes, after));
    if (write && !check) writeFile(zone.path, { before: zone.bytes, after }, names.show(zone.path), bounds);
  }
  progress.end();
  output.flush();
  for (const message of messages) tell(message);
  if (changed > 0)
    process.stderr.write(
      `${changed} of ${files.length} ${files.length === 1 ? 'file' : 'files'} ${write && !check ? 'reformatted' : `would be reformatted${check ? '' : ' by --write'}`}.\n`,
    );
  return messages.length > 0 ? TROUBLE : check && changed > 0 ? FOUND : GOOD;
}

/** Only what the command line says: a setting that isn't there leaves the word to the settings file. */
function formatSettings({ columns, whitespace, typeCase, ttl }: FormatSettings): FormatSettings {
  return {
    ...(columns === undefined ? {} : { columns }),
    ...(whitespace === undefined ? {} : { whitespace }),
    ...(typeCase === undefined ? {} : { typeCase }),
    ...(ttl === undefined ? {} : { ttl }),
  };
}

/** Tabs stay, since what changes is white space; other characters that a terminal or a log would obey are escaped. */
const diffOf = (name: string, before: Uint8Array, after: Uint8Array): string =>
  unifiedDiff(name, decode(before, 0, before.length), decode(after, 0, after.length))
    .split('\n')
    .map((line) => line.split('\t').map(printable).join('\t'))
    .join('\n');

/** The text as it should be; undefined where it is so already, or can't be laid out, which is said then. */
function formatted(
  zone: ZoneInput,
  layout: FormatSettings,
  bounds: Bounds,
  names: FileNames,
  messages: string[],
): Uint8Array | undefined {
  const { bytes } = zone,
    run = new FormatRun(bytes, layout);
  run.run();
  if (run.refused !== undefined)
    messages.push(
      `${names.show(zone.path)} isn't formatted, because ${reasonFor(run.refused)}; "zonewright check" shows where.`,
    );
  if (run.refused !== undefined || run.edits.length === 0) return undefined;
  const after = withEdits(bytes, run.edits);
  if (meaning(zone, bytes, bounds) === meaning(zone, after, bounds)) return after;
  messages.push(`${names.show(zone.path)} isn't formatted, because its records would change; please report this.`);
  return undefined;
}

/** A digest of all records of a zone and of everything that couldn't be read in it. */
function meaning({ path: file, apex }: ZoneInput, bytes: Uint8Array, bounds: Bounds): string {
  const zone = new Zone(new SourceText(pathToFileURL(file).href, new Lexer()), {
    apex,
    host: includeHost(file, { bounds }),
    expectedBytes: bytes.length,
  });
  zone.open(bytes);
  const hash = createHash('sha256');
  printZone(zone, (lines) => hash.update(lines));
  for (const block of zone.blocks)
    for (const { code, message, args } of block?.problems ?? [])
      hash.update(`${code} ${message} ${JSON.stringify(args ?? {})}\n`);
  return hash.digest('hex');
}
