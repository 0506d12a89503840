import { Lexer, ENTRY_END } from '../syntax/lexer.ts';
import type { SourceText } from '../text/source-text.ts';
import { decode } from '../text/utf8.ts';

export interface Fold {
  /** Lines from 0, both folded. */
  readonly first: number;
  readonly last: number;
  readonly kind: 'entry' | 'comment' | 'region';
}

const lexer = new Lexer();

/** What can be folded: entries of several lines, comments of several lines, and what stands between `; #region` and `; #endregion`. At most `most`. */
export function foldsOf(text: SourceText, most: number): readonly Fold[] {
  const folds: Fold[] = [], regions: number[] = [];
  let comment = -1, nextLine = 0;
  const endComment = (before: number): void => {
    if (comment >= 0 && before - 1 > comment) folds.push({ first: comment, last: before - 1, kind: 'comment' });
    comment = -1;
  };
  for (const [index, { bytes }] of text.chunks.entries()) {
    if (folds.length >= most) return folds.slice(0, most);
    const firstLine = text.firstLine(index), spans = entryLines(bytes);
    for (const [line, content] of lineContents(bytes).entries()) {
      const at = firstLine + line, inEntry = spans.some(([first, last]) => first < line && line <= last);
      nextLine = at + 1;
      if (!content.startsWith(';') || inEntry) { endComment(at); continue; }
      const region = /^;+\s*#(end)?region\b/.exec(content);
      if (region === null) { if (comment < 0) comment = at; continue; }
      endComment(at);
      if (region[1] === undefined) { regions.push(at); continue; }
      const first = regions.pop();
      if (first !== undefined) folds.push({ first, last: at, kind: 'region' });
    }
    for (const [first, last] of spans) if (last > first) folds.push({ first: firstLine + first, last: firstLine + last, kind: 'entry' });
  }
  endComment(nextLine);
  return folds.toSorted((a, b) => a.first - b.first).slice(0, most);
}

/** First and last line of each entry of a chunk that has several. */
function entryLines(bytes: Uint8Array): readonly (readonly [number, number])[] {
  lexer.read(bytes, 0, bytes.length, bytes.length, true);
  const { tokens, count } = lexer, found: [number, number][] = [];
  let line = 0, at = 0;
  const lineOf = (offset: number): number => {
    for (; at < offset; at++) if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) line++;
    return line;
  };
  for (let k = 0; k < count; k += 2) {
    if ((tokens[k + 1]! & 7) !== ENTRY_END) continue;
    const end = tokens[k + 1]! >> 3, first = lineOf(tokens[k]!), last = lineOf(Math.max(tokens[k]!, end - (bytes[end - 1] === 10 && bytes[end - 2] === 13 ? 2 : bytes[end - 1] === 10 || bytes[end - 1] === 13 ? 1 : 0)));
    if (last > first) found.push([first, last]);
  }
  return found;
}

/** The first characters of each line, without white space before them. The end of a chunk begins no line. */
function lineContents(bytes: Uint8Array): readonly string[] {
  const contents: string[] = [];
  for (let start = 0; start < bytes.length;) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    contents.push(decode(bytes, start, Math.min(end, start + 40)).trimStart());
    start = end + (bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1);
  }
  return contents;
}
