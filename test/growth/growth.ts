/**
 * `npm run growth [KIND…]`: each kind of zone at its size, twice and four times that size, checked with all rules by the built command line. Prints processor time and peak memory, and the exponent of time
 * against octets: 1 is linear. Ends with 1 when a kind grows faster than `MOST`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { kinds, zoneOfKind } from './kinds.ts';
import type { Kind } from './kinds.ts';

const MOST = 1.35;
/** Seconds that one run may take. */
const LIMIT = 60;
/** Below so many seconds, what a cold process takes is more than what the zone does. */
const COUNTS = 0.7;

const root = resolve(import.meta.dirname, '../..'),
  cli = join(root, 'dist/cli.js');

interface Run {
  readonly octets: number;
  /** Seconds of user time; undefined when it took too long. */
  readonly seconds: number | undefined;
  /** Peak memory in octets. */
  readonly memory: number;
}

/** Makes the process write what it used when it ends. */
const meter = `data:text/javascript,${encodeURIComponent(`import { writeSync } from 'node:fs'; process.on('exit', () => { const { userCPUTime, maxRSS } = process.resourceUsage(); writeSync(3, userCPUTime / 1e6 + ' ' + maxRSS * 1024); });`)}`;

function run(file: string, text: string): Run {
  writeFileSync(file, text);
  const { output, error, signal } = spawnSync(
    process.execPath,
    ['--import', meter, cli, 'check', '--profile', 'all', '--format', 'json', file],
    { stdio: ['ignore', 'ignore', 'inherit', 'pipe'], timeout: LIMIT * 1000, killSignal: 'SIGKILL' },
  );
  const [seconds = NaN, memory = 0] = String(output?.[3] ?? '')
      .split(' ')
      .map(Number),
    late = signal === 'SIGKILL';
  if (!late && !(seconds > 0)) throw error ?? new Error(`${cli} didn't come to its end.`);
  return { octets: Buffer.byteLength(text), seconds: late ? undefined : seconds, memory };
}

/** The time that the smallest zone takes is no part of the growth. */
function exponentOf(rows: readonly Run[], cold: number): number {
  const [before, last] = rows.slice(-2);
  if (before?.seconds === undefined || last?.seconds === undefined) return Infinity;
  if (last.seconds - cold < COUNTS) return 0;
  return (
    Math.log2(Math.max(last.seconds - cold, 0.01) / Math.max(before.seconds - cold, 0.01)) /
    Math.log2(last.octets / before.octets)
  );
}

const shown = ({ octets, seconds, memory }: Run): string =>
  `${(octets / 1e6).toFixed(2).padStart(6)} MB ${(seconds === undefined ? `> ${LIMIT}` : seconds.toFixed(2)).padStart(6)} s ${(memory / 2 ** 20).toFixed(0).padStart(5)} MiB`;

const folder = mkdtempSync(join(tmpdir(), 'zonewright-growth-')),
  file = join(folder, 'example.com.zone');
try {
  const named = process.argv.slice(2),
    unknown = named.filter((name) => kinds[name] === undefined);
  if (unknown.length > 0)
    throw new Error(`There is no kind ${unknown.join(', ')}; there are ${Object.keys(kinds).join(', ')}.`);
  const nothing: Kind = { what: 'nothing', size: 0, body: () => '' },
    cold = run(file, zoneOfKind(nothing, 0)).seconds ?? 0,
    faster: string[] = [];
  let most = 0;
  for (const [name, kind] of Object.entries(kinds)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const rows: Run[] = [];
    for (const times of [1, 2, 4]) {
      rows.push(run(file, zoneOfKind(kind, kind.size * times)));
      if (rows.at(-1)?.seconds === undefined) break;
    }
    const exponent = exponentOf(rows, cold);
    if (exponent > MOST) faster.push(name);
    most = Math.max(most, exponent);
    console.log(
      `${name.padEnd(24)} ${rows.map(shown).join('  ')}  ${exponent === 0 ? 'at once' : exponent === Infinity ? 'too slow' : `exponent ${exponent.toFixed(2)}`}`,
    );
  }
  console.log(
    faster.length === 0
      ? `No kind grows faster than its text: the largest exponent is ${most.toFixed(2)}.`
      : `Faster than their text: ${faster.join(', ')}.`,
  );
  process.exitCode = faster.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
