/**
 * check_host() beside pyspf over random worlds. `SPF_WORLDS` says how many of each kind, `SPF_SEED` where to begin.
 * Where pyspf departs from RFC 7208 the worlds leave the construct out, and spf-departures.test.ts has it.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { checkHost } from '../../server/src/mail/spf/check-host.ts';
import type { SpfVerdict } from '../../server/src/mail/spf/verdict.ts';
import { assertAgreement, pyspf, python } from '../oracles/oracle.ts';
import { tableResolver } from './spf-table.ts';
import type { TableEntry } from './spf-table.ts';
import { diceOf, randomWorld } from './spf-worlds.ts';
import type { Features, World } from './spf-worlds.ts';

const count = Number(process.env['SPF_WORLDS'] ?? 1500);
const seed = Number(process.env['SPF_SEED'] ?? 7208);

function oracle(worlds: readonly World[]): readonly string[] {
  const run = spawnSync(python, [join(import.meta.dirname, 'spf-oracle.py')], {
    input: worlds
      .map(
        ({ records, ip, sender, helo }) =>
          `${JSON.stringify({ records, queries: [{ ip, sender, helo, strict: 1 }] })}\n`,
      )
      .join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as readonly (readonly [result: string, explanation: string])[])[0]![0]);
}

function verdict(world: World): SpfVerdict {
  const entries = Object.entries(world.records).map(([name, records]) => {
    return [name, records.map(([type, data]): TableEntry => (type === 'TIMEOUT' ? type : { [type]: data }))] as const;
  });
  return checkHost(world, tableResolver(Object.fromEntries(entries)));
}

/** pyspf counts a look-up that ends without a record behind an alias once for each name on the way. */
function hasVoidAlias(world: World, { walk }: SpfVerdict): boolean {
  return walk.some((step) =>
    step.asked.some(({ name, status }) => {
      return (
        (status === 'nodata' || status === 'nxdomain') &&
        world.records[name.slice(0, -1)]?.some(([type]) => type === 'CNAME') === true
      );
    }),
  );
}

function compare(test: TestContext, features: Features): void {
  const dice = diceOf(seed);
  const worlds = Array.from({ length: count }, () => randomWorld(dice, features));
  const expected = oracle(worlds);
  const different = worlds.flatMap((world, index) => {
    const mine = verdict(world);
    return mine.result === expected[index] || hasVoidAlias(world, mine)
      ? []
      : [`we say ${mine.result}, and pyspf ${expected[index]}: ${JSON.stringify(world)}`];
  });
  assertAgreement(test, pyspf, different);
}

describe('check_host() and pyspf agree', { skip: pyspf.absent }, () => {
  it('on mechanisms, macros, includes, redirects and limits', (t) => {
    compare(t, {});
  });
  it('where names do not answer', (t) => {
    compare(t, { timeouts: true });
  });
  it('where hosts are aliases', (t) => {
    compare(t, { aliases: true });
  });
  it('on the names of the sending address', (t) => {
    compare(t, { ptr: true });
  });
});
