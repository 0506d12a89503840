import type { Zone } from '../model/zone.ts';
import { WINDOWS_TYPES } from '../records/windows-dns.ts';
import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { RecordId } from '../records/record-table.ts';
import { RdataReader } from '../rrtypes/fields/rdata.ts';
import { className, printRdata, typeName } from '../rrtypes/registry/registry.ts';
import { namesInOrder } from './canonical-order.ts';
import { walkMaster } from './master-walk.ts';
import { coveredType, RrsetMerge } from './rrset-merge.ts';
import { NS, NSEC3, RRSIG, SOA } from '../rrtypes/codes.ts';

/** Types of Windows DNS have no mnemonic elsewhere (RFC 3597 §5). */
const portableName = (type: number): string => (WINDOWS_TYPES.includes(type) ? `TYPE${type}` : typeName(type));

/** One RRset on its way out. `order` is BIND's: SOA, NS, the others by number, signatures behind what they cover. */
interface Rrset {
  readonly type: number;
  readonly order: number;
  readonly ids: RecordId[];
}

/** One RRset as a server loads it. */
export interface LoadedRrset {
  /** Absolute presentation form, in lower case. */
  readonly owner: string;
  /** The owner's octets in wire form where a letter of it is in upper case. */
  readonly cased: Uint8Array | undefined;
  readonly type: number;
  /** Seconds. */
  readonly ttl: number;
  /** Each rdata once, in canonical order, in wire form with names as typed. Right until the next RRset is read. */
  readonly rdata: readonly Uint8Array[];
}

/**
 * Prints every record of a zone as `named-compilezone -s full` does, a line each: absolute owner, TTL in seconds, class, type, rdata in canonical presentation form; names in canonical order,
 * each rdata once, one TTL an RRset, nothing that is not in the zone. Hands out pieces of text that end with a line.
 */
export function printZone(zone: Zone, write: (lines: string) => void): void {
  const zoneClass = className(zone.root.blocks.at(-1)?.end.zoneClass ?? 1);
  let lines = '',
    of = '';
  loadZone(zone, ({ owner, cased, type, ttl, rdata }) => {
    if (owner !== of && lines !== '') {
      write(lines);
      lines = '';
    }
    of = owner;
    const head = recordHead(
      cased === undefined ? owner : new RdataReader(cased).name(),
      ttl,
      zoneClass,
      portableName(type),
    );
    for (const octets of rdata) lines += `${head}${printRdata(type, octets)}\n`;
  });
  if (lines !== '') write(lines);
}

/** Visits every RRset of a zone as BIND loads it, in the order in which BIND prints them. */
export function loadZone(zone: Zone, visit: (rrset: LoadedRrset) => void): void {
  new ZoneLoader(zone, visit).load();
}

class ZoneLoader {
  private readonly zone: Zone;
  private readonly visit: (rrset: LoadedRrset) => void;
  private readonly merge: RrsetMerge;

  constructor(zone: Zone, visit: (rrset: LoadedRrset) => void) {
    this.zone = zone;
    this.visit = visit;
    this.merge = new RrsetMerge(zone);
  }

  load(): void {
    const { zone, merge } = this;
    walkMaster(zone, merge);
    merge.end();
    // BIND keeps NSEC3 records and their signatures apart and prints them last.
    let hashed = false;
    for (const name of namesInOrder(zone.names, zone.apexKnown ? zone.apex : ROOT))
      if (this.loadName(name, false)) hashed = true;
    if (hashed) for (const name of namesInOrder(zone.names, zone.apex)) this.loadName(name, true);
  }

  /** Visits the RRsets of a name, those of NSEC3 or the others; gives whether there are NSEC3 ones. */
  private loadName(name: NameId, nsec3: boolean): boolean {
    const { records, names } = this.zone,
      first = records.first(name);
    if (first < 0) return false;
    let hashed = false;
    const owner = names.text(name);
    for (const { type, ids, order } of this.rrsetsOf(first)) {
      const isNsec3 = order >> 1 === NSEC3 + 2;
      if (isNsec3) hashed = true;
      if (isNsec3 === nsec3) this.visit({ owner, type, ...this.merge.merge(ids) });
    }
    return hashed;
  }

  private rrsetsOf(first: RecordId): readonly Rrset[] {
    const { records } = this.zone,
      ids: RecordId[] = [];
    for (let id = first; id >= 0; id = records.next[id]!) ids.push(id);
    if (ids.length === 1 && records.type[first] !== RRSIG && records.type[first] !== NSEC3)
      return [{ type: records.type[first]!, order: 0, ids }];
    ids.sort((a, b) => this.merge.inReadingOrder(a, b));
    const rrsets: Rrset[] = [];
    for (const id of ids) {
      const type = records.type[id]!,
        order = type === RRSIG ? orderOf(coveredType(this.merge.octets.rdata(id))) + 1 : orderOf(type);
      const rrset = rrsets.find((one) => one.order === order && one.type === type);
      if (rrset === undefined) rrsets.push({ type, order, ids: [id] });
      else rrset.ids.push(id);
    }
    return rrsets.sort((a, b) => a.order - b.order);
  }
}

function orderOf(type: number): number {
  return (type === SOA ? 0 : type === NS ? 1 : type + 2) << 1;
}

/** Columns of BIND's style "full" for the TTL and for the rdata, in characters; a tab goes to the next multiple of 8. */
const TTL_COLUMN = 46,
  RDATA_COLUMN = 64,
  TAB = 8;

function recordHead(owner: string, ttl: number, recordClass: string, type: string): string {
  const words = [String(ttl), recordClass, type];
  let line = owner,
    column = owner.length;
  for (const word of words) {
    const to = Math.max(TTL_COLUMN, column + 1);
    line += gap(column, to) + word;
    column = to + word.length;
  }
  return line + gap(column, Math.max(RDATA_COLUMN, column + 1));
}

function gap(from: number, to: number): string {
  const tabs = Math.floor(to / TAB) - Math.floor(from / TAB);
  return tabs > 0 ? '\t'.repeat(tabs) + ' '.repeat(to % TAB) : ' '.repeat(to - from);
}
