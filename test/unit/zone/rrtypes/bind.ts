import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One record of a zone made for BIND; its line is the place in the list. */
export interface ZoneLine {
  readonly owner: string;
  readonly type: string;
  readonly rdata: string;
}

/** What is said about names of hosts and about addresses in NS and MX is not about rdata. */
const LENIENT = ['-i', 'none', '-k', 'ignore', '-n', 'ignore', '-m', 'ignore', '-T', 'ignore', '-W', 'ignore'];
const HEAD = ['$TTL 3600', '@ SOA ns hostmaster 1 2 3 4 5', '@ NS ns', 'ns A 192.0.2.1'];

function withZone<T>(lines: readonly ZoneLine[], use: (zone: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'zone-'));
  try {
    const zone = join(folder, 'zone');
    writeFileSync(
      zone,
      [...HEAD, ...lines.map(({ owner, type, rdata }) => `${owner} ${type} ${rdata}`), ''].join('\n'),
      'latin1',
    );
    return use(zone, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * What named-checkzone says about each line: its error, or undefined where it takes the record.
 * A refused record can leave BIND inside parentheses, in which it swallows lines. So a record that is always refused stands behind each line, and lines before which it was not seen are asked again.
 */
export function verdictsOfBind(lines: readonly ZoneLine[]): (string | undefined)[] {
  const verdicts = new Array<string | undefined>(lines.length).fill(undefined);
  let open = lines.map((_, index) => index);
  while (open.length > 0) {
    const said = verdictsOfOneZone(
      open.flatMap((index) => [lines[index]!, { owner: 'sentinel', type: 'A', rdata: 'refused' }]),
    );
    const again: number[] = [];
    open.forEach((index, k) => {
      if (k === 0 || said[2 * k - 1] !== undefined) verdicts[index] = said[2 * k];
      else again.push(index);
    });
    open = again;
  }
  return verdicts;
}

function verdictsOfOneZone(lines: readonly ZoneLine[]): (string | undefined)[] {
  return withZone(lines, (zone) => {
    const { stdout } = spawnSync('named-checkzone', [...LENIENT, 'example.com', zone], {
      encoding: 'latin1',
      maxBuffer: 1 << 28,
    });
    const verdicts = new Array<string | undefined>(lines.length).fill(undefined);
    for (const message of stdout.split('\n')) {
      const found = /^(?:dns_rdata_fromtext: |dns_master_load: )?\S*zone:(\d+): (.*)$/.exec(message);
      if (found === null || /^(?:warning|signature has expired|old style DNSSEC|no TTL)/.test(found[2]!)) continue;
      const line = Number(found[1]) - HEAD.length - 1;
      if (line < lines.length) verdicts[line] ??= found[2]!;
    }
    return verdicts;
  });
}

/** The rdata of each line as named-compilezone prints it, by owner, which have to differ; or what it says where it refuses the zone. */
export function printedByBind(lines: readonly ZoneLine[]): {
  readonly printed: ReadonlyMap<string, string>;
  readonly refusal: string;
} {
  return withZone(lines, (zone, folder) => {
    const compiled = join(folder, 'compiled');
    const { status, stdout } = spawnSync(
      'named-compilezone',
      [...LENIENT, '-s', 'full', '-o', compiled, 'example.com', zone],
      { encoding: 'latin1', maxBuffer: 1 << 28 },
    );
    const printed = new Map<string, string>();
    if (status !== 0) return { printed, refusal: stdout.slice(0, 2000) };
    for (const line of readFileSync(compiled, 'latin1').split('\n')) {
      const found = /^(\S+)\.example\.com\.\s+\d+ IN \S+\s*(.*)$/.exec(line);
      if (found !== null) printed.set(found[1]!, found[2]!);
    }
    return { printed, refusal: '' };
  });
}
