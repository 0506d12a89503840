import { originAt } from '../zone/model/block-origin.ts';
import type { Zone } from '../zone/model/zone.ts';
import { TokenCursor } from '../zone/rrtypes/fields/cursor.ts';
import { RdataReader, RdataWriter } from '../zone/rrtypes/fields/rdata.ts';
import type { Field, RecordType } from '../zone/rrtypes/fields/record-type.ts';
import { typeOf } from '../zone/rrtypes/registry/registry.ts';
import type { Entry } from './entry-at.ts';

/** A field of an entry's rdata with its place and its octets in wire form. Offsets are bytes in the chunk. */
export interface PlacedField {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
  readonly octets: Uint8Array;
  /** Whether it could be read. */
  readonly good: boolean;
}

const cursor = new TokenCursor();

/** Where the fields of an entry's rdata are; those that are missing are left out. Rdata written as octets (RFC 3597 §5) has none. */
export function fieldsOf(zone: Zone, entry: Entry): readonly PlacedField[] {
  return readFields(zone, entry, Number.MAX_SAFE_INTEGER).fields;
}

/** The field that a new token would belong to behind those that end before an offset; undefined when all are there. */
export function fieldBehind(
  zone: Zone,
  entry: Entry,
  offset: number,
): { readonly type: RecordType; readonly field: Field; readonly index: number } | undefined {
  if (entry.type < 0) return undefined;
  const type = typeOf(entry.type),
    { next } = readFields(zone, entry, offset),
    field = type.fields[next];
  return field === undefined ? undefined : { type, field, index: next };
}

/** Reads the fields of the tokens that end before `limit`, and tells which one comes next. */
function readFields(
  zone: Zone,
  entry: Entry,
  limit: number,
): { readonly fields: readonly PlacedField[]; readonly next: number } {
  if (entry.type < 0) return { fields: [], next: -1 };
  const { bytes } = entry.block.chunk,
    type = typeOf(entry.type),
    from = 2 * entry.tokens.findIndex(({ part }) => part === 'rdata');
  let to = Math.max(from, 0);
  while (from >= 0 && to < entry.raw.length && entry.raw[to + 1]! >> 3 < limit) to += 2;
  if (from >= 0 && from < to && entry.tokens[from >> 1]!.text === '\\#') return { fields: [], next: -1 };
  const out = new RdataWriter(zone.names, false),
    fields: PlacedField[] = [];
  out.reset(originAt(entry.block, entry.start));
  cursor.reset(bytes, entry.raw, Math.max(from, 0), from < 0 ? 0 : to);
  for (const [index, field] of type.fields.entries()) {
    if (cursor.done) return { fields, next: index };
    const { start, index: first } = cursor,
      octets = out.length;
    const good = field.kind.parse(cursor, out, field),
      end = cursor.index === first ? start : entry.raw[cursor.index - 1]! >> 3;
    fields.push({ field, start, end, octets: out.octets.slice(octets, out.length), good });
    if (cursor.done && field.kind.rest === true && limit !== Number.MAX_SAFE_INTEGER) return { fields, next: index };
  }
  return { fields, next: type.fields.length };
}

/** A field's value in plain words, where it has any. */
export function describeField({ field, octets, good }: PlacedField): string | undefined {
  return good ? field.kind.describe?.(new RdataReader(octets), field) : undefined;
}

/** Whether a field holds a domain name. */
export function isNameField(field: Field): boolean {
  return /-name$/.test(field.kind.id);
}
