import { endOfComment } from '../syntax/lexer.ts';
import { QUOTED } from '../../text/token-kinds.ts';
import { typeAt, classAt, typeByCode } from '../rrtypes/registry/registry.ts';
import { encode } from '../../text/utf8.ts';
import type { DirectiveScope } from './directive-scope.ts';
import { noMore } from './directive-scope.ts';
import type { EntryReader } from './entry-reader.ts';
import { ttlAt } from './ttl.ts';
import type { Code } from '../../findings/codes/index.ts';

export interface GenerateRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  /** What stands behind it, which BIND does not look at. */
  readonly rest: string;
}

/** BIND counts in 32 bits. */
const HIGHEST = 0x7fffffff;

/** Why a range can't be used: it is none, its first number is above the last, its step is 0. */
export type RangeProblem = 'range' | 'backwards' | 'zero';

/** `start-stop` or `start-stop/step` (BIND ARM, "$GENERATE"). */
function generateRange(text: string): GenerateRange | RangeProblem {
  const match = /^\+?(\d{1,10})-\+?(\d{1,10})(?:\/\+?(\d{1,10})|(?![\d/]))(.*)$/s.exec(text);
  if (match === null) return 'range';
  const start = Number(match[1]),
    stop = Number(match[2]),
    step = match[3] === undefined ? 1 : Number(match[3]);
  if (start > stop) return 'backwards';
  return step === 0 ? 'zero' : stop <= HIGHEST ? { start, stop, step, rest: match[4]! } : 'range';
}

/** Why a template can't be expanded. */
export interface TemplateProblem {
  readonly problem: 'brace' | 'overflow';
}

/**
 * One line's text from a template: `$` is the counter, `$$` a dollar sign, `${offset[,width[,base]]}` with base d, o, x, X, n or N (nibbles in reverse, for ip6.arpa); a backslash keeps the next character.
 */
function expandTemplate(template: string, counter: number): string | TemplateProblem {
  let out = '';
  for (let i = 0; i < template.length; ) {
    const c = template[i]!;
    if (c === '\\') {
      out += template.slice(i, i + 2);
      i += 2;
      continue;
    }
    if (c !== '$') {
      out += c;
      i++;
      continue;
    }
    if (template[i + 1] === '$') {
      out += '$';
      i += 2;
      continue;
    }
    i++;
    if (template[i] !== '{') {
      out += String(counter);
      continue;
    }
    const match = /^\{\s*([+-]?\d{1,10})(?:,\s*(\d{1,3})(?:,([doxXnN]))?)?\}/.exec(template.slice(i, i + 40));
    if (match === null) return { problem: 'brace' };
    // The offset is read into 32 bits, whatever of it is lost.
    const value = counter + (Number(match[1]) | 0),
      width = Number(match[2] ?? 0),
      base = match[3] ?? 'd';
    if (value > HIGHEST) return { problem: 'overflow' };
    out += inBase(value, width, base);
    i += match[0].length;
  }
  return out;
}

function inBase(value: number, width: number, base: string): string {
  if (base === 'n' || base === 'N') return nibbles(value, width, base === 'N');
  // As C's printf: a minus sign counts for the width; octal and hexadecimal numbers have no sign but 32 bits.
  if (base === 'd' && value < 0) return `-${String(-value).padStart(width - 1, '0')}`;
  const digits = (value < 0 ? value >>> 0 : value)
    .toString(base === 'o' ? 8 : base === 'd' ? 10 : 16)
    .padStart(width, '0');
  return base === 'X' ? digits.toUpperCase() : digits;
}

/** The hexadecimal digits from the lowest, with dots between; `width` counts digits and dots. */
function nibbles(value: number, width: number, upper: boolean): string {
  let out = '',
    rest = value,
    room = width;
  do {
    out += (rest & 15).toString(16);
    rest >>>= 4;
    if (room > 0) room--;
    if (room > 0 || rest !== 0) {
      out += '.';
      if (room > 0) room--;
    }
  } while (room > 0 || rest !== 0);
  return upper ? out.toUpperCase() : out;
}

/** Reads and carries out a `$GENERATE` entry: its lines become records of the zone, at this place. */
export function readGenerate(reader: EntryReader, scope: DirectiveScope, from: number, to: number): void {
  const { bytes, tokens } = reader;
  const at = (p: number): readonly [number, number] => [tokens[p]!, tokens[p + 1]! >> 3];
  const whole = at(from);
  let p = from + 2;
  if (p + 4 >= to) return reader.report('dir/generate-syntax', 'short', whole[0], tokens[to - 1]! >> 3);
  const range = generateRange(reader.tokenText(p));
  if (typeof range === 'string')
    return range === 'zero'
      ? reader.report('dir/generate-step', range, ...at(p), { text: reader.tokenText(p) })
      : reader.report('dir/generate-range', range, ...at(p), { text: reader.tokenText(p) });
  if (range.rest !== '')
    reader.report('dir/generate-range', 'rest', ...at(p), { text: reader.tokenText(p), rest: range.rest });
  if (range.step > 1 && range.start < range.stop && range.start + range.step > range.stop)
    reader.report('dir/generate-step', 'never', ...at(p), { text: reader.tokenText(p) });
  const rangeToken = p,
    ownerToken = p + 2;
  const owner = reader.tokenText(ownerToken);
  let header = '';
  for (p += 4; p < to; p += 2) {
    const [start, end] = at(p);
    if (ttlAt(bytes, start, end) < 0 && classAt(bytes, start, end) < 0) break;
    header += `${reader.tokenText(p)} `;
  }
  const type = p < to ? typeAt(bytes, ...at(p)) : -1;
  if (type < 0 && typeAt(bytes, ...at(ownerToken)) >= 0 && !owner.includes('$'))
    return reader.report('dir/generate-syntax', 'noOwner', ...at(ownerToken), { text: owner });
  if (type < 0)
    return reader.report('syn/unknown-type', 'unknown', ...at(Math.min(p, to - 2)), {
      text: reader.tokenText(Math.min(p, to - 2)),
      near: '',
      owner: 1,
      first: 0,
    });
  if (typeByCode(type)?.status === 'meta')
    return reader.report('dir/generate-meta-type', 'meta', ...at(p), { type: reader.tokenText(p) });
  const typeText = reader.tokenText(p);
  p += 2;
  if (p >= to) return reader.report('dir/generate-syntax', 'short', whole[0], tokens[to - 1]! >> 3);
  const rdataToken = p;
  for (let q = from + 2; q < rdataToken; q += 2)
    if ((tokens[q + 1]! & 7) === QUOTED)
      return reader.report('syn/quoted-value', 'generate', ...at(q), { text: reader.tokenText(q) });
  const open = openBefore(bytes, tokens, from, rdataToken);
  if (open >= 0) return reader.report('dir/generate-syntax', 'open', open, open + 1);
  if (p + 2 < to) return noMore(reader, 'dir/generate-syntax', p + 2, to);
  const rdata = reader.tokenText(p);
  if (!owner.includes('$')) reader.report('dir/generate-no-dollar', 'owner', ...at(ownerToken), { owner });
  const lines = generateLines(range, owner, `${header + typeText} `, rdata, scope.generateBudget);
  if (typeof lines !== 'string') {
    const inOwner = [range.start, lastOf(range)].some((counter) => typeof expandTemplate(owner, counter) !== 'string');
    return reader.report('dir/generate-brace', lines.problem, ...at(inOwner ? ownerToken : rdataToken), {
      text: inOwner ? owner : rdata,
    });
  }
  for (const token of [ownerToken, rdataToken])
    if (goesBelowZero(reader.tokenText(token), range.start))
      reader.report('dir/generate-negative-offset', 'negative', ...at(token), { text: reader.tokenText(token) });
  if (lines === '')
    return reader.report('dir/generate-too-many', 'tooMany', ...at(rangeToken), {
      text: reader.tokenText(rangeToken),
      limit: scope.generateBudget,
    });
  const problems = scope.generate(encode(lines), whole[0], tokens[to - 1]! >> 3);
  const first = problems[0];
  if (first === undefined) return;
  const ownerEnd = lines.indexOf(' ');
  const badOwner = isProblemOfName(first) && first.start <= ownerEnd;
  reader.report(
    badOwner ? 'dir/generate-bad-lhs' : 'dir/generate-rdata-invalid',
    'invalid',
    ...at(badOwner ? ownerToken : rdataToken),
    { text: badOwner ? owner : rdata, code: first.code, count: problems.length },
  );
}

/** The place of a parenthesis that is still open at a token of an entry, else -1: BIND reads the expansion where the data stands, and finds it unbalanced. */
function openBefore(bytes: Uint8Array, tokens: Int32Array, from: number, token: number): number {
  const open: number[] = [];
  for (let p = from; p < token; p += 2) {
    for (let i = tokens[p + 1]! >> 3; i < tokens[p + 2]!; i++) {
      if (bytes[i] === 59) i = endOfComment(bytes, i, tokens[p + 2]!);
      else if (bytes[i] === 40) open.push(i);
      else if (bytes[i] === 41) open.pop();
    }
  }
  return open.at(-1) ?? -1;
}

const isProblemOfName = ({ code }: { readonly code: Code }): boolean =>
  code === 'syn/label-too-long' ||
  code === 'syn/name-too-long' ||
  code === 'syn/empty-label' ||
  code === 'syn/bad-escape' ||
  code === 'syn/bit-label';

function goesBelowZero(template: string, start: number): boolean {
  return [...template.matchAll(/(?<!\\)\$\{\s*(-\d{1,10})/g)].some(([, offset]) => start + Number(offset) < 0);
}

const lastOf = ({ start, stop, step }: GenerateRange): number => stop - ((stop - start) % step);

/** The lines that a range makes; none when they are too many. */
function generateLines(
  range: GenerateRange,
  owner: string,
  middle: string,
  rdata: string,
  budget: number,
): string | TemplateProblem {
  if ((range.stop - range.start) / range.step >= budget) return '';
  const lines: string[] = [];
  for (let n = range.start; n <= range.stop; n += range.step) {
    const name = expandTemplate(owner, n),
      data = expandTemplate(rdata, n);
    if (typeof name !== 'string') return name;
    if (typeof data !== 'string') return data;
    lines.push(`${name} ${middle}${data}\n`);
  }
  return lines.join('');
}
