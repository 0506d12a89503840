import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTypes, printRdata, typeByMnemonic } from '../../../../server/src/zone/rrtypes/registry/registry.ts';
import { assertAgreement, bind } from '../../../oracles/oracle.ts';
import { printedByBind } from './bind.ts';
import { printedRecords } from './printed-records.ts';
import { readRdata } from './reading.ts';

/** Types that BIND 9.18 does not know, and those that it refuses in a zone. */
const NOT_IN_BIND = new Set(['CLA', 'IPN', 'WINS', 'WINSR']);
const REFUSED_BY_BIND = new Set(['MD', 'MF']);

test('rdata is printed in its canonical form', () => {
  for (const { type, rdata, printed } of printedRecords) {
    const read = readRdata(type, rdata);
    assert.deepEqual(read.problems, [], `${type} ${rdata}`);
    assert.equal(read.printed, printed, `${type} ${rdata}`);
  }
});

test('what is printed reads as the same octets', () => {
  for (const { type, printed } of printedRecords) {
    const first = readRdata(type, printed);
    assert.deepEqual(first.problems, [], `${type} ${printed}`);
    assert.equal(first.printed, printed, `${type} ${printed}`);
  }
});

test('octets of every record can be given as RFC 3597 says', () => {
  for (const { type, rdata, printed } of printedRecords) {
    const { octets } = readRdata(type, rdata),
      hex = [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('');
    const generic = readRdata(type, `\\# ${octets.length} ${hex}`);
    assert.deepEqual(generic.problems, [], `${type} ${rdata}`);
    assert.deepEqual(generic.octets, octets, `${type} ${rdata}`);
    assert.equal(generic.printed, printed, `${type} ${rdata}`);
  }
});

test('rdata and its RFC 3597 form are equal for the index of names as well', () => {
  for (const { type, rdata } of printedRecords) {
    const wire = readRdata(type, rdata).octets,
      hex = [...wire].map((octet) => octet.toString(16).padStart(2, '0')).join('');
    assert.deepEqual(
      readRdata(type, `\\# ${wire.length} ${hex}`, 'example.com.', true).octets,
      readRdata(type, rdata, 'example.com.', true).octets,
      `${type} ${rdata}`,
    );
  }
});

test('every type has records in the table, and its own example is read', () => {
  const covered = new Set(printedRecords.map(({ type }) => type));
  for (const type of allTypes) {
    const [owner, ttl, recordClass, mnemonic, ...rdata] = type.example.split(' ');
    assert.match(owner!, /\.$/, type.mnemonic);
    assert.deepEqual([ttl, recordClass, typeByMnemonic(mnemonic!)?.code], ['3600', 'IN', type.code]);
    const read = readRdata(mnemonic!, rdata.join(' '));
    if (type.status === 'meta')
      assert.deepEqual(
        read.problems.map(({ code }) => code),
        ['syn/meta-type'],
        type.mnemonic,
      );
    else assert.deepEqual(read.problems, [], type.mnemonic);
    if (type.status !== 'meta' && !REFUSED_BY_BIND.has(type.mnemonic))
      assert.ok(covered.has(type.mnemonic), type.mnemonic);
  }
});

test('named-compilezone prints the same', { skip: bind.absent }, (t) => {
  const lines = printedRecords
    .filter(({ type }) => !NOT_IN_BIND.has(type))
    .map((record, k) => ({ owner: `r${k}`, ...record }));
  // An SOA below the top is refused, and so is a zone with the old DNSSEC.
  const asked = lines.filter(({ type }) => !['SOA', 'SIG', 'NXT'].includes(type));
  const { printed, refusal } = printedByBind(asked);
  assertAgreement(
    t,
    bind,
    refusal !== ''
      ? [refusal]
      : asked.flatMap(({ owner, type, rdata, printed: ours }) =>
          printed.get(owner) === ours ? [] : [`${type} ${rdata}: we print ${ours}, and BIND ${printed.get(owner)}`],
        ),
  );
});

test('printing rdata that is cut off, or too long, gives its octets', () => {
  assert.equal(printRdata(1, Uint8Array.of(192, 0, 2)), '\\# 3 C00002');
  assert.equal(printRdata(15, Uint8Array.of(0, 10, 0, 0)), '\\# 4 000A0000');
  assert.equal(printRdata(65280, Uint8Array.of()), '\\# 0');
  assert.equal(printRdata(45, Uint8Array.of(10, 4, 2, 1)), '\\# 4 0A040201');
});
