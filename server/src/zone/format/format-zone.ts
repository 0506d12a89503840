import { SOA } from '../rrtypes/codes.ts';
import { typeAt } from '../rrtypes/registry/registry.ts';
import { Lexer } from '../syntax/lexer.ts';
import { TAB } from '../../text/octets.ts';
import { AlignedLayout, ParagraphWidths } from './aligned-layout.ts';
import { ColumnVotes, TAB_SIZES } from './column-votes.ts';
import type { Rules, TabSize, Verdict } from './column-votes.ts';
import { commentedRecord } from './commented-records.ts';
import { isWhite, lineGroups } from './entry-lines.ts';
import type { Line, LineGroup } from './entry-lines.ts';
import type { FormatOptions } from './format-options.ts';
import { keptGaps, refilledGaps } from './kept-layout.ts';
import type { KeptStyle } from './kept-layout.ts';
import { hasText } from './line-writer.ts';
import type { Gap } from './line-writer.ts';
import { doubtIn, haveSameTokens } from './proof.ts';
import { respelled, respells } from './respelling.ts';

/** White space or letters to put in place of what is at some bytes of the file. */
export type ByteEdit = Gap;

/** Only some lines are laid out, by the bytes where they begin; the others tell where they go. */
export interface FormatPart {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Whether the part's own lines have no say in where they go: they have just been typed. */
  readonly isNew?: boolean;
}

/** Bytes that are read before it is asked whether to stop, about. */
const STEP = 1 << 12;
const everything: FormatPart = { from: 0, to: Infinity };
const never = (): boolean => false;

/** What is known of a paragraph after the first pass: records between blank lines and directives share their columns. */
interface Paragraph {
  /** In the order of TAB_SIZES; undefined where its columns aren't kept. */
  readonly verdicts: readonly Verdict[] | undefined;
  readonly widths: ParagraphWidths | undefined;
  readonly isRespelled: boolean;
  /** Made when it is known how the paragraph is laid out. */
  layout?: AlignedLayout | KeptStyle | 'none';
}

/**
 * Lays a file out: the changes of white space that put owner, TTL, class, type and data where the options want them. Tokens, comments, blank lines and the lines that parentheses span stay as they are,
 * and so does the order on a line. Of every step it is proven that its tokens are those of before.
 *
 * The file is read up to three times, which takes less room than to keep what was read: once to see where its paragraphs have their columns, once for comments where new columns are made, once to lay out.
 */
export class FormatRun {
  /** Edits in the order of the text, as far as they have been found. */
  readonly edits: ByteEdit[] = [];
  /** Why the file can't be laid out: the code of what makes it doubtful, or `changed` where tokens would be other ones. */
  refused: string | undefined;
  private readonly bytes: Uint8Array;
  private readonly options: FormatOptions;
  private readonly part: FormatPart;
  private readonly lexer = new Lexer();
  private readonly paragraphs: Paragraph[] = [];
  private readonly steps: Iterator<void>;
  private tabSize: TabSize = TAB_SIZES[0];
  /** Whether columns are filled with tabs. */
  private hasTabs = false;

  constructor(bytes: Uint8Array, options: FormatOptions = {}, part: FormatPart = everything) {
    this.bytes = bytes;
    this.options = options;
    this.part = part;
    this.steps = this.work();
  }

  /** Works until it is done or should stop; gives whether it is done. */
  run(shouldStop: () => boolean = never): boolean {
    do {
      if (this.steps.next().done === true) return true;
    } while (!shouldStop());
    return false;
  }

  private get isKept(): boolean {
    return (this.options.columns ?? 'keep') === 'keep';
  }

  private *work(): Iterator<void> {
    yield* this.survey();
    if (this.refused !== undefined) return;
    if (this.paragraphs.some(({ layout }) => isStyle(layout))) yield* this.tryStyles();
    if (this.paragraphs.some(({ layout }) => layout instanceof AlignedLayout)) yield* this.makeRoom();
    yield* this.layOut();
    this.endLine();
  }

  /** The groups of the file's next steps, each with the number of its paragraph. */
  private *groups(end: (from: number, to: number) => void): Iterable<readonly [LineGroup, number] | undefined> {
    const { bytes, lexer, options } = this,
      other = respells(options);
    let paragraph = 0;
    for (let at = 0; at < bytes.length; ) {
      const to = Math.max(lexer.read(bytes, at, at + STEP, bytes.length, true), at + 1);
      if (this.refused === undefined) this.refused = doubtIn(lexer);
      if (this.refused !== undefined) return;
      for (const group of lineGroups(bytes, lexer, at, to)) {
        if (group.kind !== 'between') yield [other ? respelled(bytes, group, options) : group, paragraph];
        else
          for (const line of group.lines) {
            yield [commentedRecord(bytes, line) ?? { kind: 'between', lines: [line], header: undefined }, paragraph];
            if (line.pieces.length === 0) paragraph++;
          }
        if (group.kind === 'directive') paragraph++;
      }
      end(at, to);
      at = to;
      yield undefined;
    }
  }

  private *survey(): Iterable<void> {
    const { bytes, isKept } = this,
      all = new ColumnVotes(bytes),
      held = TAB_SIZES.map(() => 0);
    let number = 0,
      votes = new ColumnVotes(bytes),
      widths = new ParagraphWidths(bytes),
      isRespelled = false,
      tabs = 0,
      spaces = 0;
    const finish = (): void => {
      const verdicts = isKept ? TAB_SIZES.map((size) => votes.verdict(size)) : undefined;
      for (const [k, verdict] of verdicts?.entries() ?? []) held[k]! += verdict.held;
      const agreed = verdicts?.every((verdict) => verdict.agreed) === true;
      all.take(votes);
      this.paragraphs.push({
        verdicts,
        widths: agreed && !isRespelled && (this.options.whitespace ?? 'keep') === 'keep' ? undefined : widths,
        isRespelled,
      });
      votes = new ColumnVotes(bytes);
      widths = new ParagraphWidths(bytes);
      isRespelled = false;
      number++;
    };
    for (const one of this.groups(() => undefined)) {
      if (one === undefined) {
        yield;
        continue;
      }
      const [group, paragraph] = one;
      while (number < paragraph) finish();
      const [line] = group.lines;
      if (line?.pieces.some(({ text }) => text !== undefined) === true) isRespelled = true;
      if (group.kind !== 'record') continue;
      widths.count(line!, group.header!);
      if (this.hasSay(group)) {
        const gap = this.columnGap(line!);
        if (gap === 'tab') tabs++;
        else if (gap === 'spaces') spaces++;
        if (isKept) votes.count(line!, group.header!);
      }
    }
    finish();
    this.tabSize = held[1]! > held[0]! ? TAB_SIZES[1] : TAB_SIZES[0];
    const whole = all.verdict(this.tabSize);
    this.hasTabs = tabs === spaces ? this.options.prefersTabs === true : tabs > spaces;
    for (const paragraph of this.paragraphs) paragraph.layout = this.layoutOf(paragraph, whole);
  }

  /** Whether a record tells where others go: the SOA has a form of its own in most files. */
  private hasSay({ lines: [line], header }: LineGroup): boolean {
    const { start, end } = line!.pieces[header!.type]!,
      { from, to, isNew = false } = this.part;
    if (isNew && line!.start >= from && line!.start < to) return false;
    return typeAt(this.bytes, start, end) !== SOA;
  }

  /** What a line's columns are filled with: tabs, or more than one space. */
  private columnGap({ start, pieces }: Line): 'tab' | 'spaces' | undefined {
    let before = start,
      found: 'spaces' | undefined;
    for (const piece of pieces) {
      for (let i = before; i < piece.start; i++) if (this.bytes[i] === TAB) return 'tab';
      if (piece.start - before > 1) found = 'spaces';
      before = piece.end;
    }
    return found;
  }

  private layoutOf({ verdicts, widths, isRespelled }: Paragraph, whole: Verdict): NonNullable<Paragraph['layout']> {
    const { whitespace = 'keep' } = this.options,
      verdict = verdicts?.[TAB_SIZES.indexOf(this.tabSize)],
      styleOf = (rules: Rules): KeptStyle => ({
        tabSize: this.tabSize,
        whitespace,
        rules,
        agreed: verdict?.agreed === true,
      });
    if (this.part.isNew === true) return styleOf(verdict?.rules ?? {});
    if (verdict?.agreed === true && whitespace === 'keep') return isRespelled ? styleOf(verdict.rules) : 'none';
    if (verdict?.decided === true && canBeFilled(verdict.rules, whitespace)) return styleOf(verdict.rules);
    if (verdict !== undefined && whole.decided && whole.held > verdict.held && canBeFilled(whole.rules, whitespace))
      return styleOf(whole.rules);
    return this.newColumns({ widths });
  }

  private newColumns({ widths }: Pick<Paragraph, 'widths'>): AlignedLayout {
    const { columns = 'keep', whitespace = 'keep' } = this.options,
      tabs = whitespace === 'keep' ? this.hasTabs : whitespace === 'tabs';
    return (widths ?? new ParagraphWidths(this.bytes)).layout(
      tabs ? (this.isKept ? this.tabSize : (this.options.tabSize ?? this.tabSize)) : undefined,
      typeof columns === 'string' ? undefined : columns,
    );
  }

  /** Lays paragraphs out on trial: one whose records would still not agree, since the one pushes the other, gets new columns. */
  private *tryStyles(): Iterable<void> {
    if (this.part.isNew === true) return;
    const { bytes } = this;
    let current = -1,
      votes = new ColumnVotes(bytes);
    const finish = (): void => {
      const paragraph = this.paragraphs[current];
      if (paragraph !== undefined && isStyle(paragraph.layout) && !votes.verdict(this.tabSize).agreed)
        paragraph.layout = this.newColumns(paragraph);
      votes = new ColumnVotes(bytes);
    };
    for (const one of this.groups(() => undefined)) {
      if (one === undefined) {
        yield;
        continue;
      }
      const [group, paragraph] = one;
      if (paragraph !== current) finish();
      current = paragraph;
      const { layout } = this.paragraphs[paragraph]!;
      if (!isStyle(layout) || group.kind !== 'record' || !this.hasSay(group)) continue;
      const [line] = group.lines,
        after = edited(bytes, line!, keptGaps(bytes, { ...group, lines: [line!] }, layout));
      votes.count(after.line, group.header!, after.bytes);
    }
    finish();
  }

  private *makeRoom(): Iterable<void> {
    for (const one of this.groups(() => undefined)) {
      if (one === undefined) yield;
      else if (one[0].kind === 'record') {
        const { layout } = this.paragraphs[one[1]]!;
        if (layout instanceof AlignedLayout) layout.makeRoom(one[0]);
      }
    }
  }

  private *layOut(): Iterable<void> {
    let proven = 0;
    const groups = this.groups((from, to) => {
      if (!this.isProven(from, to, proven)) this.refused = 'changed';
      proven = this.edits.length;
    });
    for (const one of groups) {
      if (one === undefined) yield;
      else this.layOutGroup(one[0], this.paragraphs[one[1]]!.layout!);
    }
    if (this.refused !== undefined) this.edits.length = 0;
  }

  private layOutGroup(group: LineGroup, layout: NonNullable<Paragraph['layout']>): void {
    const { bytes, part } = this,
      start = group.lines[0]!.start;
    if (layout === 'none' || start < part.from || start >= part.to) return;
    const { whitespace = 'keep' } = this.options;
    if (layout instanceof AlignedLayout) {
      // What isn't a record is filled as in paragraphs that have columns.
      if (!this.isKept || whitespace === 'keep' || group.header !== undefined || group.kind === 'between')
        return this.put(layout.gaps(group));
      for (const line of group.lines)
        this.put(refilledGaps(bytes, line, { rules: {}, tabSize: this.tabSize, whitespace }));
      return;
    }
    if (group.header !== undefined && this.isMoved(group) && !(group.kind === 'commented' && layout.agreed === true))
      return this.put(keptGaps(bytes, group, layout));
    if (group.kind === 'between') return;
    const changes =
      layout.whitespace !== 'keep' || group.lines.some(({ pieces }) => pieces.some(({ text }) => text !== undefined));
    if (changes) for (const line of group.lines) this.put(refilledGaps(bytes, line, layout));
  }

  /** Whether a record goes along with its paragraph: the SOA stays as it is. */
  private isMoved(group: LineGroup): boolean {
    return group.kind !== 'record' || this.part.isNew === true || this.hasSay(group);
  }

  private put(gaps: readonly Gap[]): void {
    const { bytes, edits } = this;
    for (const gap of gaps) {
      const { start, end, text } = gap;
      // Only white space makes room for white space.
      if (!hasText(bytes, start, end, text) && (text.trim() !== '' || isWhite(bytes, start, end))) edits.push(gap);
    }
  }

  /** Whether the edits of a step leave its tokens as they are. */
  private isProven(from: number, to: number, first: number): boolean {
    const made = this.edits.slice(first);
    if (made.length === 0) return true;
    const { bytes, lexer } = this,
      respelledAt = new Set(made.filter(({ start, end }) => !isWhite(bytes, start, end)).map(({ start }) => start)),
      after = withEdits(bytes.subarray(from, to), made, from),
      again = new Lexer();
    again.read(after, 0, after.length, after.length, true);
    return haveSameTokens({ bytes, lexer }, { bytes: after, lexer: again }, respelledAt);
  }

  private endLine(): void {
    const { bytes, part } = this,
      last = bytes.at(-1);
    if (this.refused === undefined && part.to > bytes.length && last !== undefined && last !== 10 && last !== 13)
      this.edits.push({ start: bytes.length, end: bytes.length, text: usesCrLf(bytes) ? '\r\n' : '\n' });
  }
}

const isStyle = (layout: Paragraph['layout']): layout is KeptStyle => typeof layout === 'object' && 'rules' in layout;

/** A line as it will be, with the places of its pieces. */
function edited(
  bytes: Uint8Array,
  line: Line,
  gaps: readonly Gap[],
): { readonly bytes: Uint8Array; readonly line: Line } {
  let shift = -line.start,
    k = 0;
  const pieces = line.pieces.map(({ kind, start, end }) => {
    for (; k < gaps.length && gaps[k]!.end <= start && gaps[k]!.start < start; k++)
      shift += gaps[k]!.text.length - (gaps[k]!.end - gaps[k]!.start);
    const from = start + shift;
    for (; k < gaps.length && gaps[k]!.end <= end; k++) shift += gaps[k]!.text.length - (gaps[k]!.end - gaps[k]!.start);
    return { kind, start: from, end: end + shift };
  });
  const after = withEdits(bytes.subarray(line.start, line.end), gaps, line.start);
  return { bytes: after, line: { start: 0, end: after.length, pieces } };
}

/** Whether a paragraph's own gaps can be made of other white space: tabs of which each name has its own number make no columns in spaces. */
const canBeFilled = (rules: Rules, whitespace: 'keep' | 'tabs' | 'spaces'): boolean =>
  whitespace === 'keep' ||
  Object.values(rules).every(({ gap }) => gap === undefined || gap === ' ' || (whitespace === 'tabs' && gap === '\t'));

/** The bytes with all edits carried out, whose places count from `base`. */
export function withEdits(bytes: Uint8Array, edits: readonly ByteEdit[], base = 0): Uint8Array {
  let length = bytes.length;
  for (const { start, end, text } of edits) length += text.length - (end - start);
  const out = new Uint8Array(length);
  let from = 0,
    at = 0;
  for (const { start, end, text } of edits) {
    out.set(bytes.subarray(from, start - base), at);
    at += start - base - from;
    for (let i = 0; i < text.length; i++) out[at++] = text.charCodeAt(i);
    from = end - base;
  }
  out.set(bytes.subarray(from), at);
  return out;
}

function usesCrLf(bytes: Uint8Array): boolean {
  const first = bytes.indexOf(10);
  return first > 0 && bytes[first - 1] === 13;
}
