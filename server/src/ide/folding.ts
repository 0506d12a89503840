import { Lexer } from '../zone/syntax/lexer.ts';
import { ENTRY_END } from '../text/token-kinds.ts';
import type { Chunk, SourceText } from '../zone/syntax/source-text.ts';
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
  const folds: Fold[] = [],
    regions: number[] = [];
  let comment = -1,
    nextLine = 0;
  const endComment = (before: number): void => {
    if (comment >= 0 && before - 1 > comment) folds.push({ first: comment, last: before - 1, kind: 'comment' });
    comment = -1;
  };
  for (const [index, chunk] of text.chunks.entries()) {
    if (folds.length >= most) return folds.slice(0, most);
    const firstLine = text.firstLine(index),
      { entries: spans, lines } = foldsIn(chunk);
    for (const [line, content] of lines.entries()) {
      const at = firstLine + line,
        inEntry = spans.some(([first, last]) => first < line && line <= last);
      nextLine = at + 1;
      if (!content.startsWith(';') || inEntry) {
        endComment(at);
        continue;
      }
      const region = /^;+\s*#(end)?region\b/.exec(content);
      if (region === null) {
        if (comment < 0) comment = at;
        continue;
      }
      endComment(at);
      if (region[1] === undefined) {
        regions.push(at);
        continue;
      }
      const first = regions.pop();
      if (first !== undefined) folds.push({ first, last: at, kind: 'region' });
    }
    for (const [first, last] of spans)
      if (last > first) folds.push({ first: firstLine + first, last: firstLine + last, kind: 'entry' });
  }
  endComment(nextLine);
  return folds.toSorted((a, b) => a.first - b.first).slice(0, most);
}

interface ChunkFolds {
  /** First and last line of each entry that has several. */
  readonly entries: readonly (readonly [number, number])[];
  /** The beginning of each line that a comment may fill. */
  readonly lines: readonly string[];
}

/** Chunks never change, and an edit makes only a few new ones. */
const known = new WeakMap<Chunk, ChunkFolds>();

function foldsIn(chunk: Chunk): ChunkFolds {
  let folds = known.get(chunk);
  if (folds === undefined)
    known.set(chunk, (folds = { entries: entryLines(chunk.bytes), lines: lineContents(chunk.bytes) }));
  return folds;
}

function entryLines(bytes: Uint8Array): readonly (readonly [number, number])[] {
  lexer.read(bytes, 0, bytes.length, bytes.length, true);
  const { tokens, count } = lexer,
    found: [number, number][] = [];
  let line = 0,
    at = 0;
  const lineOf = (offset: number): number => {
    for (; at < offset; at++) if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) line++;
    return line;
  };
  for (let k = 0; k < count; k += 2) {
    if ((tokens[k + 1]! & 7) !== ENTRY_END) continue;
    const end = tokens[k + 1]! >> 3,
      first = lineOf(tokens[k]!),
      last = lineOf(
        Math.max(
          tokens[k]!,
          end -
            (bytes[end - 1] === 10 && bytes[end - 2] === 13
              ? 2
              : bytes[end - 1] === 10 || bytes[end - 1] === 13
                ? 1
                : 0),
        ),
      );
    if (last > first) found.push([first, last]);
  }
  return found;
}

/** The first characters of each comment line, and nothing for every other line. The end of a chunk begins no line. */
function lineContents(bytes: Uint8Array): readonly string[] {
  const contents: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) end++;
    let from = start;
    while (bytes[from] === 32 || bytes[from] === 9) from++;
    contents.push(bytes[from] === 59 ? decode(bytes, from, Math.min(end, from + 40)) : '');
    start = end + (bytes[end] === 13 && bytes[end + 1] === 10 ? 2 : 1);
  }
  return contents;
}
