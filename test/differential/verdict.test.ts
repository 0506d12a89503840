/**
 * `check` has an error exactly where named-checkzone refuses a zone, and on the same line: an everyday zone with one token broken at random.
 * `DIFFERENTIAL_ZONES` says how many, `DIFFERENTIAL_SEED` where to begin.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { assertAgreement, bind, findsOnlyLater } from '../oracles/oracle.ts';
import { bindVerdict } from './bind.ts';
import type { BindVerdict } from './bind.ts';
import { everydayZone } from './everyday-zone.ts';
import { diceOf, mutate } from './mutations.ts';
import { ourErrors } from './our-reading.ts';
import type { OurError } from './our-reading.ts';

const count = Number(process.env['DIFFERENTIAL_ZONES'] ?? 60),
  seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);
const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-verdict-'));
after(() => rmSync(folder, { recursive: true }));

/** What is wrong with our verdict; undefined where it agrees. Errors that no rule ascribes to BIND are ours: an RFC's MUST that BIND doesn't mind. */
function disagreement(theirs: BindVerdict, ours: readonly OurError[], text: string): string | undefined {
  const told = ours
    .map(({ code, lines: [first, last], message }) => `${code} in lines ${first} to ${last}: ${message}`)
    .join('\n');
  if (theirs.accepts)
    return ours.some((error) => error.bind && !findsOnlyLater(bind, error.code))
      ? `BIND takes it, and we say that it doesn't:\n${told}`
      : undefined;
  if (ours.length === 0) return 'BIND refuses it, and we find no error';
  // What is left open, a parenthesis or a string, BIND notices only further down; and it doesn't count a line that a lone CR ends.
  const open =
    /\r(?!\n)/.test(text) ||
    ours.some(({ code }) => code === 'syn/unbalanced-paren-open' || code === 'syn/unterminated-quote');
  const near =
    theirs.lines.length === 0 ||
    ours.some(({ lines: [first, last] }) => theirs.lines.some((line) => line >= first && line <= last));
  return near || open ? undefined : `BIND refuses lines ${theirs.lines.join(', ')}, and we find\n${told}`;
}

describe('check and named-checkzone agree', { skip: bind.absent }, () => {
  it('on an everyday zone', (t) => {
    const file = path.join(folder, 'everyday.zone');
    writeFileSync(file, everydayZone, 'latin1');
    assert.deepEqual(ourErrors('example.com', file), []);
    const { accepts, output } = bindVerdict('example.com', file);
    assertAgreement(t, bind, accepts ? [] : [`BIND refuses it: ${output}`]);
  });

  const refusedLines = [
    'a TYPE65281 L2 C900 192.0.2.53',
    '$GENERATE 1-1 h$ TXT ${2147483647}',
    '$GENERATE 1-2 h$ TXT ${-2147483649}',
    'c CNAME a.example.net.\nc NXT d.example. CNAME',
    '@ NS ns1.provider.net',
    ...['www', 'CPNMU===', 'cv', 'aaaaaaaaa', '*', '@'].map(
      (owner) => `${owner} NSEC3 1 0 0 - CPNMUAAAAAAAAAAAAAAAAAAAAAAAAAAA A`,
    ),
  ];
  for (const line of refusedLines)
    it(`on a zone with ${line.replace('\n', ' and ')}`, (t) => {
      const file = path.join(folder, 'refused.zone'),
        text = `${everydayZone}$ORIGIN example.com.\n${line}\n`;
      writeFileSync(file, text, 'latin1');
      assert.notDeepEqual(ourErrors('example.com', file), []);
      assertAgreement(t, bind, bindVerdict('example.com', file).accepts ? ['BIND takes this zone'] : []);
    });

  it('on the same with one token broken', (t) => {
    const found: string[] = [],
      file = path.join(folder, 'broken.zone');
    let refused = 0;
    for (let k = 0; k < count; k++) {
      const text = mutate(everydayZone, diceOf(seed * 100_003 + k));
      writeFileSync(file, text, 'latin1');
      const theirs = bindVerdict('example.com', file),
        wrong = disagreement(theirs, ourErrors('example.com', file), text);
      if (!theirs.accepts) refused++;
      if (wrong !== undefined) found.push(`zone ${k}: ${wrong}\n${theirs.output}\n${changedLines(text)}`);
    }
    assert.ok(refused > count / 3, `only ${refused} of ${count} zones were refused`);
    assertAgreement(t, bind, found);
  });
});

function changedLines(text: string): string {
  const before = everydayZone.split('\n'),
    now = text.split('\n'),
    first = now.findIndex((line, k) => line !== before[k]);
  return now.slice(first, first + 3).join('\n');
}
