import type { NameId } from '../../names/name-tree.ts';
import { ROOT } from '../../names/name-tree.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import { placeOf } from '../../zone/model/span.ts';
import { textOrder } from '../../zone/model/text-order.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { Span } from '../../zone/model/span.ts';
import type { ZoneFile } from '../../zone/model/zone-file.ts';
import type { Edit, TextChange } from '../../findings/fix.ts';

export interface AddOptions {
  /** Put it behind this record when its owner has no records yet. */
  readonly after?: RecordView;
  /** `rdata` has `${1:…}` placeholders. */
  readonly snippet?: boolean;
}

/** The edit that puts a new record into a zone's file, in the file's own style: behind its owner's last record, else behind `after`, else at the file's end. */
export function addRecord(zone: Zone, owner: NameId, type: string, rdata: string, options: AddOptions = {}): Edit {
  const last = lastRecordOf(zone, owner) ?? (options.after === undefined ? lastRecord(zone) : lastInheriting(options.after));
  if (last === undefined) return atEnd(zone.root, `${zone.nameText(owner)} IN ${type} ${rdata}`, options.snippet);
  const place = placeOf(zone, last.entrySpan), { text } = last.block.file;
  const line = lineLike(zone, last, owner, type, rdata);
  const atFileEnd = place.range.end.line + 1 >= text.lineCount;
  if (atFileEnd) return atEnd(last.block.file, line, options.snippet);
  const position = { line: place.range.end.line + 1, character: 0 };
  return withSnippet({ uri: place.uri, range: { start: position, end: position }, text: line + lineBreak(last) }, options.snippet);
}

function withSnippet(edit: TextChange, snippet: boolean | undefined): Edit {
  return snippet === true ? { ...edit, snippet: true } : edit;
}

function atEnd(file: ZoneFile, line: string, snippet: boolean | undefined): Edit {
  const { text } = file, last = text.chunks.length - 1, bytes = text.chunks[last]?.bytes;
  const end = last < 0 ? { line: 0, character: 0 } : text.position(last, bytes!.length);
  const clean = bytes === undefined || bytes[bytes.length - 1] === 10;
  return withSnippet({ uri: file.uri, range: { start: end, end }, text: `${(clean ? '' : '\n') + line}\n` }, snippet);
}

/** The line ending that a record's own line has. */
function lineBreak(record: RecordView): string {
  const { chunk } = record.block;
  return chunk.bytes.includes(13) ? '\r\n' : '\n';
}

/** A record as the file would write it: owner relative to the origin there, class and columns like the model record's, and its TTL where no `$TTL` gives one. */
function lineLike(zone: Zone, model: RecordView, owner: NameId, type: string, rdata: string): string {
  const name = relativeName(zone, owner, originAfter(model)), { tabs, ownerWidth, cells, typeWidth } = styleOf(model);
  const cell = (text: string, width: number): string => (tabs ? `${text}\t` : text.padEnd(Math.max(width, text.length + 1)));
  return `${cell(name, ownerWidth)}${cells.map(({ text, width }) => cell(text, width)).join('')}${cell(type, typeWidth)}${rdata}`;
}

/** Widths count bytes up to the next column; 0 where nothing but one space keeps two of them apart, or they don't follow one another on a line. */
interface Style {
  readonly tabs: boolean;
  readonly ownerWidth: number;
  /** Class and TTL, as far as they are to be written, in their order. */
  readonly cells: readonly { readonly text: string; readonly width: number }[];
  readonly typeWidth: number;
}

function styleOf(model: RecordView): Style {
  const { ownerSpan, classSpan, typeSpan, ttlSpan, rdataSpan } = model;
  const header = [ttlSpan, classSpan, typeSpan].filter(span => span !== undefined).sort((a, b) => a.start - b.start), first = header[0]!;
  const lead = model.source({ ...model.entrySpan, start: ownerSpan?.end ?? 0, end: first.start });
  const between = (start: number, end: number): string => model.source({ ...model.entrySpan, start, end });
  const width = (span: Span, next: Span | undefined): number => (next !== undefined && span.end < next.start && /^ {2,}$/.test(between(span.end, next.start)) ? next.start - span.start : 0);
  const written = header.filter(span => span !== typeSpan && (span !== ttlSpan || !hasDefaultTtl(model)));
  return {
    tabs: lead.includes('\t'), ownerWidth: first.start, typeWidth: width(typeSpan, rdataSpan),
    cells: written.map(span => ({ text: model.source(span), width: width(span, header[header.indexOf(span) + 1]) })),
  };
}

/** Whether a `$TTL` stands above a record. */
function hasDefaultTtl({ block, id, zone }: RecordView): boolean {
  const offset = zone.records.offset[id]!;
  return block.start.defaultTtl >= 0 || block.directives.some(({ name, start }) => name === '$TTL' && start < offset);
}

/** What relative names mean on the line behind a record. */
function originAfter(record: RecordView): NameId { return record.origin; }

/** A name as the file would write it where `origin` completes names: relative where it can be. */
export function relativeName(zone: Zone, name: NameId, origin: NameId): string {
  if (name === origin) return '@';
  if (origin !== ROOT && zone.names.isAtOrBelow(name, origin)) {
    const text = zone.names.text(name), tail = zone.names.text(origin);
    return text.slice(0, text.length - tail.length - 1);
  }
  return zone.nameText(name);
}

function lastRecordOf(zone: Zone, name: NameId): RecordView | undefined {
  let last = -1;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    if (zone.blockOf(id).anchor !== undefined) continue;
    if (last < 0 || textOrder(zone, last, id) < 0) last = id;
  }
  return last < 0 ? undefined : new RecordView(zone, last);
}

/** The last of the records behind one in the text that inherit its owner name: a record with an owner name of its own, put between, would take them away from it. */
function lastInheriting(record: RecordView): RecordView {
  for (let last = record; ;) {
    const next = nextInText(last);
    if (next === undefined || next.hasOwnOwner) return last;
    last = next;
  }
}

/** The next record of the same file; undefined behind the last one. */
function nextInText({ zone, id, block }: RecordView): RecordView | undefined {
  const { blocks } = block.file;
  for (let index = block.index, at = block.records.indexOf(id) + 1; index < blocks.length; index++, at = 0) {
    const next = blocks[index]!.records[at];
    if (next !== undefined) return new RecordView(zone, next);
  }
  return undefined;
}

function lastRecord(zone: Zone): RecordView | undefined {
  const { blocks } = zone.root;
  for (let k = blocks.length - 1; k >= 0; k--) {
    const { records } = blocks[k]!;
    if (records.length > 0) return new RecordView(zone, records[records.length - 1]!);
  }
  return undefined;
}
