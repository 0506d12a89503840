import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NameTree } from '../../../../server/src/names/name-tree.ts';
import { TokenCursor } from '../../../../server/src/zone/rrtypes/fields/cursor.ts';
import { RdataWriter } from '../../../../server/src/zone/rrtypes/fields/rdata.ts';
import { parseRdata, typeAt } from '../../../../server/src/zone/rrtypes/registry/registry.ts';
import { Lexer } from '../../../../server/src/zone/syntax/lexer.ts';
import { ENTRY_END } from '../../../../server/src/text/token-kinds.ts';
import { printedRecords } from './printed-records.ts';

/** Types of which a zone may have a million records. */
const HOT = [
  'A',
  'AAAA',
  'NS',
  'CNAME',
  'PTR',
  'MX',
  'TXT',
  'SRV',
  'SOA',
  'RRSIG',
  'DNSKEY',
  'DS',
  'TLSA',
  'SSHFP',
  'CAA',
  'NSEC',
  'NSEC3',
];
const RECORDS = 20000;

function prepared(type: string): () => void {
  const { rdata } = printedRecords.find((record) => record.type === type)!;
  const text = `x ${type} ${rdata}\n`.repeat(RECORDS);
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0)),
    lexer = new Lexer(),
    cursor = new TokenCursor(),
    spans = new Int32Array(64);
  lexer.read(bytes, 0, bytes.length, bytes.length, true);
  const { tokens, count } = lexer,
    names = new NameTree(),
    out = new RdataWriter(names, true),
    origin = names.intern('example.com.');
  return () => {
    let from = 0;
    for (let to = 0; to < count; to += 2) {
      if ((tokens[to + 1]! & 7) !== ENTRY_END) continue;
      cursor.reset(bytes, tokens, from + 4, to);
      out.reset(origin);
      if (!parseRdata(typeAt(bytes, tokens[from + 2]!, tokens[from + 3]! >> 3), cursor, out, spans))
        throw new Error(JSON.stringify(out.problems));
      from = to + 2;
    }
  };
}

test('good records of the types that fill zones cost no objects', () => {
  for (const type of HOT) {
    const read = prepared(type);
    let octets = Infinity;
    // Numbers over 2³¹ are boxed until the code is optimised, which takes some rounds.
    for (let round = 0; round < 12 && octets >= RECORDS * 8; round++) {
      const before = process.memoryUsage().heapUsed;
      read();
      octets = process.memoryUsage().heapUsed - before;
    }
    assert.ok(octets < RECORDS * 8, `${type}: ${Math.round(octets / RECORDS)} octets a record`);
  }
});
