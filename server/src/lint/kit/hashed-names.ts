import { sha1 } from '@noble/hashes/legacy.js';
import { ROOT, grown } from '../../names/name-tree.ts';
import type { NameId, NameTree } from '../../names/name-tree.ts';
import { BROKEN } from '../../zone/records/record-table.ts';
import type { RecordId } from '../../zone/records/record-table.ts';
import { recordAt } from '../../zone/model/lookup.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import { textOrder } from '../../zone/model/text-order.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { BASE32HEX, base32hexText, decimal } from '../../zone/rrtypes/kinds/digits.ts';
import { typeAt, typeByMnemonic } from '../../zone/rrtypes/registry/registry.ts';
import { nextToken, rdataTokens, token } from './entry-tokens.ts';
import { NSEC3, NSEC3PARAM } from '../../zone/rrtypes/codes.ts';

const SHA1 = 1,
  LONGEST_NAME = 255;
/** Octets of a hash, and digits of it in base32hex. */
const HASH = 20,
  DIGITS = 32;
/** With more, hashing takes too long; RFC 9276 §3.1 wants none. */
const MOST_ITERATIONS = 150;

const NSEC3_NAME = Uint8Array.from('nsec3', (c) => c.charCodeAt(0));

const hashText = (octets: Uint8Array, at: number): string =>
  base32hexText(octets.subarray(at, at + HASH)).toLowerCase();

/** The names of a zone as NSEC3 hashes them (RFC 5155 §5). They keep their ids as long as there is the zone, so a hash is made once. */
class NameHashes {
  private readonly iterations: number;
  private readonly message: Uint8Array;
  private readonly salt: Uint8Array;
  private octets = new Uint8Array(0);
  private known = new Uint8Array(0);

  constructor(iterations: number, salt: Uint8Array) {
    this.iterations = iterations;
    this.salt = salt;
    this.message = new Uint8Array(LONGEST_NAME + salt.length);
  }

  /** Where a name's hash begins in `all`. */
  at(names: NameTree, name: NameId): number {
    if (name >= this.known.length) {
      const size = Math.max(names.size, name + 1);
      this.known = grown(this.known, size);
      this.octets = grown(this.octets, size * HASH);
    }
    if (this.known[name] === 0) {
      this.octets.set(this.hash(names, name), name * HASH);
      this.known[name] = 1;
    }
    return name * HASH;
  }

  get all(): Uint8Array {
    return this.octets;
  }

  private hash(names: NameTree, name: NameId): Uint8Array {
    const { message, salt } = this;
    let length = 0;
    for (let at = name; at !== ROOT; at = names.parent(at)) {
      const size = (message[length++] = names.labelLength(at));
      for (let k = 0; k < size; k++) message[length++] = names.labelOctet(at, k);
    }
    message[length++] = 0;
    message.set(salt, length);
    let digest: Uint8Array = sha1(message.subarray(0, length + salt.length));
    for (let k = 0; k < this.iterations; k++) {
      message.set(digest);
      message.set(salt, HASH);
      digest = sha1(message.subarray(0, HASH + salt.length));
    }
    return digest;
  }
}

/** NSEC3 records as their text tells them, by record: read once for each, since a signed zone has as many as names. */
class ReadRecords {
  /** The text of which a record was read, and its place there: texts are replaced, never changed. */
  private texts: (Uint8Array | undefined)[] = [];
  private places = new Int32Array(0);
  /** `HASH` octets each. */
  owners = new Uint8Array(0);
  nexts = new Uint8Array(0);
  flags = new Uint8Array(0);
  /** `typesKey` of the list of types. */
  types = new Int32Array(0);
  private kinds = new Uint8Array(0);
  readonly param: string;
  private readonly salt: string;
  private readonly iterations: number;

  constructor(param: string, salt: string, iterations: number) {
    this.param = param;
    this.salt = salt;
    this.iterations = iterations;
  }

  /** The records of the chain in the order of their hashes, each hash once, and those of other parameters. */
  read(zone: Zone): { readonly order: Int32Array; readonly strays: readonly RecordId[] } {
    const { records, names } = zone,
      found = new Int32Array(records.countOf(NSEC3)),
      strays: RecordId[] = [];
    this.grow(records.limit);
    let count = 0;
    for (let id = 0; id < records.limit; id++) {
      const owner = records.owner[id]!;
      if (
        records.type[id] !== NSEC3 ||
        owner <= ROOT ||
        (records.flags[id]! & BROKEN) !== 0 ||
        names.parent(owner) !== zone.apex
      )
        continue;
      const kind = this.kindOf(zone, id, owner);
      if (kind === IN_CHAIN) found[count++] = id;
      else if (kind === STRAY) strays.push(id);
    }
    return { order: this.inOrder(zone, found.subarray(0, count)), strays };
  }

  private kindOf(zone: Zone, id: RecordId, owner: NameId): number {
    const { bytes } = zone.blockOf(id).chunk,
      place = zone.records.offset[id]!;
    if (this.texts[id] === bytes && this.places[id] === place) return this.kinds[id]!;
    this.texts[id] = bytes;
    this.places[id] = place;
    return (this.kinds[id] = !ownHash(zone.names, owner, this.owners, id * HASH)
      ? NO_HASH
      : this.readText(zone, id) || this.readView(zone, id)
        ? IN_CHAIN
        : STRAY);
  }

  private grow(limit: number): void {
    if (limit <= this.flags.length) return;
    const room = Math.max(limit, this.flags.length * 2);
    this.places = grown(this.places, room);
    this.owners = grown(this.owners, room * HASH);
    this.nexts = grown(this.nexts, room * HASH);
    this.flags = grown(this.flags, room);
    this.types = grown(this.types, room);
    this.kinds = grown(this.kinds, room);
  }

  private inOrder(zone: Zone, ids: Int32Array): Int32Array {
    const { owners } = this,
      byHash = (a: number, b: number): number => compare(owners, a * HASH, owners, b * HASH);
    let sorted = true;
    // As signers write them.
    for (let k = 1; k < ids.length && sorted; k++) sorted = byHash(ids[k - 1]!, ids[k]!) < 0;
    if (sorted) return ids;
    ids.sort((a, b) => byHash(a, b) || textOrder(zone, a, b));
    return ids.filter((id, k) => k === 0 || byHash(ids[k - 1]!, id) !== 0);
  }

  private readText(zone: Zone, id: RecordId): boolean {
    if (
      !rdataTokens(zone, id, NSEC3_NAME) ||
      !nextToken() ||
      decimal(token.bytes, token.start, token.end) !== SHA1 ||
      !nextToken()
    )
      return false;
    const { bytes } = token,
      flags = decimal(bytes, token.start, token.end);
    if (
      flags < 0 ||
      !nextToken() ||
      decimal(bytes, token.start, token.end) !== this.iterations ||
      !nextToken() ||
      !isText(bytes, token.start, token.end, this.salt) ||
      !nextToken()
    )
      return false;
    if (token.end - token.start !== DIGITS || !fromBase32(bytes, token.start, this.nexts, id * HASH)) return false;
    let types = 0;
    while (nextToken()) types += typesKey(typeAt(bytes, token.start, token.end));
    this.flags[id] = flags;
    this.types[id] = types;
    return true;
  }

  /** What the text does not tell at first sight, such as a record in the form of RFC 3597. */
  private readView(zone: Zone, id: RecordId): boolean {
    const view = new RecordView(zone, id),
      next = view.print('next-hashed-owner-name');
    if (
      view.print('salt').toUpperCase() !== this.salt ||
      view.number('iterations') !== this.iterations ||
      view.number('hash-algorithm') !== SHA1 ||
      next.length !== DIGITS
    )
      return false;
    this.flags[id] = view.number('flags');
    this.types[id] = view
      .print('type-bit-maps')
      .split(/\s+/)
      .reduce(
        (sum, type) =>
          sum + (type === '' ? 0 : typesKey(typeByMnemonic(type)?.code ?? Number(type.slice('TYPE'.length)))),
        0,
      );
    return fromBase32(
      Uint8Array.from(next, (c) => c.charCodeAt(0)),
      0,
      this.nexts,
      id * HASH,
    );
  }
}

const NO_HASH = 0,
  IN_CHAIN = 1,
  STRAY = 2;

/** Adds up to a number that tells sets of types apart: with one of 2³² for each of their codes. */
export const typesKey = (type: number): number =>
  Math.imul(type + 1, 0x9e3779b1) ^ (Math.imul(type + 0x7f4a, 0x85ebca6b) >>> 13);

/** The zone's NSEC3 records in the order of their hashes, each hash once. */
export class HashedChain {
  readonly records: Int32Array;
  readonly count: number;
  /** NSEC3 records of other parameters, which are not in the chain. */
  readonly strays: readonly RecordId[];
  private readonly zone: Zone;
  private readonly names: NameHashes;
  private readonly read: ReadRecords;
  /** Hashes of owners in their order, `HASH` octets each. */
  private readonly owners: Uint8Array;

  constructor(zone: Zone, names: NameHashes, read: ReadRecords) {
    const { order, strays } = read.read(zone);
    this.zone = zone;
    this.names = names;
    this.read = read;
    this.records = order;
    this.count = order.length;
    this.strays = strays;
    this.owners = new Uint8Array(order.length * HASH);
    for (let k = 0; k < order.length; k++)
      for (let i = 0; i < HASH; i++) this.owners[k * HASH + i] = read.owners[order[k]! * HASH + i]!;
  }

  /** Base32hex in lower case. */
  hashAt(k: number): string {
    return hashText(this.owners, k * HASH);
  }
  nextAt(k: number): string {
    return hashText(this.read.nexts, this.records[k]! * HASH);
  }
  hashOf(name: NameId): string {
    const at = this.names.at(this.zone.names, name);
    return hashText(this.names.all, at);
  }
  flagsAt(k: number): number {
    return this.read.flags[this.records[k]!]!;
  }
  isOptOut(k: number): boolean {
    return (this.flagsAt(k) & 1) === 1;
  }
  /** The sum of `typesKey` of all types that are listed. */
  typesAt(k: number): number {
    return this.read.types[this.records[k]!]!;
  }

  /** The record whose hash is that of a name, or -1. */
  ofName(name: NameId): number {
    const at = this.names.at(this.zone.names, name),
      k = this.lastUpTo(this.names.all, at);
    return k >= 0 && compare(this.owners, k * HASH, this.names.all, at) === 0 ? k : -1;
  }

  /** The record that stands for the hashes around that of a name which has none. */
  covering(name: NameId): number {
    const k = this.lastUpTo(this.names.all, this.names.at(this.zone.names, name));
    return k < 0 ? this.count - 1 : k;
  }

  /** The record to which one leads, or -1. */
  follower(k: number): number {
    const after = (k + 1) % this.count,
      at = this.records[k]! * HASH,
      { nexts } = this.read;
    if (compare(this.owners, after * HASH, nexts, at) === 0) return after;
    const found = this.lastUpTo(nexts, at);
    return found >= 0 && compare(this.owners, found * HASH, nexts, at) === 0 ? found : -1;
  }

  /** The last record whose hash is not greater, or -1. */
  private lastUpTo(octets: Uint8Array, at: number): number {
    let low = -1,
      high = this.count;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (compare(this.owners, middle * HASH, octets, at) <= 0) low = middle;
      else high = middle;
    }
    return low;
  }
}

function compare(a: Uint8Array, from: number, b: Uint8Array, beside: number): number {
  for (let k = 0; k < HASH; k++) {
    const order = a[from + k]! - b[beside + k]!;
    if (order !== 0) return order;
  }
  return 0;
}

const hashes = new WeakMap<Zone, { readonly names: NameHashes; readonly read: ReadRecords }>();

/** The zone's chain of NSEC3 records by its NSEC3PARAM record; undefined where there is none, or where nothing can be said: while a zone changes its salt it has two. */
export function hashedChain(zone: Zone): HashedChain | undefined {
  const first = zone.apexKnown ? recordAt(zone, zone.apex, NSEC3PARAM) : -1;
  if (first < 0 || hasSecond(zone, first)) return undefined;
  const param = new RecordView(zone, first),
    iterations = param.number('iterations'),
    salt = param.print('salt').toUpperCase();
  if (param.broken || param.number('hash-algorithm') !== SHA1 || iterations > MOST_ITERATIONS) return undefined;
  const key = `${salt} ${iterations}`,
    known = hashes.get(zone);
  const { names, read } =
    known?.read.param === key
      ? known
      : {
          names: new NameHashes(iterations, param.field('salt')?.octets.slice(1) ?? new Uint8Array()),
          read: new ReadRecords(key, salt, iterations),
        };
  hashes.set(zone, { names, read });
  return new HashedChain(zone, names, read);
}

function hasSecond(zone: Zone, first: RecordId): boolean {
  for (let id = zone.records.first(zone.apex); id >= 0; id = zone.records.next[id]!)
    if (id !== first && zone.records.type[id] === NSEC3PARAM) return true;
  return false;
}

const label = new Uint8Array(DIGITS);

/** Whether a name's label is a hash in base32hex, whose octets are written to `out`. */
function ownHash(names: NameTree, name: NameId, out: Uint8Array, at: number): boolean {
  if (names.labelLength(name) !== DIGITS) return false;
  for (let k = 0; k < DIGITS; k++) label[k] = names.labelOctet(name, k);
  return fromBase32(label, 0, out, at);
}

function fromBase32(bytes: Uint8Array, start: number, out: Uint8Array, at: number): boolean {
  let bits = 0,
    count = 0,
    to = at;
  for (let k = 0; k < DIGITS; k++) {
    const value = BASE32HEX[bytes[start + k]!]!;
    if (value < 0) return false;
    bits = (bits << 5) | value;
    count += 5;
    if (count >= 8) {
      count -= 8;
      out[to++] = bits >> count;
      bits &= (1 << count) - 1;
    }
  }
  return true;
}

function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let k = 0; k < text.length; k++) {
    const c = bytes[start + k]!;
    if ((c >= 97 && c <= 122 ? c - 32 : c) !== text.charCodeAt(k)) return false;
  }
  return true;
}
