import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { printZone } from '../../zone/format/compiled-zone.ts';
import { formatBytes, withEdits } from '../../zone/format/format-zone.ts';
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

export interface FormatCommandOptions {
  readonly check?: boolean;
  readonly allowOutside?: boolean;
}

/** Lays zone files out in columns and writes them back; with `--check` only says which ones it would change. Each file is proven to have the same records before and after. */
export async function format(
  paths: readonly string[],
  { check = false, allowOutside = false }: FormatCommandOptions,
): Promise<number> {
  const names = new FileNames(),
    progress = new Progress(),
    output = new Output(),
    settings = new SettingsFiles([]);
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
    const after = formatted(zone, bounds, names, messages);
    if (after === undefined) continue;
    changed++;
    output.line(names.show(zone.path));
    if (!check) writeFile(zone.path, { before: zone.bytes, after }, names.show(zone.path), bounds);
  }
  progress.end();
  output.flush();
  for (const message of messages) tell(message);
  if (changed > 0)
    process.stderr.write(
      `${changed} of ${files.length} ${files.length === 1 ? 'file' : 'files'} ${check ? 'would be reformatted' : 'reformatted'}.\n`,
    );
  return messages.length > 0 ? TROUBLE : check && changed > 0 ? FOUND : GOOD;
}

/** The text as it should be; undefined where it is so already, or can't be laid out, which is said then. */
function formatted(zone: ZoneInput, bounds: Bounds, names: FileNames, messages: string[]): Uint8Array | undefined {
  const { bytes } = zone,
    edits = formatBytes(bytes);
  if (edits === undefined)
    messages.push(
      `${names.show(zone.path)} isn't formatted, because a parenthesis or string is never closed; "zonewright check" shows where.`,
    );
  if (edits === undefined || edits.length === 0) return undefined;
  const after = withEdits(bytes, edits);
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
