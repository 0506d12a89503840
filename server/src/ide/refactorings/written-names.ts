import type { Edit } from '../../findings/fix.ts';
import { replaceSpan } from '../../lint/kit/edits.ts';
import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import { originAt } from '../../zone/model/block-origin.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { endsAbsolute } from '../../zone/rrtypes/fields/rdata.ts';
import { fieldsOf, isNameField } from '../rdata-fields.ts';
import type { Selected, SelectedRecord } from './refactoring.ts';

/** A name as a record writes it: an owner or a name in rdata. Offsets are bytes in the chunk. */
export interface WrittenName {
  readonly of: SelectedRecord;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Absolute, in the letters in which it is written. */
  readonly absolute: string;
}

/** The names that records write, but for quoted ones. */
export function writtenNames(zone: Zone, records: readonly SelectedRecord[]): readonly WrittenName[] {
  return records.flatMap((of) => {
    const { entry } = of,
      [first] = entry.tokens,
      origin = originAt(entry.block, entry.start);
    const places = fieldsOf(zone, entry).filter(({ field, good }) => good && isNameField(field));
    return [...(first?.part === 'owner' ? [first] : []), ...places].flatMap(({ start, end }) => {
      const token = entry.tokens.find((one) => one.start === start && one.end === end);
      return token === undefined || token.quoted
        ? []
        : [{ of, start, end, written: token.text, absolute: absoluteOf(zone, token.text, origin) }];
    });
  });
}

export function absoluteOf(zone: Zone, written: string, origin: NameId): string {
  if (endsAbsolute(written)) return written;
  const tail = zone.names.text(origin);
  return written === '@' ? tail : origin === ROOT ? `${written}.` : `${written}.${tail}`;
}

/** A name as it is written where `origin` completes names; absolute where it isn't below it. */
export function relativeOf(zone: Zone, absolute: string, origin: NameId): string {
  const tail = zone.names.text(origin),
    lower = absolute.toLowerCase();
  if (origin === ROOT) return absolute;
  if (lower === tail) return '@';
  return lower.endsWith(`.${tail}`) ? absolute.slice(0, absolute.length - tail.length - 1) : absolute;
}

/** Writes a name otherwise; what follows an owner in its own column stays in it. */
export function rewriteName(zone: Zone, { of: { entry, record }, start, end }: WrittenName, text: string): Edit {
  return replaceSpan(zone, { record: record.id, start: start - entry.start, end: end - entry.start }, text);
}

/** The deepest name at or above all of some names. */
export function commonName({ zone: { names } }: Selected, all: readonly NameId[]): NameId {
  let [common = ROOT] = all;
  for (const name of all) while (common > ROOT && !names.isAtOrBelow(name, common)) common = names.parent(common);
  return common;
}
