import { ROOT } from '../names/name-tree.ts';
import type { NameId } from '../names/name-tree.ts';
import { BROKEN } from '../records/record-table.ts';
import type { RecordId } from '../records/record-table.ts';
import { recordAt } from '../model/lookup.ts';
import { RecordView } from '../model/record-view.ts';
import { textOrder } from '../model/text-order.ts';
import type { Zone } from '../model/zone.ts';
import { base32hexText } from '../rrtypes/kinds/digits.ts';
import { sha1 } from './sha1.ts';

const NSEC3 = 50, NSEC3PARAM = 51, SHA1 = 1, HASH_OCTETS = 20, LONGEST_NAME = 255;
/** With more, hashing takes too long; RFC 9276 §3.1 wants none. */
const MOST_ITERATIONS = 150;

/** One NSEC3 record as its text tells it. */
export interface HashedRecord {
  readonly record: RecordId;
  /** Its owner's hash, base32hex in lower case. */
  readonly hash: string;
  readonly next: string;
  readonly optOut: boolean;
  /** Those of NSEC3's list, RRSIG aside. */
  readonly types: readonly string[];
}

/** The names of a zone as NSEC3 hashes them (RFC 5155 §5). */
export interface HashedChain {
  readonly records: ReadonlyMap<string, HashedRecord>;
  /** Base32hex in lower case. */
  hashOf(name: NameId): string;
}

interface Salt { readonly iterations: number; readonly octets: Uint8Array }
type Read = Omit<HashedRecord, 'record' | 'hash'> & { readonly salt: string; readonly iterations: number };

/** What NSEC3 records say, by the chunk that holds them and their place in it: chunks are replaced, never changed. */
const read = new WeakMap<Uint8Array, Map<number, Read>>();
/** Hashes of names, which keep their ids for as long as there is the zone. */
const hashes = new WeakMap<Zone, { readonly salt: string; readonly byName: Map<NameId, string> }>();

/** The zone's chain of NSEC3 records; undefined where there is none, or where nothing can be said: while a zone changes its salt it has two. */
export function hashedChain(zone: Zone): HashedChain | undefined {
  const first = zone.apexKnown ? recordAt(zone, zone.apex, NSEC3PARAM) : -1;
  if (first < 0 || hasSecond(zone, first)) return undefined;
  const param = new RecordView(zone, first), iterations = param.number('iterations'), salt = param.print('salt');
  if (param.broken || param.number('hash-algorithm') !== SHA1 || iterations > MOST_ITERATIONS) return undefined;
  const records = recordsOf(zone, salt, iterations), byName = hashesOf(zone, `${salt} ${iterations}`), octets = param.field('salt')?.octets.slice(1) ?? new Uint8Array();
  return records.size === 0 ? undefined : {
    records,
    hashOf(name) {
      const known = byName.get(name);
      if (known !== undefined) return known;
      const made = hashName(zone, name, { iterations, octets });
      byName.set(name, made);
      return made;
    },
  };
}

function hasSecond(zone: Zone, first: RecordId): boolean {
  for (let id = zone.records.first(zone.apex); id >= 0; id = zone.records.next[id]!) if (id !== first && zone.records.type[id] === NSEC3PARAM) return true;
  return false;
}

function recordsOf(zone: Zone, salt: string, iterations: number): ReadonlyMap<string, HashedRecord> {
  const { records, names } = zone, found = new Map<string, HashedRecord>();
  for (let id = 0; id < records.limit; id++) {
    if (records.type[id] !== NSEC3 || records.owner[id]! < 0 || (records.flags[id]! & BROKEN) !== 0) continue;
    const owner = records.owner[id]!;
    if (owner === ROOT || names.parent(owner) !== zone.apex) continue;
    const said = readRecord(zone, id);
    if (said.salt !== salt || said.iterations !== iterations) continue;
    const other = found.get(names.label(owner));
    if (other === undefined || textOrder(zone, id, other.record) < 0) found.set(names.label(owner), { record: id, hash: names.label(owner), next: said.next, optOut: said.optOut, types: said.types });
  }
  return found;
}

function readRecord(zone: Zone, id: RecordId): Read {
  const { bytes } = zone.blockOf(id).chunk, offset = zone.records.offset[id]!;
  let ofChunk = read.get(bytes);
  if (ofChunk === undefined) read.set(bytes, ofChunk = new Map());
  const known = ofChunk.get(offset);
  if (known !== undefined) return known;
  const view = new RecordView(zone, id);
  const said: Read = {
    next: view.print('next-hashed-owner-name').toLowerCase(), optOut: (view.number('flags') & 1) === 1, salt: view.print('salt'), iterations: view.number('iterations'),
    types: view.print('type-bit-maps').split(/\s+/).filter(type => type !== '' && type !== 'RRSIG'),
  };
  ofChunk.set(offset, said);
  return said;
}

function hashesOf(zone: Zone, salt: string): Map<NameId, string> {
  const known = hashes.get(zone);
  if (known?.salt === salt) return known.byName;
  const byName = new Map<NameId, string>();
  hashes.set(zone, { salt, byName });
  return byName;
}

const message = new Uint8Array(LONGEST_NAME + 255), digest = new Uint8Array(HASH_OCTETS);

function hashName(zone: Zone, name: NameId, { iterations, octets }: Salt): string {
  let length = 0;
  for (let at = name; at !== ROOT; at = zone.names.parent(at)) {
    const label = zone.names.labelOctets(at);
    message[length++] = label.length;
    message.set(label, length);
    length += label.length;
  }
  message[length++] = 0;
  message.set(octets, length);
  sha1(message, length + octets.length, digest, 0);
  for (let k = 0; k < iterations; k++) {
    message.set(digest);
    message.set(octets, HASH_OCTETS);
    sha1(message, HASH_OCTETS + octets.length, digest, 0);
  }
  return base32hexText(digest).toLowerCase();
}
