import type { NameId } from '../../names/name-tree.ts';
import { ROOT } from '../../names/name-tree.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import type { Span } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { SOA } from '../../zone/rrtypes/codes.ts';

/** How many records around a place tell how records are written there. */
const MOST_BEFORE = 8,
  MOST_AFTER = 4;
const TAB_SIZES: readonly number[] = [8, 4];
type CellName = 'ttl' | 'class' | 'type' | 'rdata';

/** A word of a record's first line and the white space before it. */
interface Cell {
  readonly name: CellName;
  readonly text: string;
  readonly gap: string;
  /** The text of the line up to the word. */
  readonly before: string;
}

interface Written {
  readonly record: RecordView;
  readonly owner: string | undefined;
  readonly cells: readonly Cell[];
}

/** A record to be written where `model` is: right behind it, or right before it. */
export interface NewRecord {
  readonly owner: NameId;
  readonly type: string;
  readonly rdata: string;
  /** Seconds that it is to have; where it is left out, the neighbors decide. */
  readonly ttl?: number;
  /** What is written for the owner name, of a snippet: tab stops around a text as wide as the name. */
  readonly ownerSnippet?: string;
}

/** A name as the file would write it where `origin` completes names: relative where it can be. */
export function relativeName(zone: Zone, name: NameId, origin: NameId): string {
  if (name === origin) return '@';
  if (origin !== ROOT && zone.names.isAtOrBelow(name, origin)) {
    const text = zone.names.text(name),
      tail = zone.names.text(origin);
    return text.slice(0, text.length - tail.length - 1);
  }
  return zone.nameText(name);
}

/** A record's line as its neighbors are written: owner relative or absolute, with or without TTL and class, in their columns, with their tabs or spaces, in their letters. */
export function lineLike(model: RecordView, record: NewRecord): string {
  return linesLike(model, [record])[0]!;
}

/** The lines of several records for the same place. */
export function linesLike(model: RecordView, records: readonly NewRecord[]): readonly string[] {
  const neighbors = neighborsOf(model);
  return records.map((record) => writtenLike(model, neighbors, record));
}

function writtenLike(
  model: RecordView,
  neighbors: readonly Written[],
  { owner, type, rdata, ttl, ownerSnippet }: NewRecord,
): string {
  const { zone } = model,
    writer = new LineWriter(neighbors),
    isLower = /^[a-z]/.test(model.source(model.typeSpan)),
    name = ownerLike(zone, owner, model, neighbors);
  writer.first(name);
  for (const { name, text } of headerLike(model, owner, type, neighbors, ttl)) writer.next(name, text);
  writer.next('type', isLower ? type.toLowerCase() : type);
  writer.next('rdata', rdata);
  return ownerSnippet === undefined ? writer.line : ownerSnippet + writer.line.slice(name.length);
}

/** Columns of a file that has none yet: those that the formatter gives it. */
const TYPE_COLUMN = 19,
  RDATA_COLUMN = 25;

/** The line of a record in a file without any. `owner` is what is written; a snippet's has the width of `plain`. */
export function firstLine(owner: string, type: string, rdata: string, plain = owner): string {
  const gap = ' '.repeat(Math.max(1, TYPE_COLUMN - 3 - plain.length)),
    width = Math.max(TYPE_COLUMN, plain.length + 4);
  return `${owner}${gap}IN ${type}${' '.repeat(Math.max(1, RDATA_COLUMN - width - type.length))}${rdata}`;
}

function ownerLike(zone: Zone, owner: NameId, model: RecordView, neighbors: readonly Written[]): string {
  const names = neighbors.flatMap((one) => one.owner ?? []),
    absolute = names.filter((name) => name.endsWith('.')).length;
  return zone.apexKnown && absolute > 0 && 2 * absolute >= names.length
    ? zone.names.text(owner)
    : relativeName(zone, owner, model.origin);
}

/** TTL and class in the order in which the model has them, or most of its neighbors. */
function headerLike(
  model: RecordView,
  owner: NameId,
  type: string,
  neighbors: readonly Written[],
  wanted: number | undefined,
): readonly { readonly name: CellName; readonly text: string }[] {
  const others = neighbors.filter(({ record }) => record.type !== SOA),
    voters = others.length > 0 ? others : neighbors;
  const texts = (name: CellName): readonly string[] =>
    voters.flatMap(({ cells }) => cells.find((cell) => cell.name === name)?.text ?? []);
  const own = neighbors[0]!,
    classes = texts('class'),
    recordClass =
      model.type === SOA || own.cells.length === 0
        ? 2 * classes.length >= voters.length
          ? classes[0]
          : undefined
        : own.cells.find(({ name }) => name === 'class')?.text;
  const ttl = wantedTtl(model, wanted) ?? ttlLike(model, owner, type, texts('ttl'), voters.length);
  const cells: { name: CellName; text: string }[] = [];
  if (ttl !== undefined) cells.push({ name: 'ttl', text: ttl });
  if (recordClass !== undefined) cells.push({ name: 'class', text: recordClass });
  const isClassFirst = voters.some(({ cells: [first, second] }) => first?.name === 'class' && second?.name === 'ttl');
  return isClassFirst ? cells.toReversed() : cells;
}

/** A TTL that is to be written since `$TTL` would give another one. */
function wantedTtl(model: RecordView, wanted: number | undefined): string | undefined {
  return wanted === undefined || !hasDefaultTtl(model) || (!model.hasOwnTtl && model.ttl === wanted)
    ? undefined
    : String(wanted);
}

/** The TTL to write: that of the record's own set, which must be the same; where no `$TTL` is in force, what the record before has said, since the next ones may go by it. */
function ttlLike(
  model: RecordView,
  owner: NameId,
  type: string,
  ttls: readonly string[],
  voters: number,
): string | undefined {
  const own = model.ttlSpan === undefined ? undefined : model.source(model.ttlSpan);
  if ((model.owner === owner && model.mnemonic === type) || !hasDefaultTtl(model)) return own;
  return 2 * ttls.length > voters ? (own ?? ttls[0]) : undefined;
}

/** Whether a `$TTL` is above a record. */
function hasDefaultTtl({ block, id, zone }: RecordView): boolean {
  const offset = zone.records.offset[id]!;
  return block.start.defaultTtl >= 0 || block.directives.some(({ name, start }) => name === '$TTL' && start < offset);
}

/** The record and those around it in its paragraph, the nearest first. */
function neighborsOf(model: RecordView): readonly Written[] {
  const { block, zone } = model,
    at = block.records.indexOf(model.id),
    before: RecordView[] = [],
    after: RecordView[] = [];
  for (
    let k = at - 1;
    k >= 0 &&
    before.length < MOST_BEFORE &&
    isSameParagraph(zone, block.records[k]!, block.records[k + 1]!, block.chunk.bytes);
    k--
  )
    before.push(new RecordView(zone, block.records[k]!));
  for (
    let k = at + 1;
    k < block.records.length &&
    after.length < MOST_AFTER &&
    isSameParagraph(zone, block.records[k - 1]!, block.records[k]!, block.chunk.bytes);
    k++
  )
    after.push(new RecordView(zone, block.records[k]!));
  return [model, ...before, ...after].map((record) => written(record));
}

/** Whether there is no blank line and no directive between two records. */
function isSameParagraph(zone: Zone, first: number, second: number, bytes: Uint8Array): boolean {
  const from = zone.records.offset[first]!,
    to = zone.records.offset[second]!;
  for (let i = from; i < to; i++)
    if (bytes[i] === 10 && (bytes[i + 1] === 10 || bytes[i + 1] === 13 || bytes[i + 1] === 36)) return false;
  return true;
}

function written(record: RecordView): Written {
  const { ownerSpan, ttlSpan, classSpan, typeSpan, rdataSpan, entrySpan } = record,
    cells: Cell[] = [];
  const text = (start: number, end: number): string => record.source({ ...entrySpan, start, end });
  const spans: [CellName, Span | undefined][] = [
    ['ttl', ttlSpan],
    ['class', classSpan],
    ['type', typeSpan],
    ['rdata', rdataSpan.end > rdataSpan.start ? rdataSpan : undefined],
  ];
  let at = ownerSpan?.end ?? 0;
  for (const [name, span] of spans.toSorted(([, a], [, b]) => (a?.start ?? 0) - (b?.start ?? 0))) {
    if (span === undefined) continue;
    const gap = /^[ \t]*/.exec(text(at, span.start))![0],
      before = text(0, at + gap.length);
    // From a line break on nothing is in its column.
    if (before.includes('\n') || (gap.length < span.start - at && name !== 'rdata')) break;
    cells.push({ name, text: text(span.start, span.end), gap, before });
    at = span.end;
  }
  return { record, owner: ownerSpan === undefined ? undefined : text(ownerSpan.start, ownerSpan.end), cells };
}

function columnAfter(text: string, tabSize: number): number {
  let column = 0;
  for (const c of text) column += c === '\t' ? tabSize - (column % tabSize) : 1;
  return column;
}

/** What most of the values are, and how many of them; of equally many the first. */
function most(values: readonly number[]): { readonly value: number; readonly count: number } {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let found = { value: -1, count: 0 };
  for (const [value, count] of counts) if (count > found.count) found = { value, count };
  return found;
}

/** Writes the words of a line into the columns in which the neighbors have theirs. */
class LineWriter {
  line = '';
  private readonly neighbors: readonly Written[];

  constructor(neighbors: readonly Written[]) {
    this.neighbors = neighbors;
  }

  first(owner: string): void {
    this.line = owner;
  }

  next(name: CellName, text: string): void {
    const cells = this.neighbors.flatMap(({ cells: all }) => all.filter((cell) => cell.name === name));
    this.line += this.gap(cells) + text;
  }

  private gap(cells: readonly Cell[]): string {
    if (cells.length === 0)
      return this.neighbors.some(({ cells: all }) => all.some(({ gap }) => gap.includes('\t'))) ? '\t' : ' ';
    const tabs = cells.filter(({ gap }) => gap.includes('\t')).length;
    return 2 * tabs > cells.length ? this.tabs(cells) : this.spaces(cells);
  }

  private spaces(cells: readonly Cell[]): string {
    if (cells.every(({ gap }) => gap === ' ')) return ' ';
    const { value } = most(
      cells.filter(({ gap }) => gap.length > 1).map(({ before }) => columnAfter(before, TAB_SIZES[0]!)),
    );
    return ' '.repeat(Math.max(1, value - columnAfter(this.line, TAB_SIZES[0]!)));
  }

  /** As many tabs as lead to the neighbors' column in the tab size in which they have one. */
  private tabs(cells: readonly Cell[]): string {
    const sizes = TAB_SIZES.map((size) => ({ size, ...most(cells.map(({ before }) => columnAfter(before, size))) }));
    const { size, value, count } = sizes.reduce((best, one) => (one.count > best.count ? one : best));
    if (2 * count <= cells.length) return '\t';
    return '\t'.repeat(Math.max(1, Math.ceil((value - columnAfter(this.line, size)) / size)));
  }
}
