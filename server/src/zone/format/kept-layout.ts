import { cellOf, columnAfterText, gapBefore } from './column-votes.ts';
import type { CellRule, Rules, TabSize } from './column-votes.ts';
import { widthOf } from './entry-lines.ts';
import type { Header, Line, LineGroup, Piece } from './entry-lines.ts';
import { fill, hasText, trimmed } from './line-writer.ts';
import type { Gap } from './line-writer.ts';

/** What records are moved to: the columns that most of their paragraph has, in its tabs or spaces. */
export interface KeptStyle {
  readonly rules: Rules;
  readonly tabSize: TabSize;
  /** What columns are filled with whatever is there. */
  readonly whitespace: 'keep' | 'tabs' | 'spaces';
  /** Whether all records are in their columns already: then those in comments stay in theirs, too. */
  readonly agreed?: boolean;
}

/** The gaps that put a record's lines where the rules want them. Its comments keep their column if they can, and its other lines go along with its data. */
export function keptGaps(bytes: Uint8Array, { lines, header }: LineGroup, style: KeptStyle): readonly Gap[] {
  const writer = new KeptLines(bytes, style);
  const [first, ...others] = lines,
    { data, shift } = writer.first(first!, header!);
  for (const line of others) writer.continued(line, data, shift);
  return writer.gaps;
}

/** The gaps of a line that stays in its columns, with other white space. */
export function refilledGaps(bytes: Uint8Array, line: Line, style: KeptStyle): readonly Gap[] {
  const writer = new KeptLines(bytes, style);
  writer.continued(line, 0, 0);
  return writer.gaps;
}

class KeptLines {
  readonly gaps: Gap[] = [];
  private readonly bytes: Uint8Array;
  private readonly style: KeptStyle;
  /** The column that has been reached, as it was and as it will be. */
  private old = 0;
  private at = 0;
  private previous: Piece | undefined;
  private moved = false;

  constructor(bytes: Uint8Array, style: KeptStyle) {
    this.bytes = bytes;
    this.style = style;
  }

  /** Gives the column of the data, as it was, and by how much it moves. */
  first(line: Line, header: Header): { readonly data: number; readonly shift: number } {
    this.begin();
    let data = 0,
      shift = 0;
    for (const [k, piece] of line.pieces.entries()) {
      const name = cellOf(header, k),
        rule = name === undefined ? undefined : this.style.rules[name],
        gap = this.before(line, piece);
      if (piece.kind === 'comment') this.comment(gap);
      else if (rule === undefined || (k === 0 && rule.gap !== undefined) || (k > 0 && gap.text === ''))
        this.asBefore(gap);
      else this.cell(gap, rule, k === 0);
      if (k === header.type + 1) {
        data = this.old;
        shift = this.at - this.old;
      }
      this.pass(piece);
    }
    this.end(line);
    return { data, shift };
  }

  /** A line that isn't a record's first: one that begins at its data's column or right of it moves along. */
  continued(line: Line, data: number, shift: number): void {
    this.begin();
    for (const [k, piece] of line.pieces.entries()) {
      const gap = this.before(line, piece),
        column = this.oldAfter(gap);
      if (piece.kind === 'comment' && k > 0) this.comment(gap);
      else if (k === 0 && shift !== 0 && column >= data) this.put(gap, column + shift);
      else this.asBefore(gap);
      this.pass(piece);
    }
    this.end(line);
  }

  private begin(): void {
    this.old = this.at = 0;
    this.previous = undefined;
    this.moved = false;
  }

  private before(line: Line, { start: end }: Piece): Gap {
    const start = this.previous?.end ?? line.start;
    return { start, end, text: gapBefore(this.bytes, this.previous, start, end) };
  }

  private cell(gap: Gap, rule: CellRule, indents: boolean): void {
    const { whitespace } = this.style;
    if (rule.gap !== undefined) {
      if (whitespace === 'keep' || rule.gap === ' ') return this.literal(gap, rule.gap);
      return this.put(gap, columnAfterText(rule.gap, this.at, this.style.tabSize));
    }
    const to = indents ? rule.column : Math.max(rule.column, this.at + 1);
    if (to > rule.column) return this.pushed(gap, rule);
    if (this.oldAfter(gap) === to && this.at === this.old && whitespace === 'keep') this.asBefore(gap);
    else this.put(gap, to, rule.tabs);
  }

  /** A word that finds its column taken has one character before it, as it is or as the others have it. */
  private pushed(gap: Gap, { tabs }: CellRule): void {
    const isTab = this.style.whitespace !== 'spaces' && (gap.text.length === 1 ? gap.text === '\t' : tabs);
    this.literal(gap, isTab ? '\t' : ' ');
  }

  /** A comment stays in its column as long as the text before it leaves it room. */
  private comment(gap: Gap): void {
    if (this.at === this.old || gap.text.length <= 1) this.asBefore(gap);
    else this.put(gap, Math.max(this.oldAfter(gap), this.at + 1));
  }

  private asBefore(gap: Gap): void {
    const { whitespace } = this.style,
      wide = this.oldAfter(gap) - this.old;
    // A single space between two words is no column, wherever it ends.
    if (whitespace !== 'keep' && (wide > 1 || (wide === 1 && whitespace === 'spaces')))
      return this.put(gap, this.at + wide);
    this.literal(gap, gap.text);
  }

  private literal(gap: Gap, text: string): void {
    this.found(gap, text);
    this.old = this.oldAfter(gap);
    this.at = columnAfterText(text, this.at, this.style.tabSize);
  }

  /** White space up to a column: of the kind that is wanted, else of the kind that is there or that its neighbors have. */
  private put(gap: Gap, to: number, tabs = gap.text.includes('\t')): void {
    const { whitespace, tabSize } = this.style,
      wantsTabs = whitespace === 'tabs' || (whitespace === 'keep' && tabs);
    this.found(gap, fill(this.at, to, wantsTabs ? tabSize : undefined));
    this.old = this.oldAfter(gap);
    this.at = to;
  }

  private oldAfter({ text }: Gap): number {
    return columnAfterText(text, this.old, this.style.tabSize);
  }

  private found({ start, end }: Gap, text: string): void {
    if (hasText(this.bytes, start, end, text)) return;
    this.moved = true;
    this.gaps.push({ start, end, text });
  }

  private pass(piece: Piece): void {
    const wide = widthOf(this.bytes, piece);
    this.old += wide;
    this.at += wide;
    if (piece.text !== undefined) this.gaps.push({ start: piece.start, end: piece.end, text: piece.text });
    this.previous = piece;
  }

  private end(line: Line): void {
    const trailing = this.moved ? trimmed(this.bytes, line) : undefined;
    if (trailing !== undefined) this.gaps.push(trailing);
  }
}
