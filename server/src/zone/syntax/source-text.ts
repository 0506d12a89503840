import type { Position, TextRange } from '../../text/positions.ts';
import type { Lexer } from './lexer.ts';
import { encodedLength, encodeInto, decode } from '../../text/utf8.ts';

/** How many bytes a chunk has, about. Small enough that lexing one anew is not felt, large enough that a 50 MB file has a few thousand. */
const CHUNK = 16384;

/** What a chunk's text has somewhere: bits of `Chunk.features`, so that rules about the text look only where there is something to see. */
export const NON_ASCII = 1,
  CONTROL = 2,
  TRAILING_SPACE = 4,
  TAB = 8,
  CRLF = 16,
  LONE_CR = 32,
  PRAGMA = 64,
  TEMPLATE = 128,
  FOREIGN_COMMENT = 256,
  MERGE_MARKER = 512,
  NO_FINAL_NEWLINE = 1024,
  ESCAPED_SEMICOLON = 2048;

const FEATURE = new Uint16Array(256);
for (let c = 0; c < 256; c++)
  FEATURE[c] = c > 127 ? NON_ASCII : c === 9 ? TAB : c === 10 || c === 13 ? 0 : c < 32 || c === 127 ? CONTROL : 0;
/** Characters after which the feature scan looks closer. */
const LOOK = new Uint8Array(256);
for (const c of [10, 13, 59, 60, 123, 36, 37, 64, 92]) LOOK[c] = 1;
/** All that the scan doesn't pass over: few octets of a zone. */
const NOTED = FEATURE.map((feature, c) => feature | LOOK[c]!);

/** Some entries of a file, whole: UTF-8 bytes cut at entry boundaries. Immutable; an edit makes new chunks. */
export class Chunk {
  readonly bytes: Uint8Array;
  /** Line breaks inside: LF, CR LF and lone CR, as editors count them. */
  readonly lineBreaks: number;
  /** Whether where the last entry ends was told by the line after the chunk. */
  readonly recovered: boolean;
  readonly features: number;
  private readonly ascii: boolean;
  private starts: Int32Array | undefined;

  constructor(bytes: Uint8Array, recovered: boolean) {
    this.bytes = bytes;
    this.recovered = recovered;
    let breaks = 0,
      features = lineFeatures(bytes, 0);
    const { length } = bytes;
    for (let i = 0; i < length; i++) {
      const c = bytes[i]!;
      if (NOTED[c] === 0) continue;
      features |= FEATURE[c]!;
      if (LOOK[c] === 0) continue;
      if (c === 10 || (c === 13 && bytes[i + 1] !== 10)) {
        breaks++;
        const before = bytes[i - 1];
        if (before === 32 || before === 9) features |= TRAILING_SPACE;
        if (c === 13) features |= LONE_CR;
        features |= lineFeatures(bytes, i + 1);
      } else features |= closerFeatures(bytes, i, c);
    }
    if (length > 0 && bytes[length - 1] !== 10) features |= NO_FINAL_NEWLINE;
    this.lineBreaks = breaks;
    this.features = features;
    this.ascii = (features & NON_ASCII) === 0;
  }

  /** Byte offsets of line starts; the first is 0. */
  lineStarts(): Int32Array {
    if (this.starts !== undefined) return this.starts;
    const starts = new Int32Array(this.lineBreaks + 1),
      { bytes } = this;
    for (let i = 0, n = 1; i < bytes.length; i++) {
      const c = bytes[i]!;
      if (c === 10 || (c === 13 && bytes[i + 1] !== 10)) starts[n++] = i + 1;
    }
    return (this.starts = starts);
  }

  /** Line (from the chunk's first) and character of a byte offset. */
  positionAt(offset: number): Position {
    const starts = this.lineStarts();
    let low = 0,
      high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    const lineStart = starts[low]!;
    if (this.ascii) return { line: low, character: offset - lineStart };
    return { line: low, character: decode(this.bytes, lineStart, Math.min(offset, this.bytes.length)).length };
  }

  /** The byte offset of a character on a line of the chunk; the line's end when it has fewer characters. */
  offsetAt(line: number, character: number): number {
    const starts = this.lineStarts(),
      from = starts[line]!;
    let to = line + 1 < starts.length ? starts[line + 1]! : this.bytes.length;
    if (line + 1 < starts.length) {
      to--;
      if (this.bytes[to] === 10 && to > from && this.bytes[to - 1] === 13) to--;
    }
    if (this.ascii) return Math.min(from + character, to);
    let units = 0,
      i = from;
    while (i < to && units < character) {
      const c = this.bytes[i]!;
      const width = c < 0x80 ? 1 : c < 0xc0 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
      const valid = decode(this.bytes, i, Math.min(i + width, to));
      const step = valid.length === (width === 4 ? 2 : 1) ? width : 1;
      units += step === 4 ? 2 : 1;
      i += step;
    }
    return i;
  }
}

/** Features told by how a line begins: comment signs of other languages, merge markers. */
function lineFeatures(bytes: Uint8Array, at: number): number {
  const c = bytes[at];
  if (c === 35 || (c === 47 && bytes[at + 1] === 47)) return FOREIGN_COMMENT;
  return (c === 60 || c === 61 || c === 62 || c === 124) && bytes[at + 1] === c && bytes[at + 6] === c
    ? MERGE_MARKER
    : 0;
}

const isCapital = (c: number | undefined): boolean => c !== undefined && c >= 65 && c <= 90;

/** Features told by a character and what follows it. */
function closerFeatures(bytes: Uint8Array, at: number, c: number): number {
  const next = bytes[at + 1];
  if (c === 13) return CRLF | (bytes[at - 1] === 32 || bytes[at - 1] === 9 ? TRAILING_SPACE : 0);
  if (c === 92) return next === 59 ? ESCAPED_SEMICOLON : 0;
  if (c === 59) {
    let i = at + 1;
    // Of several semicolons each is asked, so that this one need not look behind the next.
    while (bytes[i] === 32 || bytes[i] === 9) i++;
    return bytes[i] === 122 && bytes[i + 1] === 111 && bytes[i + 4] === 119 ? PRAGMA : 0;
  }
  if (c === 123) return next === 123 || next === 37 || next === 35 ? TEMPLATE : 0;
  // Directives begin lines.
  if (c === 36) return next === 123 || (isCapital(next) && at > 0 && bytes[at - 1] !== 10) ? TEMPLATE : 0;
  if (c === 60) return next === 37 ? TEMPLATE : 0;
  if (c === 37) return isCapital(next) ? TEMPLATE : 0;
  return c === 64 && (next === 64 || isCapital(next)) ? TEMPLATE : 0;
}

/** What an edit did to a text's chunks: `removed` chunks from `at` on were replaced by `added` new ones. */
export interface ChunkSplice {
  readonly at: number;
  readonly removed: number;
  readonly added: number;
}

/** Called for each new chunk while the lexer still holds its tokens. */
export type OnChunk = (chunk: Chunk, lexer: Lexer, index: number) => void;

/** The text of one file in chunks. Positions are LSP positions; offsets are bytes within a chunk. */
export class SourceText {
  readonly uri: string;
  readonly chunks: Chunk[] = [];
  private readonly lexer: Lexer;
  private firstLines: Int32Array = new Int32Array(0);
  private linesValid = 0;

  constructor(uri: string, lexer: Lexer) {
    this.uri = uri;
    this.lexer = lexer;
  }

  /** Cuts a whole file; the bytes are kept, not copied. A UTF-8 byte order mark is part of the first chunk. */
  load(bytes: Uint8Array, onChunk: OnChunk): void {
    this.chunks.length = 0;
    this.linesValid = 0;
    this.cut(bytes, this.chunks, 0, onChunk);
  }

  get lineCount(): number {
    let lines = 1;
    for (const chunk of this.chunks) lines += chunk.lineBreaks;
    return lines;
  }

  get byteLength(): number {
    let length = 0;
    for (const chunk of this.chunks) length += chunk.bytes.length;
    return length;
  }

  /** The line on which a chunk begins. */
  firstLine(index: number): number {
    if (this.firstLines.length < this.chunks.length + 1) {
      const larger = new Int32Array(Math.max(16, this.chunks.length * 2));
      larger.set(this.firstLines);
      this.firstLines = larger;
    }
    for (let k = this.linesValid; k < index; k++)
      this.firstLines[k + 1] = this.firstLines[k]! + this.chunks[k]!.lineBreaks;
    this.linesValid = Math.max(this.linesValid, index);
    return this.firstLines[index]!;
  }

  /** The chunk that holds a line (the last such: a line at a chunk's end belongs to the next one). */
  chunkOfLine(line: number): number {
    let low = 0,
      high = this.chunks.length - 1;
    this.firstLine(Math.max(0, high));
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.firstLine(middle) <= line) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  position(index: number, offset: number): Position {
    const chunk = this.chunks[index];
    if (chunk === undefined) return { line: 0, character: 0 };
    const at = chunk.positionAt(offset);
    return { line: this.firstLine(index) + at.line, character: at.character };
  }

  /** Chunk and byte offset of a position, clamped to the text. */
  locate(position: Position): { readonly chunk: number; readonly offset: number } {
    if (this.chunks.length === 0) return { chunk: 0, offset: 0 };
    const chunk = this.chunkOfLine(position.line),
      line = position.line - this.firstLine(chunk),
      held = this.chunks[chunk]!;
    if (line > held.lineBreaks) return { chunk, offset: held.bytes.length };
    return { chunk, offset: held.offsetAt(line, position.character) };
  }

  /** Replaces a range and cuts the touched entries anew. */
  edit(range: TextRange, text: string, onChunk: OnChunk): ChunkSplice {
    const from = this.locate(range.start),
      to = this.locate(range.end);
    let first = from.chunk,
      last = Math.min(to.chunk, Math.max(0, this.chunks.length - 1));
    const head = this.chunks[from.chunk]?.bytes.subarray(0, from.offset) ?? new Uint8Array(0);
    const tail = this.chunks[to.chunk]?.bytes.subarray(to.offset) ?? new Uint8Array(0);
    let bytes = joined(head, text, tail);
    while (first > 0 && (bytes.length < CHUNK / 4 || this.needsNext(this.chunks[first - 1]!))) {
      first--;
      bytes = concatenated(this.chunks[first]!.bytes, bytes);
    }
    const fresh: Chunk[] = [];
    const removedBefore = this.chunks.length === 0 ? -1 : last;
    last = removedBefore;
    for (;;) {
      const atEnd = last + 1 >= this.chunks.length;
      if (atEnd || this.endsClean(bytes)) break;
      let more = 1;
      const grow = Math.max(1, (last - first + 1) >> 1);
      while (more < grow && last + 1 + more < this.chunks.length) more++;
      bytes = concatenated(bytes, ...this.chunks.slice(last + 1, last + 1 + more).map((chunk) => chunk.bytes));
      last += more;
    }
    const removed = last - first + 1;
    this.cut(bytes, fresh, first, onChunk);
    this.chunks.splice(first, removed, ...fresh);
    this.linesValid = Math.min(this.linesValid, first);
    return { at: first, removed, added: fresh.length };
  }

  /** Undoes an edit, octet by octet: `chunks` are those that it removed. */
  putBack({ at, added }: ChunkSplice, chunks: readonly Chunk[]): ChunkSplice {
    this.chunks.splice(at, added, ...chunks);
    this.linesValid = Math.min(this.linesValid, at);
    return { at, removed: added, added: chunks.length };
  }

  /** The same text for others to edit; the chunks, which never change, are shared. */
  copy(lexer: Lexer): SourceText {
    const copy = new SourceText(this.uri, lexer);
    for (const chunk of this.chunks) copy.chunks.push(chunk);
    return copy;
  }

  /** The whole text as it is on the disk. */
  octets(): Uint8Array {
    const whole = new Uint8Array(this.byteLength);
    let at = 0;
    for (const { bytes } of this.chunks) {
      whole.set(bytes, at);
      at += bytes.length;
    }
    return whole;
  }

  /** The text between two positions' places, decoded. */
  slice(range: TextRange): string {
    const from = this.locate(range.start),
      to = this.locate(range.end);
    let out = '';
    for (let k = from.chunk; k <= to.chunk && k < this.chunks.length; k++) {
      const { bytes } = this.chunks[k]!;
      out += decode(bytes, k === from.chunk ? from.offset : 0, k === to.chunk ? to.offset : bytes.length);
    }
    return out;
  }

  text(): string {
    let out = '';
    for (const chunk of this.chunks) out += decode(chunk.bytes, 0, chunk.bytes.length);
    return out;
  }

  /** Whether the text after a chunk could move where its last entry ends. */
  private needsNext(chunk: Chunk): boolean {
    return chunk.recovered || chunk.bytes[chunk.bytes.length - 1] !== 10;
  }

  /** Whether a boundary after these bytes is an entry boundary that no following text can move. */
  private endsClean(bytes: Uint8Array): boolean {
    const { lexer } = this;
    let at = 0;
    while (at < bytes.length) at = lexer.read(bytes, at, at + CHUNK, bytes.length, false);
    const last = bytes[bytes.length - 1];
    return !lexer.unfinished && last === 10;
  }

  private cut(bytes: Uint8Array, into: Chunk[], index: number, onChunk: OnChunk): void {
    let at = 0,
      k = index;
    while (at < bytes.length) {
      const end = this.lexer.read(bytes.subarray(at), 0, CHUNK, bytes.length - at, true);
      const chunk = new Chunk(bytes.subarray(at, at + end), this.lexer.recovered);
      into.push(chunk);
      onChunk(chunk, this.lexer, k++);
      at += end;
    }
  }
}

function joined(head: Uint8Array, text: string, tail: Uint8Array): Uint8Array {
  const length = encodedLength(text);
  const bytes = new Uint8Array(head.length + length + tail.length);
  bytes.set(head);
  encodeInto(text, bytes, head.length);
  bytes.set(tail, head.length + length);
  return bytes;
}

function concatenated(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
