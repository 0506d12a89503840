import type { RecordView } from '../zone/model/record-view.ts';
import { placeOf } from '../zone/model/span.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { NameId } from '../names/name-tree.ts';

/** Type and rdata of a record on one line, as the file writes them, in at most `length` characters. */
export function recordWords(record: RecordView, length = 80): string {
  const words = record.tokens.map(([start, end]) => record.source({ record: record.id, start, end })),
    whole = [record.mnemonic, ...words].join(' ');
  return whole.length > length ? `${whole.slice(0, length - 1)}…` : whole;
}

/** A name for people: absolute, without the final dot; relative below an unknown apex. */
export function nameWords(zone: Zone, name: NameId): string {
  const text = zone.nameText(name);
  return text.length > 1 && text.endsWith('.') ? text.slice(0, -1) : text;
}

/** `line 12`, with the file's name where that is another one than `from`. */
export function placeWords(record: RecordView, from: string): string {
  const { uri, range } = placeOf(record.zone, record.entrySpan),
    line = `line ${range.start.line + 1}`;
  return uri === from ? line : `${uri.slice(uri.lastIndexOf('/') + 1)} ${line}`;
}
