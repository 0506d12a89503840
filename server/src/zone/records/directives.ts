import { QUOTED } from '../../text/token-kinds.ts';
import { nearest } from '../../text/near-miss.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { EntryReader } from './entry-reader.ts';
import { MOST_INCLUDED, noMore } from './directive-scope.ts';
import type { DirectiveScope } from './directive-scope.ts';
import { readGenerate } from './generate.ts';
import { TTL_BORROWED, TTL_DIRECTIVE } from './context.ts';
import { ttlAt, TTL_OVERFLOW } from './ttl.ts';
import { ttlSlip } from './ttl-slips.ts';

export type DirectiveName = '$TTL' | '$ORIGIN' | '$INCLUDE' | '$GENERATE' | '$DATE' | 'other';

/** Carries out the directive whose tokens are `from` to `to`: RFC 1035 §5.1, RFC 2308 §4, and BIND's own. */
export function readDirective(reader: EntryReader, scope: DirectiveScope, from: number, to: number): DirectiveName {
  const { tokens } = reader,
    start = tokens[from]!,
    end = tokens[from + 1]! >> 3;
  const word = reader.tokenText(from).toUpperCase();
  switch (word) {
    case '$TTL':
      readTtl(reader, from, to);
      return '$TTL';
    case '$ORIGIN':
      readOrigin(reader, from, to);
      return '$ORIGIN';
    case '$INCLUDE':
      readInclude(reader, scope, from, to);
      return '$INCLUDE';
    case '$GENERATE':
      readGenerate(reader, scope, from, to);
      return '$GENERATE';
    case '$DATE':
      readDate(reader, from, to);
      return '$DATE';
    default: {
      const near = nearest(word, ['$TTL', '$ORIGIN', '$INCLUDE', '$GENERATE']);
      reader.report('dir/unknown', near === undefined ? 'unknown' : 'near', start, end, {
        text: reader.tokenText(from),
        near: near ?? '',
      });
      return 'other';
    }
  }
}

function missing(
  reader: EntryReader,
  code: 'dir/ttl-missing' | 'dir/origin-missing' | 'syn/include-missing',
  from: number,
): void {
  reader.report(code, 'missing', reader.tokens[from]!, reader.tokens[from + 1]! >> 3);
}

function readTtl(reader: EntryReader, from: number, to: number): void {
  const { bytes, tokens } = reader,
    p = from + 2;
  if (p >= to) return missing(reader, 'dir/ttl-missing', from);
  const start = tokens[p]!,
    end = tokens[p + 1]! >> 3,
    ttl = (tokens[p + 1]! & 7) === QUOTED ? -1 : ttlAt(bytes, start, end),
    notes = reader.ttlNotes;
  reader.ttlNotes = TTL_DIRECTIVE;
  if (ttl < 0) {
    badTtl(reader, ttl, p, to);
    return;
  }
  if (p + 2 < to) extraTtl(reader, p, to);
  if ((notes & TTL_DIRECTIVE) !== 0)
    reader.report('dir/ttl-duplicate', ttl === reader.defaultTtl ? 'same' : 'again', tokens[from]!, end, {
      ttl: reader.tokenText(p),
    });
  else if ((notes & TTL_BORROWED) !== 0)
    reader.report('dir/ttl-position', 'late', tokens[from]!, end, { ttl: reader.tokenText(p) });
  if (ttl > 0x7fffffff) reader.report('syn/ttl-range', 'zero', start, end, { ttl });
  reader.defaultTtl = ttl > 0x7fffffff ? 0 : ttl;
}

/** `$TTL 1 h`: with what stands behind it, it may be one time. */
function extraTtl(reader: EntryReader, p: number, to: number): void {
  const { tokens } = reader,
    text = reader.tokenText(p + 2),
    whole = reader.tokenText(p) + text;
  const meant = /^\d+[smhdw]$/i.test(whole) ? whole : (ttlSlip(whole)?.meant ?? '');
  if (p + 4 === to && meant !== '' && /[a-z]$/i.test(meant))
    reader.report('dir/ttl-extra', 'near', tokens[p]!, tokens[p + 3]! >> 3, { text, near: meant });
  else noMore(reader, 'dir/ttl-extra', p + 2, to);
}

/** BIND reads the time of a dump, YYYYMMDDHHmmSS, to age the TTLs behind it. */
function readDate(reader: EntryReader, from: number, to: number): void {
  const { tokens } = reader,
    p = from + 2,
    start = tokens[from]!,
    end = tokens[from + 1]! >> 3;
  if (p >= to) return reader.report('dir/date', 'missing', start, end);
  const text = reader.tokenText(p),
    isTime = (tokens[p + 1]! & 7) !== QUOTED && isDumpTime(text);
  if (!isTime) return reader.report('dir/date', 'bad', tokens[p]!, tokens[p + 1]! >> 3, { text });
  if (p + 2 < to)
    return reader.report('dir/date', 'extra', tokens[p + 2]!, tokens[to - 1]! >> 3, { text: reader.tokenText(p + 2) });
  reader.report('dir/date', 'date', start, end);
}

function isDumpTime(text: string): boolean {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (parts === null) return false;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ][month - 1];
  return days !== undefined && day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 60;
}

function badTtl(reader: EntryReader, ttl: number, p: number, to: number): void {
  const { tokens } = reader,
    text = reader.tokenText(p),
    next = p + 2 < to ? reader.tokenText(p + 2) : '';
  const slip = ttl === TTL_OVERFLOW ? undefined : (ttlSlip(text + next) ?? ttlSlip(text)),
    meant = slip?.meant ?? '';
  reader.report(
    'dir/ttl-bad',
    ttl === TTL_OVERFLOW ? 'overflow' : meant === '' ? 'bad' : 'near',
    tokens[p]!,
    tokens[to - 1]! >> 3,
    { text, near: meant },
  );
}

function readName(reader: EntryReader, p: number): NameId {
  const { bytes, tokens, names } = reader,
    start = tokens[p]!,
    end = tokens[p + 1]! >> 3;
  if ((tokens[p + 1]! & 7) === QUOTED) {
    reader.report('syn/quoted-value', 'name', start, end, { text: reader.tokenText(p) });
    return -1;
  }
  const name = names.parse(bytes, start, end, reader.origin);
  if (name < 0)
    reader.report(names.problem, 'name', names.problemStart, Math.min(names.problemEnd, end), {
      name: reader.tokenText(p),
    });
  return name;
}

function readOrigin(reader: EntryReader, from: number, to: number): void {
  const p = from + 2;
  if (p >= to) return missing(reader, 'dir/origin-missing', from);
  noMore(reader, 'dir/origin-extra', p + 2, to);
  const name = readName(reader, p);
  if (name < 0) return;
  reader.origin = name;
  if (reader.owner >= 0) reader.ownerBefore = 1;
}

const includeProblems = {
  missing: 'syn/include-missing',
  directory: 'syn/include-directory',
  outside: 'syn/include-outside-root',
  cycle: 'syn/include-cycle',
  depth: 'syn/include-depth',
  'too-large': 'syn/file-too-large',
} as const;

function readInclude(reader: EntryReader, scope: DirectiveScope, from: number, to: number): void {
  const { tokens } = reader,
    p = from + 2;
  if (p >= to) return missing(reader, 'syn/include-missing', from);
  const start = tokens[p]!,
    end = tokens[p + 1]! >> 3,
    name = reader.tokenText(p);
  noMore(reader, 'dir/include-extra', p + 4, to);
  const origin = p + 2 < to ? readName(reader, p + 2) : reader.origin;
  if (origin < 0) return;
  const text = scope.findInclude(name);
  if (typeof text === 'string') {
    if (text === 'special' || text === 'unreadable' || text === 'foreign' || text === 'unanswered')
      return reader.report('syn/include-unreadable', text, start, end, { file: name });
    if (text === 'limit')
      return reader.report('syn/include-limit', 'found', start, end, { file: name, most: MOST_INCLUDED });
    return reader.report(includeProblems[text], 'found', start, end, { file: name });
  }
  scope.include(text, origin, tokens[from]!, tokens[to - 1]! >> 3);
}
