import { ttlAt } from '../records/ttl.ts';
import { classAt, typeAt } from '../rrtypes/registry/registry.ts';
import { endOfComment } from '../syntax/lexer.ts';
import type { Lexer } from '../syntax/lexer.ts';
import { BLANK_OWNER, ENTRY_END } from '../../text/token-kinds.ts';
import { CLOSE, CR, LF, OPEN, SEMICOLON, SPACE, TAB } from '../../text/octets.ts';

/** What stands on a line between white space: a token, a parenthesis, a comment. Bytes of the file. */
export interface Piece {
  readonly kind: 'word' | 'parenthesis' | 'comment';
  readonly start: number;
  readonly end: number;
  /** What is to be written in its place: the same value in other letters. */
  readonly text?: string;
}

/** One line of a file. `end` is where its line ending begins. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
}

/** The words of a record's first line before its rdata: indexes into the line's pieces; -1 for none. */
export interface Header {
  readonly owner: number;
  readonly ttl: number;
  readonly class: number;
  readonly type: number;
}

/** Lines that belong together. */
export interface LineGroup {
  /** `other`: an entry whose header can't be read, which stays as it is. `between`: comments and blank lines. `commented`: a record in a comment. */
  readonly kind: 'record' | 'directive' | 'other' | 'between' | 'commented';
  readonly lines: readonly Line[];
  readonly header: Header | undefined;
}

/** Cuts the bytes `start` to `stop` of a file, which the lexer has read, into the lines of its entries and those between. */
export function* lineGroups(
  bytes: Uint8Array,
  { tokens, count }: Pick<Lexer, 'tokens' | 'count'>,
  begin: number,
  stop: number,
): Iterable<LineGroup> {
  let at = begin;
  for (let from = 0; from < count; ) {
    let to = from;
    while ((tokens[to + 1]! & 7) !== ENTRY_END) to += 2;
    const start = tokens[to]!,
      end = tokens[to + 1]! >> 3;
    if (start > at) yield { kind: 'between', lines: linesIn(bytes, at, start, tokens, from, from), header: undefined };
    yield entryGroup(bytes, tokens, from, to, start, end);
    at = end;
    from = to + 2;
  }
  if (at < stop) yield { kind: 'between', lines: linesIn(bytes, at, stop, tokens, count, count), header: undefined };
}

function entryGroup(
  bytes: Uint8Array,
  tokens: Int32Array,
  from: number,
  to: number,
  start: number,
  end: number,
): LineGroup {
  const blank = from < to && (tokens[from + 1]! & 7) === BLANK_OWNER,
    first = blank ? from + 2 : from;
  const lines = linesIn(bytes, start, end, tokens, first, to);
  const opening = lines[0]!.pieces[0];
  if (!blank && opening?.kind === 'word' && bytes[opening.start] === 36)
    return { kind: 'directive', lines, header: undefined };
  const header = headerOf(bytes, lines[0]!, blank);
  return { kind: header === undefined ? 'other' : 'record', lines, header };
}

/** The lines from `start` to `end` with their pieces; the words are the tokens `first` to `to`. */
export function linesIn(
  bytes: Uint8Array,
  start: number,
  end: number,
  tokens: Int32Array,
  first: number,
  to: number,
): readonly Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [],
    token = first,
    lineStart = start;
  for (let i = start; i < end; ) {
    if (token < to && tokens[token]! === i) {
      const tokenEnd = tokens[token + 1]! >> 3;
      pieces.push({ kind: 'word', start: i, end: tokenEnd });
      i = tokenEnd;
      token += 2;
      continue;
    }
    const c = bytes[i]!;
    if (c === LF || c === CR) {
      lines.push({ start: lineStart, end: i, pieces });
      pieces = [];
      i += c === CR && bytes[i + 1] === LF ? 2 : 1;
      lineStart = i;
    } else if (c === SEMICOLON) {
      const commentEnd = endOfComment(bytes, i, end);
      pieces.push({ kind: 'comment', start: i, end: commentEnd });
      i = commentEnd;
    } else {
      if (c === OPEN || c === CLOSE) pieces.push({ kind: 'parenthesis', start: i, end: i + 1 });
      i++;
    }
  }
  if (lineStart < end) lines.push({ start: lineStart, end, pieces });
  return lines;
}

/** The header of a record's first line; undefined where a parenthesis or anything unknown stands in it, or the type is on another line. */
export function headerOf(bytes: Uint8Array, { start, pieces }: Line, blank: boolean): Header | undefined {
  const isWord = (k: number): boolean => pieces[k]?.kind === 'word';
  let k = blank ? 0 : 1,
    ttl = -1,
    recordClass = -1;
  if (!blank && (!isWord(0) || pieces[0]!.start !== start)) return undefined;
  for (; isWord(k); k++) {
    const { start: from, end } = pieces[k]!;
    if (ttl < 0 && isDigit(bytes[from]!) && ttlAt(bytes, from, end) >= 0) ttl = k;
    else if (recordClass < 0 && classAt(bytes, from, end) >= 0) recordClass = k;
    else break;
  }
  if (!isWord(k) || typeAt(bytes, pieces[k]!.start, pieces[k]!.end) < 0) return undefined;
  return { owner: blank ? -1 : 0, ttl, class: recordClass, type: k };
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Whether nothing but white space stands between two bytes. */
export function isWhite(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] !== SPACE && bytes[i] !== TAB) return false;
  return true;
}

/** Characters of what is to be written for a piece. */
export const widthOf = (bytes: Uint8Array, { start, end, text }: Piece): number =>
  text?.length ?? width(bytes, start, end);

/** Characters between two bytes of UTF-8, one for each that isn't a continuation. */
function width(bytes: Uint8Array, start: number, end: number): number {
  let characters = 0;
  for (let i = start; i < end; i++) if ((bytes[i]! & 0xc0) !== 0x80) characters++;
  return characters;
}
