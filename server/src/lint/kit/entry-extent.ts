import type { RecordView } from '../../zone/model/record-view.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { CR, SEMICOLON, SPACE, TAB } from '../../text/octets.ts';

const LINE_FEED = 10,
  TAB_SIZE = 8;
const lexer = new Lexer();

/**
 * Where the lines of a record end, bytes in its chunk: behind the line ending of the last one, which may hold nothing but the closing parenthesis. Lines that only go on with the comment
 * of the last one, their semicolons below its own, belong to it.
 */
export function endOfEntry({
  block: {
    chunk: { bytes },
  },
  zone,
  id,
}: RecordView): number {
  const start = zone.records.offset[id]!;
  let end = lexer.read(bytes, start, start + 1, bytes.length, true);
  const column = commentColumn(bytes, lineStart(bytes, end - 1), end);
  while (column > 0 && end < bytes.length) {
    const next = nextLine(bytes, end);
    if (!isCommentAt(bytes, end, next, column)) break;
    end = next;
  }
  return end;
}

/** Where entries without an owner name end that follow at an offset: those that can't be read inherit one too. */
export function endOfInheritors(bytes: Uint8Array, offset: number): number {
  let end = offset;
  while (end < bytes.length && (bytes[end] === SPACE || bytes[end] === TAB)) {
    let first = end;
    while (bytes[first] === SPACE || bytes[first] === TAB) first++;
    if (first >= bytes.length || bytes[first] === LINE_FEED || bytes[first] === CR || bytes[first] === SEMICOLON) break;
    end = lexer.read(bytes, end, end + 1, bytes.length, true);
  }
  return end;
}

function lineStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && bytes[start - 1] !== LINE_FEED && bytes[start - 1] !== CR) start--;
  return start;
}

function nextLine(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && bytes[end] !== LINE_FEED) end++;
  return Math.min(end + 1, bytes.length);
}

/** The column of the first semicolon outside of quotation marks behind something else; -1 where there is none. */
function commentColumn(bytes: Uint8Array, start: number, end: number): number {
  let column = 0,
    quoted = false,
    isFirst = true;
  for (let i = start; i < end; i++) {
    const c = bytes[i]!;
    if (c === 92) {
      i++;
      column += 2;
      continue;
    }
    if (c === 34) quoted = !quoted;
    if (c === SEMICOLON && !quoted) return isFirst ? -1 : column;
    if (c !== SPACE && c !== TAB) isFirst = false;
    column += c === TAB ? TAB_SIZE - (column % TAB_SIZE) : 1;
  }
  return -1;
}

function isCommentAt(bytes: Uint8Array, start: number, end: number, wanted: number): boolean {
  let column = 0;
  for (let i = start; i < end; i++) {
    const c = bytes[i]!;
    if (c === SEMICOLON) return column === wanted;
    if (c !== SPACE && c !== TAB) return false;
    column += c === TAB ? TAB_SIZE - (column % TAB_SIZE) : 1;
  }
  return false;
}
