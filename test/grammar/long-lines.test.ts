import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { zoneTokenizer } from './tokenizer.ts';

type Filled = (size: number) => string;

const filled =
  (start: string, part: string, end = ''): Filled =>
  (size) =>
    start + part.repeat(Math.ceil((size - start.length - end.length) / part.length)) + end;

/** Lines of a kind that makes careless expressions backtrack, of any size. */
const lines: Readonly<Record<string, Filled>> = {
  'one name': filled('', 'a'),
  'a name of dots': filled('a CNAME ', '.'),
  'a name of escapes': filled('a CNAME ', '\\065'),
  'a name of bad escapes': filled('a CNAME ', '\\9'),
  backslashes: filled('a TXT ', '\\'),
  blanks: filled('a', ' '),
  'blanks before a comment': filled('', ' ', ';'),
  'tokens in the place of the type': filled('a ', 'x '),
  'classes and times': filled('a ', 'IN 1h '),
  'a time that is none': filled('a ', '1h', 'x'),
  digits: filled('a A ', '1'),
  'digits and dots': filled('a A ', '1.'),
  colons: filled('a AAAA ', ':'),
  'groups of digits and colons': filled('a AAAA ', '1:'),
  'double colons': filled('a AAAA ', 'a::'),
  numbers: filled('a SOA b c ', '1 '),
  'an unclosed string': filled('a TXT "', 'a '),
  'an unclosed string of escapes': filled('a TXT "', '\\"'),
  'many strings': filled('a TXT ', '"a" '),
  'many strings, the last unclosed': filled('a TXT ', '"a" ', '"'),
  'quotation marks': filled('a TXT ', '"'),
  'opening parentheses': filled('a TXT ', '('),
  'closing parentheses': filled('a TXT ', ')'),
  parentheses: filled('a TXT ', '(a)'),
  'a comment': filled(';', 'zonewright '),
  'SPF addresses': filled('a TXT "v=spf1 ', 'ip4:192.0.2.1 ', '"'),
  'SPF words': filled('a TXT "v=spf1 ', 'a-', '"'),
  'SPF domains': filled('a TXT "v=spf1 ', 'include:a.example ', '"'),
  'SPF macros': filled('a TXT "v=spf1 exists:', '%{i}', '"'),
  'half SPF macros': filled('a TXT "v=spf1 exists:', '%{', '"'),
  'SPF in many strings': filled('a TXT "v=spf1" ', '"mx " '),
  'DKIM without an end': filled('a TXT "', 'k=a;'),
  'DKIM tags': filled('a TXT "v=DKIM1;', ' k=rsa;', '"'),
  'a DKIM key': filled('a TXT "v=DKIM1; p=', 'Ab+/', '"'),
  'a DKIM key in many strings': filled('a TXT "v=DKIM1; p=" ', '"Ab=" '),
  'equals signs': filled('a TXT "v=DMARC1;', '=', '"'),
  'DMARC addresses': filled('a TXT "v=DMARC1; rua=', 'mailto:a@example.com!1m,', '"'),
  'names between semicolons': filled('a TXT "v=DMARC1;', 'a;', '"'),
  base64: filled('a DNSKEY 257 3 8 ', 'AwEA '),
  hexadecimal: filled('a TYPE65280 \\# 4 ', 'C000 '),
  'a list of types': filled('a NSEC b ', 'MX TYPE1 '),
  'service parameters': filled('a HTTPS 1 . ', 'alpn=h2,h3 key1="a" '),
  'one service parameter': filled('a HTTPS 1 . ipv4hint=', '192.0.2.1,'),
  'address prefixes': filled('a APL ', '!1:192.0.2.0/24 '),
  'CAA parameters': filled('a CAA 0 issue "', 'a=b; ', '"'),
  'an unknown directive': filled('$', 'A'),
  iterators: filled('$GENERATE 1-2 ', '$'),
  'half iterators': filled('$GENERATE 1-2 a A ', '${'),
  'iterators with modifiers': filled('$GENERATE 1-2 a A ', '${1,2,d}.'),
  'a closed string of escapes': filled('a TXT "', '\\"', '"'),
  'a bad SPF address': filled('a TXT "v=spf1 ip4:', 'x', '"'),
  'a bad SPF address of digits': filled('a TXT "v=spf1 ip4:192.0.2.1/', '1', '"'),
  'an SPF word': filled('a TXT "v=spf1 mx x', 'x', '"'),
  'a CAA word': filled('a CAA 0 issue "', 'a', '"'),
  'CAA words': filled('a CAA 0 issue "', 'a  ', '"'),
  'a DMARC address': filled('a TXT "v=DMARC1; rua=', 'mailto:', '"'),
  'base64 that is none': filled('a DNSKEY 257 3 8 ', 'A', '!'),
  'hexadecimal that is none': filled('a TYPE65280 \\# 4 ', 'C0', 'X'),
  'a number that is none': filled('a MX ', '1', 'x'),
  'a type that is none': filled('a NSEC b ', 'TYPE1'),
  'a location that is none': filled('a LOC ', '1.', 'x'),
  'a name of asterisks': filled('a CNAME ', '*.'),
  'a range that is none': filled('$GENERATE ', '1-', 'x'),
  'a DKIM key that is none': filled('a TXT "v=DKIM1; p=', 'A', '*"'),
  'a DKIM start without an end': filled('a TXT "', ' ', 'k'),
  'a name of colons before a type': filled('a AAAA ', ':', ' x'),
  'a name of dots before a word': filled('a NS x', '.a', ' x'),
  'times without a type': filled('a ', '1 '),
  'a string without an end after a type': filled('a TXT "x" ', '"x'),
  'an age': filled('a ', '[AGE:1'),
};

describe('a line of 100 kB is coloured without delay', () => {
  let read: Awaited<ReturnType<typeof zoneTokenizer>>;
  before(async () => {
    read = await zoneTokenizer();
  });

  /** Milliseconds of processor time: other programs on the machine don't count. */
  const cost = (line: string): number => {
    const before = process.cpuUsage();
    const [tokens = []] = read([line, 'next A 192.0.2.1']);
    const { user, system } = process.cpuUsage(before);
    assert.equal(tokens.map(({ text }) => text).join(''), line);
    return (user + system) / 1000;
  };

  for (const [what, line] of Object.entries(lines)) {
    it(what, () => {
      // Four times the text may take four times as long, not sixteen; half a second is for noise. A bad expression is caught before it needs minutes.
      let shorter = 6_250;
      let least = cost(line(shorter));
      for (const size of [25_000, 100_000]) {
        const most = 8 * least + 500,
          taken = cost(line(size));
        assert.ok(
          taken < most,
          `${shorter} characters take ${Math.round(least)} ms, ${size} take ${Math.round(taken)} ms`,
        );
        shorter = size;
        least = taken;
      }
    });
  }
});
