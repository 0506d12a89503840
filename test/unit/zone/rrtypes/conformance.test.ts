import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { NameTree } from '../../../../server/src/names/name-tree.ts';
import { TokenCursor } from '../../../../server/src/zone/rrtypes/fields/cursor.ts';
import { RdataWriter } from '../../../../server/src/zone/rrtypes/fields/rdata.ts';
import {
  classAt,
  parseRdata,
  printRdata,
  typeAt,
  typeByMnemonic,
} from '../../../../server/src/zone/rrtypes/registry/registry.ts';
import { Lexer } from '../../../../server/src/zone/syntax/lexer.ts';
import { ENTRY_END } from '../../../../server/src/text/token-kinds.ts';
import { readRdata } from './reading.ts';

const folder = join(import.meta.dirname, '../../../../../shared/conformance/zones');
const skip = !existsSync(folder) && 'the conformance zones are not beside this checkout';

/** Token ranges of each entry of a file. */
function* entries(
  name: string,
): Generator<{ readonly bytes: Uint8Array; readonly tokens: Int32Array; readonly from: number; readonly to: number }> {
  const bytes = Uint8Array.from(readFileSync(join(folder, name))),
    lexer = new Lexer();
  assert.equal(lexer.read(bytes, 0, bytes.length, bytes.length, true), bytes.length);
  let from = 0;
  for (let to = 0; to < lexer.count; to += 2) {
    if ((lexer.tokens[to + 1]! & 7) !== ENTRY_END) continue;
    if (to > from) yield { bytes, tokens: lexer.tokens, from, to };
    from = to + 2;
  }
}

/** Records of the zone that BIND refuses as well. */
const REFUSED = [
  ['"blegh"', 'naptr/regexp-syntax'],
  ['alkmaao', 'nsec3/length'],
] as const;

/** The rdata of every record of a zone whose origin is `example.`, as type and canonical form. */
function recordsOf(name: string): string[] {
  const names = new NameTree(),
    out = new RdataWriter(names, false),
    cursor = new TokenCursor(),
    spans = new Int32Array(64),
    origin = names.intern('example.');
  const records: string[] = [];
  for (const { bytes, tokens, from, to } of entries(name)) {
    if (bytes[tokens[from]!] === 36) continue;
    let at = from + 2;
    const word = (): readonly [Uint8Array, number, number] => [bytes, tokens[at]!, tokens[at + 1]! >> 3];
    while (/^[0-9]/.test(String.fromCharCode(bytes[tokens[at]!]!)) || classAt(...word()) >= 0) at += 2;
    const type = typeAt(...word()),
      text = String.fromCharCode(...bytes.subarray(tokens[from]!, tokens[to - 1]! >> 3));
    assert.ok(type >= 0, text);
    out.reset(origin);
    cursor.reset(bytes, tokens, at + 2, to);
    parseRdata(type, cursor, out, spans);
    const refused = REFUSED.find(([part]) => text.includes(part));
    assert.deepEqual(
      out.problems.map(({ code }) => code),
      refused === undefined ? [] : [refused[1]],
      text,
    );
    if (refused !== undefined) continue;
    records.push(`${type} ${printRdata(type, out.octets.slice(0, out.length))}`);
  }
  return records.sort();
}

test('a zone with one of every type reads as the same zone in canonical form', { skip }, () => {
  const records = recordsOf('dnspython-example');
  assert.ok(records.length > 150);
  assert.deepEqual(records, recordsOf('dnspython-example1.good'));
});

/** Rdata of SVCB, one record an entry, without owner and type. */
function svcbOctets(name: string): Uint8Array[] {
  const names = new NameTree(),
    out = new RdataWriter(names, false),
    cursor = new TokenCursor(),
    { code } = typeByMnemonic('SVCB')!;
  const octets: Uint8Array[] = [];
  for (const { bytes, tokens, from, to } of entries(name)) {
    out.reset(names.intern('example.'));
    cursor.reset(bytes, tokens, from, to);
    parseRdata(code, cursor, out);
    assert.deepEqual(out.problems, [], String.fromCharCode(...bytes.subarray(tokens[from]!, tokens[to - 1]! >> 3)));
    octets.push(out.octets.slice(0, out.length));
  }
  return octets;
}

test('the vectors of RFC 9460 appendix D read as their octets', { skip }, () => {
  const written = svcbOctets('dnspython-svcb_test_vectors.text');
  assert.ok(written.length >= 10);
  assert.deepEqual(written, svcbOctets('dnspython-svcb_test_vectors.generic'));
});

test('the failure cases of RFC 9460 appendix D.3 are refused, each with its reason', () => {
  const cases: readonly (readonly [rdata: string, code: string])[] = [
    ['1 foo.example.com. key123=abc key123=def', 'svcb/key-duplicate'],
    ['1 foo.example.com. mandatory', 'svcb/value-syntax'],
    ['1 foo.example.com. alpn', 'svcb/alpn-empty'],
    ['1 foo.example.com. port', 'svcb/port'],
    ['1 foo.example.com. ipv4hint', 'svcb/ipv4hint'],
    ['1 foo.example.com. ipv6hint', 'svcb/ipv6hint'],
    ['1 foo.example.com. no-default-alpn=abc', 'svcb/value-syntax'],
    ['1 foo.example.com. mandatory=key123', 'svcb/mandatory-missing'],
    ['1 foo.example.com. mandatory=mandatory', 'svcb/mandatory-self'],
    ['1 foo.example.com. mandatory=key123,key123 key123=abc', 'svcb/mandatory-dup'],
  ];
  for (const [rdata, code] of cases)
    assert.deepEqual(
      readRdata('SVCB', rdata).problems.map((problem) => problem.code),
      [code],
      rdata,
    );
});
