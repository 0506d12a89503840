import type { NameId } from '../../names/name-tree.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import { placeOf } from '../../zone/model/span.ts';
import type { Place } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';

/** A record as a trial of edits compares it. */
export interface SeenRecord {
  /** The same for records with the same owner name, class and data. */
  readonly key: string;
  /** Seconds; -1 for none. */
  readonly ttl: number;
  /** Owner and type, for messages. */
  readonly shown: string;
  /** Whether its own text is edited. */
  readonly touched: boolean;
}

/** All records of some names. One that can't be read is known by its text. */
export function recordsAt(
  zone: Zone,
  names: Iterable<NameId>,
  isTouched: (place: Place) => boolean,
): readonly SeenRecord[] {
  const found: SeenRecord[] = [];
  for (const name of names) {
    const owner = zone.nameText(name).toLowerCase();
    for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
      const view = new RecordView(zone, id),
        data = view.broken ? `broken ${view.source()}` : view.key;
      found.push({
        key: `${owner} ${view.type} ${data}`,
        ttl: view.ttl,
        shown: `${owner} ${view.mnemonic}`,
        touched: isTouched(placeOf(zone, view.entrySpan)),
      });
    }
  }
  return found;
}
