import path from 'node:path';
import { printable } from '../../hosts/node/printable.ts';
import { printZone } from '../../zone/format/compiled-zone.ts';
import { FOUND, GOOD } from '../reports/exit-status.ts';
import { Failure } from '../process/failure.ts';
import { keepHeapSmall } from '../process/heap.ts';
import { identified } from '../input/find-inputs.ts';
import { bytesOf, readZone } from '../input/one-zone.ts';
import { SettingsFiles } from '../input/settings-files.ts';
import { originOf } from '../process/origin.ts';
import { Output } from '../reports/output.ts';
import { tell } from '../process/tell.ts';
import { readingProblems } from '../zones/reading-problems.ts';

export interface CompileOptions {
  readonly origin?: string;
}

/** What leaves records out, whatever its severity is when a zone is checked. */
const incomplete = new Set([
  'syn/include-outside-root',
  'syn/include-unreadable',
  'syn/file-too-large',
  'dir/generate-too-many',
]);

/** Prints every record of a zone, a line each. A zone with records that can't be read isn't printed at all, since what reads the output couldn't tell that some are missing. */
export async function compile(file: string, { origin }: CompileOptions): Promise<number> {
  const bytes = bytesOf(file);
  keepHeapSmall(bytes.length);
  const zone = readZone(file, originOf(origin) ?? (await apexOf(file, bytes)), bytes);
  if (!zone.apexKnown) throw new Failure(`Can't tell which zone ${file} holds; use --origin NAME.`);
  const problems = readingProblems(zone).filter(({ severity }) => severity === 'error' || severity === 'warning');
  for (const { place, severity, message, code } of problems)
    process.stderr.write(`${printable(`${place}: ${severity}: ${message} [${code}]`)}\n`);
  if (problems.some(({ severity, code }) => severity === 'error' || incomplete.has(code))) return FOUND;
  const output = new Output();
  printZone(zone, output.write);
  output.flush();
  return GOOD;
}

/** The apex that a file's settings, comments, SOA or name tell. */
async function apexOf(file: string, bytes: Uint8Array): Promise<string | undefined> {
  const settings = new SettingsFiles([]),
    [input] = await identified(path.resolve(file), bytes, [], { origin: undefined, settings }, true);
  for (const { message } of settings.troubles) tell(message);
  return input?.apex;
}
