import type { RecordView } from '../../zone/model/record-view.ts';
import type { Span } from '../../zone/model/span.ts';
import { placeOf } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';

import type { Edit, Fix, TextChange } from '../../findings/fix.ts';

/** Replaces what stands at a span. */
export function replaceSpan(zone: Zone, span: Span, text: string): TextChange {
  const { uri, range } = placeOf(zone, span);
  return { uri, range, text };
}

/** A fix that replaces one span. */
export function replacement(zone: Zone, span: Span, text: string, title: string, safe: boolean): Fix {
  return { title, safe, edits: () => [replaceSpan(zone, span, text)] };
}

/** Takes a record out with its line or lines; a comment behind it goes with it. The next record keeps its owner name when it had inherited this one's. */
export function removeRecord(record: RecordView): readonly Edit[] {
  const { zone } = record, place = placeOf(zone, record.entrySpan), { text } = record.block.file;
  const start = { line: place.range.start.line, character: 0 }, end = { line: place.range.end.line + 1, character: 0 };
  const edits: Edit[] = [];
  const following = record.hasOwnOwner ? inheritor(record) : undefined;
  const owner = record.ownerSpan;
  if (following !== undefined && owner !== undefined) edits.push({ uri: place.uri, range: placeOf(zone, { record: following, start: 0, end: 0 }).range, text: record.source(owner) });
  const last = end.line >= text.lineCount;
  edits.push({ uri: place.uri, range: { start, end: last ? place.range.end : end }, text: '' });
  return edits;
}

/** The record behind this one in the block, if it inherits its owner name. */
function inheritor(record: RecordView): number | undefined {
  const { records } = record.block, at = records.indexOf(record.id), next = records[at + 1];
  return next !== undefined && (record.zone.records.flags[next]! & 4) === 0 && record.zone.records.owner[next] === record.owner ? next : undefined;
}
