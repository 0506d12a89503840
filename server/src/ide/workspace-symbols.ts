import type { NameId } from '../names/name-tree.ts';
import type { Place } from '../zone/model/span.ts';
import { placeOf } from '../zone/model/span.ts';
import { RecordView } from '../zone/model/record-view.ts';
import { recordAt } from '../zone/model/lookup.ts';
import type { Zone } from '../zone/model/zone.ts';
import { SOA } from '../zone/rrtypes/codes.ts';
import { nameWords } from './record-words.ts';

export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: 'zone' | 'name';
  /** The zone that it is in. */
  readonly container: string;
  readonly place: Place;
}

/** A longer list is no help, and names between two looks at the clock. */
const MOST_SYMBOLS = 500,
  STEP = 2000;

/**
 * Zones and names whose letters contain those of the query, in their order: `mlex` finds `mail.example.com`, as editors filter. Zones come first. Yields after some names.
 */
export function* workspaceSymbols(zones: readonly Zone[], query: string): Generator<void, readonly WorkspaceSymbol[]> {
  const wanted = query.trim().toLowerCase().replace(/\.$/, ''),
    found: WorkspaceSymbol[] = [];
  for (const zone of zones) {
    if (found.length >= MOST_SYMBOLS) return found;
    if (zone.apexKnown && isIn(wanted, nameWords(zone, zone.apex))) {
      const place = placeOfName(zone, zone.apex);
      if (place !== undefined) found.push({ name: nameWords(zone, zone.apex), kind: 'zone', container: '', place });
    }
    yield;
  }
  // Without a query the list of zones is enough: an editor asks for the names with the first letter.
  if (wanted === '') return found;
  for (const zone of zones) {
    const container = zone.apexKnown ? nameWords(zone, zone.apex) : '';
    for (let name: NameId = 1; name < zone.names.size; name++) {
      if (name % STEP === 0) yield;
      if (zone.records.first(name) < 0 || (zone.apexKnown && name === zone.apex)) continue;
      const words = nameWords(zone, name);
      if (!isIn(wanted, words)) continue;
      const place = placeOfName(zone, name);
      if (place !== undefined) found.push({ name: words, kind: 'name', container, place });
      if (found.length >= MOST_SYMBOLS) return found;
    }
    yield;
  }
  return found;
}

function isIn(wanted: string, name: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at);
    if (at < 0) return false;
    at++;
  }
  return true;
}

/** Where a name is written first: the SOA record of a zone, else a record of the name. */
function placeOfName(zone: Zone, name: NameId): Place | undefined {
  const soa = recordAt(zone, name, SOA);
  let first = soa;
  for (let id = zone.records.first(name); soa < 0 && id >= 0; id = zone.records.next[id]!)
    if (first < 0 || zone.records.offset[id]! < zone.records.offset[first]!) first = id;
  if (first < 0) return undefined;
  const record = new RecordView(zone, first);
  return placeOf(zone, record.ownerSpan ?? record.typeSpan);
}
