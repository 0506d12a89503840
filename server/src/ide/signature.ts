import { mostLookups } from '../mail/spf/limits.ts';
import type { Zone } from '../zone/model/zone.ts';
import { TextValue } from '../zone/model/text-value.ts';
import { CAA_TAGS } from '../zone/rrtypes/kinds/caa-tag.ts';
import { SVC_KEYS } from '../zone/rrtypes/kinds/svc-keys.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Position } from '../text/positions.ts';
import { octetText } from '../text/utf8.ts';
import { directives } from './directive-words.ts';
import type { Cursor, Entry } from './entry-at.ts';
import { cursorAt } from './entry-at.ts';
import { fieldBehind } from './rdata-fields.ts';
import { typeOf } from '../zone/rrtypes/registry/registry.ts';
import { CAA, HTTPS, SPF, SVCB, TXT } from '../zone/rrtypes/codes.ts';

/** One part of what is being written, its place in the label in characters. */
export interface SignaturePart {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

export interface Signature {
  /** The whole with all its parts: `MX preference exchange`. */
  readonly label: string;
  readonly words: string;
  readonly parts: readonly SignaturePart[];
  /** The part at the cursor; the number of parts where all are there, or none of them is being written. */
  readonly active: number;
}

type Row = readonly [part: string, words: string];

/** What belongs at a position, and which part of it is being written; inside of a value the value's own parts. */
export function signatureAt(zone: Zone, text: SourceText, position: Position): Signature | undefined {
  const cursor = cursorAt(zone, text, position),
    entry = cursor?.entry;
  if (cursor === undefined || entry === undefined || cursor.inComment) return undefined;
  if (entry.tokens[0]?.part === 'directive') return ofDirective(cursor, entry);
  if (entry.type < 0) return undefined;
  return insideValue(cursor, entry) ?? ofRecord(zone, cursor, entry);
}

function made(name: string, rows: readonly Row[], active: number, words: string, separator = ' '): Signature {
  let label = name;
  const parts = rows.map(([part, partWords], k) => {
    const from = label.length + (k === 0 ? (name === '' ? 0 : 1) : separator.length);
    label += (k === 0 ? (name === '' ? '' : ' ') : separator) + part;
    return { from, to: label.length, words: partWords };
  });
  return { label, words, parts, active };
}

function ofRecord(zone: Zone, { offset }: Cursor, entry: Entry): Signature | undefined {
  const typeToken = entry.tokens.find(({ part }) => part === 'type')!,
    type = typeOf(entry.type);
  if (offset <= typeToken.end || type.fields.length === 0) return undefined;
  // A token whose end the cursor touches is the one being written.
  const active = fieldBehind(zone, entry, offset)?.index ?? type.fields.length;
  return made(
    type.mnemonic,
    type.fields.map(({ name, optional, summary, kind }) => [
      optional === true ? `[${name}]` : name,
      `${summary} Write ${kind.label}.`,
    ]),
    active,
    `${type.summary} ${type.source}`,
  );
}

/** RFC 1035 §5.1, RFC 2308 §4, BIND ARM. */
const directiveParts: Readonly<Record<string, readonly Row[]>> = {
  $TTL: [['ttl', 'The TTL of all records after it that have none of their own: seconds, or units such as 1h30m.']],
  $ORIGIN: [['name', 'What names without a final dot are completed with from here on; best absolute.']],
  $INCLUDE: [
    ['file', "The file to read here, by its path from this one's folder or the server's."],
    ['[origin]', 'The origin in that file.'],
  ],
  $GENERATE: [
    ['range', 'The first and the last number, and perhaps the step: 1-10 or 0-254/2.'],
    ['owner', 'The owner names: "$" is the number, "${0,3,d}" the number plus 0 with 3 digits.'],
    ['[ttl]', 'The TTL of the records.'],
    ['[class]', 'The class of the records.'],
    ['type', 'The type of the records.'],
    ['rdata', 'The data: "$" is the number. Put data with spaces in quotation marks.'],
  ],
};

function ofDirective({ offset }: Cursor, entry: Entry): Signature | undefined {
  const [first, ...others] = entry.tokens,
    name = first!.text.toUpperCase(),
    rows = directiveParts[name],
    about = directives.find((one) => one.name === name);
  if (rows === undefined || about === undefined || offset <= first!.end) return undefined;
  const count = others.filter(({ end }) => end < offset).length;
  return made(
    name,
    rows,
    name === '$GENERATE' ? generatePart(others.map(({ text }) => text).slice(0, count)) : Math.min(count, rows.length),
    `${about.words} ${about.source}`,
  );
}

/** TTL and class may be left out. */
function generatePart(words: readonly string[]): number {
  if (words.length < 2) return words.length;
  const header = words.slice(2).filter((word) => /^(?:\d\w*|IN|CH|HS)$/i.test(word)).length;
  return words.length - 2 > header ? 5 : 4;
}

const spfParts: readonly Row[] = [
  ['v=spf1', 'The version, which begins the record.'],
  [
    '[qualifier]mechanism',
    'Who may send: mx, a, ip4:, ip6:, include:, exists:. A qualifier says what follows from a match: + pass, - fail, ~ softfail, ? neutral. At most ' +
      `${mostLookups} lookups.`,
  ],
  ['all', '-all refuses all others, ~all doubts them. What comes after it is never reached.'],
  ['[modifier]', 'redirect= has another record decide where nothing matched; exp= explains a refusal.'],
];

const dmarcParts: readonly Row[] = [
  ['v=DMARC1', 'The version, which begins the record.'],
  ['p=policy', 'What receivers do with mail that fails: none, quarantine, reject.'],
  ['[sp=policy]', 'The same for names below this one.'],
  ['[np=policy]', "The same for names below that don't exist."],
  ['[adkim=r|s]', 'Whether the DKIM domain may be another one of the organization (r) or not (s).'],
  ['[aspf=r|s]', 'Whether the SPF domain may be another one of the organization (r) or not (s).'],
  ['[rua=uri]', 'Where daily reports go: mailto:, several with commas.'],
  ['[ruf=uri]', 'Where reports about single messages go.'],
  ['[fo=options]', 'When reports about single messages are wanted: 0, 1, d, s.'],
  ['[t=y|n]', 'Whether this is a test.'],
  ['[psd=y|n|u]', 'Whether this is a public suffix.'],
];

function insideValue(cursor: Cursor, entry: Entry): Signature | undefined {
  const words = entry.tokens.filter(({ part, start }) => part === 'rdata' && start < cursor.offset),
    last = words.at(-1);
  if (last === undefined) return undefined;
  const typed = octetText(
      entry.block.chunk.bytes,
      last.quoted ? last.start + 1 : last.start,
      Math.min(cursor.offset, last.end),
    ),
    isIn =
      cursor.offset < last.end ||
      (cursor.offset === last.end &&
        !(last.quoted && entry.block.chunk.bytes[last.end - 1] === 34 && last.end > last.start + 1));
  switch (entry.type) {
    case TXT:
    case SPF:
      return isIn ? insideText(textBefore(cursor, entry)) : undefined;
    case CAA:
      return isIn && words.length === 3 ? insideCaa(words[1]!.text.toLowerCase(), typed) : undefined;
    case SVCB:
    case HTTPS:
      return insideSvcb(
        words.map(({ text }) => text),
        typed,
        last.quoted && isIn,
      );
    default:
      return undefined;
  }
}

/** The joined strings up to the cursor. */
function textBefore({ offset }: Cursor, entry: Entry): string {
  const { bytes } = entry.block.chunk,
    base = entry.start,
    tokens = entry.tokens
      .filter(({ part, start }) => part === 'rdata' && start < offset)
      .map(({ start, end }) => [start - base, Math.min(end, offset) - base] as const);
  return new TextValue(-1, bytes, base, tokens).joined;
}

function insideText(before: string): Signature | undefined {
  if (/^\s*v=spf1(?:\s|$)/i.test(before)) {
    const word = /\S*$/.exec(before)![0],
      words = before.slice(0, before.length - word.length).split(/\s+/);
    const active = !/\s/.test(before)
      ? 0
      : /^(?:redirect|exp)=/i.test(word)
        ? 3
        : /^[-~?+]?all$/i.test(word) || words.some((one) => /^[-~?+]?all$/i.test(one))
          ? 2
          : 1;
    return made('', spfParts, active, 'Which hosts may send mail as this domain. RFC 7208');
  }
  if (/^\s*v\s*=\s*DMARC1/i.test(before)) {
    const tag = /(?:^|;)\s*([a-z]+)\s*=[^;]*$/i.exec(before)?.[1]?.toLowerCase(),
      at = dmarcParts.findIndex(([part]) => part.replace('[', '').startsWith(`${tag ?? ' '}=`));
    return made(
      '',
      dmarcParts,
      at < 0 ? dmarcParts.length : at,
      'What receivers do with mail that fails SPF and DKIM. RFC 9989',
      '; ',
    );
  }
  return undefined;
}

function insideCaa(tag: string, typed: string): Signature | undefined {
  const about = CAA_TAGS[tag];
  if (about === undefined) return undefined;
  if (!tag.startsWith('issue'))
    return made(
      '',
      [[tag === 'iodef' ? 'mailto:address or https://host' : tag === 'contactemail' ? 'address' : 'number', about]],
      0,
      `${tag}: ${about}`,
    );
  const rows: readonly Row[] = [
    ['issuer', 'The domain of the certificate authority; none where only ";" is written.'],
    ['[accounturi=uri]', 'Only this account may have certificates issued (RFC 8657 §3).'],
    ['[validationmethods=list]', 'Only these ways to prove control: dns-01, http-01, tls-alpn-01 (RFC 8657 §4).'],
  ];
  const parameter = /;\s*([a-z]*)[^;]*$/i.exec(typed)?.[1]?.toLowerCase();
  return made('', rows, parameter === undefined ? 0 : parameter.startsWith('v') ? 2 : 1, `${tag}: ${about}`, '; ');
}

/** How the value of a service parameter is written. */
const svcForms: Readonly<Record<string, string>> = {
  mandatory: 'key,key,…',
  alpn: 'protocol,protocol,…',
  port: 'number',
  ipv4hint: 'address,address,…',
  ipv6hint: 'address,address,…',
  ech: 'base64',
  dohpath: '/path{?dns}',
  docpath: 'segment,segment,…',
  'tls-supported-groups': 'number,number,…',
};

function insideSvcb(words: readonly string[], typed: string, quoted: boolean): Signature | undefined {
  const name = quoted
      ? /^([a-z0-9-]+)=$/.exec(words.at(-2) ?? '')?.[1]
      : words.length > 2
        ? /^([a-z0-9-]+)=/.exec(typed)?.[1]
        : undefined,
    key = SVC_KEYS.find((one) => one.name === name),
    form = svcForms[name ?? ''];
  return key === undefined || form === undefined
    ? undefined
    : made(
        '',
        [[`${key.name}=${form}`, `${key.meaning.slice(0, 1).toUpperCase()}${key.meaning.slice(1)}.`]],
        0,
        `The parameter ${key.name}.`,
      );
}
