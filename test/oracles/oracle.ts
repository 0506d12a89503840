/**
 * The programs that tests compare Zonewright with. Each has versions, and a later one may judge otherwise than an earlier one: what is known of that is here, and
 * what isn't is reported without failing a test, unless the comparison has been made with that very version before.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { TestContext } from 'node:test';

/** What an oracle finds since some version, by the code under which Zonewright finds it in every case. */
interface Since {
  readonly version: string;
  readonly reason: string;
}

interface Description {
  readonly name: string;
  /** What prints the version, and nothing else of interest. */
  readonly command: readonly [program: string, ...args: readonly string[]];
  readonly install: string;
  /** Versions, as their beginnings, with which every comparison has been made: what differs there is a mistake of ours. */
  readonly compared: readonly string[];
  readonly since: Readonly<Record<string, Since>>;
}

export interface Oracle extends Description {
  /** As the oracle prints it; empty where it isn't installed. */
  readonly version: string;
  /** Why nothing can be compared; false where it can. */
  readonly absent: string | false;
}

/** Below zero where the first version is the earlier one: numbers are compared one by one, and what a version doesn't have counts as zero. */
export function compareVersions(a: string, b: string): number {
  const numbers = (version: string): readonly number[] => (version.match(/\d+/g) ?? []).map(Number);
  const left = numbers(a),
    right = numbers(b);
  for (let k = 0; k < Math.max(left.length, right.length); k++) {
    const order = (left[k] ?? 0) - (right[k] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

function oracle(description: Description): Oracle {
  const {
    name,
    command: [program, ...args],
    install,
  } = description;
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return {
    ...description,
    version: status === 0 ? stdout.trim() : '',
    absent: status === 0 ? false : `${name} is not installed (Debian: ${install})`,
  };
}

const bindVersions = {
  install: 'bind9-utils',
  compared: ['9.18.49-1~deb12u1-', '9.18.49-1~deb12u3-'],
  since: {
    'rrsig/labels': {
      version: '9.18.49-1~deb12u2',
      reason: 'CVE-2026-11721: a signature over fewer labels than the name of its signer has is refused',
    },
  },
};

export const bind = oracle({ name: 'named-checkzone', command: ['named-checkzone', '-v'], ...bindVersions });
export const dnssecSignzone = oracle({ name: 'dnssec-signzone', command: ['dnssec-signzone', '-V'], ...bindVersions });
export const python = '/usr/bin/python3';
export const pyspf = oracle({
  name: 'pyspf',
  command: [python, '-c', 'import spf; print(spf.__version__)'],
  install: 'python3-spf',
  compared: ['2.0.14'],
  since: {},
});

/** Whether this version of the oracle is too early to find what Zonewright finds under the code. */
export function findsOnlyLater({ version, since }: Pick<Oracle, 'version' | 'since'>, code: string): boolean {
  const first = since[code];
  return first !== undefined && compareVersions(version, first.version) < 0;
}

/** Ends a test: it fails with what differs. Under a version that nothing was compared with it is left out instead, and says what differs, since that may be news of the oracle's. */
export function assertAgreement(
  test: Pick<TestContext, 'skip'>,
  { name, version, compared }: Pick<Oracle, 'name' | 'version' | 'compared'>,
  differences: readonly string[],
): void {
  if (differences.length === 0) return;
  const told = [
    ...differences.slice(0, 10),
    ...(differences.length > 10 ? [`… and ${differences.length - 10} more`] : []),
  ].join('\n');
  if (compared.some((beginning) => version.startsWith(beginning)))
    assert.fail(`${differences.length} differences from ${name} ${version}:\n${told}`);
  test.skip(
    `${differences.length} differences from ${name} ${version}, with which these tests have not been compared (but with ${compared.join(', ')}):\n${told}`,
  );
}
