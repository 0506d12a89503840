import { Lexer } from '../zone/syntax/lexer.ts';
import { BLANK_OWNER, ENTRY_END } from '../text/token-kinds.ts';
import type { Chunk, SourceText } from '../zone/syntax/source-text.ts';
import { decode } from '../text/utf8.ts';
import type { EntryLines } from './folding-wholes.ts';
import { WholesFinder } from './folding-wholes.ts';

export interface Fold {
  /** Lines from 0, both folded. */
  readonly first: number;
  readonly last: number;
  readonly kind: 'entry' | 'comment' | 'region' | 'whole';
}

const lexer = new Lexer();

/**
 * What can be folded: entries and comments of several lines, what is between `; #region` and `; #endregion`, the text after an `$ORIGIN` up to the next one, the records of one owner name,
 * and sections with a heading such as `; --- Mail ---`. At most `most`. Yields after each chunk.
 */
export function* foldsOf(text: SourceText, most: number): Generator<void, readonly Fold[]> {
  const folds: Fold[] = [],
    regions: number[] = [],
    wholes = new WholesFinder();
  let comment = -1,
    nextLine = 0;
  const endComment = (before: number): void => {
    if (comment >= 0 && before - 1 > comment) folds.push({ first: comment, last: before - 1, kind: 'comment' });
    comment = -1;
  };
  for (const [index, chunk] of text.chunks.entries()) {
    if (folds.length >= most) break;
    const firstLine = text.firstLine(index),
      { entries: spans, lines, runs } = foldsIn(chunk);
    wholes.chunk(firstLine, runs, lines);
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
    yield;
  }
  endComment(nextLine);
  // Editors show one fold a line: parentheses before the owner's records, a section before the comment that is its heading.
  const byLine = new Map<number, Fold>();
  for (const fold of [...folds, ...wholes.folds()]) {
    const known = byLine.get(fold.first);
    if (known === undefined || (known.kind !== 'entry' && known.last < fold.last)) byLine.set(fold.first, fold);
  }
  return [...byLine.values()].sort((a, b) => a.first - b.first).slice(0, most);
}

interface ChunkFolds {
  /** First and last line of each entry that has several. */
  readonly entries: readonly (readonly [number, number])[];
  /** The beginning of each line that a comment may fill. */
  readonly lines: readonly string[];
  /** Every entry. */
  readonly runs: readonly EntryLines[];
}

/** Chunks never change, and an edit makes only a few new ones. */
const known = new WeakMap<Chunk, ChunkFolds>();

function foldsIn(chunk: Chunk): ChunkFolds {
  let folds = known.get(chunk);
  if (folds === undefined) {
    const runs = entryLines(chunk.bytes),
      entries = runs.filter(({ first, last }) => last > first).map(({ first, last }) => [first, last] as const);
    known.set(chunk, (folds = { entries, lines: lineContents(chunk.bytes), runs }));
  }
  return folds;
}

function entryLines(bytes: Uint8Array): readonly EntryLines[] {
  lexer.read(bytes, 0, bytes.length, bytes.length, true);
  const { tokens, count } = lexer,
    found: EntryLines[] = [];
  let line = 0,
    at = 0,
    from = 0;
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
    const isBlank = from < k && (tokens[from + 1]! & 7) === BLANK_OWNER,
      word = isBlank || from >= k ? '' : decode(bytes, tokens[from]!, tokens[from + 1]! >> 3).toLowerCase(),
      isDirective = bytes[tokens[from]!] === 36;
    if (from < k)
      found.push({
        first,
        last,
        owner: isDirective ? undefined : word,
        isOrigin: isDirective && word === '$origin',
      });
    from = k + 2;
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
