import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseSpf, spfProblems } from '../../../../server/src/mail/spf/spf.ts';
import { presentStrings } from '../../../../server/src/mail/grammar/txt-strings.ts';
import { HOST_BITS, PlainSpf, PRIVATE_ADDRESS } from '../../../../server/src/lint/kit/mail/plain-spf.ts';
import { marksOf, SPF } from '../../../../server/src/lint/kit/mail/text-marks.ts';
import { Zone } from '../../../../server/src/zone/model/zone.ts';
import { Lexer } from '../../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../../server/src/zone/syntax/source-text.ts';
import { encode } from '../../../../server/src/text/utf8.ts';
import { goodRecords, problemCases } from '../../mail/spf/problem-cases.ts';

const plain = new PlainSpf();

/** A zone with one TXT record, which has the id 0. */
function zoneWith(line: string): Zone {
  const zone = new Zone(new SourceText('example.com.zone', new Lexer()), { apex: 'example.com.' });
  zone.open(encode(line));
  return zone;
}

const isPlain = (text: string): boolean => plain.read(zoneWith(`x 3600 IN TXT ${presentStrings(text)}\n`), 0);
const octets = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** What the parser says of a text, but for what the scan tells itself. */
function unexpected(text: string): readonly string[] {
  const told = [
    ...((plain.facts & PRIVATE_ADDRESS) === 0 ? [] : ['spf/ip-private']),
    ...((plain.facts & HOST_BITS) === 0 ? [] : ['spf/ip-hostbits']),
  ];
  return spfProblems(parseSpf(text), { domain: 'x.example.com' })
    .map(({ code }) => code)
    .filter((code) => !told.includes(code));
}

const octet = fc.constantFrom(
  '0',
  '1',
  '10',
  '127',
  '192',
  '168',
  '172',
  '20',
  '100',
  '64',
  '198',
  '19',
  '203',
  '224',
  '255',
  '256',
  '01',
  '1000',
  '',
);
const address = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
const prefix = fc.constantFrom('', '', '', '/24', '/32', '/8', '/9', '/33', '/024', '/', '/0', '//64');
const name = fc.constantFrom(
  '_spf.example.net',
  'example.com',
  'spf.example.org',
  '_SPF.example.net',
  'localhost',
  'a..b.example',
  'x.example.',
  'example.123',
  'a_b.example',
  'x.exam_ple',
  '-x.example',
  'a%{d}.example',
  'x.-',
  'x.y-',
);
const term = fc.oneof(
  fc.constantFrom(
    'a',
    'mx',
    'ptr',
    '+a',
    '~mx',
    'a:b.example',
    'all',
    '?all',
    'A',
    'exp=x.example',
    'redirect=x.example',
  ),
  fc.tuple(address, prefix).map((parts) => `ip4:${parts.join('')}`),
  name.map((target) => `include:${target}`),
);
const ending = fc.constantFrom(' -all', ' ~all', ' -all', ' ?all', ' -ALL', '', ' -all ', ' redirect=x.example');
const record = fc
  .tuple(
    fc.constantFrom('v=spf1', 'v=spf1', 'v=spf1', 'V=spf1', 'v=spf2'),
    fc.array(
      fc.tuple(fc.constantFrom(' ', ' ', '  '), term).map((parts) => parts.join('')),
      { maxLength: 6 },
    ),
    ending,
  )
  .map(([version, terms, end]) => version + terms.join('') + end);

describe('the scan for plain SPF records', () => {
  it('lets through the forms that most records have', () => {
    for (const text of [
      'v=spf1 -all',
      'v=spf1 mx -all',
      'v=spf1 a mx ip4:198.51.100.7 include:_spf.example.net ~all',
      'v=spf1 include:a.example.net include:b.example.net -all',
      'v=spf1 ip4:198.51.100.0/24 ip4:203.0.113.9 -all',
    ])
      assert.ok(isPlain(text), text);
  });

  it('leaves every record with a problem to the parser', () => {
    for (const { record: marked } of problemCases) {
      const text = octets(marked).replace(/\xc2[\xab\xbb]/g, '');
      if (isPlain(text)) assert.deepEqual(unexpected(text), [], text);
    }
  });

  it('never says of a record that it is plain when the parser has more to say', () => {
    let seen = 0;
    fc.assert(
      fc.property(record, (text) => {
        if (!isPlain(text)) return;
        seen++;
        assert.deepEqual(unexpected(text), []);
        assert.ok(parseSpf(text).valid);
      }),
      { numRuns: 3000 },
    );
    assert.ok(seen > 20, `${seen} plain records were tried`);
  });

  it('counts the look-ups and finds the included names', () => {
    const zone = zoneWith('x IN TXT "v=spf1 a mx include:One.example.net include:two.example.net -all" ; note\n');
    assert.ok(plain.read(zone, 0));
    const { bytes } = zone.blockOf(0).chunk;
    assert.deepEqual(
      [0, 1].map((k) => String.fromCharCode(...bytes.subarray(plain.names[2 * k], plain.names[2 * k + 1]))),
      ['One.example.net', 'two.example.net'],
    );
    assert.equal(plain.lookups, 4);
  });

  it('wants one quoted string on the line', () => {
    for (const rdata of ['v=spf1', '"v=spf1 " "-all"', '( "v=spf1 -all" )', '"v=spf1 -all" x', '"v=spf1 \\045all"'])
      assert.ok(!plain.read(zoneWith(`x TXT ${rdata}\n`), 0), rdata);
  });
});

describe('the mark of SPF', () => {
  it('is on every text that the parser takes for an SPF record, good or mistyped', () => {
    for (const text of [...goodRecords, ...problemCases.map(({ record: marked }) => marked.replace(/[«»]/g, ''))].map(
      octets,
    )) {
      const zone = zoneWith(`x TXT ${presentStrings(text)}\n`);
      if (parseSpf(text).version !== undefined) assert.notEqual(marksOf(zone, 0) & SPF, 0, text);
    }
  });

  it('is not on other texts', () => {
    for (const rdata of [
      '"google-site-verification=abcdef"',
      '"v=DMARC1; p=reject"',
      '"hello" ; v=spf1 in a comment',
      '"v=DKIM1; p="',
    ])
      assert.equal(marksOf(zoneWith(`spf TXT ${rdata}\n`), 0) & SPF, 0, rdata);
  });
});
