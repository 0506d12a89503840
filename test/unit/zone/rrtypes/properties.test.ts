import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allTypes, printRdata, typeByMnemonic } from '../../../../server/src/zone/rrtypes/registry/registry.ts';
import { printedRecords } from './printed-records.ts';
import { readRdata } from './reading.ts';

const mnemonics = [...allTypes.map(({ mnemonic }) => mnemonic), 'TYPE65280'];
const anyType = fc.constantFrom(...mnemonics);

/** Octets of one entry: no line break, and nothing that opens a comment, a group or a string without closing it. */
const octet = fc.integer({ min: 1, max: 255 }).filter((c) => !'\n\r"();\\'.includes(String.fromCharCode(c)));
const piece = fc.oneof(
  fc.array(octet, { maxLength: 12 }).map((octets) => String.fromCharCode(...octets)),
  fc.constantFrom(...printedRecords.flatMap(({ rdata }) => rdata.match(/(?:[^\s"()]|"[^"]*")+/g) ?? [])),
  fc.constantFrom(
    '\\',
    '\\3',
    '\\300',
    '\\032',
    '\\#',
    '\\"',
    '""',
    '"a b"',
    '(',
    ')',
    '=',
    ',',
    '0',
    '65535',
    '4294967296',
    '.',
    '@',
  ),
);
const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(' '));

test('whatever stands in a record, reading it ends with all tokens read, and says something when it is refused', () => {
  fc.assert(
    fc.property(anyType, text, fc.boolean(), (type, rdata, indexing) => {
      const { good, problems, end } = readRdata(type, rdata, 'example.com.', indexing);
      assert.equal(good, problems.length === 0);
      for (const { start, end: stop } of problems)
        assert.ok(start <= stop && start >= 0 && stop <= end, `${start}–${stop} of ${end}`);
    }),
    { numRuns: 4000 },
  );
});

test('what is read and printed reads as the same octets', () => {
  fc.assert(
    fc.property(anyType, text, (type, rdata) => {
      const read = readRdata(type, rdata);
      if (!read.good) return;
      const again = readRdata(type, read.printed);
      assert.deepEqual(again.problems, [], read.printed);
      assert.deepEqual(again.octets, read.octets, read.printed);
    }),
    { numRuns: 4000 },
  );
});

function genericForm(octets: Uint8Array): string {
  return `\\# ${octets.length} ${[...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('')}`;
}

test('any octets at all can be printed as rdata of any type; those that are valid read as they were', () => {
  const octets = fc.uint8Array({ maxLength: 80 });
  fc.assert(
    fc.property(anyType, octets, (mnemonic, wire) => {
      const type = typeByMnemonic(mnemonic)!;
      const printed = printRdata(type.code, wire);
      assert.match(printed, /^[\x20-\x7e]*$/);
      if (type.status === 'meta' || !readRdata(type.mnemonic, genericForm(wire)).good) return;
      assert.deepEqual(readRdata(type.mnemonic, printed).octets, wire, printed);
    }),
    { numRuns: 4000 },
  );
});

test('records of the table with one octet changed are read or refused, never more', () => {
  const changed = fc.tuple(fc.constantFrom(...printedRecords), fc.nat(), octet).map(([{ type, rdata }, at, c]) => ({
    type,
    rdata:
      rdata.slice(0, at % (rdata.length + 1)) + String.fromCharCode(c) + rdata.slice((at % (rdata.length + 1)) + 1),
  }));
  fc.assert(
    fc.property(changed, ({ type, rdata }) => {
      const { good, problems } = readRdata(type, rdata);
      assert.equal(good, problems.length === 0);
    }),
    { numRuns: 4000 },
  );
});
