import { Columns } from '../../names/columns.ts';
import { grown } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import { TypeIndex } from './type-index.ts';

/** A record's place in the table. Ids of removed records are used again. */
export type RecordId = number;

export const NONE = -1;

/** The rdata couldn't be read, or only in part: the record counts as there, but nothing may be concluded from its rdata. */
export const BROKEN = 1;
/** The TTL is written on the record. */
export const EXPLICIT_TTL = 2;
/** The owner name is written on the record. */
export const EXPLICIT_OWNER = 4;
/** Made by `$GENERATE`. */
export const GENERATED = 8;
/** An A or AAAA record whose address may be one that the Internet does not reach: all but ordinary global unicast addresses. Broken ones have it, too. */
export const SPECIAL_ADDRESS = 16;
/** An A record with an address of RFC 1918; it has `SPECIAL_ADDRESS`, too. */
export const PRIVATE_ADDRESS = 32;
/** An A or AAAA record with an address that no host outside its own network reaches; it has `SPECIAL_ADDRESS`, too. */
export const UNREACHABLE_ADDRESS = 64;
/** An A or AAAA record with an address for documentation (RFC 5737, RFC 3849, RFC 9637); it has `SPECIAL_ADDRESS`, too. */
export const DOCUMENTATION_ADDRESS = 128;

/** What kinds of record a name has, one bit each: `Zone.kinds` is asked on every look-up. */
export const HAS_ADDRESS = 1,
  HAS_NS = 2,
  HAS_CNAME = 4,
  HAS_DNAME = 8,
  HAS_MX = 16,
  HAS_TXT = 32,
  HAS_SOA = 64,
  HAS_OTHER = 128;

const KIND_OF_TYPE = new Uint8Array(65536).fill(HAS_OTHER);
KIND_OF_TYPE[1] = KIND_OF_TYPE[28] = HAS_ADDRESS;
KIND_OF_TYPE[2] = HAS_NS;
KIND_OF_TYPE[5] = HAS_CNAME;
KIND_OF_TYPE[6] = HAS_SOA;
KIND_OF_TYPE[15] = HAS_MX;
KIND_OF_TYPE[16] = HAS_TXT;
KIND_OF_TYPE[39] = HAS_DNAME;
/** Types that aren't indexed have smaller codes than this. */
const COUNTED = 64;
const NOT_INDEXED = new Uint8Array(65536);
for (const type of [1, 28, 2, 5, 12, 16, 46, 47, 50]) NOT_INDEXED[type] = 1;

const nobody = new Int32Array(0);

/** Most zones have fewer records than this; and how many may be in one piece of memory, which saves most of what small zones cost. */
const FEWEST = 32,
  FEW = 1024;

/**
 * All records of a zone in columns, chained by owner and by the name that they point at. One million records are about 40 MB and no objects.
 */
export class RecordTable {
  private capacity: number;
  owner: Int32Array;
  /** TTL in seconds as written or inherited; -1 when there is none. */
  ttl: Int32Array;
  type: Uint16Array;
  /** Hash of the rdata with names as ids: equal rdata has equal hashes. */
  hash: Int32Array;
  /** The name that the record points at, or -1. */
  target: Int32Array;
  /** Id of the block whose text holds the record. */
  block: Int32Array;
  /** Where the record's entry begins, bytes in its chunk. */
  offset: Int32Array;
  flags: Uint8Array;
  /** The next record of the same owner, or -1. */
  next: Int32Array;
  private nextReferrer: Int32Array;
  /** The record whose next referrer this one is, or -1. Only records that go ask for it: an empty array until the first goes. */
  private previousReferrer: Int32Array = nobody;
  /** By name: the first record and the first referrer, plus one, so that memory as the system gives it means none. */
  private heads: Int32Array;
  private referrers: Int32Array;
  private kindBits: Uint8Array;
  private referrerBits: Uint8Array;
  /** Records of the types that rules ask for by type: all but the common ones. */
  private readonly byType = new TypeIndex();
  /** How many records there are of the common types, by type. */
  private readonly counts: Int32Array;
  private unreachable = 0;
  private documentation = 0;
  private freed: RecordId[] = [];
  private used = 0;
  private alive = 0;
  /** Another number after every record that comes or goes: what was found out about records holds as long as it stays. */
  version = 0;
  /** The same for names that get their first record, or lose their last one. */
  namesVersion = 0;

  constructor(expected = FEWEST) {
    const n = Math.max(FEWEST, expected);
    this.capacity = n;
    const room = new Columns(
      n <= FEW
        ? (10 * Int32Array.BYTES_PER_ELEMENT + Uint16Array.BYTES_PER_ELEMENT + 3) * n +
            COUNTED * Int32Array.BYTES_PER_ELEMENT
        : 0,
    );
    this.counts = room.int32(COUNTED);
    this.owner = room.int32(n);
    this.ttl = room.int32(n);
    this.hash = room.int32(n);
    this.target = room.int32(n);
    this.block = room.int32(n);
    this.offset = room.int32(n);
    this.next = room.int32(n);
    this.nextReferrer = room.int32(n);
    this.heads = room.int32(n);
    this.referrers = room.int32(n);
    this.type = room.uint16(n);
    this.flags = room.uint8(n);
    this.kindBits = room.uint8(n);
    this.referrerBits = room.uint8(n);
  }

  /** How many records there are. */
  get count(): number {
    return this.alive;
  }
  /** Whether a record that is added comes after all others. */
  get isDense(): boolean {
    return this.freed.length === 0;
  }
  /** Ids are smaller than this; ids of removed records have the owner -1. */
  get limit(): number {
    return this.used;
  }

  /** All records of a type other than A, AAAA, NS, CNAME, PTR, TXT, RRSIG, NSEC, NSEC3, in no order; good until a record comes or goes. */
  ofType(type: number): Int32Array {
    return this.byType.of(type);
  }

  countOf(type: number): number {
    return NOT_INDEXED[type] === 0 ? this.byType.count(type) : this.counts[type]!;
  }

  /** Whether there are addresses, and no host outside reaches any of them. */
  get isOutOfReach(): boolean {
    return this.unreachable > 0 && this.unreachable === this.counts[1]! + this.counts[28]!;
  }

  /** Whether there are several addresses, and all of them are for documentation. */
  get isDocumentation(): boolean {
    return this.documentation > 1 && this.documentation === this.counts[1]! + this.counts[28]!;
  }

  /** A record of a name, or -1; the others follow by `next`, in no order. */
  first(name: NameId): RecordId {
    return name >= 0 && name < this.heads.length ? this.heads[name]! - 1 : NONE;
  }
  /** The first record that points at a name, or -1. */
  firstReferrer(name: NameId): RecordId {
    return name >= 0 && name < this.referrers.length ? this.referrers[name]! - 1 : NONE;
  }
  nextReferrerOf(record: RecordId): RecordId {
    return this.nextReferrer[record]!;
  }
  /** What kinds of record point at a name: bits as of `kinds`. */
  referrerKinds(name: NameId): number {
    return name >= 0 && name < this.referrerBits.length ? this.referrerBits[name]! : 0;
  }
  kinds(name: NameId): number {
    return name >= 0 && name < this.kindBits.length ? this.kindBits[name]! : 0;
  }

  add(
    owner: NameId,
    ttl: number,
    type: number,
    hash: number,
    target: NameId,
    block: number,
    offset: number,
    flags: number,
  ): RecordId {
    const id = this.freed.length > 0 ? this.freed.pop()! : this.used++;
    if (id >= this.capacity) this.grow();
    this.ttl[id] = ttl;
    this.type[id] = type;
    this.hash[id] = hash;
    this.block[id] = block;
    this.offset[id] = offset;
    this.flags[id] = flags;
    this.alive++;
    this.version++;
    if ((flags & UNREACHABLE_ADDRESS) !== 0) this.unreachable++;
    if ((flags & DOCUMENTATION_ADDRESS) !== 0) this.documentation++;
    this.chain(id, owner);
    this.target[id] = target;
    if (target >= 0) this.refer(id, target);
    if (NOT_INDEXED[type] === 0) this.byType.add(id, type);
    else this.counts[type]!++;
    return id;
  }

  remove(id: RecordId): void {
    const type = this.type[id]!;
    if ((this.flags[id]! & UNREACHABLE_ADDRESS) !== 0) this.unreachable--;
    if ((this.flags[id]! & DOCUMENTATION_ADDRESS) !== 0) this.documentation--;
    if (NOT_INDEXED[type] === 0) this.byType.remove(id, type, this.used);
    else this.counts[type]!--;
    const owner = this.owner[id]!,
      target = this.target[id]!;
    this.unchain(id, owner);
    if (target >= 0) this.unrefer(id, target);
    this.owner[id] = NONE;
    this.freed.push(id);
    this.alive--;
    this.version++;
  }

  private chain(id: RecordId, owner: NameId): void {
    if (owner >= this.heads.length) this.growNames(owner);
    this.owner[id] = owner;
    const head = this.heads[owner]! - 1;
    if (head < 0) this.namesVersion++;
    this.next[id] = head;
    this.heads[owner] = id + 1;
    this.kindBits[owner]! |= KIND_OF_TYPE[this.type[id]!]!;
  }

  private unchain(id: RecordId, owner: NameId): void {
    let before = NONE,
      kinds = 0;
    for (let r = this.heads[owner]! - 1; r >= 0; r = this.next[r]!) {
      if (r !== id) kinds |= KIND_OF_TYPE[this.type[r]!]!;
      if (this.next[r] === id) before = r;
    }
    if (before < 0) this.heads[owner] = this.next[id]! + 1;
    else this.next[before] = this.next[id]!;
    if (this.heads[owner] === 0) this.namesVersion++;
    this.kindBits[owner] = kinds;
  }

  private refer(id: RecordId, target: NameId): void {
    if (target >= this.heads.length) this.growNames(target);
    const head = this.referrers[target]! - 1;
    this.nextReferrer[id] = head;
    if (this.previousReferrer.length > 0) {
      this.previousReferrer[id] = NONE;
      if (head >= 0) this.previousReferrer[head] = id;
    }
    this.referrers[target] = id + 1;
    this.referrerBits[target]! |= KIND_OF_TYPE[this.type[id]!]!;
  }

  private unrefer(id: RecordId, target: NameId): void {
    if (this.previousReferrer.length === 0) this.linkBack();
    const before = this.previousReferrer[id]!,
      after = this.nextReferrer[id]!;
    if (before < 0) this.referrers[target] = after + 1;
    else this.nextReferrer[before] = after;
    if (after >= 0) this.previousReferrer[after] = before;
    const kind = KIND_OF_TYPE[this.type[id]!]!;
    for (let other = this.referrers[target]! - 1; other >= 0; other = this.nextReferrer[other]!)
      if (KIND_OF_TYPE[this.type[other]!] === kind) return;
    this.referrerBits[target]! &= ~kind;
  }

  /** Fills `previousReferrer`: once, when the first record goes. */
  private linkBack(): void {
    const { owner, target, nextReferrer, used } = this,
      previous = new Int32Array(this.capacity).fill(NONE);
    for (let id = 0; id < used; id++) {
      if (owner[id]! < 0 || target[id]! < 0) continue;
      const after = nextReferrer[id]!;
      if (after >= 0) previous[after] = id;
    }
    this.previousReferrer = previous;
  }

  private grow(): void {
    const n = (this.capacity = Math.max(this.capacity + 1, Math.ceil(this.capacity * 1.5)));
    this.owner = grown(this.owner, n);
    this.ttl = grown(this.ttl, n);
    this.type = grown(this.type, n);
    this.hash = grown(this.hash, n);
    this.target = grown(this.target, n);
    this.block = grown(this.block, n);
    this.offset = grown(this.offset, n);
    this.flags = grown(this.flags, n);
    this.next = grown(this.next, n);
    this.nextReferrer = grown(this.nextReferrer, n);
    if (this.previousReferrer.length > 0) this.previousReferrer = grown(this.previousReferrer, n);
  }

  private growNames(name: NameId): void {
    const n = Math.max(name + 1, Math.ceil(this.heads.length * 1.5));
    this.heads = grown(this.heads, n);
    this.referrers = grown(this.referrers, n);
    this.kindBits = grown(this.kindBits, n);
    this.referrerBits = grown(this.referrerBits, n);
  }
}
