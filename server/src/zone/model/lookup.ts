import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import { HAS_CNAME, HAS_DNAME, HAS_NS, HAS_SOA, NONE } from '../records/record-table.ts';
import type { RecordId } from '../records/record-table.ts';
import { textOrder } from './text-order.ts';
import type { Zone } from './zone.ts';
import { CNAME, DNAME, DS, NS, NSEC } from '../rrtypes/codes.ts';

/** What a server with this zone answers (RFC 1034 §4.3.2). */
export type LookupStatus =
  /** Records of the type, perhaps by way of a wildcard. */
  | 'answer'
  /** The name is an alias. */
  | 'alias'
  /** The name exists, the type does not. */
  | 'no-data'
  | 'no-name'
  /** The name is below a zone cut: another zone answers. */
  | 'delegated'
  /** A DNAME above the name redirects it. */
  | 'redirected'
  /** The name is not in this zone. */
  | 'outside';

export interface Lookup {
  readonly status: LookupStatus;
  /** Where the records are: the name itself, the wildcard, the zone cut or the DNAME's owner; -1 otherwise. */
  readonly at: NameId;
  /** A record of the answer, the CNAME, the NS or DNAME; -1 otherwise. */
  readonly record: RecordId;
  readonly wildcard: boolean;
}

/** From so many records or children on, what was found among them is kept: thousands may ask for the same. */
const MANY = 32;

/** The first record of a type at a name in the order of the text, or -1. */
export function recordAt(zone: Zone, name: NameId, type: number): RecordId {
  const { records, memory } = zone,
    known = memory.recordAt(name, type, records.version);
  if (known !== undefined) return known;
  let found = NONE,
    seen = 0;
  for (let id = records.first(name); id >= 0; id = records.next[id]!, seen++) {
    if (records.type[id] === type && (found < 0 || textOrder(zone, id, found) < 0)) found = id;
  }
  if (seen > MANY) memory.keepRecord(name, type, found);
  return found;
}

/** Whether a name exists in the zone's tree: it has records, or a name below it has (an empty non-terminal, RFC 4592 §2.2.2). */
export function exists(zone: Zone, name: NameId): boolean {
  const { records, names, memory } = zone;
  if (records.first(name) >= 0) return true;
  const first = names.firstChild(name);
  if (first === ROOT) return false;
  const known = memory.exists(name, records.namesVersion);
  if (known !== undefined) return known;
  let seen = 0,
    found = false;
  for (let child = first; child > ROOT && !found; child = names.nextSibling(child), seen++) found = exists(zone, child);
  // What is below a single child may be much, too.
  if (seen > MANY || memory.hasNames) memory.keepExistence(name, found);
  return found;
}

/** The highest zone cut at or above a name and below the apex, or -1. */
export function cutAbove(zone: Zone, name: NameId): NameId {
  let cut = NONE;
  for (let n = name; n !== zone.apex && n > ROOT; n = zone.names.parent(n))
    if ((zone.records.kinds(n) & HAS_NS) !== 0 && (zone.records.kinds(n) & HAS_SOA) === 0) cut = n;
  return cut;
}

const miss = (status: LookupStatus): Lookup => ({ status, at: NONE, record: NONE, wildcard: false });

/** -1, a name that would be too long, does not exist. */
export function lookup(zone: Zone, name: NameId, type: number): Lookup {
  if (name < 0) return miss('no-name');
  if (!zone.inZone(name)) return miss('outside');
  const cut = cutAbove(zone, name);
  if (cut >= 0 && !(cut === name && (type === DS || type === NSEC)))
    return { status: 'delegated', at: cut, record: recordAt(zone, cut, NS), wildcard: false };
  if (name !== zone.apex) {
    for (let n = zone.names.parent(name); ; n = zone.names.parent(n)) {
      if ((zone.records.kinds(n) & HAS_DNAME) !== 0)
        return { status: 'redirected', at: n, record: recordAt(zone, n, DNAME), wildcard: false };
      if (n === zone.apex || n === ROOT) break;
    }
  }
  if (exists(zone, name)) return answerAt(zone, name, type, false);
  let encloser = zone.names.parent(name);
  while (encloser !== zone.apex && encloser !== ROOT && !exists(zone, encloser)) encloser = zone.names.parent(encloser);
  const wildcard = zone.names.findChild(encloser, '*');
  if (wildcard >= 0 && zone.records.first(wildcard) >= 0) return answerAt(zone, wildcard, type, true);
  return miss('no-name');
}

function answerAt(zone: Zone, name: NameId, type: number, wildcard: boolean): Lookup {
  const record = recordAt(zone, name, type);
  if (record >= 0) return { status: 'answer', at: name, record, wildcard };
  if ((zone.records.kinds(name) & HAS_CNAME) !== 0 && type !== CNAME)
    return { status: 'alias', at: name, record: recordAt(zone, name, CNAME), wildcard };
  return { status: 'no-data', at: name, record: NONE, wildcard };
}
