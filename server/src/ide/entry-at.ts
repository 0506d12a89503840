import { originAt } from '../zone/model/block-origin.ts';
import type { Block } from '../zone/model/block.ts';
import { RecordView } from '../zone/model/record-view.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { NameId } from '../names/name-tree.ts';
import { ttlAt } from '../zone/records/ttl.ts';
import { classAt, typeAt } from '../zone/rrtypes/registry/registry.ts';
import { Lexer } from '../zone/syntax/lexer.ts';
import { BLANK_OWNER, ENTRY_END, QUOTED } from '../text/token-kinds.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Position, TextRange } from '../text/positions.ts';
import { octetText } from '../text/utf8.ts';

export type Part = 'owner' | 'ttl' | 'class' | 'type' | 'rdata' | 'directive' | 'argument';

/** One token of an entry. Offsets are bytes in the chunk, quotation marks included. */
export interface EntryToken {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** One character per octet, as written, without quotation marks. */
  readonly text: string;
  readonly part: Part;
}

/** An entry (RFC 1035 §5.1) with what each of its tokens is. */
export interface Entry {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  /** The owner name is inherited. */
  readonly blank: boolean;
  readonly tokens: readonly EntryToken[];
  /** The type that the record has, by its code; -1 where none can be read. */
  readonly type: number;
  /** The numbers of the lexer, for who reads the rdata: pairs of start and `end << 3 | kind`, without the blank owner. */
  readonly raw: Int32Array;
}

/** Where the cursor is. */
export interface Cursor {
  readonly block: Block;
  /** Bytes in the chunk. */
  readonly offset: number;
  /** The entry around it; undefined on blank lines and in comments between entries. */
  readonly entry: Entry | undefined;
  /** The token that it is in, or whose end it touches. */
  readonly token: EntryToken | undefined;
  readonly inComment: boolean;
}

const lexer = new Lexer();

/** The block of a zone's file that a position is in. Of a file that is included several times, the first one. */
export function blockAt(
  zone: Zone,
  text: SourceText,
  position: Position,
): { readonly block: Block; readonly offset: number } | undefined {
  const { chunk, offset } = text.locate(position),
    block = blocksOf(zone, text)[chunk];
  return block === undefined ? undefined : { block, offset };
}

/** The blocks of a text as the zone reads it first. */
export function blocksOf(zone: Zone, text: SourceText): readonly Block[] {
  if (zone.root.text === text) return zone.root.blocks;
  for (const block of zone.blocks)
    if (block !== undefined && block.anchor === undefined && block.file.text === text) return block.file.blocks;
  return [];
}

export function cursorAt(zone: Zone, text: SourceText, position: Position): Cursor | undefined {
  const at = blockAt(zone, text, position);
  if (at === undefined) return undefined;
  const { block, offset } = at;
  let entry: Entry | undefined;
  for (const one of entriesOf(block)) {
    if (one.start > offset) break;
    if (offset < one.end || isUnended(block.chunk.bytes, one.end)) entry = one;
  }
  const inComment = isInComment(block.chunk.bytes, offset, entry);
  const token = inComment
    ? undefined
    : (entry?.tokens.find(({ start, end }) => start <= offset && offset < end) ??
      entry?.tokens.find(({ start, end }) => start <= offset && offset <= end));
  return { block, offset, entry, token, inComment };
}

/** Whether an entry ends with its file, without a line ending. */
const isUnended = (bytes: Uint8Array, end: number): boolean =>
  end === bytes.length && bytes[end - 1] !== 10 && bytes[end - 1] !== 13;

/** The entries of a block, in order. Each is made when asked for. */
export function* entriesOf(block: Block): Iterable<Entry> {
  const { bytes } = block.chunk;
  lexer.read(bytes, 0, bytes.length, bytes.length, true);
  const tokens = lexer.tokens.slice(0, lexer.count);
  for (let from = 0; from < tokens.length; ) {
    let to = from;
    while ((tokens[to + 1]! & 7) !== ENTRY_END) to += 2;
    yield entryOf(block, tokens, from, to);
    from = to + 2;
  }
}

function entryOf(block: Block, tokens: Int32Array, from: number, to: number): Entry {
  const { bytes } = block.chunk,
    blank = from < to && (tokens[from + 1]! & 7) === BLANK_OWNER,
    raw = tokens.slice(blank ? from + 2 : from, to);
  const parts = partsOf(bytes, raw, blank),
    list: EntryToken[] = [];
  for (let p = 0; p < raw.length; p += 2) {
    const start = raw[p]!,
      end = raw[p + 1]! >> 3,
      quoted = (raw[p + 1]! & 7) === QUOTED;
    const contentEnd = quoted && end - 1 > start && bytes[end - 1] === 34 ? end - 1 : end;
    list.push({
      start,
      end,
      quoted,
      text: octetText(bytes, quoted ? start + 1 : start, contentEnd),
      part: parts[p >> 1]!,
    });
  }
  const type = list.find(({ part }) => part === 'type');
  return {
    block,
    start: tokens[to]!,
    end: tokens[to + 1]! >> 3,
    blank,
    tokens: list,
    raw,
    type: type === undefined || type.quoted ? -1 : typeAt(bytes, type.start, type.end),
  };
}

/** What each token is: TTL and class in either order, then the type, then rdata. A word that is none of them stands where the type belongs. */
function partsOf(bytes: Uint8Array, raw: Int32Array, blank: boolean): readonly Part[] {
  const parts: Part[] = [],
    count = raw.length >> 1;
  if (!blank && count > 0 && bytes[raw[0]!] === 36 && (raw[1]! & 7) !== QUOTED)
    return Array.from({ length: count }, (_, k) => (k === 0 ? 'directive' : 'argument'));
  let ttl = false,
    recordClass = false,
    typed = false;
  for (let k = 0; k < count; k++) {
    const start = raw[2 * k]!,
      end = raw[2 * k + 1]! >> 3,
      quoted = (raw[2 * k + 1]! & 7) === QUOTED;
    if (k === 0 && !blank) parts.push('owner');
    else if (typed) parts.push('rdata');
    else if (!ttl && !quoted && ttlAt(bytes, start, end) >= 0) {
      ttl = true;
      parts.push('ttl');
    } else if (!recordClass && !quoted && classAt(bytes, start, end) >= 0) {
      recordClass = true;
      parts.push('class');
    } else {
      typed = true;
      parts.push('type');
    }
  }
  return parts;
}

/** Whether a semicolon outside of tokens stands before the offset on its line. */
function isInComment(bytes: Uint8Array, offset: number, entry: Entry | undefined): boolean {
  let lineStart = offset;
  while (lineStart > 0 && bytes[lineStart - 1] !== 10 && bytes[lineStart - 1] !== 13) lineStart--;
  const tokens = entry?.tokens ?? [];
  for (let i = lineStart; i < offset; i++)
    if (bytes[i] === 59 && !tokens.some(({ start, end }) => start <= i && i < end)) return true;
  return false;
}

/** The record that an entry made, if it could be read as one. */
export function recordOf(zone: Zone, { block, start }: Entry): RecordView | undefined {
  for (const id of block.records) if (zone.records.offset[id] === start) return new RecordView(zone, id);
  return undefined;
}

/** The record before the cursor, else the one behind it: what is written there looks like it. */
export function nearestRecord(zone: Zone, { block, offset, entry }: Cursor): RecordView | undefined {
  const { blocks } = block.file;
  for (let index = block.index; index >= 0; index--) {
    const { records } = blocks[index]!;
    for (let k = records.length - 1; k >= 0; k--) {
      const at = zone.records.offset[records[k]!]!;
      if (index < block.index || (at < offset && at !== entry?.start)) return new RecordView(zone, records[k]!);
    }
  }
  const next = [...block.records].find(
    (id) => zone.records.offset[id]! >= offset && zone.records.offset[id] !== entry?.start,
  );
  return next === undefined ? undefined : new RecordView(zone, next);
}

/** The owner name that an entry without one inherits, or -1. */
export function inheritedOwner(zone: Zone, block: Block, offset: number): NameId {
  let owner = block.start.owner;
  for (const id of block.records) {
    if (zone.records.offset[id]! >= offset) break;
    owner = zone.records.owner[id]!;
  }
  return owner;
}

/** The owner name of an entry, or -1 where it has none. */
export function ownerOf(zone: Zone, entry: Entry): NameId {
  const first = entry.tokens[0];
  if (first?.part !== 'owner') return inheritedOwner(zone, entry.block, entry.start);
  return zone.names.parse(entry.block.chunk.bytes, first.start, first.end, originAt(entry.block, entry.start));
}

export function rangeIn(block: Block, start: number, end: number): TextRange {
  const { text } = block.file;
  return { start: text.position(block.index, start), end: text.position(block.index, end) };
}
