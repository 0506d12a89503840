import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { printZone } from '../../../../server/src/zone/format/compiled-zone.ts';
import { formatBytes, formatZone, withEdits } from '../../../../server/src/zone/format/format-zone.ts';
import type { FormatOptions } from '../../../../server/src/zone/format/format-zone.ts';
import { Zone } from '../../../../server/src/zone/model/zone.ts';
import { commentsIn } from '../../../../server/src/zone/syntax/placed-comments.ts';
import { Lexer } from '../../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../../server/src/zone/syntax/source-text.ts';
import { everydayZone } from '../../../differential/everyday-zone.ts';
import { diceOf, mutate } from '../../../differential/mutations.ts';
import { nastyZones } from '../../../differential/nasty-zones.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf8'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** The formatted text; undefined where it can't be formatted. */
function formatted(text: string, options: FormatOptions = {}): string | undefined {
  const bytes = bytesOf(text),
    edits = formatBytes(bytes, options);
  return edits === undefined ? undefined : textOf(withEdits(bytes, edits));
}

function recordsOf(text: string): string {
  const zone = new Zone(new SourceText('file:///example.com.zone', new Lexer()), { apex: 'example.com.' });
  zone.open(bytesOf(text));
  let lines = '';
  printZone(zone, (more) => {
    lines += more;
  });
  return lines;
}

function comments(text: string): readonly string[] {
  const bytes = bytesOf(text);
  return [...commentsIn(bytes)].map(([start, end]) => textOf(bytes.subarray(start, end)).trimEnd());
}

const withoutWhite = (text: string): string => text.replace(/[ \t\r\n]+/g, '');

function assertHarmless(text: string, options: FormatOptions = {}): void {
  const after = formatted(text, options);
  if (after === undefined) return;
  assert.equal(recordsOf(after), recordsOf(text));
  assert.deepEqual(comments(after), comments(text));
  assert.equal(withoutWhite(after), withoutWhite(text));
  assert.equal(
    after.split('\n').length,
    text.endsWith('\n') || text === '' ? text.split('\n').length : text.split('\n').length + 1,
  );
  assert.equal(formatted(after, options), after, 'formatting once more changes something');
}

describe('a formatted zone', () => {
  it('has owner, TTL, class, type and rdata under each other', () => {
    assert.equal(
      formatted(
        [
          '$TTL   1h ; one hour',
          '@ IN SOA ns1 hostmaster ( 2024010101 ; serial',
          '  7200 ; refresh',
          '        3600',
          '1209600 3600 ) ; the rest',
          '  NS ns1',
          'mail 300 IN A 192.0.2.1 ; mail',
          ' IN AAAA 2001:db8::1;also mail  ',
          '',
          '   ',
          '; alias',
          'www\tCNAME\tmail',
        ].join('\n'),
      ),
      [
        '$TTL 1h ; one hour',
        '@                   IN SOA   ns1 hostmaster ( 2024010101 ; serial',
        '                             7200           ; refresh',
        '                             3600',
        '                             1209600 3600 ) ; the rest',
        '                       NS    ns1',
        'mail            300 IN A     192.0.2.1   ; mail',
        '                    IN AAAA  2001:db8::1 ;also mail',
        '',
        '',
        '; alias',
        'www             CNAME mail',
        '',
      ].join('\n'),
    );
  });

  it('keeps TTL and class in the order of each line', () => {
    assert.equal(
      formatted('a IN 300 A 192.0.2.1\nb IN 60 A 192.0.2.2\nc 5 IN A 192.0.2.3\nd A 192.0.2.4\n'),
      [
        'a               IN 300 A     192.0.2.1',
        'b               IN 60  A     192.0.2.2',
        'c               5 IN   A     192.0.2.3',
        'd                      A     192.0.2.4',
        '',
      ].join('\n'),
    );
  });

  it('lets a very long owner stick out', () => {
    const long = 'x'.repeat(50);
    assert.equal(
      formatted(`${long} A 192.0.2.1\nb A 192.0.2.2\n`),
      `${long} A 192.0.2.1\nb               A     192.0.2.2\n`,
    );
  });

  it('has tabs where tabs are wanted', () => {
    assert.equal(
      formatted('a 5 IN A 192.0.2.1\n  MX 10 mail\n', { tabSize: 8 }),
      'a\t\t5\tIN\tA\t192.0.2.1\n\t\t\t\tMX\t10 mail\n',
    );
  });

  it('keeps CR LF, and ends in it', () => {
    assert.equal(
      formatted('a  A  192.0.2.1\r\nb A 192.0.2.2'),
      'a               A     192.0.2.1\r\nb               A     192.0.2.2\r\n',
    );
  });

  it("leaves alone what can't be read", () => {
    assert.equal(formatted('a   FOO   x\nb A 192.0.2.2\n'), 'a   FOO   x\nb               A     192.0.2.2\n');
    assert.equal(formatted('a A ( 192.0.2.1\nb A 192.0.2.2\n'), undefined);
    assert.equal(formatted('a TXT "x\n'), undefined);
  });

  it('gives an editor changes of white space only', () => {
    const text = new SourceText('file:///x', new Lexer());
    text.load(bytesOf('é  A  192.0.2.1 ; 😀  \nb A 192.0.2.2\n'), () => undefined);
    assert.deepEqual(formatZone(text), [
      { range: { start: { line: 0, character: 1 }, end: { line: 0, character: 3 } }, text: ' '.repeat(15) },
      { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 6 } }, text: ' '.repeat(5) },
      { range: { start: { line: 0, character: 20 }, end: { line: 0, character: 22 } }, text: '' },
      { range: { start: { line: 1, character: 1 }, end: { line: 1, character: 2 } }, text: ' '.repeat(15) },
      { range: { start: { line: 1, character: 3 }, end: { line: 1, character: 4 } }, text: ' '.repeat(5) },
    ]);
  });

  for (const { name, text } of nastyZones)
    it(`has the records, comments and lines of before: ${name}`, () => {
      assertHarmless(text);
      assertHarmless(text, { tabSize: 8 });
    });

  it('has the records, comments and lines of before, whatever the zone', () => {
    const line = fc.constantFrom(
      'a A 192.0.2.1',
      ' TXT "x;y" ; z',
      '\t300 IN MX 10 mail ;x',
      '$ORIGIN sub',
      '$TTL  5 ;c',
      '',
      ' ',
      '; c',
      '  ; c ',
      '@ SOA a b ( 1 ; s',
      ' 2 3 ; t',
      ') 4',
      '5 )',
      'b (\n A 192.0.2.2 )',
      'c TXT("x"\n"y" ; q\n)',
      'd FOO ( x',
      '"q" A 192.0.2.1',
      'e\\ f  TXT  a\\;b',
      'g TXT "a""b" ()',
      '\u00e9 A 192.0.2.3',
      'longer.owner.name.than.others IN 5 AAAA 2001:db8::1 ; why',
    );
    const ending = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, ending), { maxLength: 25 }), fc.boolean(), (lines, tabs) => {
        assertHarmless(lines.map(([text, end]) => text + end).join(''), tabs ? { tabSize: 8 } : {});
      }),
      { numRuns: 400 },
    );
  });

  it('has the records, comments and lines of before, with any token broken', () => {
    for (let seed = 0; seed < 150; seed++) assertHarmless(mutate(everydayZone, diceOf(seed)));
  });
});
