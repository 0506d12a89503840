import type { NameId } from '../names/name-tree.ts';
import { RecordView } from '../zone/model/record-view.ts';
import type { Place } from '../zone/model/span.ts';
import { placeOf } from '../zone/model/span.ts';
import type { Zone } from '../zone/model/zone.ts';
import { occurrencesOf } from './occurrences.ts';
import { indexedOccurrencesOf } from './occurrences.ts';
import { isNameField } from './rdata-fields.ts';
import { nameWords } from './record-words.ts';

/** A name with where it is written. */
export interface CalledName {
  /** Absolute, with its final dot. */
  readonly absolute: string;
  readonly name: string;
  /** Its types, or why it has none. */
  readonly detail: string;
  readonly place: Place;
}

/** What leads from one name to another: the places in the records of the first one that name the second one. */
export interface NameCall {
  readonly name: CalledName;
  readonly places: readonly Place[];
}

/** More records aren't searched for names that no index has, and a longer list is no help. */
const MOST_SEARCHED = 20_000,
  MOST_CALLS = 500;
/** Names in what a signer made lead nowhere: SIG, NXT, RRSIG, NSEC. */
const signed = new Set([24, 30, 46, 47]);

/** A name as a zone has it: where its first record is; where it is written else, `fallback`. */
export function calledName(zone: Zone, name: NameId, fallback: Place): CalledName {
  const types = new Set<string>();
  let first: RecordView | undefined;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) {
    const record = new RecordView(zone, id);
    types.add(record.mnemonic);
    if (first === undefined || zone.records.offset[id]! < zone.records.offset[first.id]!) first = record;
  }
  return {
    absolute: zone.names.text(name),
    name: nameWords(zone, name),
    detail: types.size > 0 ? [...types].toSorted().join(' ') : zone.inZone(name) ? 'no records' : 'in another zone',
    place: first === undefined ? fallback : placeOf(zone, first.ownerSpan ?? first.typeSpan),
  };
}

/** The names whose records lead to a name, in any of the zones that mean the same by it. */
export function callsTo(zones: Iterable<Zone>, absolute: string): readonly NameCall[] {
  const calls = new Map<string, { name: CalledName; places: Place[] }>();
  for (const zone of zones) {
    const name = zone.names.find(absolute);
    if (name < 0) continue;
    const occurrences = zone.records.count > MOST_SEARCHED ? indexedOccurrencesOf : occurrencesOf;
    for (const { kind, record, span } of occurrences(zone, name)) {
      if (kind === 'owner') continue;
      add(calls, zone, record.owner, placeOf(zone, span));
      if (calls.size >= MOST_CALLS) return [...calls.values()];
    }
  }
  return [...calls.values()];
}

/** The names to which the records of a name lead. */
export function callsFrom(zone: Zone, absolute: string): readonly NameCall[] {
  const name = zone.names.find(absolute),
    calls = new Map<string, { name: CalledName; places: Place[] }>();
  if (name < 0) return [];
  for (let id = zone.records.first(name); id >= 0 && calls.size < MOST_CALLS; id = zone.records.next[id]!) {
    if (signed.has(zone.records.type[id]!)) continue;
    const record = new RecordView(zone, id);
    for (const { field, span } of record.fields) {
      const target = isNameField(field) && !record.broken ? record.name(field.name) : -1;
      // A dot as a target says that there is none.
      if (target > 0 && target !== name) add(calls, zone, target, placeOf(zone, span));
    }
  }
  return [...calls.values()];
}

function add(calls: Map<string, { name: CalledName; places: Place[] }>, zone: Zone, name: NameId, place: Place): void {
  const absolute = zone.names.text(name),
    known = calls.get(absolute);
  if (known === undefined) calls.set(absolute, { name: calledName(zone, name, place), places: [place] });
  else known.places.push(place);
}
