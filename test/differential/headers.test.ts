/**
 * What stands before a record's data, and directives: `check` has an error exactly where named-checkzone refuses the zone. One line with one word changed at random.
 * `DIFFERENTIAL_ZONES` says how many, `DIFFERENTIAL_SEED` where to begin.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { assertAgreement, bind } from '../oracles/oracle.ts';
import { bindVerdict } from './bind.ts';
import { diceOf } from './mutations.ts';
import type { Dice } from './mutations.ts';
import { ourErrors } from './our-reading.ts';

const count = Number(process.env['DIFFERENTIAL_ZONES'] ?? 60),
  seed = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);
const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-headers-'));
after(() => rmSync(folder, { recursive: true }));

const head =
  '$TTL 3600\n@ IN SOA ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600\n@ IN NS ns1.example.net.\n@ IN NS ns2.example.org.\n';

const lines: readonly (readonly string[])[] = [
  ['www', '3600', 'IN', 'A', '192.0.2.1'],
  ['www', 'IN', '3600', 'A', '192.0.2.1'],
  ['www', 'A', '192.0.2.1'],
  ['', 'A', '192.0.2.1'],
  ['', '3600', 'TXT', '"x"'],
  ['www', 'TXT', 'a', 'b'],
  ['www', 'IN', 'CNAME', 'web'],
  ['www', '(', 'IN', 'A', ')', '192.0.2.1'],
  ['$TTL', '3600'],
  ['$ORIGIN', 'sub.example.com.'],
  ['$ORIGIN', 'sub'],
  ['$INCLUDE', 'part.inc'],
  ['$INCLUDE', 'part.inc', 'sub'],
  ['$DATE', '20260101000000'],
  ['$GENERATE', '1-4', 'host$', 'A', '192.0.2.$'],
  ['$GENERATE', '1-4/2', 'host$', '300', 'IN', 'TXT', '"a $"'],
];

const words: readonly string[] = [
  'IN',
  'in',
  'CH',
  'ANY',
  'NONE',
  'CLASS1',
  'CLASS3',
  'CLASS70000',
  'A',
  'MX',
  'SOA',
  'TYPE1',
  'TYPE70000',
  'TYPE65280',
  'FOO',
  'INN',
  '3600',
  '1h',
  '1h30',
  '1h30m',
  '12x',
  '0',
  '4294967295',
  '4294967296',
  '2147483648',
  '-1',
  '+1',
  '1.5',
  '36OO',
  '$TTL',
  '$ORIGIN',
  '$INCLUDE',
  '$GENERATE',
  '$DATE',
  '$FOO',
  '@',
  '*',
  '.',
  'a.',
  '.a',
  'a..b',
  '\\',
  '\\.',
  '\\046',
  '\\256',
  '\\1',
  '"',
  '""',
  '"a"',
  '"A"',
  '(',
  ')',
  '( )',
  '#',
  '#x',
  '//',
  '/*',
  '<<<<<<<',
  '=======',
  '{{ x }}',
  '${X}',
  '%NAME%',
  '@@X@@',
  '“',
  '”',
  '\u00a0',
  '\u200b',
  'é',
  '\u0001',
  '\u007f',
  '\u0000',
  '[AGE:1]',
  'WINS',
  'ALIAS',
  'MD',
  'MF',
  'AXFR',
  'OPT',
  'x'.repeat(63),
  'x'.repeat(64),
  '192.0.2.1',
  '2001:db8::1',
  'example.com',
  'example.com.',
  'example.net.',
  ';',
  ';c',
  '1-4',
  '4-1',
  '1-4/0',
  '1-4x',
  'host$',
  'host${0,2}',
  'host${0,2,q}',
  'host${-9}',
  'h$$',
  '\t',
  '\r',
];

function brokenLine(dice: Dice): string {
  const line = [...lines[dice(lines.length)]!],
    at = dice(line.length),
    word = words[dice(words.length)]!;
  switch (dice(8)) {
    case 0:
      line[at] = word;
      break;
    case 1:
      line.splice(at, 0, word);
      break;
    case 2:
      line.splice(at, 1);
      break;
    case 3:
      line[at] += word;
      break;
    case 4:
      line[at] = word + line[at]!;
      break;
    case 5:
      line.push(word);
      break;
    case 6:
      line[at] = `"${line[at]!}"`;
      break;
    default: {
      const other = dice(line.length);
      [line[at], line[other]] = [line[other]!, line[at]!];
    }
  }
  return (dice(12) === 0 ? ' ' : '') + line.join(' ');
}

describe('check and named-checkzone agree', { skip: bind.absent }, () => {
  it('on lines with one word of their header changed, and on directives', (t) => {
    const found: string[] = [],
      file = path.join(folder, 'header.zone');
    writeFileSync(path.join(folder, 'part.inc'), 'part A 192.0.2.9\n');
    let refused = 0;
    for (let k = 0; k < count; k++) {
      const line = brokenLine(diceOf(seed * 100_003 + k));
      writeFileSync(file, `${head}${line}\nlast A 192.0.2.2\n`);
      const theirs = bindVerdict('example.com', file),
        ours = ourErrors('example.com', file);
      if (!theirs.accepts) refused++;
      if (theirs.accepts !== (ours.length === 0))
        found.push(
          `${JSON.stringify(line)}: BIND ${theirs.accepts ? 'takes' : 'refuses'} it, and we find ${ours.map(({ code }) => code).join(', ') || 'nothing'}\n${theirs.output}`,
        );
    }
    assert.ok(refused > count / 4, `only ${refused} of ${count} zones were refused`);
    assertAgreement(t, bind, found);
  });
});
