import { knownTypes } from '../rrtypes/kinds/type-mnemonics.ts';
import { classAt, typeAt, typeName } from '../rrtypes/registry/registry.ts';
import { allNearest, nearest } from '../../text/near-miss.ts';
import { QUOTED } from '../../text/token-kinds.ts';
import type { EntryReader } from './entry-reader.ts';
import { ttlAt, TTL_OVERFLOW } from './ttl.ts';
import { ttlSlip } from './ttl-slips.ts';
import { typeByData } from './type-by-data.ts';
import type { Arguments, Code, Message } from '../../findings/codes/index.ts';
import type { Filled } from '../../findings/code.ts';

/** Types that some providers' editors have and no server does. */
const providerTypes: ReadonlySet<string> = new Set([
  'ALIAS',
  'ANAME',
  'APEXALIAS',
  'APEXCNAME',
  'URL',
  'URL301',
  'URL302',
  'URLFWD',
  'WEBFWD',
  'WEB',
  'REDIRECT',
  'FORWARD',
  'FWD',
  'FRAME',
  'POOL',
  'LUA',
  'MAILFWD',
  'MXE',
]);
const directives: ReadonlyMap<string, string> = new Map([
  ['TTL', '$TTL'],
  ['ORIGIN', '$ORIGIN'],
  ['INCLUDE', '$INCLUDE'],
  ['GENERATE', '$GENERATE'],
]);

const commonTypes: readonly string[] = [
  'A',
  'AAAA',
  'CAA',
  'CNAME',
  'DNAME',
  'DNSKEY',
  'DS',
  'HINFO',
  'HTTPS',
  'LOC',
  'MX',
  'NAPTR',
  'NS',
  'PTR',
  'RP',
  'SOA',
  'SPF',
  'SRV',
  'SSHFP',
  'SVCB',
  'TLSA',
  'TXT',
];

/** The type that a mistyped word may have meant: one in common use first. */
function nearestType(word: string): string | undefined {
  return nearest(word, commonTypes, word.length <= 4 ? 1 : 2) ?? nearest(word, knownTypes(), 1);
}

/** Where two types are equally near, the one that the data behind the word can be of; `AAA` is A or AAAA, whichever it is. */
function meantType({ reader: { bytes, tokens }, stuck, to, text, typeBehind }: Place): string | undefined {
  const address = /^aa+$/i.test(text) ? typeByData(['A', 'AAAA'], bytes, tokens, stuck + 2, to) : undefined;
  if (address !== undefined) return address;
  if (!/[a-z]/i.test(text)) return undefined;
  const max = text.length <= 4 ? 1 : 2,
    common = allNearest(text, commonTypes, max),
    near = common.length > 0 ? common : allNearest(text, knownTypes(), 1);
  // A word before a type is hardly one itself, unless what looks like a type can be its data: CNAM mx.
  return near.length <= 1 && typeBehind < 0 ? near[0] : typeByData(near, bytes, tokens, stuck + 2, to);
}

/** Where a header went wrong: token indexes in `reader.tokens`. */
interface Place {
  readonly reader: EntryReader;
  /** The first token behind the owner. */
  readonly from: number;
  /** The token that is no TTL, class or type. */
  readonly stuck: number;
  readonly to: number;
  readonly hasOwner: boolean;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The type behind the stuck token, TTL and class passed over; -1 when there is none. */
  readonly typeBehind: number;
}

type Explanation = (place: Place) => boolean;

/**
 * Says why a line's header (owner, TTL, class, type) couldn't be read, at the token that is wrong. `from` is the first token behind the owner, `stuck` the one that is no TTL, class or type; `stuck === to` when the line ends first.
 */
export function explainHeader(reader: EntryReader, from: number, stuck: number, to: number, hasOwner: boolean): void {
  const { tokens } = reader,
    at = Math.min(stuck, to - 2),
    start = tokens[at]!,
    end = tokens[at + 1]! >> 3;
  const place: Place = {
    reader,
    from,
    stuck,
    to,
    hasOwner,
    start,
    end,
    text: reader.tokenText(at),
    typeBehind: typeAfter(reader, stuck + 2, to),
  };
  if (directiveWithoutDollar(place)) return;
  if (stuck >= to) {
    const header = [...texts(reader, hasOwner ? from - 2 : from, to)].join(' ');
    reader.report('syn/missing-rdata', 'type', start, end, { text: header });
    return;
  }
  for (const explain of explanations) if (explain(place)) return;
}

const explanations: readonly Explanation[] = [
  ofOtherPrograms,
  missingIndent,
  quoted,
  ttl,
  numbered,
  className,
  ownTypes,
  indented,
  missingType,
  anything,
];

function* texts(reader: EntryReader, from: number, to: number): Iterable<string> {
  for (let p = from; p < to; p += 2) yield reader.tokenText(p);
}

function typeAfter({ bytes, tokens }: EntryReader, from: number, to: number): number {
  for (let p = from; p < to; p += 2) {
    const start = tokens[p]!,
      end = tokens[p + 1]! >> 3;
    if ((tokens[p + 1]! & 7) === QUOTED) return -1;
    if (ttlAt(bytes, start, end) >= 0 || classAt(bytes, start, end) >= 0) continue;
    return typeAt(bytes, start, end);
  }
  return -1;
}

/** Reports the word in the way; its text needs no saying. */
function report<C extends Code, M extends Message<C>>(
  { reader, start, end, text }: Place,
  code: C,
  message: M,
  ...[args]: Filled<Exclude<Arguments<C, M>, 'text'>>
): true {
  reader.relay({ code, message, start, end, args: { text, ...args } });
  return true;
}

/** `TTL 3600` at the start of a line. */
function directiveWithoutDollar({ reader, from, hasOwner, to }: Place): boolean {
  const first = hasOwner ? from - 2 : from;
  if (first >= to) return false;
  const text = reader.tokenText(first),
    directive = directives.get(text.toUpperCase());
  if (directive === undefined) return false;
  reader.report('dir/unknown', 'noDollar', reader.tokens[first]!, reader.tokens[first + 1]! >> 3, {
    text,
    near: directive,
  });
  return true;
}

/** A line of a hosts file, or one for nsupdate. */
function ofOtherPrograms({ reader, from, stuck, to, hasOwner, text, end }: Place): boolean {
  if (!hasOwner || stuck !== from) return false;
  const { bytes, tokens } = reader,
    start = tokens[from - 2]!,
    owner = reader.tokenText(from - 2),
    type = isIpv4(owner) ? 'A' : isIpv6(owner) ? 'AAAA' : undefined;
  // In the reverse tree four numbers are a name like another, and a mistyped type has its data behind it.
  if (
    type !== undefined &&
    isHostName(text) &&
    typeAfter(reader, from, to) < 0 &&
    !isMistypedType(text, reader, stuck, to) &&
    !reader.names.text(reader.origin).endsWith('arpa.')
  ) {
    reader.report('syn/unknown-type', 'hosts', start, end, { text: owner, type, host: text });
    return true;
  }
  if (
    owner.toLowerCase() !== 'update' ||
    !/^(?:add|del(?:ete)?)$/i.test(text) ||
    typeAt(bytes, start, tokens[from - 1]! >> 3) >= 0
  )
    return false;
  reader.report(
    'syn/unknown-type',
    /^add$/i.test(text) && typeAfter(reader, from + 4, to) >= 0 ? 'update' : 'delete',
    start,
    end,
    { text: `${owner} ${text}` },
  );
  return true;
}

function isMistypedType(text: string, { bytes, tokens }: EntryReader, stuck: number, to: number): boolean {
  const near = nearestType(text);
  return near !== undefined && typeByData([near], bytes, tokens, stuck + 2, to) !== undefined;
}

/** A string where the type belongs. */
function quoted(place: Place): boolean {
  const { reader, stuck, text } = place,
    { tokens, bytes } = reader;
  if ((tokens[stuck + 1]! & 7) !== QUOTED) return false;
  const isType = typeAt(bytes, place.start + 1, place.end - 1) >= 0;
  return isType
    ? report(place, 'syn/unknown-type', 'quotedType', { near: text })
    : report(place, 'syn/unknown-type', 'string', { type: 'TXT' });
}

/** A word before the type that was to be a TTL, or a second TTL. */
function ttl(place: Place): boolean {
  const { reader, stuck, text, typeBehind } = place,
    value = ttlAt(reader.bytes, place.start, place.end);
  if (value === TTL_OVERFLOW) return report(place, 'syn/ttl-range', 'overflow');
  if (/^[smhdw]$/i.test(text) && typeBehind >= 0 && stuck > place.from && /^\d+$/.test(reader.tokenText(stuck - 2))) {
    const near = reader.tokenText(stuck - 2) + text.toLowerCase();
    reader.report('syn/ttl-bad', 'apart', reader.tokens[stuck - 2]!, place.end, { text: near, near });
    return true;
  }
  if (value >= 0) return typeBehind >= 0 && report(place, 'syn/ttl-bad', 'second', { first: ttlBefore(place, stuck) });
  const slip = typeBehind >= 0 ? ttlSlip(text) : undefined;
  if (slip === undefined) return false;
  const { meant: near, mixed } = slip;
  if (mixed) return report(place, 'syn/ttl-units-mixed', near === '' ? 'plain' : 'near', { near });
  return report(place, 'syn/ttl-bad', near === '' ? 'headerPlain' : 'header', { near });
}

function ttlBefore({ reader, from }: Place, stuck: number): string {
  for (let p = from; p < stuck; p += 2)
    if (ttlAt(reader.bytes, reader.tokens[p]!, reader.tokens[p + 1]! >> 3) >= 0) return reader.tokenText(p);
  return '';
}

/** `TYPE70000`, `CLASS70000`. */
function numbered(place: Place): boolean {
  const match = /^(TYPE|CLASS)(\d+)$/i.exec(place.text);
  return (
    match !== null &&
    report(place, match[1]!.toUpperCase() === 'TYPE' ? 'syn/type-number' : 'syn/unknown-class', 'number', {
      number: match[2]!,
    })
  );
}

/** Whether the class stands between the word and the type. */
function hasClassBehind({ reader: { bytes, tokens }, stuck, to }: Place): boolean {
  for (let p = stuck + 2; p < to; p += 2) {
    const start = tokens[p]!,
      end = tokens[p + 1]! >> 3;
    if (classAt(bytes, start, end) >= 0) return true;
    if (ttlAt(bytes, start, end) < 0) return false;
  }
  return false;
}

/** A mistyped class before a type, or a second one. */
function className(place: Place): boolean {
  const { text, typeBehind } = place;
  if (typeBehind < 0) return false;
  if (classAt(place.reader.bytes, place.start, place.end) >= 0) return report(place, 'syn/unknown-class', 'second');
  if (hasClassBehind(place)) return false;
  const near = /^internet$/i.test(text) ? 'IN' : nearest(text, ['IN', 'CH', 'HS'], 1);
  return near !== undefined && report(place, 'syn/unknown-class', 'near', { near });
}

function ownTypes(place: Place): boolean {
  const type = place.text.toUpperCase();
  return (
    providerTypes.has(type) &&
    report(place, 'syn/type-alias', type === 'ALIAS' || type === 'ANAME' ? 'alias' : 'provider', { type })
  );
}

/** A line that begins with a class or type in capitals, where a host name would be in small letters. */
function missingIndent({ reader, from, hasOwner, text, stuck, typeBehind }: Place): boolean {
  if (!hasOwner || typeBehind >= 0) return false;
  const { bytes, tokens } = reader,
    start = tokens[from - 2]!,
    end = tokens[from - 1]! >> 3,
    owner = reader.tokenText(from - 2);
  const isHeader = owner === owner.toUpperCase() && (typeAt(bytes, start, end) >= 0 || classAt(bytes, start, end) >= 0);
  if (!isHeader || (text === text.toUpperCase() && nearestType(text) !== undefined && /^[A-Z]/.test(text)))
    return false;
  reader.report('syn/missing-indent', 'refused', start, end, {
    text: owner,
    next: reader.tokenText(Math.min(from, stuck)),
  });
  return true;
}

/** An indented line that has an owner name, or a directive. */
function indented(place: Place): boolean {
  const { hasOwner, from, stuck, text, typeBehind } = place;
  if (hasOwner || from !== stuck) return false;
  if (text.startsWith('$')) return report(place, 'syn/leading-space', 'directive');
  return typeBehind >= 0 && report(place, 'syn/leading-space', 'owner', { type: typeName(typeBehind) });
}

const isIpv4 = (text: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text),
  isIpv6 = (text: string): boolean => /^[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}$/i.test(text),
  isHostName = (text: string): boolean => /^[a-z][a-z\d.-]*$/i.test(text);

/** Data that tell which type is missing before them. */
function missingType(place: Place): boolean {
  const { reader, from, stuck, to, text } = place,
    behindOwner = place.hasOwner || stuck > from;
  if (!behindOwner) return false;
  if (isIpv4(text)) return report(place, 'syn/unknown-type', 'address', { type: 'A' });
  if (isIpv6(text)) return report(place, 'syn/unknown-type', 'address', { type: 'AAAA' });
  const before = stuck > from ? reader.tokenText(stuck - 2) : '';
  return (
    /^\d{1,5}$/.test(before) &&
    stuck + 2 === to &&
    text.includes('.') &&
    report(place, 'syn/unknown-type', 'preference', { preference: before })
  );
}

function anything(place: Place): boolean {
  const { typeBehind } = place,
    near = meantType(place);
  if (near !== undefined) return report(place, 'syn/unknown-type', 'near', { near });
  return typeBehind >= 0
    ? report(place, 'syn/unknown-type', 'between', { type: typeName(typeBehind) })
    : report(place, 'syn/unknown-type', 'unknown');
}
