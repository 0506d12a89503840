import { printZone } from '../../zone/format/compiled-zone.ts';
import { FOUND, GOOD } from '../exit-status.ts';
import { Failure } from '../failure.ts';
import { bytesOf, readZone } from '../input/one-zone.ts';
import { originOf } from '../origin.ts';
import { Output } from '../output.ts';
import { readingProblems } from '../reading-problems.ts';

export interface CompileOptions {
  readonly origin?: string;
}

/** What leaves records out, whatever its severity is when a zone is checked. */
const incomplete = new Set(['syn/include-outside-root', 'syn/file-too-large', 'dir/generate-too-many']);

/** Prints every record of a zone, a line each. A zone with records that can't be read isn't printed at all, since what reads the output couldn't tell that some are missing. */
export function compile(file: string, { origin }: CompileOptions): number {
  const zone = readZone(file, originOf(origin), bytesOf(file));
  if (!zone.apexKnown) throw new Failure(`Nothing tells which zone ${file} holds; say it with --origin NAME.`);
  const problems = readingProblems(zone).filter(({ severity }) => severity === 'error' || severity === 'warning');
  for (const { place, severity, message, code } of problems) process.stderr.write(`${place}: ${severity}: ${message} [${code}]\n`);
  if (problems.some(({ severity, code }) => severity === 'error' || incomplete.has(code))) return FOUND;
  const output = new Output();
  printZone(zone, output.write);
  output.flush();
  return GOOD;
}
