import { SPACE, TAB } from '../../text/octets.ts';
import { octetText } from '../../text/utf8.ts';
import { widthOf } from './entry-lines.ts';
import type { Header, Line, Piece } from './entry-lines.ts';

/** Characters to a tab that are tried, the likeliest first. */
export const TAB_SIZES = [8, 4] as const;
export type TabSize = (typeof TAB_SIZES)[number];

/** Words of a record's first line that have a column. Where a class is before a TTL, both are other cells than in the usual order. */
export type CellName = 'ttl' | 'class' | 'firstClass' | 'secondTtl' | 'type' | 'rdata';

/** Where a cell of a paragraph begins: in a column, or after a gap that is always the same. */
export interface CellRule {
  readonly column: number;
  /** Undefined where there is a column. */
  readonly gap: string | undefined;
  /** Whether most of its gaps have tabs. */
  readonly tabs: boolean;
}
export type Rules = Partial<Record<CellName, CellRule>>;

/** What the records of a paragraph agree on, in one tab size. */
export interface Verdict {
  /** Every record is where the others are. */
  readonly agreed: boolean;
  /** There is a rule for every cell: more than half of the records follow it. */
  readonly decided: boolean;
  readonly rules: Rules;
  /** How many cells are where their rule wants them. */
  readonly held: number;
}

/** Which cell a piece of a record's first line is; undefined for the owner and what follows the data's first word. */
export function cellOf({ ttl, class: recordClass, type }: Header, k: number): CellName | undefined {
  const classFirst = ttl >= 0 && recordClass >= 0 && recordClass < ttl;
  if (k === type) return 'type';
  if (k === type + 1) return 'rdata';
  if (k === ttl) return classFirst ? 'secondTtl' : 'ttl';
  return k === recordClass ? (classFirst ? 'firstClass' : 'class') : undefined;
}

/** The column after some white space: a tab goes to the next stop. */
export function columnAfterText(gap: string, column: number, tabSize: number): number {
  let at = column;
  for (let i = 0; i < gap.length; i++) at += gap.charCodeAt(i) === TAB ? tabSize - (at % tabSize) : 1;
  return at;
}

/** The white space before a piece. After a word that is written in other letters it is what leaves the piece in its column, if it can. */
export function gapBefore(bytes: Uint8Array, previous: Piece | undefined, start: number, end: number): string {
  const gap = gapText(bytes, start, end);
  if (previous?.text === undefined || gap.length < 2 || gap.includes('\t')) return gap;
  return ' '.repeat(Math.max(1, gap.length + previous.end - previous.start - previous.text.length));
}

interface CellVotes {
  rows: number;
  tabs: number;
  /** Rows that begin with this cell: their indent is no gap after another word. */
  indents: number;
  readonly gaps: Map<string, number>;
  readonly columns: readonly { readonly all: Map<number, number>; readonly pushed: Map<number, number> }[];
}

/** Counts in which columns the records of a paragraph, or of a file, have their cells. */
export class ColumnVotes {
  private readonly bytes: Uint8Array;
  private readonly cells = new Map<CellName, CellVotes>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** @param bytes where the line's text is */
  count(line: Line, header: Header, bytes = this.bytes): void {
    const { pieces } = line;
    let before = line.start,
      reached: readonly number[] = [0, 0];
    for (let k = 0; k < pieces.length && k <= header.type + 1; k++) {
      const piece = pieces[k]!,
        { start, kind } = piece;
      if (kind === 'comment') break;
      const gap = gapBefore(bytes, pieces[k - 1], before, start),
        at = reached.map((column, size) => columnAfterText(gap, column, TAB_SIZES[size]!)),
        name = cellOf(header, k);
      // A parenthesis that touches the type has no gap.
      if (name !== undefined && (k === 0 || start > before)) this.cell(name, at, reached, gap, k === 0);
      const wide = widthOf(bytes, piece);
      reached = at.map((column) => column + wide);
      before = piece.end;
    }
  }

  /** @param reached the columns that the text before the gap ends in */
  private cell(name: CellName, at: readonly number[], reached: readonly number[], gap: string, indents: boolean): void {
    const votes = this.of(name);
    votes.rows++;
    if (gap.includes('\t')) votes.tabs++;
    if (indents) votes.indents++;
    else add(votes.gaps, gap);
    for (const [k, { all, pushed }] of votes.columns.entries()) {
      add(all, at[k]!);
      // A word that is pushed to the right by a long one before it has only the one character between.
      if (gap.length === 1 && !indents) add(pushed, reached[k]! + 1);
    }
  }

  /** Counts what others have counted. */
  take(others: ColumnVotes): void {
    for (const [name, { rows, tabs, indents, gaps, columns }] of others.cells) {
      const votes = this.of(name);
      votes.rows += rows;
      votes.tabs += tabs;
      votes.indents += indents;
      for (const [gap, count] of gaps) add(votes.gaps, gap, count);
      for (const [k, { all, pushed }] of columns.entries()) {
        for (const [column, count] of all) add(votes.columns[k]!.all, column, count);
        for (const [column, count] of pushed) add(votes.columns[k]!.pushed, column, count);
      }
    }
  }

  private of(name: CellName): CellVotes {
    const known = this.cells.get(name);
    if (known !== undefined) return known;
    const columns = TAB_SIZES.map(() => ({ all: new Map<number, number>(), pushed: new Map<number, number>() })),
      votes = { rows: 0, tabs: 0, indents: 0, gaps: new Map<string, number>(), columns };
    this.cells.set(name, votes);
    return votes;
  }

  verdict(tabSize: TabSize): Verdict {
    let agreed = true,
      decided = true,
      held = 0;
    const rules: Rules = {};
    for (const [name, votes] of this.cells) {
      const found = best(votes, TAB_SIZES.indexOf(tabSize));
      held += found.held;
      if (found.held < votes.rows) agreed = false;
      if (2 * found.held > votes.rows) rules[name] = found.rule;
      else decided = false;
    }
    return { agreed, decided, rules, held };
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, more = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

const SPACES = Array.from({ length: 100 }, (_, length) => ' '.repeat(length));

/** The white space between two bytes. Nearly all of it is spaces, of which there is one text for each length. */
function gapText(bytes: Uint8Array, start: number, end: number): string {
  for (let i = start; i < end; i++) if (bytes[i] !== SPACE) return octetText(bytes, start, end);
  return SPACES[end - start] ?? ' '.repeat(end - start);
}

/** How many of the most frequent columns are tried. */
const MOST_TRIED = 3;

function best(votes: CellVotes, size: number): { readonly rule: CellRule; readonly held: number } {
  const { all, pushed } = votes.columns[size]!,
    tabs = 2 * votes.tabs > votes.rows;
  let rule: CellRule = { column: -1, gap: undefined, tabs },
    held = 0;
  for (const [column, count] of mostFrequent(all)) {
    let aside = 0;
    for (const [at, more] of pushed) if (at > column) aside += more;
    const rows = count + aside;
    // What pushes most words aside is no column.
    if (rows > held && count >= aside) {
      held = rows;
      rule = { column, gap: undefined, tabs };
    }
  }
  const [gap, count] = mostFrequent(votes.gaps)[0] ?? ['', 0],
    rows = count + votes.indents;
  if (count > 0 && (rows > held || (rows === held && gap === ' ')))
    return { rule: { column: 0, gap, tabs }, held: rows };
  return { rule, held };
}

/** The most frequent ones, in one pass: a paragraph of long names may have very many columns. */
function mostFrequent<Key>(counts: ReadonlyMap<Key, number>): readonly (readonly [Key, number])[] {
  const found: [Key, number][] = [];
  for (const [key, count] of counts) {
    const at = found.findIndex(([, other]) => count > other);
    if (at >= 0) found.splice(at, 0, [key, count]);
    else if (found.length < MOST_TRIED) found.push([key, count]);
    if (found.length > MOST_TRIED) found.pop();
  }
  return found;
}
