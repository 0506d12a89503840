/**
 * `npm run bench [RECORDS]`: opening, keystrokes and memory on the built product, beside named-checkzone in the same run. Ratios and goals; milliseconds are of this machine only.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateZone } from './generate-zone.ts';
import { LspPeer } from './lsp-peer.ts';

interface Run {
  /** Seconds. */
  readonly wall: number;
  readonly cpu: number;
  /** Bytes; undefined where the system does not tell. */
  readonly rss: number | undefined;
  readonly output: string;
}

const ROUNDS = 5,
  root = resolve(import.meta.dirname, '../..'),
  cli = join(root, 'dist/cli.js');
const records = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'zonewright-bench-'));

/** Runs a program to its end under GNU time, or without memory where that is missing. */
function timed(command: string, args: readonly string[]): Run {
  const started = process.hrtime.bigint();
  const gnu = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (gnu.error === undefined) {
    const [wall = 0, user = 0, system = 0, kilobytes = 0] = gnu.stderr
      .trim()
      .split('\n')
      .at(-1)!
      .split(' ')
      .map(Number);
    return { wall, cpu: user + system, rss: kilobytes * 1024, output: gnu.stdout };
  }
  const before = process.cpuUsage(),
    run = spawnSync(command, [...args], { encoding: 'utf8', maxBuffer: 1 << 30 }),
    used = process.cpuUsage(before);
  return {
    wall: Number(process.hrtime.bigint() - started) / 1e9,
    cpu: (used.user + used.system) / 1e6,
    rss: undefined,
    output: run.stdout,
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const has = (program: string): boolean => spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined;

function report(what: string, value: string, goal: string, good: boolean | undefined): void {
  console.log(`${good === undefined ? ' ' : good ? '✔' : '✘'} ${what.padEnd(58)} ${value.padStart(12)}   goal ${goal}`);
}

function compareChecks(
  file: string,
  apex: string,
  size: number,
  goals: { readonly ratio: number; readonly memory: boolean },
): void {
  const ours: Run[] = [],
    named: Run[] = [],
    knot: Run[] = [],
    withNamed = has('named-checkzone'),
    withKnot = has('kzonecheck');
  for (let k = 0; k < ROUNDS; k++) {
    if (withNamed) named.push(timed('named-checkzone', ['-i', 'local', apex, file]));
    ours.push(timed(process.execPath, [cli, 'check', '--origin', apex, '--format', 'json', file]));
    if (withKnot && goals.memory) knot.push(timed('kzonecheck', ['-d', 'off', '-o', apex, file]));
  }
  const wall = median(ours.map((run) => run.wall)),
    cpu = median(ours.map((run) => run.cpu));
  if (!withNamed)
    console.log('  named-checkzone is not installed (Debian: bind9-utils), so there is nothing to compare with');
  else {
    const wallRatio = wall / median(named.map((run) => run.wall)),
      cpuRatio = cpu / median(named.map((run) => run.cpu));
    report(
      `check / named-checkzone -i local, wall`,
      wallRatio.toFixed(2),
      `≤ ${goals.ratio}`,
      wallRatio <= goals.ratio,
    );
    report(`check / named-checkzone -i local, CPU`, cpuRatio.toFixed(2), `≤ ${goals.ratio}`, cpuRatio <= goals.ratio);
  }
  if (knot.length > 0) {
    const ratio = wall / median(knot.map((run) => run.wall));
    report('check / kzonecheck, wall', ratio.toFixed(2), '< 1', ratio < 1);
  }
  const rss = ours[0]?.rss;
  if (rss !== undefined && goals.memory) {
    const factor = median(ours.map((run) => run.rss!)) / size;
    report('peak memory / file size', factor.toFixed(1), '≤ 4', factor <= 4);
    if (withNamed) {
      const ratio = rss / named[0]!.rss!;
      report('peak memory / named-checkzone', ratio.toFixed(2), '< 1', ratio < 1);
    }
  }
}

/** Keystrokes inside entries all over the file, each followed by a hover that has to wait for it. */
async function keystrokes(file: string): Promise<void> {
  const text = readFileSync(file, 'utf8'),
    lines = text.split('\n'),
    uri = 'file:///bench/example.com.zone',
    child: ChildProcess = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const peer = new LspPeer(child);
  await peer.initialize();
  let started = performance.now();
  peer.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'dns-zone', version: 1, text } });
  await peer.request('textDocument/diagnostic', { textDocument: { uri } });
  report(
    'server: open until all findings are there',
    `${((performance.now() - started) / 1000).toFixed(2)} s`,
    '–',
    undefined,
  );
  const times: number[] = [],
    after: number[] = [];
  let seed = 5;
  for (let k = 0; k < 300; k++) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    const line = 20 + (seed % (lines.length - 40)),
      character = Math.min(3, lines[line]!.length),
      position = { line, character };
    started = performance.now();
    peer.notify('textDocument/didChange', {
      textDocument: { uri, version: k + 2 },
      contentChanges: [{ range: { start: position, end: position }, text: 'x' }],
    });
    await peer.request('textDocument/hover', { textDocument: { uri }, position });
    times.push(performance.now() - started);
    if (k % 10 !== 0) continue;
    started = performance.now();
    await peer.request('textDocument/diagnostic', { textDocument: { uri } });
    after.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)]!;
  report('keystroke and hover, p50', `${median(times).toFixed(2)} ms`, '–', undefined);
  report('keystroke and hover, p99', `${p99.toFixed(2)} ms`, '< 16 ms', p99 < 16);
  report('keystroke and hover, slowest', `${times.at(-1)!.toFixed(2)} ms`, '–', undefined);
  report('all findings after a keystroke, median', `${median(after).toFixed(2)} ms`, '–', undefined);
  await peer.stop();
}

try {
  const file = join(folder, 'example.com.zone'),
    { apex, bytes } = generateZone(file, records),
    small = join(folder, 'small.zone');
  console.log(`${records} records, ${(bytes / 1e6).toFixed(1)} MB, Node ${process.version}, median of ${ROUNDS} runs`);
  compareChecks(file, apex, bytes, { ratio: 0.5, memory: true });
  const part = generateZone(small, Math.min(100_000, records));
  console.log(`${part.records} records, Node's start included`);
  compareChecks(small, apex, part.bytes, { ratio: 0.8, memory: false });
  console.log(`the language server over stdio, ${records} records`);
  await keystrokes(file);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
