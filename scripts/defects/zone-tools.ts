import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Complaint, Heard, WrittenZone } from './verdict.ts';
import { zoneFiles } from '../../test/defects/corpus.ts';

export interface ZoneTool {
  readonly name: string;
  /** The Debian package that has it. */
  readonly package: string;
  /** How it is called, for the page. */
  readonly call: string;
  readonly version: () => string | undefined;
  readonly hear: (zone: WrittenZone) => Promise<Heard>;
}

/** A tool that takes longer than this, in milliseconds, for some ten lines will never end. */
const hangsAfter = 30_000;

interface Run {
  readonly out: string;
  readonly status: number | null;
  readonly hangs: boolean;
}

function run(command: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: hangsAfter,
      killSignal: 'SIGKILL',
    });
    let out = '',
      noise = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (out.length < 1 << 20) out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (noise.length < 1 << 20) noise += text;
    });
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ out: out + noise, status, hangs: signal === 'SIGKILL' }));
  });
}

function versionFrom(command: string, args: readonly string[], pattern: RegExp): string | undefined {
  const { stdout, stderr, error } = spawnSync(command, [...args], { encoding: 'utf8' });
  return error === undefined ? (pattern.exec(`${stdout}${stderr}`)?.[1] ?? 'unknown version') : undefined;
}

interface Calling {
  readonly command: string;
  /** Arguments for a zone file in the current folder. */
  readonly args: (apex: string, file: string) => readonly string[];
  /** Lines of output that are no complaint. */
  readonly chatter: RegExp;
  readonly shift?: number;
}

/** Runs the tool for every zone of a defect; relative `$INCLUDE`s start in the zone's folder. */
function hearing({ command, args, chatter, shift = 0 }: Calling): (zone: WrittenZone) => Promise<Heard> {
  return async ({ folder, files }) => {
    const complaints: Complaint[] = [];
    let refused = false;
    for (const { name, apexName } of zoneFiles(files)) {
      const { out, status, hangs } = await run(command, args(apexName, name), folder);
      if (hangs) return { refused: true, complaints: [], silent: 'hangs' };
      refused ||= status !== 0;
      for (const text of out.split('\n'))
        if (text.trim() !== '' && !chatter.test(text))
          complaints.push({ text: text.replace(/^\[[^\]]*\] \S+\[\d+\]: /, ''), line: lineIn(text, shift) });
    }
    return { refused, complaints };
  };
}

function lineIn(text: string, shift: number): number | undefined {
  const found = /(?:^|[\s/])[^\s:]*\.(?:zone|dns|inc|ldns):(\d+)\b/.exec(text) ?? /\bline:? (\d+)\b/i.exec(text);
  return found === null ? undefined : Number(found[1]) - shift;
}

/** ldns-read-zone knows no option for the origin, so the file gets an `$ORIGIN` before its first line. */
function forLdns(zone: WrittenZone): Promise<Heard> {
  for (const { name, apexName, text } of zoneFiles(zone.files))
    writeFileSync(path.join(zone.folder, `${name}.ldns`), `$ORIGIN ${apexName}\n${text}`);
  return ldns(zone);
}

const ldns = hearing({
  command: 'ldns-read-zone',
  args: (_, file) => ['-d', `${file}.ldns`],
  chatter: /^\S+\s+\d+\s+(?:IN|CH)\s|^; /,
  shift: 1,
});

export const zoneTools: readonly ZoneTool[] = [
  {
    name: 'named-checkzone',
    package: 'bind9-utils',
    call: 'named-checkzone -i local ORIGIN FILE',
    version: () => versionFrom('named-checkzone', ['-v'], /^([\d.]+)/),
    hear: hearing({
      command: 'named-checkzone',
      args: (apex, file) => ['-i', 'local', apex, file],
      chatter: /loaded serial \d+|^OK$|not loaded due to errors/,
    }),
  },
  {
    name: 'nsd-checkzone',
    package: 'nsd',
    call: 'nsd-checkzone ORIGIN FILE',
    version: () => versionFrom('nsd-checkzone', ['-h'], /^Version ([\d.]+\d)/m),
    hear: hearing({
      command: 'nsd-checkzone',
      args: (apex, file) => [apex, file],
      chatter: /^zone \S+ is ok|zone \S+ file \S+ has \d+ errors/,
    }),
  },
  {
    name: 'kzonecheck',
    package: 'knot-dnssecutils',
    call: 'kzonecheck -v -o ORIGIN FILE',
    version: () => versionFrom('kzonecheck', ['-V'], /version ([\d.]+)/),
    hear: hearing({
      command: 'kzonecheck',
      args: (apex, file) => ['-v', '-o', apex, file],
      chatter:
        /failed to (?:load zone|run semantic checks)|^No semantic error found|^Error summary|^Serious semantic error|^Failed to run semantic checks|^\s+\d+\t/,
    }),
  },
  {
    name: 'ldns-read-zone',
    package: 'ldnsutils',
    call: 'ldns-read-zone -d FILE, with an $ORIGIN before its first line',
    version: () => versionFrom('ldns-read-zone', ['-v'], /version ([\d.]+\d)/),
    hear: forLdns,
  },
  {
    name: 'validns',
    package: 'validns',
    call: 'validns -p all -z ORIGIN FILE',
    version: () =>
      versionFrom('dpkg-query', ['-W', '-f', '${Version}', 'validns'], /^([\w.+]+)/) ??
      versionFrom('validns', ['-h'], /(validns)/),
    hear: hearing({ command: 'validns', args: (apex, file) => ['-p', 'all', '-z', apex, file], chatter: /^$/ }),
  },
];
