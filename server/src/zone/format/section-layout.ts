import { isWhite, width } from './entry-lines.ts';
import type { Header, Line, LineGroup } from './entry-lines.ts';

/** White space that should stand between two bytes. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Columns, counted in characters. */
interface Columns {
  /** Where what follows the owner begins. */
  readonly header: number;
  /** Where the second of TTL and class begins. */
  readonly second: number;
  readonly classFirst: boolean;
  readonly type: number;
  readonly rdata: number;
  /** Where comments behind one-line records begin. */
  readonly comment: number;
}

/** An owner column is at least so wide that most files have one in common, and an owner beyond the most just pushes its line to the right. */
const LEAST_OWNER = 15,
  MOST_OWNER = 36,
  LEAST_TYPE = 5;
/** A line that is longer than this has its comment right behind it. */
const MOST_LINE = 80;

/** Lays out the lines of one section, whose records share their columns. Gaps come in the order of the text. */
export function layOut(bytes: Uint8Array, groups: readonly LineGroup[], tabSize: number | undefined): readonly Gap[] {
  return new SectionLayout(bytes, groups, tabSize).gaps();
}

class SectionLayout {
  private readonly bytes: Uint8Array;
  private readonly groups: readonly LineGroup[];
  private readonly tabSize: number | undefined;
  private readonly columns: Columns;
  private readonly found: Gap[] = [];

  constructor(bytes: Uint8Array, groups: readonly LineGroup[], tabSize: number | undefined) {
    this.bytes = bytes;
    this.groups = groups;
    this.tabSize = tabSize;
    const columns = this.columnsWithout();
    this.columns = { ...columns, comment: this.commentColumn(columns) };
  }

  gaps(): readonly Gap[] {
    for (const { kind, lines, header } of this.groups) {
      if (kind === 'record') this.record(lines, header!);
      else if (kind !== 'other') for (const line of lines) this.loose(line, kind === 'directive');
    }
    return this.found.sort((a, b) => a.start - b.start);
  }

  private columnsWithout(): Omit<Columns, 'comment'> {
    let owner = LEAST_OWNER,
      ttl = 0,
      recordClass = 0,
      type = LEAST_TYPE,
      classFirst = 0;
    for (const { lines, header } of this.groups) {
      if (header === undefined) continue;
      const wide = (k: number): number => (k < 0 ? 0 : this.wide(lines[0]!, k)),
        ownerWide = wide(header.owner);
      if (ownerWide <= MOST_OWNER) owner = Math.max(owner, ownerWide);
      ttl = Math.max(ttl, wide(header.ttl));
      recordClass = Math.max(recordClass, wide(header.class));
      type = Math.max(type, wide(header.type));
      if (header.ttl >= 0 && header.class >= 0) classFirst += header.class < header.ttl ? 1 : -1;
    }
    const first = classFirst > 0 ? recordClass : ttl,
      last = classFirst > 0 ? ttl : recordClass;
    const headerAt = this.column(owner + 1),
      second = first === 0 ? headerAt : this.column(headerAt + first + 1);
    const typeAt = last === 0 ? second : this.column(second + last + 1);
    return {
      header: headerAt,
      second,
      classFirst: classFirst > 0,
      type: typeAt,
      rdata: this.column(typeAt + type + 1),
    };
  }

  /** A column at or behind one: at a tab stop where there are tabs. */
  private column(at: number): number {
    return this.tabSize === undefined ? at : Math.ceil(at / this.tabSize) * this.tabSize;
  }

  private commentColumn(columns: Omit<Columns, 'comment'>): number {
    let most = 0;
    for (const { lines, header } of this.groups) {
      if (header === undefined || lines.length !== 1) continue;
      const [line] = lines,
        { pieces } = line!;
      if (pieces.at(-1)?.kind !== 'comment') continue;
      const end = this.place(line!, header, columns, () => undefined);
      if (end <= MOST_LINE) most = Math.max(most, end + 1);
    }
    return this.column(most);
  }

  private record(lines: readonly Line[], header: Header): void {
    const [first, ...others] = lines,
      end = this.place(first!, header, this.columns, (start, stop, text) => this.gap(start, stop, text));
    this.lineEnd(first!, end, others.length === 0 ? this.columns.comment : 0);
    const indented = others.map((line) => ({ line, end: this.continued(line) }));
    const comment = Math.max(
      0,
      ...indented
        .filter(
          ({ line, end: at }) => line.pieces.length > 1 && line.pieces.at(-1)!.kind === 'comment' && at <= MOST_LINE,
        )
        .map(({ end: at }) => at + 1),
    );
    others.forEach((line, k) => this.lineEnd(line, indented[k]!.end, this.column(comment)));
  }

  /** Places the pieces of a record's first line up to its comment; gives the column where they end. */
  private place(
    line: Line,
    header: Header,
    columns: Omit<Columns, 'comment'>,
    gap: (start: number, end: number, text: string) => void,
  ): number {
    const { pieces } = line;
    let at = 0,
      before = line.start;
    for (let k = 0; k < pieces.length && pieces[k]!.kind !== 'comment'; k++) {
      const piece = pieces[k]!,
        to = this.columnOf(k, header, columns),
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
      at += width(this.bytes, piece.start, piece.end);
      before = piece.end;
    }
    return at;
  }

  /** Where a piece of the first line should begin; -1 for what just follows the piece before. */
  private columnOf(
    k: number,
    { owner, ttl, class: recordClass, type }: Header,
    columns: Omit<Columns, 'comment'>,
  ): number {
    if (k === owner) return 0;
    if (k === type) return columns.type;
    if (k === type + 1) return columns.rdata;
    if (k > type) return -1;
    const bothInOrder = recordClass < ttl === columns.classFirst || ttl < 0 || recordClass < 0;
    if (!bothInOrder) return columns.header;
    return (k === recordClass) === columns.classFirst ? columns.header : columns.second;
  }

  /** Indents a continued line; gives the column where its pieces end, its comment left out. */
  private continued({ start, pieces }: Line): number {
    let at = this.columns.rdata,
      before = start;
    for (const [k, piece] of pieces.entries()) {
      if (piece.kind === 'comment' && k > 0) break;
      if (k === 0) this.gap(before, piece.start, this.fill(0, at));
      else {
        const space = piece.start > before ? ' ' : '';
        this.gap(before, piece.start, space);
        at += space.length;
      }
      at += width(this.bytes, piece.start, piece.end);
      before = piece.end;
    }
    return at;
  }

  /** The comment of a line, and the white space at its end. */
  private lineEnd(line: Line, at: number, column: number): void {
    const { pieces } = line,
      last = pieces.at(-1);
    if (last?.kind === 'comment' && pieces.length > 1)
      this.gap(pieces.at(-2)!.end, last.start, this.fill(at, Math.max(column, at + 1)));
    this.trim(line);
  }

  /** A directive has one space between its words; comments between records stay where they are. */
  private loose(line: Line, directive: boolean): void {
    for (let k = 1; directive && k < line.pieces.length && line.pieces[k]!.kind !== 'comment'; k++) {
      const before = line.pieces[k - 1]!.end,
        { start } = line.pieces[k]!;
      if (start > before) this.gap(before, start, ' ');
    }
    this.trim(line);
  }

  private trim({ start, end, pieces }: Line): void {
    const last = pieces.at(-1);
    let from = last?.end ?? start;
    if (last?.kind === 'comment') while (from > last.start && isWhite(this.bytes, from - 1, from)) from--;
    if (from < end) this.gap(from, end, '');
  }

  private gap(start: number, end: number, text: string): void {
    this.found.push({ start, end, text });
  }

  private fill(from: number, to: number): string {
    const { tabSize } = this;
    if (tabSize === undefined || to % tabSize !== 0) return ' '.repeat(to - from);
    return '\t'.repeat(Math.ceil((to - from) / tabSize));
  }

  private wide({ pieces }: Line, k: number): number {
    return width(this.bytes, pieces[k]!.start, pieces[k]!.end);
  }
}
