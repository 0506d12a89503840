import type { Block, Directive } from '../../zone/model/block.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { Lexer } from '../../zone/syntax/lexer.ts';
import { BLANK_OWNER, ENTRY_END, QUOTED } from '../../text/token-kinds.ts';

const lexer = new Lexer();

/** Bytes in the block. */
export interface EntryToken {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** An entry of the text, for who has to change it. Offsets are bytes in the block. */
export interface ReportedEntry {
  readonly block: Block;
  readonly bytes: Uint8Array;
  /** Where it begins: at its white space when it is indented. */
  readonly start: number;
  /** Behind its line ending. */
  readonly end: number;
  readonly indented: boolean;
  /** Without the white space at its start. */
  readonly tokens: readonly EntryToken[];
}

/** The entries of the block that was last asked for: a block may have a problem in each of them. */
let lastRead:
  | { readonly block: WeakRef<Block>; readonly bytes: Uint8Array; readonly entries: readonly ReportedEntry[] }
  | undefined;

/** The entry that a byte of a block belongs to. */
export function entryAt(block: Block, offset: number): ReportedEntry {
  const entries = entriesOf(block);
  return (
    entries[indexAt(entries, offset)] ?? {
      block,
      bytes: block.chunk.bytes,
      start: offset,
      end: block.chunk.bytes.length,
      indented: false,
      tokens: [],
    }
  );
}

/** Which of a block's entries a byte belongs to; their number when none does. */
export function indexAt(entries: readonly ReportedEntry[], offset: number): number {
  return firstWhere(entries.length, (k) => offset < entries[k]!.end);
}

/** The first number below `count` for which something is true that is true for all after it, too; `count` when there is none. */
export function firstWhere(count: number, isTrue: (k: number) => boolean): number {
  let low = 0,
    high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** All entries of a block, in the order of the text. */
export function entriesOf(block: Block): readonly ReportedEntry[] {
  const { bytes } = block.chunk;
  if (lastRead?.block.deref() === block && lastRead.bytes === bytes) return lastRead.entries;
  const entries = readEntries(block);
  lastRead = { block: new WeakRef(block), bytes, entries };
  return entries;
}

function readEntries(block: Block): readonly ReportedEntry[] {
  const { bytes } = block.chunk,
    entries: ReportedEntry[] = [];
  lexer.read(bytes, 0, bytes.length, bytes.length, true);
  const { tokens, count } = lexer;
  let words: EntryToken[] = [],
    indented = false;
  for (let p = 0; p < count; p += 2) {
    const start = tokens[p]!,
      end = tokens[p + 1]! >> 3,
      kind = tokens[p + 1]! & 7;
    if (kind === BLANK_OWNER) indented = true;
    else if (kind !== ENTRY_END) words.push({ start, end, quoted: kind === QUOTED });
    else {
      entries.push({ block, bytes, start, end, indented, tokens: words });
      words = [];
      indented = false;
    }
  }
  return entries;
}

/** The tokens of a directive, its own word first. */
export function argumentsOf({ chunk: { bytes } }: Block, { start }: Directive): readonly EntryToken[] {
  lexer.read(bytes, start, start + 1, bytes.length, true);
  const { tokens } = lexer,
    words: EntryToken[] = [];
  for (let p = 0; (tokens[p + 1]! & 7) !== ENTRY_END; p += 2)
    words.push({ start: tokens[p]!, end: tokens[p + 1]! >> 3, quoted: (tokens[p + 1]! & 7) === QUOTED });
  return words;
}

/** The record that an entry of the text is. */
export function recordOf(zone: Zone, { block, start }: ReportedEntry): RecordView | undefined {
  const { records } = block,
    { offset } = zone.records,
    id = records[firstWhere(records.length, (k) => offset[records[k]!]! >= start)];
  return id !== undefined && offset[id] === start ? new RecordView(zone, id) : undefined;
}

/** Whether an entry has a parenthesis outside its tokens, so that it may go over several lines. */
export function hasParentheses({ bytes, start, end, tokens }: ReportedEntry): boolean {
  let at = start;
  for (const token of [...tokens, { start: end, end }]) {
    for (; at < token.start; at++) {
      if (bytes[at] === 40 || bytes[at] === 41) return true;
      if (bytes[at] === 59) while (at < token.start && bytes[at] !== 10) at++;
    }
    at = token.end;
  }
  return false;
}
