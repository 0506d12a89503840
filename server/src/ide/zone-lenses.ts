import type { EditorFeatures } from '../config/settings/editor-features.ts';
import { serialAfter } from '../lint/kit/raise-serial.ts';
import type { NameId } from '../names/name-tree.ts';
import { addressText } from '../text/address.ts';
import type { Position, TextRange } from '../text/positions.ts';
import { RecordView } from '../zone/model/record-view.ts';
import type { Zone } from '../zone/model/zone.ts';
import { A, AAAA, CNAME, SOA } from '../zone/rrtypes/codes.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import { blocksOf, cursorAt, rangeIn, recordOf } from './entry-at.ts';
import type { OtherZones } from './name-words.ts';
import { nameWords } from './record-words.ts';

export type LensKind = Exclude<keyof EditorFeatures['codeLens'], 'mail'>;

/** Where a line above a record belongs. What it says is found out for those on the screen. */
export interface LensPlace {
  readonly kind: LensKind;
  readonly range: TextRange;
}

export interface ZoneLens {
  readonly title: string;
  /** The name that it is about. */
  readonly name: NameId;
}

/** More lines than these help nobody, and records after so many others are far below. */
const MOST_LENSES = 1000,
  MOST_RECORDS = 100_000;
/** References of a name that are counted, and aliases that are followed, in a row. */
const MOST_REFERENCES = 1000,
  MOST_ALIASES = 16;

/** The places of the lines that are wanted: at the first record of a name, the SOA record, aliases. Looks at the beginning of a huge file only. Yields after each chunk. */
export function* lensPlaces(
  zone: Zone,
  text: SourceText,
  wanted: Readonly<Record<LensKind, boolean>>,
): Generator<void, readonly LensPlace[]> {
  const places: LensPlace[] = [],
    seen = new Set<NameId>();
  let looked = 0;
  if (!wanted.names && !wanted.serial && !wanted.lookups) return places;
  for (const block of blocksOf(zone, text)) {
    for (const id of block.records) {
      if (++looked > MOST_RECORDS || places.length >= MOST_LENSES) return places;
      const owner = zone.records.owner[id]!,
        type = zone.records.type[id]!,
        kinds: LensKind[] = [];
      if (wanted.names && !seen.has(owner)) kinds.push('names');
      if (wanted.serial && type === SOA && owner === zone.apex) kinds.push('serial');
      if (wanted.lookups && type === CNAME) kinds.push('lookups');
      seen.add(owner);
      if (kinds.length === 0) continue;
      const start = zone.records.offset[id]!,
        range = rangeIn(block, start, start + new RecordView(zone, id).entrySpan.end);
      places.push(...kinds.map((kind) => ({ kind, range })));
    }
    yield;
  }
  return places;
}

/** What the line at a place says; undefined where the text has changed since. */
export function lensAt(
  zone: Zone,
  text: SourceText,
  position: Position,
  kind: LensKind,
  others: OtherZones,
): ZoneLens | undefined {
  const entry = cursorAt(zone, text, position)?.entry,
    record = entry === undefined ? undefined : recordOf(zone, entry);
  if (record === undefined || record.broken) return undefined;
  const name = record.owner;
  if (kind === 'names') return { name, title: countWords(zone, name) };
  if (kind === 'lookups')
    return record.type === CNAME ? { name, title: pathWords(zone, record.target, others) } : undefined;
  if (record.type !== SOA) return undefined;
  const serial = record.number('serial');
  return Number.isNaN(serial)
    ? undefined
    : { name, title: `Serial ${serial}: bump to ${serialAfter(serial, new Date())}` };
}

/** `3 records, 2 references`. */
function countWords(zone: Zone, name: NameId): string {
  const { records } = zone;
  let own = 0,
    references = 0;
  for (let id = records.first(name); id >= 0; id = records.next[id]!) own++;
  for (let id = records.firstReferrer(name); id >= 0 && references < MOST_REFERENCES; id = records.nextReferrerOf(id))
    references++;
  const more = references === MOST_REFERENCES ? ' or more' : '';
  return `${own} ${own === 1 ? 'record' : 'records'}, ${references}${more} ${references === 1 ? 'reference' : 'references'}`;
}

/** Where an alias leads, through the workspace's zones: `Leads to www.example.net: 192.0.2.1`. */
function pathWords(zone: Zone, target: NameId, others: OtherZones): string {
  let home: Zone = zone,
    name = target;
  const path: string[] = [];
  for (let step = 0; step < MOST_ALIASES; step++) {
    path.push(nameWords(home, name));
    if (!home.inZone(name)) {
      const absolute = home.names.text(name),
        other = others.zoneOf(absolute);
      if (other === undefined) return `Leads to ${path.join(' → ')}, which no zone here has`;
      home = other;
      name = other.names.find(absolute);
    }
    if (name < 0) return `Leads to ${path.join(' → ')}, which has no records`;
    const found: RecordView[] = [];
    for (let id = home.records.first(name); id >= 0; id = home.records.next[id]!) found.push(new RecordView(home, id));
    const addresses = found
        .filter(({ type, broken }) => (type === A || type === AAAA) && !broken)
        .map(({ octets }) => addressText(octets)),
      alias = found.find(({ type }) => type === CNAME);
    if (addresses.length > 0) return `Leads to ${path.join(' → ')}: ${addresses.toSorted().join(', ')}`;
    if (alias === undefined || alias.target < 0)
      return `Leads to ${path.join(' → ')}, which has no ${found.length === 0 ? 'records' : 'address'}`;
    name = alias.target;
  }
  return `Leads to ${path[0]}, and on through more than ${MOST_ALIASES} aliases`;
}
