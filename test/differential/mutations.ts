/** Zones with one token broken at random. The same seed gives the same zones. */

export type Dice = (sides: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const strangers = [
  '0',
  '1',
  '255',
  '256',
  '65535',
  '65536',
  '4294967295',
  '4294967296',
  '-1',
  '1h',
  '1h30',
  '1w2d',
  '12x',
  '1.5',
  '.',
  '@',
  '*',
  'a..b',
  '.a',
  'a.',
  '\\',
  '\\.',
  '\\#',
  '\\046',
  '\\256',
  '\\04',
  '"',
  '""',
  '"a b"',
  '"a',
  '(',
  ')',
  '()',
  ';',
  '; x',
  'IN',
  'in',
  'CH',
  'HS',
  'ANY',
  'NONE',
  'CLASS1',
  'CLASS3',
  'A',
  'AAAA',
  'MX',
  'NS',
  'TXT',
  'SOA',
  'CNAME',
  'TYPE1',
  'TYPE65280',
  'TYPE70000',
  'RRSIG',
  'AXFR',
  'OPT',
  'FOO',
  '192.0.2.1',
  '192.0.2.256',
  '192.0.2',
  '192.0.2.01',
  '2001:db8::1',
  '2001:db8::g',
  '::ffff:192.0.2.1',
  'x'.repeat(63),
  'x'.repeat(64),
  'a.'.repeat(126),
  'example.com',
  'example.com.',
  'mail',
  '_tcp',
  'a_b',
  '-a',
  'xn--nxasmq6b',
  'é',
  'A'.repeat(256),
  'AA==',
  'AAA',
  '00',
  '0g',
  '0',
  '20340101000000',
  '20341301000000',
  '$TTL',
  '$ORIGIN',
  '$INCLUDE',
  '$',
  '\t',
  '\r',
  '\u0000',
  '\u007f',
  '+',
  '/',
  '=',
];

/** The text with one thing changed. */
export function mutate(text: string, dice: Dice): string {
  const tokens = [...text.matchAll(/"(?:[^"\\\n]|\\.)*"|[()]|[^\s()";]+|;[^\n]*/g)];
  if (tokens.length === 0) return strangers[dice(strangers.length)]!;
  const token = tokens[dice(tokens.length)]!,
    { index } = token,
    end = index + token[0].length;
  const replaced = (by: string): string => text.slice(0, index) + by + text.slice(end);
  const stranger = strangers[dice(strangers.length)]!,
    at = index + dice(token[0].length),
    other = tokens[dice(tokens.length)]![0];
  switch (dice(14)) {
    case 0:
      return replaced('');
    case 1:
      return replaced(`${token[0]} ${token[0]}`);
    case 2:
    case 3:
    case 4:
      return replaced(stranger);
    case 5:
      return replaced(other);
    case 6:
      return text.slice(0, at) + text.slice(at + 1);
    case 7:
      return text.slice(0, at) + stranger + text.slice(at);
    case 8:
      return replaced(`${stranger} ${token[0]}`);
    case 9:
      return replaced(`${token[0]} ${stranger}`);
    case 10:
      return replaced(`"${token[0]}"`);
    case 11:
      return replaced(`(${token[0]}\n)`);
    case 12:
      return withoutLine(text, index);
    default:
      return text.slice(0, index) + text.slice(index).replace(/[ \t]+/, dice(2) === 0 ? '' : '\n');
  }
}

function withoutLine(text: string, index: number): string {
  const from = text.lastIndexOf('\n', index) + 1,
    to = text.indexOf('\n', index);
  return text.slice(0, from) + (to < 0 ? '' : text.slice(to + 1));
}
