import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Position, TextRange } from '../../server/src/text/positions.ts';

/** Lines that zone files are made of, right and wrong ones. */
const lines: readonly string[] = [
  '$TTL 3600',
  '$TTL 60',
  '$TTL',
  '$ORIGIN sub',
  '$ORIGIN example.com.',
  '$ORIGIN example.net.',
  '$INCLUDE part.inc',
  '$INCLUDE missing.inc sub',
  '$GENERATE 1-4 host$ A 192.0.2.$',
  '$GENERATE 1-3 $ CNAME host$',
  '$FOO bar',
  '@ IN SOA ns1 hostmaster ( 2024010101 7200 3600',
  '        1209600 300 )',
  '@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300',
  '@ NS ns1',
  '  NS ns2.example.net.',
  'ns1 A 192.0.2.1',
  'ns1 A 192.0.2.1',
  'ns1 300 IN A 192.0.2.1',
  '  AAAA 2001:db8::1',
  'www CNAME web',
  'web A 192.0.2.80',
  'web TXT "a; b" c',
  '@ MX 10 mail',
  '@ MX 20 mail.example.com',
  'mail A 192.0.2.25',
  '*.dyn A 192.0.2.9',
  'sub NS ns1.sub',
  'ns1.sub A 192.0.2.53',
  '@ TXT "v=spf1 mx -all"',
  '_dmarc TXT "v=DMARC1; p=none"',
  'sel._domainkey TXT ( "v=DKIM1; p=" ; key',
  '   "MFkw" )',
  'x TYPE65280 \\# 2 abcd',
  'bücher A 192.0.2.3',
  'a\\.b A 192.0.2.4',
  'bad A 192.0.2.256',
  'odd FOO bar',
  '; note',
  '; zonewright-disable-next-line rrset/duplicate',
  '',
  '   ',
  '_sip._tcp SRV 0 0 5060 sip',
  'd DNAME other.example.net.',
];

const rules = path.join(import.meta.dirname, '../../docs/rules');

/** The lines of every rule's examples: what makes it speak, and what keeps it silent. */
const ruleLines: readonly string[] = [
  ...new Set(
    globSync('*/*.md', { cwd: rules })
      .toSorted()
      .flatMap((page) => {
        const fences = readFileSync(path.join(rules, page), 'utf8').matchAll(/^```(?:zone|fixed)\b.*\n([^]*?)^```/gm);
        return [...fences]
          .flatMap(([, zone = '']) => zone.replace(/[«»]/g, '').split('\n'))
          .filter((text) => text.trim() !== '' && text.length < 500);
      }),
  ),
];

/** Lines of the reverse zone of 192.0.2.0/24. */
const reverseLines: readonly string[] = [
  '1 PTR ns1.example.com.',
  '25 PTR mail.example.com.',
  '25 PTR other.example.net.',
  '25 CNAME 25.half',
  '25.half PTR mail.example.com.',
  'half NS ns1.example.com.',
  '80 PTR web.example.com.',
  '80 A 192.0.2.1',
  '$GENERATE 1-9 $ PTR host$.example.com.',
  '$ORIGIN half',
  '; note',
];

/** Pieces that cut into entries and change what the rest means. */
const pieces: readonly string[] = [
  '\n',
  '(',
  ')',
  '"',
  ';',
  ' ',
  '\t',
  '.',
  '@',
  'a',
  'MX',
  ' IN ',
  '\\',
  '\\065',
  '\\300',
  '\r\n',
  '\r',
  'é',
  '😀',
  '\u0000',
  '\ufeff',
  '300 ',
  'v=spf1 ',
  '-all',
  '\n\n',
  '10 mail',
  '$ORIGIN sub\n',
  '$ORIGIN example.com.\n',
  '$TTL 60\n',
  '$INCLUDE part.inc\n',
  '192.0.2.7',
  'x'.repeat(70),
];

export interface RandomEdit {
  /** Where, as a part of the text's length. */
  readonly at: number;
  /** How many UTF-16 code units go away. */
  readonly removed: number;
  readonly text: string;
}

const ending = fc.constantFrom('\n', '\n', '\n', '\r\n');
const line = fc.oneof(fc.constantFrom(...lines), fc.constantFrom(...ruleLines));
const piece = fc.oneof(
  fc.constantFrom(...pieces),
  line.map((text) => `${text}\n`),
  fc.array(line, { maxLength: 12 }).map((some) => some.join('\r\n')),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const reverseHead =
  '$TTL 3600\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 300\n@ NS ns1.example.com.\n';
export const reverseText = fc
  .array(fc.constantFrom(...reverseLines), { maxLength: 20 })
  .map((some) => `${reverseHead}${some.join('\n')}\n`);

export const zoneText = fc
  .tuple(fc.array(line, { maxLength: 60 }), ending)
  .map(([some, end]) => `$TTL 3600${end}@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300${end}${some.join(end)}${end}`);

/** A zone of some hundred KB, so that it is held in several chunks. */
export const longZoneText = fc
  .tuple(zoneText, fc.integer({ min: 400, max: 4000 }), fc.array(line, { minLength: 1, maxLength: 30 }))
  .map(([start, count, some]) => {
    const rest = Array.from({ length: count }, (_, n) =>
      n % 40 === 0
        ? some[(n / 40) % some.length]!
        : n % 7 === 0
          ? `  AAAA 2001:db8::${n.toString(16)}`
          : `h${n} A 192.0.2.${n % 250}`,
    );
    return `${start}${rest.join('\n')}\n`;
  });

export const edit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 2000 }),
  ),
  text: fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: fc.constant('') }),
});

/** A place in the text as an editor would have it: not within a surrogate pair, nor within CR LF. */
function whole(text: string, offset: number): number {
  let at = Math.min(offset, text.length);
  while (
    at < text.length &&
    ((text.charCodeAt(at) & 0xfc00) === 0xdc00 || (text[at] === '\n' && text[at - 1] === '\r'))
  )
    at++;
  return at;
}

/** Line and character as editors count: LF, CR LF and lone CR end a line. */
export function positionAt(text: string, offset: number): Position {
  let line = 0,
    start = 0;
  for (let i = 0; i < offset; i++) {
    if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) {
      line++;
      start = i + 1;
    }
  }
  return { line, character: offset - start };
}

export function placed(
  text: string,
  { at, removed, text: replacement }: RandomEdit,
): { readonly range: TextRange; readonly replacement: string; readonly after: string } {
  const from = whole(text, Math.floor(at * text.length)),
    to = Math.max(from, whole(text, from + removed));
  return {
    range: { start: positionAt(text, from), end: positionAt(text, to) },
    replacement,
    after: text.slice(0, from) + replacement + text.slice(to),
  };
}
