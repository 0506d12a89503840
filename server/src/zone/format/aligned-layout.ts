import type { ColumnNumbers } from './format-options.ts';
import { widthOf } from './entry-lines.ts';
import type { Header, Line, LineGroup } from './entry-lines.ts';
import { fill, trimmed } from './line-writer.ts';
import type { Gap } from './line-writer.ts';

/** Columns, counted in characters. */
interface Columns {
  /** Where what follows the owner begins. */
  readonly header: number;
  /** Where the second of TTL and class begins. */
  readonly second: number;
  readonly classFirst: boolean;
  readonly type: number;
  readonly rdata: number;
}

/** An owner column is at least so wide that most files have one in common, and an owner beyond the most just pushes its line to the right. */
const LEAST_OWNER = 15,
  MOST_OWNER = 36,
  LEAST_TYPE = 5;
/** A line that is longer than this has its comment right behind it. */
const MOST_LINE = 80;

/** How wide the words of a paragraph's records are. */
export class ParagraphWidths {
  private readonly bytes: Uint8Array;
  private owner = LEAST_OWNER;
  private ttl = 0;
  private class = 0;
  private type = LEAST_TYPE;
  private classFirst = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  count({ pieces }: Line, header: Header): void {
    const wide = (k: number): number => (k < 0 ? 0 : widthOf(this.bytes, pieces[k]!)),
      owner = wide(header.owner);
    if (owner <= MOST_OWNER) this.owner = Math.max(this.owner, owner);
    this.ttl = Math.max(this.ttl, wide(header.ttl));
    this.class = Math.max(this.class, wide(header.class));
    this.type = Math.max(this.type, wide(header.type));
    if (header.ttl >= 0 && header.class >= 0) this.classFirst += header.class < header.ttl ? 1 : -1;
  }

  /** @param numbers columns that somebody wants, instead of those that fit */
  layout(tabSize: number | undefined, numbers: ColumnNumbers | undefined): AlignedLayout {
    const classFirst = this.classFirst > 0,
      first = classFirst ? this.class : this.ttl,
      last = classFirst ? this.ttl : this.class;
    const stop = (at: number): number => (tabSize === undefined ? at : Math.ceil(at / tabSize) * tabSize);
    const header = numbers?.[0] ?? stop(this.owner + 1),
      second = first === 0 ? header : numbers === undefined ? stop(header + first + 1) : header + first + 1,
      type = numbers?.[1] ?? (last === 0 ? second : stop(second + last + 1)),
      rdata = numbers?.[2] ?? stop(type + this.type + 1);
    return new AlignedLayout(this.bytes, { header, second, classFirst, type, rdata }, tabSize, numbers?.[3]);
  }
}

/** Lays out the lines of one paragraph, whose records share their columns. */
export class AlignedLayout {
  private readonly bytes: Uint8Array;
  private readonly columns: Columns;
  private readonly tabSize: number | undefined;
  private readonly commentNumber: number | undefined;
  /** Where comments behind one-line records begin. */
  private comment = 0;

  constructor(bytes: Uint8Array, columns: Columns, tabSize: number | undefined, commentNumber: number | undefined) {
    this.bytes = bytes;
    this.columns = columns;
    this.tabSize = tabSize;
    this.commentNumber = commentNumber;
  }

  /** Makes room for a group's comment. To be called for every record of the paragraph before the first one is laid out. */
  makeRoom({ lines, header }: LineGroup): void {
    const [line] = lines;
    if (header === undefined || lines.length !== 1 || line!.pieces.at(-1)?.kind !== 'comment') return;
    const end = this.place(line!, header, () => undefined);
    if (end <= MOST_LINE) this.comment = Math.max(this.comment, end + 1);
  }

  /** Gaps in the order of the text. */
  gaps({ kind, lines, header }: LineGroup): readonly Gap[] {
    const found: Gap[] = [];
    if (header !== undefined) this.record(lines, header, found);
    else if (kind !== 'other') for (const line of lines) this.loose(line, kind === 'directive', found);
    return found;
  }

  private stop(at: number): number {
    return this.tabSize === undefined ? at : Math.ceil(at / this.tabSize) * this.tabSize;
  }

  private record(lines: readonly Line[], header: Header, found: Gap[]): void {
    const [first, ...others] = lines,
      end = this.place(first!, header, (start, stop, text) => found.push({ start, end: stop, text }));
    this.lineEnd(first!, end, others.length === 0 ? (this.commentNumber ?? this.stop(this.comment)) : 0, found);
    let comment = 0;
    for (const line of others) {
      if (line.pieces.length < 2 || line.pieces.at(-1)!.kind !== 'comment') continue;
      const at = this.continued(line, () => undefined);
      if (at <= MOST_LINE) comment = Math.max(comment, at + 1);
    }
    for (const line of others) {
      const at = this.continued(line, (gap) => found.push(gap));
      this.lineEnd(line, at, this.stop(comment), found);
    }
  }

  /** Places the pieces of a record's first line up to its comment; gives the column where they end. */
  private place(line: Line, header: Header, gap: (start: number, end: number, text: string) => void): number {
    const { pieces } = line;
    let at = 0,
      before = line.start;
    for (let k = 0; k < pieces.length && pieces[k]!.kind !== 'comment'; k++) {
      const piece = pieces[k]!,
        to = this.columnOf(k, header),
        isFirst = k === 0 && header.owner === 0;
      if (to >= 0) {
        const target = isFirst ? 0 : Math.max(to, at + 1);
        gap(before, piece.start, this.fill(at, target));
        at = target;
      } else {
        const space = piece.start > before ? ' ' : '';
        gap(before, piece.start, space);
        at += space.length;
      }
      at += widthOf(this.bytes, piece);
      if (piece.text !== undefined) gap(piece.start, piece.end, piece.text);
      before = piece.end;
    }
    return at;
  }

  /** Where a piece of the first line should begin; -1 for what just follows the piece before. */
  private columnOf(k: number, { owner, ttl, class: recordClass, type }: Header): number {
    const { columns } = this;
    if (k === owner) return 0;
    if (k === type) return columns.type;
    if (k === type + 1) return columns.rdata;
    if (k > type) return -1;
    const bothInOrder = recordClass < ttl === columns.classFirst || ttl < 0 || recordClass < 0;
    if (!bothInOrder) return columns.header;
    return (k === recordClass) === columns.classFirst ? columns.header : columns.second;
  }

  /** Indents a continued line; gives the column where its pieces end, its comment left out. */
  private continued({ start, pieces }: Line, gap: (gap: Gap) => void): number {
    let at = this.columns.rdata,
      before = start;
    for (const [k, piece] of pieces.entries()) {
      if (piece.kind === 'comment' && k > 0) break;
      if (k === 0) gap({ start: before, end: piece.start, text: this.fill(0, at) });
      else {
        const space = piece.start > before ? ' ' : '';
        gap({ start: before, end: piece.start, text: space });
        at += space.length;
      }
      at += widthOf(this.bytes, piece);
      before = piece.end;
    }
    return at;
  }

  /** The comment of a line, and the white space at its end. */
  private lineEnd(line: Line, at: number, column: number, found: Gap[]): void {
    const { pieces } = line,
      last = pieces.at(-1);
    if (last?.kind === 'comment' && pieces.length > 1)
      found.push({ start: pieces.at(-2)!.end, end: last.start, text: this.fill(at, Math.max(column, at + 1)) });
    this.trim(line, found);
  }

  /** A directive has one space between its words; comments between records stay where they are. */
  private loose(line: Line, directive: boolean, found: Gap[]): void {
    for (const [k, piece] of directive ? line.pieces.entries() : []) {
      const before = line.pieces[k - 1];
      if (piece.kind === 'comment') break;
      if (before !== undefined && piece.start > before.end)
        found.push({ start: before.end, end: piece.start, text: ' ' });
      if (piece.text !== undefined) found.push({ start: piece.start, end: piece.end, text: piece.text });
    }
    this.trim(line, found);
  }

  private trim(line: Line, found: Gap[]): void {
    const gap = trimmed(this.bytes, line);
    if (gap !== undefined) found.push(gap);
  }

  private fill(from: number, to: number): string {
    const { tabSize } = this;
    // Only a column that is a tab stop is reached by tabs alone.
    return fill(from, to, tabSize !== undefined && to % tabSize === 0 ? tabSize : undefined);
  }
}
