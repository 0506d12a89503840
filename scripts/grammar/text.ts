import { groups, include, scope, type Rule } from './rule.ts';

/**
 * Regular expressions that everything is made of. Each is linear in the line's length: alternatives exclude each other by their first character,
 * runs are atomic, and look-aheads are bounded or stop at the token's end.
 */

/** What ends a token (RFC 1035 §5.1). */
export const TOKEN_END = '(?=[\\s;()"]|$)';
const TOKEN_START = '(?<![^\\s()"])';
/** A whole token that looks like this. It is tried where tokens begin only: an expression tried at every character of a long token would need its length squared. */
export const whole = (match: string): string => `${TOKEN_START}(?:${match})${TOKEN_END}`;
/** One unquoted token, escapes included; a backslash at the line's end belongs to it, too. */
export const TOKEN = '(?>[^\\s;()"\\\\]+|\\\\.|\\\\$)+';
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
export const IPV4 = `${OCTET}(?:\\.${OCTET}){3}`;
const HEXTET = '[0-9A-Fa-f]{1,4}';
/** RFC 4291 §2.2: eight groups, or fewer with one `::`, the last two perhaps as an IPv4 address. */
export const IPV6 =
  `(?:(?:${HEXTET}:){7}${HEXTET}|(?:${HEXTET}:){6}${IPV4}` +
  `|(?=[0-9A-Fa-f:.]{0,41}::)(?![0-9A-Fa-f:.]{0,45}::[0-9A-Fa-f:.]{0,45}::)(?![0-9A-Fa-f:.]{0,45}:::)(?!:[^:])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:${IPV4}|${HEXTET})?(?<![^:]:))(?![0-9A-Fa-f:.])`;
/** Seconds, or BIND's units: `3600`, `1h30m`. */
export const TIME = '[0-9]+(?:[wdhmsWDHMS][0-9]+)*[wdhmsWDHMS]?';

/** From the current position on, no closing quotation mark on this line, and no backslash that would quote the line break. */
const NEVER_CLOSED = '(?=(?>[^"\\\\\\n]+|\\\\.)*$)';

export const timeUnits: Rule = { match: '[wdhmsWDHMS]', name: scope('keyword.other.unit.time') };
/** A time where several may stand in a row. */
export const time = (colour: string): Rule => ({
  begin: `(?=${whole(TIME)})`,
  end: TOKEN_END,
  name: scope(colour),
  patterns: [timeUnits],
});

const octetEscape = {
  match: '\\\\(?:[01][0-9]{2}|2[0-4][0-9]|25[0-5])',
  name: scope('constant.character.escape.octet'),
};
const badEscape = { match: '\\\\[0-9]{1,3}', name: scope('invalid.illegal.escape') };
const characterEscape = { match: '\\\\[^0-9\\n]', name: scope('constant.character.escape') };

/** The parts of this grammar's repository that all others use. */
export const textRules: Readonly<Record<string, readonly Rule[]>> = {
  comment: [
    {
      // Editors fold between the two, and a comment may steer the checks.
      begin: ';',
      beginCaptures: { 0: { name: scope('punctuation.definition.comment') } },
      end: '$',
      name: scope('comment.line.semicolon'),
      patterns: [
        { match: '(?<=;)[ \\t]*#(?:end)?region\\b', name: scope('keyword.other.region') },
        { match: '(?<=;)[ \\t]*(zonewright(?:-[a-z]+)*|zone(?=:))', captures: groups('keyword.other.annotation') },
      ],
    },
  ],
  escapes: [octetEscape, badEscape, characterEscape, { match: '\\\\$', name: scope('invalid.illegal.escape') }],
  // A backslash before the line's end carries the string on to the next line in BIND.
  'escapes-in-string': [
    octetEscape,
    badEscape,
    characterEscape,
    { match: '\\\\\\n', name: scope('constant.character.escape.line-break') },
  ],
  'inside-name': [
    include('escapes'),
    { match: '^\\*(?=\\.|$|[\\s;()"])', name: scope('keyword.operator.wildcard') },
    { match: '\\.{2,}|(?<![^\\s()"])\\.(?=[^\\s;()"])', name: scope('invalid.illegal.empty-label') },
  ],
  string: quoted([]),
  'unquoted-string': [
    {
      match: '[“”„‟«»]',
      name: scope('invalid.illegal.quotation-mark'),
    },
    include('escapes'),
    { match: '[^\\s;()"\\\\“”„‟«»]+', name: scope('string.unquoted') },
  ],
};

/** A quoted string with rules for its content. Where the closing mark is missing, the opening one is marked, and the string ends with its line. */
export function quoted(inside: readonly Rule[], meta = ''): readonly Rule[] {
  const name = scope(`string.quoted.double${meta === '' ? '' : ` ${meta}`}`);
  const patterns = [...inside, include('escapes-in-string')];
  return [
    {
      // Not at an escaped mark inside a string: each would be followed to the end of the line.
      begin: `(?<!\\\\)"${NEVER_CLOSED}`,
      beginCaptures: { 0: { name: scope('punctuation.definition.string.begin invalid.illegal.unclosed-string') } },
      end: '$',
      name,
      patterns,
    },
    {
      begin: '"',
      beginCaptures: { 0: { name: scope('punctuation.definition.string.begin') } },
      end: '"|(?<!\\n)$',
      endCaptures: { 0: { name: scope('punctuation.definition.string.end') } },
      name,
      patterns,
    },
  ];
}

/** The scopes of numbers, addresses and names where only their looks tell what they are. */
export const byLooks: readonly Rule[] = [
  include('string'),
  { match: whole(IPV4), name: scope('constant.numeric.address.ipv4') },
  { match: whole(IPV6), name: scope('constant.numeric.address.ipv6') },
  time('constant.numeric'),
  { match: whole('@'), name: scope('variable.language.origin') },
  include('escapes'),
  { match: '[^\\s;()"\\\\]+', name: scope('variable.other.name') },
];
