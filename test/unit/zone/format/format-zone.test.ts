import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { printZone } from '../../../../server/src/zone/format/compiled-zone.ts';
import { LayingOut } from '../../../../server/src/ide/laid-out.ts';
import type { FormatOptions } from '../../../../server/src/zone/format/format-options.ts';
import { FormatRun, withEdits } from '../../../../server/src/zone/format/format-zone.ts';
import { Zone } from '../../../../server/src/zone/model/zone.ts';
import { commentsIn } from '../../../../server/src/zone/syntax/placed-comments.ts';
import { Lexer } from '../../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../../server/src/zone/syntax/source-text.ts';
import { everydayZone } from '../../../differential/everyday-zone.ts';
import { diceOf, mutate } from '../../../differential/mutations.ts';
import { nastyZones } from '../../../differential/nasty-zones.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf8'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

const aligned: FormatOptions = { columns: 'align' },
  withTabs: FormatOptions = { columns: 'align', whitespace: 'tabs', tabSize: 8 };

/** All edits of a file at once; undefined for one that can't be laid out. */
function formatBytes(bytes: Uint8Array, options: FormatOptions = {}): FormatRun['edits'] | undefined {
  const run = new FormatRun(bytes, options);
  run.run();
  return run.refused === undefined ? run.edits : undefined;
}

/** The formatted text; undefined where it can't be formatted. */
function formatted(text: string, options: FormatOptions = aligned): string | undefined {
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
  // A record in a comment moves with the others.
  return [...commentsIn(bytes)].map(([start, end]) => withoutWhite(textOf(bytes.subarray(start, end))));
}

const manyWays: readonly FormatOptions[] = [
  aligned,
  withTabs,
  {},
  { whitespace: 'tabs' },
  { whitespace: 'spaces' },
  { columns: [24, 32, 40] },
  { columns: [24, 32, 40, 64], whitespace: 'tabs' },
  { typeCase: 'upper', ttl: 'units' },
  { columns: 'align', typeCase: 'lower', ttl: 'seconds' },
];

const withoutWhite = (text: string): string => text.replace(/[ \t\r\n]+/g, '');

function assertHarmless(text: string, options: FormatOptions = aligned): void {
  const after = formatted(text, options);
  if (after === undefined) return;
  assert.equal(recordsOf(after), recordsOf(text));
  assert.deepEqual(comments(after), comments(text));
  if (options.ttl === undefined) assert.equal(withoutWhite(after), withoutWhite(text));
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
      formatted('a 5 IN A 192.0.2.1\n  MX 10 mail\n', withTabs),
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
    const job = new LayingOut(text, aligned);
    assert.ok(job.run(() => false));
    assert.deepEqual(job.edits, [
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
      for (const options of manyWays) assertHarmless(text, options);
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
      'h\tIN\tA\t192.0.2.4',
      'i       IN      A       192.0.2.5     ; five',
      '        IN      MX      10 mail',
      '\t\tIN\tTXT\t(\t"a"',
      '\t\t\t\t"b" )\t; end',
      ';j IN A 192.0.2.6',
      '; k      IN   A 192.0.2.7 ; old',
      ';\t IN MX 10  mail',
      'l 1h30m IN txt x',
    );
    const ending = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(line, ending), { maxLength: 25 }),
        fc.constantFrom(...manyWays),
        (lines, options) => {
          assertHarmless(lines.map(([text, end]) => text + end).join(''), options);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('has the records, comments and lines of before, with any token broken', () => {
    for (let seed = 0; seed < 150; seed++)
      assertHarmless(mutate(everydayZone, diceOf(seed)), manyWays[seed % manyWays.length]);
  });

  it('has types and TTLs written as is wanted, and the same records', () => {
    const text = '$TTL 3600\na 90 in mx 10 mail\nb 1h IN A 192.0.2.1\n';
    assert.equal(
      formatted(text, { typeCase: 'upper', ttl: 'units' }),
      '$TTL 1h\na 1m30s IN MX 10 mail\nb 1h IN A 192.0.2.1\n',
    );
    assert.equal(
      formatted(text, { typeCase: 'lower', ttl: 'seconds' }),
      '$TTL 3600\na 90 in mx 10 mail\nb 3600 in a 192.0.2.1\n',
    );
    assert.equal(formatted(text, { typeCase: 'upper', ttl: 'units', columns: 'align' })?.startsWith('$TTL 1h\n'), true);
  });

  it('has the columns that are asked for', () => {
    assert.equal(
      formatted('a A 192.0.2.1 ; x\n IN TXT "t"\nlonger.than.ten.characters A 192.0.2.2\n', {
        columns: [10, 14, 20, 40],
      }),
      [
        'a             A     192.0.2.1           ; x',
        '          IN  TXT   "t"',
        'longer.than.ten.characters A 192.0.2.2',
        '',
      ].join('\n'),
    );
  });
});

describe('a zone formatted in its own columns', () => {
  const kept = (text: string): string | undefined => formatted(text, {});

  it('stays as it is where a paragraph agrees, with tabs, spaces or single spaces', () => {
    for (const text of [
      'a\tIN\tA\t192.0.2.1\na.long.name\tIN\tA\t192.0.2.2\n\tIN\tMX\t10 mail\n',
      'a IN A 192.0.2.1\nbbb IN AAAA 2001:db8::1\n  IN TXT "x"\n',
      'a       IN  A     192.0.2.1   ; one\n        IN  AAAA  2001:db8::1 ; two\na.very.long.name IN A 192.0.2.2\n',
      '$TTL   1h ; one hour\n@ IN SOA ns1 hostmaster ( 1 ; serial\n  7200 3600\n     1209600 3600 )\n        NS   ns1\nns1     A    192.0.2.1  \n',
      '; a comment   here\n;www   A   192.0.2.1\n\n   ; another\n',
    ])
      assert.equal(kept(text), text);
  });

  it('moves the records that are out of line, and nothing else', () => {
    assert.equal(
      kept(
        'a       IN  A     192.0.2.1\nb IN A 192.0.2.2 ; two  \n        IN  AAAA  2001:db8::1\n;c IN A 192.0.2.3\n; prose is no   record\n\nd IN A 192.0.2.4\n',
      ),
      'a       IN  A     192.0.2.1\nb       IN  A     192.0.2.2 ; two\n        IN  AAAA  2001:db8::1\n;c      IN  A     192.0.2.3\n; prose is no   record\n\nd IN A 192.0.2.4\n',
    );
  });

  it("puts a ragged paragraph into the file's columns, and fills them as the file does", () => {
    const columns = 'a\t\tIN\tA\t192.0.2.1\nbb\t\tIN\tA\t192.0.2.2\nccccccccc\tIN\tMX\t10 mail\n';
    assert.equal(kept(`${columns}\nd IN A 192.0.2.4\n  e\n`)?.startsWith(columns), true);
    assert.equal(
      kept(`${columns}\nd IN A 192.0.2.4\nee   IN   A  192.0.2.5\n`),
      `${columns}\nd\t\tIN\tA\t192.0.2.4\nee\t\tIN\tA\t192.0.2.5\n`,
    );
  });

  it('takes the other lines of a record along, and leaves comments in their column', () => {
    assert.equal(
      kept(
        [
          'a       IN  A    192.0.2.1',
          'b IN TXT ( "one"    ; first',
          '           "two" )  ; second',
          'c       IN  A    192.0.2.2',
          'd       IN  A    192.0.2.3',
          '',
        ].join('\n'),
      ),
      [
        'a       IN  A    192.0.2.1',
        'b       IN  TXT  ( "one" ; first',
        '                   "two" ) ; second',
        'c       IN  A    192.0.2.2',
        'd       IN  A    192.0.2.3',
        '',
      ].join('\n'),
    );
  });

  it('is formatted in part where lines are selected', () => {
    const text = new SourceText('file:///x', new Lexer());
    text.load(
      bytesOf('a       A  192.0.2.1\nb A 192.0.2.2\nc A 192.0.2.3\nd       A  192.0.2.4\ne       A  192.0.2.5\n'),
      () => undefined,
    );
    const job = new LayingOut(text, {}, { first: 2, last: 3 });
    assert.ok(job.run(() => false));
    assert.deepEqual([...new Set(job.edits.map(({ range }) => range.start.line))], [2]);
  });

  it('is laid out in steps, with the same edits', () => {
    const bytes = bytesOf(
        '$TTL 1h\n'.concat(...Array.from({ length: 3000 }, (_, k) => `h${k}${' '.repeat(1 + (k % 4))}A 192.0.2.1\n`)),
      ),
      run = new FormatRun(bytes);
    let steps = 1;
    while (!run.run(() => true)) steps++;
    assert.ok(steps > 10);
    assert.deepEqual(run.edits, formatBytes(bytes));
  });
});
