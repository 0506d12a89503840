import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addRecord } from '../../server/src/lint/kit/add-record.ts';
import { defaultSettings } from '../../server/src/findings/lint-settings.ts';
import { RecordView } from '../../server/src/zone/model/record-view.ts';
import type { Zone } from '../../server/src/zone/model/zone.ts';
import { noFiles } from '../../server/src/zone/records/include-host.ts';
import { Lexer } from '../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../server/src/zone/syntax/source-text.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { reverseText, zoneText } from './zone-texts.ts';

const RUNS = Number(process.env['RUNS'] ?? 150);

function open(text: string, apex: string): { readonly zone: Zone; readonly source: SourceText } {
  const source = new SourceText('file:///zones/zone', new Lexer());
  source.load(new TextEncoder().encode(text), () => undefined);
  return { zone: new Workspace([]).open(source, { apex, host: noFiles, settings: defaultSettings }).zone, source };
}

/** Every record as a server has it; where data can't be read, as it is written. What `$GENERATE` makes is left out: an owner name that can't be read is guessed from the record before. */
function meaning(zone: Zone): readonly string[] {
  const found: string[] = [];
  for (const block of zone.blocks)
    for (const id of block?.records ?? []) {
      const record = new RecordView(zone, id);
      if (record.generated) continue;
      found.push(
        [
          zone.names.text(record.owner),
          record.ttl,
          record.mnemonic,
          record.target < 0 ? record.source().replace(/\s+/g, ' ') : zone.names.text(record.target),
        ].join(' '),
      );
    }
  return found.sort();
}

/** The first text has all lines of the second one but those that were added, in their order. */
function without(before: readonly string[], after: readonly string[]): readonly string[] {
  let at = 0;
  return after.filter((line) => {
    if (line !== before[at]) return true;
    at++;
    return false;
  });
}

const linesOf = (source: SourceText): readonly string[] =>
  source
    .text()
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);

function check(text: string, apex: string, owner: string, type: string, rdata: string): void {
  const { zone, source } = open(text, apex),
    unclosed = zone.blocks.some(
      (block) =>
        block?.problems.some(
          ({ code }) => code === 'syn/unbalanced-paren-open' || code === 'syn/unterminated-quote',
        ) === true,
    );
  if (unclosed) return;
  const before = meaning(zone),
    lines = linesOf(source),
    name = zone.names.intern(`${owner === '' ? '' : `${owner}.`}${apex}`),
    edit = addRecord(zone, name, type, rdata),
    absolute = zone.names.text(name);
  source.edit(edit.range, edit.text, () => undefined);
  const after = open(source.text(), apex).zone,
    added = meaning(after).filter(
      (record) =>
        !before.includes(record) ||
        before.filter((one) => one === record).length < meaning(after).filter((one) => one === record).length,
    );
  assert.deepEqual(
    [...new Set(added)].map((record) =>
      record
        .split(' ')
        .filter((_, k) => k !== 1)
        .slice(0, 2)
        .join(' '),
    ),
    [`${absolute} ${type}`],
    'the new record, and no other one',
  );
  assert.equal(meaning(after).length, before.length + 1);
  assert.equal(without(lines, linesOf(source)).length, 1, 'one line more');
}

describe('a record that is added', () => {
  const added = fc.constantFrom<readonly [string, string, string]>(
    ['', 'MX', '30 fresh.example.net.'],
    ['fresh', 'A', '203.0.113.99'],
    ['web', 'AAAA', '2001:db8::99'],
    ['_dmarc', 'TXT', '"fresh"'],
    ['fresh._domainkey', 'TXT', '"fresh"'],
    ['deep.fresh', 'A', '203.0.113.99'],
    ['_fresh._tcp', 'SRV', '0 0 99 fresh.example.net.'],
  );

  it('is there, on a line of its own, and all others are as before', () => {
    fc.assert(
      fc.property(zoneText, added, fc.boolean(), (text, [owner, type, rdata], isEnded) =>
        check(isEnded ? text : text.replace(/\r?\n$/, ''), 'example.com.', owner, type, rdata),
      ),
      { numRuns: RUNS },
    );
  });

  it('is so in a reverse zone', () => {
    fc.assert(
      fc.property(reverseText, fc.integer({ min: 0, max: 255 }), (text, number) =>
        check(text, '2.0.192.in-addr.arpa.', String(number), 'PTR', 'fresh.example.net.'),
      ),
      { numRuns: RUNS },
    );
  });
});
