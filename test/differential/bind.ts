/** BIND's own tools, which say what a zone file means. From Debian's bind9-utils. */

import { spawnSync } from 'node:child_process';
import path from 'node:path';

export interface BindVerdict {
  readonly accepts: boolean;
  /** Lines from 1 that BIND names for what it refuses. */
  readonly lines: readonly number[];
  readonly output: string;
}

/** What named-checkzone says about a file. Relative names in `$INCLUDE` start in its folder. */
export function bindVerdict(origin: string, file: string): BindVerdict {
  const { status, stdout } = spawnSync('named-checkzone', ['-i', 'local', origin, path.basename(file)], {
    cwd: path.dirname(file),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const lines = [
    ...stdout.matchAll(
      /^(?:(?:dns_\w+|\$\w+): )?(?!buffer-)[^\s:]+:(\d+): (?!ignoring|warning|TTL set|signature|no TTL|using RFC|record with inherited|file does not end)/gm,
    ),
  ].map((match) => Number(match[1]));
  return { accepts: status === 0, lines, output: stdout };
}

/** The records of a zone as named-compilezone prints them; undefined for a zone that it refuses. Remarks about signing are left out. */
export function bindRecords(origin: string, file: string): string | undefined {
  const run = spawnSync(
    'named-compilezone',
    ['-q', '-i', 'none', '-k', 'ignore', '-s', 'full', '-o', '-', origin, path.basename(file)],
    { cwd: path.dirname(file), encoding: 'latin1', maxBuffer: 1 << 30 },
  );
  return run.status === 0 ? run.stdout.replace(/^;.*\n/gm, '') : undefined;
}
