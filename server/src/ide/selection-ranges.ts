import type { Position, TextRange } from '../text/positions.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Block } from '../zone/model/block.ts';
import type { Cursor, Entry } from './entry-at.ts';
import { cursorAt, entriesOf, rangeIn } from './entry-at.ts';
import { fieldsOf } from './rdata-fields.ts';

/** How many chunks of a block are looked at for its ends: what is beyond is never selected by growing. */
const MOST_CHUNKS = 64;

/** What a selection grows to from a position: token, field, rdata, record, the records of its owner, the text of its `$ORIGIN`, the file. The innermost first, each larger than the one before. */
export function selectionRanges(zone: Zone, text: SourceText, position: Position): readonly TextRange[] {
  const cursor = cursorAt(zone, text, position),
    ranges: TextRange[] = [];
  if (cursor !== undefined) {
    const { block, entry } = cursor;
    if (entry !== undefined && !cursor.inComment) ranges.push(...insideEntry(zone, cursor, entry));
    ranges.push(lineOf(text, position));
    if (entry !== undefined) ranges.push(rangeIn(block, entry.start, lastTokenEnd(entry)), ownersRecords(block, entry));
    ranges.push(originBlock(cursor));
  }
  ranges.push({
    start: { line: 0, character: 0 },
    end: text.position(text.chunks.length - 1, text.chunks.at(-1)?.bytes.length ?? 0),
  });
  return growing(ranges.filter((range) => contains(range, { start: position, end: position })));
}

const lastTokenEnd = ({ tokens, start }: Entry): number => tokens.at(-1)?.end ?? start;

function* insideEntry(zone: Zone, { block, offset, token }: Cursor, entry: Entry): Iterable<TextRange> {
  if (token === undefined) return;
  if (token.quoted && token.end - token.start >= 2) yield rangeIn(block, token.start + 1, token.end - 1);
  yield rangeIn(block, token.start, token.end);
  const field = fieldsOf(zone, entry).find(({ start, end }) => start <= offset && offset <= end);
  if (field !== undefined) yield rangeIn(block, field.start, field.end);
  const rdata = entry.tokens.filter(({ part }) => part === 'rdata');
  if (rdata.length > 0 && token.part === 'rdata') yield rangeIn(block, rdata[0]!.start, rdata.at(-1)!.end);
}

/** A line without its indent and its ending, comment included. */
function lineOf(text: SourceText, { line }: Position): TextRange {
  const whole = text
    .slice({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
    .replace(/[\r\n]+$/, '');
  return {
    start: { line, character: whole.length - whole.trimStart().length },
    end: { line, character: whole.length },
  };
}

/** The entry's lines and those before and after it that have its owner name, in its chunk. */
function ownersRecords(block: Block, entry: Entry): TextRange {
  const entries = [...entriesOf(block)].filter(({ tokens }) => tokens.length > 0),
    at = entries.findIndex(({ start }) => start === entry.start);
  const nameAt = (k: number): string | undefined => {
    const [first] = entries[k]?.tokens ?? [];
    return first?.part === 'owner' ? first.text.toLowerCase() : undefined;
  };
  const isRecord = (k: number): boolean => entries[k] !== undefined && entries[k].tokens[0]?.part !== 'directive';
  let first = at,
    last = at;
  while (first > 0 && entries[first]!.blank && isRecord(first - 1)) first--;
  const name = nameAt(first);
  while (isRecord(first - 1) && name !== undefined && nameAt(first - 1) === name) first--;
  while (isRecord(last + 1) && isRecord(last) && (entries[last + 1]!.blank || nameAt(last + 1) === name)) last++;
  return rangeIn(block, entries[first]!.start, lastTokenEnd(entries[last]!));
}

/** From the `$ORIGIN` above to the next one; from the file's beginning, and to its end, where there is none. */
function originBlock({ block, offset }: Cursor): TextRange {
  const { blocks, text } = block.file;
  let start = { line: 0, character: 0 },
    end = text.position(text.chunks.length - 1, text.chunks.at(-1)?.bytes.length ?? 0);
  const isOrigin = ({ name }: { readonly name: string }): boolean => name === '$ORIGIN';
  for (let k = block.index; k >= 0 && k > block.index - MOST_CHUNKS; k--) {
    const found = blocks[k]!.directives.findLast((one) => isOrigin(one) && (k < block.index || one.start <= offset));
    if (found === undefined) continue;
    start = text.position(k, found.start);
    break;
  }
  for (let k = block.index; k < blocks.length && k < block.index + MOST_CHUNKS; k++) {
    const found = blocks[k]!.directives.find((one) => isOrigin(one) && (k > block.index || one.start > offset));
    if (found === undefined) continue;
    end = text.position(k, found.start);
    break;
  }
  return { start, end };
}

/** Each range that holds the one before and more. */
function growing(ranges: readonly TextRange[]): readonly TextRange[] {
  const kept: TextRange[] = [];
  for (const range of ranges) {
    const last = kept.at(-1);
    if (last === undefined || (contains(range, last) && !contains(last, range))) kept.push(range);
  }
  return kept;
}

const isAfter = (a: Position, b: Position): boolean =>
  a.line > b.line || (a.line === b.line && a.character > b.character);
const contains = (outer: TextRange, inner: TextRange): boolean =>
  !isAfter(outer.start, inner.start) && !isAfter(inner.end, outer.end);
