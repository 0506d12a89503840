import { RecordView } from '../../zone/model/record-view.ts';
import type { Span } from '../../zone/model/span.ts';
import { placeOf } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';

import type { Edit, Fix, TextChange } from '../../findings/fix.ts';

/** Replaces what stands at a span. What follows an owner name, a TTL, a class or a type in its own column stays in it. */
export function replaceSpan(zone: Zone, span: Span, text: string): TextChange {
  const gap = 'record' in span ? columnGap(new RecordView(zone, span.record), span) : '',
    longer = [...text].length - (span.end - span.start);
  if (gap === '' || longer === 0 || /\s/.test(text)) return { ...placeOf(zone, span), text };
  return {
    ...placeOf(zone, { ...span, end: span.end + gap.length }),
    text: text + widened(gap, text.length - longer, text.length),
  };
}

/** The white space of several columns between a word of a record's header and the next word; empty where the span is no such word. */
function columnGap(record: RecordView, span: Span): string {
  const { ownerSpan, ttlSpan, classSpan, typeSpan } = record;
  if (![ownerSpan, ttlSpan, classSpan, typeSpan].some((word) => word?.start === span.start && word.end === span.end))
    return '';
  return /^(?: {2,}|\t+)(?=\S)/.exec(record.source({ ...span, start: span.end, end: record.entrySpan.end }))?.[0] ?? '';
}

const TAB_SIZE = 8;

/** White space that leads to the same column behind a word of another length. Tabs are taken to start from a column of their own. */
function widened(gap: string, before: number, now: number): string {
  if (!gap.startsWith('\t')) return ' '.repeat(Math.max(1, gap.length - (now - before)));
  const column = (Math.floor(before / TAB_SIZE) + gap.length) * TAB_SIZE;
  return '\t'.repeat(Math.max(1, Math.ceil((column - now) / TAB_SIZE)));
}

/** A fix that replaces one span. */
export function replacement(zone: Zone, span: Span, text: string, title: string, safe: boolean): Fix {
  return { title, safe, edits: () => [replaceSpan(zone, span, text)] };
}

/** Takes a record out with its line or lines; a comment behind it goes with it. The next record keeps its owner name when it had inherited this one's. */
export function removeRecord(record: RecordView): readonly Edit[] {
  const { zone } = record,
    place = placeOf(zone, record.entrySpan),
    { text } = record.block.file;
  const start = { line: place.range.start.line, character: 0 },
    end = { line: place.range.end.line + 1, character: 0 };
  const edits: Edit[] = [];
  const following = record.hasOwnOwner ? inheritor(record) : undefined;
  const owner = record.ownerSpan;
  if (following !== undefined && owner !== undefined)
    edits.push({
      uri: place.uri,
      range: placeOf(zone, { record: following, start: 0, end: 0 }).range,
      text: record.source(owner),
    });
  const last = end.line >= text.lineCount;
  edits.push({ uri: place.uri, range: { start, end: last ? place.range.end : end }, text: '' });
  return edits;
}

/** The record behind this one in the block, if it inherits its owner name. */
function inheritor(record: RecordView): number | undefined {
  const { records } = record.block,
    at = records.indexOf(record.id),
    next = records[at + 1];
  return next !== undefined &&
    (record.zone.records.flags[next]! & 4) === 0 &&
    record.zone.records.owner[next] === record.owner
    ? next
    : undefined;
}
