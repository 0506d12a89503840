import type { Block, Directive } from '../model/block.ts';
import type { Zone } from '../model/zone.ts';
import type { ZoneFile } from '../model/zone-file.ts';
import type { NameId } from '../../names/name-tree.ts';
import { EXPLICIT_OWNER, EXPLICIT_TTL } from '../records/record-table.ts';
import type { RecordId } from '../records/record-table.ts';
import { compareOctets } from './canonical-order.ts';
import type { MasterVisitor } from './master-walk.ts';
import { OriginCases } from './origin-cases.ts';
import { RecordOctets } from './record-octets.ts';
import { NS, RRSIG, SOA } from '../rrtypes/codes.ts';

/** Records that stand together under one owner name; BIND's loader puts them into the zone at once. */
interface Batch {
  readonly owner: NameId;
  /** The owner's octets as typed where a letter is in upper case: another case begins another batch. */
  readonly cased: Uint8Array | undefined;
  readonly number: number;
  /** Targets of the NS records in it, for which glue may come in between. */
  targets: Set<NameId> | undefined;
}

/**
 * Finds out, as BIND's loader (lib/dns/master.c) does, which of several TTLs an RRset gets, which of two equal records stays and whose case the owner has:
 * the records of one owner that stand together are a batch, whose first TTL holds for the RRset; glue for an NS of the batch may stand in between.
 * Of several batches with one RRset, the last one's TTL wins, and the first one's case.
 */
export class RrsetMerge implements MasterVisitor {
  readonly octets: RecordOctets;
  private readonly zone: Zone;
  private readonly origins: OriginCases;
  /** By record: its place in the order of reading, and its batch. */
  private readonly place: Int32Array;
  private readonly batch: Int32Array;
  /** By batch: when it is put into the zone. */
  private committed = new Int32Array(1024);
  private readonly casedBatches = new Map<number, Uint8Array>();
  /** TTLs that differ from what the record table says. */
  private readonly ttls = new Map<RecordId, number>();
  private places = 0;
  private batches = 0;
  private clock = 0;
  private current: Batch | undefined;
  private glue: Batch | undefined;
  /** The owner typed last, for records that inherit it. */
  private owner: NameId = -1;
  private cased: Uint8Array | undefined;
  private hasDefaultTtl = false;
  private lastTtl = -1;
  /** Of the batch being filled, while no `$TTL` is known: the TTL of each RRset. */
  private firstTtls = new Map<string, number>();
  private firstTtlsOf = -1;

  constructor(zone: Zone) {
    this.zone = zone;
    this.origins = new OriginCases(zone);
    this.octets = new RecordOctets(zone, this.origins);
    this.place = new Int32Array(zone.records.limit);
    this.batch = new Int32Array(zone.records.limit);
  }

  block(block: Block): void {
    this.origins.block(block);
    this.hasDefaultTtl = block.start.defaultTtl >= 0;
  }

  directive(directive: Directive, block: Block): void {
    this.origins.directive(directive, block);
    if (directive.name === '$TTL') this.hasDefaultTtl = true;
  }

  included(begins: boolean, file: ZoneFile): void {
    this.origins.included(begins, file);
    this.commitAll();
  }

  record(id: RecordId, _: Block, generated: boolean): void {
    const { records } = this.zone,
      owner = records.owner[id]!,
      explicit = (records.flags[id]! & EXPLICIT_OWNER) !== 0;
    this.place[id] = this.places++;
    if (generated) return this.generated(id, owner);
    if (explicit) {
      this.owner = owner;
      this.cased = this.octets.casedOwner(id);
    }
    let batch = this.glue ?? this.current;
    if (explicit || batch === undefined || batch.owner !== owner)
      batch = this.enter(owner, this.owner === owner ? this.cased : undefined);
    this.batch[id] = batch.number;
    if (records.type[id] === NS && batch !== this.glue) (batch.targets ??= new Set()).add(records.target[id]!);
    this.inheritTtl(id, batch.number);
  }

  /** The end of the zone. */
  end(): void {
    this.commitAll();
  }

  private generated(id: RecordId, owner: NameId): void {
    const batch = this.newBatch(owner, this.octets.casedOwner(id));
    this.batch[id] = batch.number;
    this.inheritTtl(id, batch.number);
    this.commit(batch);
  }

  /** The batch for a record with an owner name of its own. */
  private enter(owner: NameId, cased: Uint8Array | undefined): Batch {
    const same = (batch: Batch | undefined): boolean =>
      batch !== undefined && batch.owner === owner && sameCase(batch.cased, cased);
    if (this.glue !== undefined) {
      if (same(this.glue)) return this.glue;
      this.commit(this.glue);
      this.glue = undefined;
    }
    if (same(this.current)) return this.current!;
    const batch = this.newBatch(owner, cased);
    if (this.current?.targets?.has(owner) === true) return (this.glue = batch);
    if (this.current !== undefined) this.commit(this.current);
    return (this.current = batch);
  }

  private newBatch(owner: NameId, cased: Uint8Array | undefined): Batch {
    const number = this.batches++;
    if (cased !== undefined) this.casedBatches.set(number, cased);
    if (number >= this.committed.length) {
      const larger = new Int32Array(this.committed.length * 2);
      larger.set(this.committed);
      this.committed = larger;
    }
    return { owner, cased, number, targets: undefined };
  }

  private commit(batch: Batch): void {
    this.committed[batch.number] = this.clock++;
  }

  private commitAll(): void {
    if (this.current !== undefined) this.commit(this.current);
    if (this.glue !== undefined) this.commit(this.glue);
    this.current = this.glue = undefined;
  }

  /** Without a `$TTL`, what a record inherits is the TTL that the RRset before it got, not the one that was written. */
  private inheritTtl(id: RecordId, batch: number): void {
    if (this.hasDefaultTtl) return;
    const { records } = this.zone,
      type = records.type[id]!,
      explicit = (records.flags[id]! & EXPLICIT_TTL) !== 0;
    if (type === SOA && !explicit && this.lastTtl < 0) this.hasDefaultTtl = true;
    if (this.firstTtlsOf !== batch) {
      this.firstTtls.clear();
      this.firstTtlsOf = batch;
    }
    const rrset = type === RRSIG ? `${type} ${coveredType(this.octets.rdata(id))}` : String(type);
    const own = explicit || this.lastTtl < 0 ? records.ttl[id]! : this.lastTtl,
      ttl = this.firstTtls.get(rrset) ?? own;
    this.firstTtls.set(rrset, ttl);
    if (ttl !== records.ttl[id]) this.ttls.set(id, ttl);
    this.lastTtl = ttl;
  }

  inReadingOrder(a: RecordId, b: RecordId): number {
    return this.place[a]! - this.place[b]!;
  }

  /** What BIND makes of the records of one RRset, which are in the order of reading. */
  merge(ids: readonly RecordId[]): MergedRrset {
    let first = ids[0]!,
      last = first;
    const { batch, committed } = this;
    for (const id of ids) {
      if (committed[batch[id]!]! < committed[batch[first]!]!) first = id;
      if (committed[batch[id]!]! > committed[batch[last]!]!) last = id;
    }
    const ttl = this.ttls.get(last) ?? this.zone.records.ttl[last]!;
    return {
      ttl,
      cased: this.casedBatches.get(batch[first]!),
      rdata: ids.length === 1 ? [this.octets.rdata(first)] : this.distinct(ids),
    };
  }

  /** Each rdata once, in canonical order (RFC 4034 §6.3). In one batch the last of two equal ones stays, of two batches the first one's. */
  private distinct(ids: readonly RecordId[]): readonly Uint8Array[] {
    const { batch, committed } = this;
    const read = ids.map((id) => {
      const octets = this.octets.rdata(id).slice();
      return { octets, key: this.octets.comparable(), batch: batch[id]! };
    });
    read.sort((a, b) => compareOctets(a.key, b.key));
    const kept: typeof read = [];
    for (const one of read) {
      const before = kept.at(-1);
      if (before === undefined || compareOctets(before.key, one.key) !== 0) kept.push(one);
      else if (one.batch === before.batch || committed[one.batch]! < committed[before.batch]!)
        kept[kept.length - 1] = one;
    }
    return kept.map(({ octets }) => octets);
  }
}

export interface MergedRrset {
  /** Seconds. */
  readonly ttl: number;
  /** The owner's octets where a letter is in upper case. */
  readonly cased: Uint8Array | undefined;
  readonly rdata: readonly Uint8Array[];
}

export function coveredType(rrsig: Uint8Array): number {
  return ((rrsig[0] ?? 0) << 8) | (rrsig[1] ?? 0);
}

function sameCase(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && compareOctets(a, b) === 0);
}
