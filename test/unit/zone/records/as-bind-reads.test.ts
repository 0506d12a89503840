/** Corners of the format in which BIND's loader decides what a zone file means; test/differential compares with BIND itself. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { printZone } from '../../../../server/src/zone/format/compiled-zone.ts';
import { Zone } from '../../../../server/src/zone/model/zone.ts';
import { Lexer } from '../../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../../server/src/zone/syntax/source-text.ts';

interface Read {
  /** Without the SOA, one space between fields. */
  readonly records: readonly string[];
  /** `code message` of what was reported. */
  readonly problems: readonly string[];
}

function read(text: string): Read {
  const zone = new Zone(new SourceText('file:///example.com.zone', new Lexer()), { apex: 'example.com.' });
  zone.open(Uint8Array.from(Buffer.from(`$TTL 60\n${text}\n`, 'latin1')));
  let lines = '';
  printZone(zone, (more) => {
    lines += more;
  });
  const problems = zone.blocks.flatMap((block) =>
    (block?.problems ?? []).map(({ code, message }) => `${code} ${message}`),
  );
  return {
    records: lines
      .trim()
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' '))
      .filter((line) => line !== '' && !line.includes(' SOA ')),
    problems,
  };
}

describe('quotation marks', () => {
  it('around an owner name are passed over, which Knot refuses', () => {
    assert.deepEqual(read('"a b" A 192.0.2.1'), {
      records: ['a\\032b.example.com. 60 IN A 192.0.2.1'],
      problems: ['syn/quoted-value owner'],
    });
    assert.deepEqual(read('"@" A 192.0.2.1').records, ['example.com. 60 IN A 192.0.2.1']);
  });

  it('around a directive are passed over', () => {
    assert.deepEqual(read('"$TTL" 5\na A 192.0.2.1').records, ['a.example.com. 5 IN A 192.0.2.1']);
  });

  it('around nothing are no owner name', () => {
    assert.deepEqual(read('"" A 192.0.2.1').problems, ['syn/quoted-value emptyOwner']);
  });

  it('in $GENERATE are for the data only', () => {
    assert.deepEqual(read('$GENERATE 1-2 a$ TXT "x$"').records, [
      'a1.example.com. 60 IN TXT "x1"',
      'a2.example.com. 60 IN TXT "x2"',
    ]);
    assert.deepEqual(read('$GENERATE "1-2" a$ A 192.0.2.$').problems, ['syn/quoted-value generate']);
    assert.deepEqual(read('$GENERATE 1-2 "a$" A 192.0.2.$').problems, ['syn/quoted-value generate']);
  });
});

describe('parentheses in $GENERATE', () => {
  it('are closed before the data', () => {
    assert.deepEqual(read('$GENERATE ( 1-2 ) a$ A 192.0.2.$').problems, []);
    assert.deepEqual(read('$GENERATE 1-2 a$ A ( 192.0.2.$ )').problems, ['dir/generate-syntax open']);
  });
});

describe('the class of the SOA', () => {
  it('is IN, unless the server is told otherwise', () => {
    assert.deepEqual(read('@ CH SOA a b 1 2 3 4 5\nc CH A 192.0.2.1\nd A 192.0.2.1').problems, [
      'syn/class-mismatch soa',
    ]);
    assert.deepEqual(read('@ ANY SOA a b 1 2 3 4 5\nc IN A 192.0.2.1').problems, ['syn/class-mismatch mismatch']);
  });
});
