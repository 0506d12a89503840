import { SEMICOLON, SPACE, TAB } from '../../text/octets.ts';
import { BLANK_OWNER, ENTRY_END } from '../../text/token-kinds.ts';
import { NameTree, ROOT } from '../../names/name-tree.ts';
import { TokenCursor } from '../rrtypes/fields/cursor.ts';
import { RdataWriter } from '../rrtypes/fields/rdata.ts';
import { parseRdata, typeAt } from '../rrtypes/registry/registry.ts';
import { Lexer } from '../syntax/lexer.ts';
import { headerOf, linesIn } from './entry-lines.ts';
import type { Header, Line, LineGroup } from './entry-lines.ts';

const lexer = new Lexer(),
  cursor = new TokenCursor();

/**
 * A comment on a line of its own that is a record but for its semicolon, as a line with the record's pieces; the semicolon belongs to the owner. Prose is none: the type is in capitals, its data can
 * be read, and a class or TTL is there or the owner touches the semicolon.
 */
export function commentedRecord(bytes: Uint8Array, line: Line): LineGroup | undefined {
  const [comment] = line.pieces;
  if (line.pieces.length !== 1 || comment!.kind !== 'comment' || comment!.start !== line.start) return undefined;
  let from = line.start;
  while (from < line.end && bytes[from] === SEMICOLON) from++;
  let owner = from;
  while (owner < line.end && (bytes[owner] === SPACE || bytes[owner] === TAB)) owner++;
  // What is one space after the semicolon is as good as at the line's start; more of them stand for the owner.
  const start = owner === from + 1 && bytes[from] === SPACE ? owner : from;
  if (start >= line.end || !mayBeRecord(bytes, start, line.end)) return undefined;
  const content = bytes.subarray(0, line.end);
  lexer.read(content, start, line.end, line.end, true);
  if (lexer.findings.length > 0) return undefined;
  const { tokens, count } = lexer,
    blank = (tokens[1]! & 7) === BLANK_OWNER,
    first = blank ? 2 : 0,
    last = count - 2;
  if (last < first || (tokens[last + 1]! & 7) !== ENTRY_END) return undefined;
  const [inside, ...more] = linesIn(content, start, line.end, tokens, first, last),
    header = inside === undefined || more.length > 0 ? undefined : headerOf(bytes, inside, blank);
  if (
    header === undefined ||
    !isMeant(bytes, tokens, first, last, { header, inside: inside!, touches: start === from })
  )
    return undefined;
  const [opening, ...others] = inside!.pieces;
  const pieces = blank
    ? [{ kind: 'word' as const, start: line.start, end: from }, opening!, ...others]
    : [{ ...opening!, start: line.start }, ...others];
  return {
    kind: 'commented',
    lines: [{ start: line.start, end: line.end, pieces }],
    header: blank ? shifted(header) : header,
  };
}

/** Whether a text has a word in capitals, as types are: most comments are told by that. */
function mayBeRecord(bytes: Uint8Array, start: number, end: number): boolean {
  let isWord = true;
  for (let i = start; i < end; i++) {
    const c = bytes[i]!;
    if (c === SPACE || c === TAB) isWord = true;
    else {
      const next = bytes[i + 1];
      if (
        isWord &&
        i > start &&
        c >= 65 &&
        c <= 90 &&
        (i + 1 === end || next! <= SPACE || (next! >= 48 && next! <= 90))
      )
        return true;
      isWord = false;
    }
  }
  return false;
}

function isMeant(
  bytes: Uint8Array,
  tokens: Int32Array,
  first: number,
  last: number,
  { header, inside, touches }: { readonly header: Header; readonly inside: Line; readonly touches: boolean },
): boolean {
  const { start, end } = inside.pieces[header.type]!;
  for (let i = start; i < end; i++) if (bytes[i]! >= 97 && bytes[i]! <= 122) return false;
  if (!touches && header.class < 0 && header.ttl < 0) return false;
  const writer = new RdataWriter(new NameTree(16), false);
  writer.reset(ROOT);
  cursor.reset(bytes, tokens, first + 2 * (header.type + 1), last);
  return !cursor.done && parseRdata(typeAt(bytes, start, end), cursor, writer) && writer.problems.length === 0;
}

const shifted = ({ ttl, class: recordClass, type }: Header): Header => ({
  owner: 0,
  ttl: ttl < 0 ? -1 : ttl + 1,
  class: recordClass < 0 ? -1 : recordClass + 1,
  type: type + 1,
});
