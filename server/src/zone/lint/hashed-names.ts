import { sha1 } from '@noble/hashes/legacy.js';
import { ROOT, grown } from '../names/name-tree.ts';
import type { NameId, NameTree } from '../names/name-tree.ts';
import { BROKEN } from '../records/record-table.ts';
import type { RecordId } from '../records/record-table.ts';
import { recordAt } from '../model/lookup.ts';
import { RecordView } from '../model/record-view.ts';
import { textOrder } from '../model/text-order.ts';
import type { Zone } from '../model/zone.ts';
import { BASE32HEX, base32hexText, decimal } from '../rrtypes/kinds/digits.ts';
import { nextToken, rdataTokens, token } from './entry-tokens.ts';

const NSEC3 = 50, NSEC3PARAM = 51, SHA1 = 1, LONGEST_NAME = 255;
/** Octets of a hash. */
const HASH = 20;
/** With more, hashing takes too long; RFC 9276 §3.1 wants none. */
const MOST_ITERATIONS = 150;

export const NSEC3_NAME = Uint8Array.from('nsec3', c => c.charCodeAt(0));

/** Fields of NSEC3 before its list of types. */
export const BEFORE_TYPES = 5;

const hashText = (octets: Uint8Array, at: number): string => base32hexText(octets.subarray(at, at + HASH)).toLowerCase();

/** The names of a zone as NSEC3 hashes them (RFC 5155 §5). They keep their ids as long as there is the zone, so a hash is made once. */
class NameHashes {
  readonly param: string;
  private readonly iterations: number;
  private readonly message: Uint8Array;
  private readonly salt: Uint8Array;
  private octets = new Uint8Array(0);
  private known = new Uint8Array(0);

  constructor(param: string, iterations: number, salt: Uint8Array) {
    this.param = param;
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
    if (this.known[name] === 0) { this.octets.set(this.hash(names, name), name * HASH); this.known[name] = 1; }
    return name * HASH;
  }

  get all(): Uint8Array { return this.octets; }

  private hash(names: NameTree, name: NameId): Uint8Array {
    const { message, salt } = this;
    let length = 0;
    for (let at = name; at !== ROOT; at = names.parent(at)) {
      const size = message[length++] = names.labelLength(at);
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

const hashes = new WeakMap<Zone, NameHashes>();

/** The zone's NSEC3 records in the order of their hashes, each hash once. */
export class HashedChain {
  readonly records: Int32Array;
  readonly count: number;
  private readonly zone: Zone;
  private readonly names: NameHashes;
  /** Hashes of owners, and those that come next, `HASH` octets each. */
  private readonly owners: Uint8Array;
  private readonly nexts: Uint8Array;
  private readonly flags: Uint8Array;
  /** NSEC3 records of other parameters, which are not in the chain. */
  readonly strays: readonly RecordId[];

  constructor(zone: Zone, names: NameHashes, read: ReadRecords) {
    this.zone = zone;
    this.names = names;
    const order = read.inOrder(zone), { length } = order;
    this.count = length;
    this.records = new Int32Array(length);
    this.owners = new Uint8Array(length * HASH);
    this.nexts = new Uint8Array(length * HASH);
    this.flags = new Uint8Array(length);
    this.strays = read.strays;
    for (const [k, each] of order.entries()) {
      this.records[k] = read.records[each]!;
      this.owners.set(read.owners.subarray(each * HASH, (each + 1) * HASH), k * HASH);
      this.nexts.set(read.nexts.subarray(each * HASH, (each + 1) * HASH), k * HASH);
      this.flags[k] = read.flags[each]!;
    }
  }

  /** Base32hex in lower case. */
  hashAt(k: number): string { return hashText(this.owners, k * HASH); }
  nextAt(k: number): string { return hashText(this.nexts, k * HASH); }
  hashOf(name: NameId): string { const at = this.names.at(this.zone.names, name); return hashText(this.names.all, at); }
  flagsAt(k: number): number { return this.flags[k]!; }
  isOptOut(k: number): boolean { return (this.flags[k]! & 1) === 1; }

  /** The record whose hash is that of a name, or -1. */
  ofName(name: NameId): number { const at = this.names.at(this.zone.names, name), k = this.lastUpTo(this.names.all, at); return k >= 0 && compare(this.owners, k * HASH, this.names.all, at) === 0 ? k : -1; }

  /** The record that stands for the hashes around that of a name which has none. */
  covering(name: NameId): number { const k = this.lastUpTo(this.names.all, this.names.at(this.zone.names, name)); return k < 0 ? this.count - 1 : k; }

  /** The record to which one leads, or -1. */
  follower(k: number): number {
    const after = (k + 1) % this.count;
    if (compare(this.owners, after * HASH, this.nexts, k * HASH) === 0) return after;
    const found = this.lastUpTo(this.nexts, k * HASH);
    return found >= 0 && compare(this.owners, found * HASH, this.nexts, k * HASH) === 0 ? found : -1;
  }

  /** The last record whose hash is not greater, or -1. */
  private lastUpTo(octets: Uint8Array, at: number): number {
    let low = -1, high = this.count;
    while (high - low > 1) {
      const middle = low + high >> 1;
      if (compare(this.owners, middle * HASH, octets, at) <= 0) low = middle; else high = middle;
    }
    return low;
  }
}

function compare(a: Uint8Array, from: number, b: Uint8Array, beside: number): number {
  for (let k = 0; k < HASH; k++) { const order = a[from + k]! - b[beside + k]!; if (order !== 0) return order; }
  return 0;
}

/** NSEC3 records as they are read, in no order. */
class ReadRecords {
  records = new Int32Array(256);
  owners = new Uint8Array(256 * HASH);
  nexts = new Uint8Array(256 * HASH);
  flags = new Uint8Array(256);
  count = 0;
  readonly strays: RecordId[] = [];

  /** Makes room for one more, and returns its place. */
  next(): number {
    if (this.count < this.records.length) return this.count;
    const room = 2 * this.count;
    this.records = grown(this.records, room);
    this.owners = grown(this.owners, room * HASH);
    this.nexts = grown(this.nexts, room * HASH);
    this.flags = grown(this.flags, room);
    return this.count;
  }

  /** Their places by hash. Of several with one hash the first in the text counts. */
  inOrder(zone: Zone): Int32Array {
    const { owners } = this, order = Int32Array.from({ length: this.count }, (_, k) => k), byHash = (a: number, b: number): number => compare(owners, a * HASH, owners, b * HASH);
    // As signers write them.
    if (order.every((each, k) => k === 0 || byHash(each - 1, each) < 0)) return order;
    order.sort((a, b) => byHash(a, b) || textOrder(zone, this.records[a]!, this.records[b]!));
    return order.filter((each, k) => k === 0 || byHash(order[k - 1]!, each) !== 0);
  }
}

/** The zone's chain of NSEC3 records by its NSEC3PARAM record; undefined where there is none, or where nothing can be said: while a zone changes its salt it has two. */
export function hashedChain(zone: Zone): HashedChain | undefined {
  const first = zone.apexKnown ? recordAt(zone, zone.apex, NSEC3PARAM) : -1;
  if (first < 0 || hasSecond(zone, first)) return undefined;
  const param = new RecordView(zone, first), iterations = param.number('iterations'), salt = param.print('salt').toUpperCase();
  if (param.broken || param.number('hash-algorithm') !== SHA1 || iterations > MOST_ITERATIONS) return undefined;
  const read = recordsOf(zone, salt, iterations);
  const key = `${salt} ${iterations}`, known = hashes.get(zone);
  const names = known?.param === key ? known : new NameHashes(key, iterations, param.field('salt')?.octets.slice(1) ?? new Uint8Array());
  hashes.set(zone, names);
  return new HashedChain(zone, names, read);
}

function hasSecond(zone: Zone, first: RecordId): boolean {
  for (let id = zone.records.first(zone.apex); id >= 0; id = zone.records.next[id]!) if (id !== first && zone.records.type[id] === NSEC3PARAM) return true;
  return false;
}

function recordsOf(zone: Zone, salt: string, iterations: number): ReadRecords {
  const { records, names } = zone, read = new ReadRecords();
  for (let id = 0; id < records.limit; id++) {
    const owner = records.owner[id]!;
    if (records.type[id] !== NSEC3 || owner <= ROOT || (records.flags[id]! & BROKEN) !== 0 || names.parent(owner) !== zone.apex) continue;
    const at = read.next();
    read.records[at] = id;
    if (!ownHash(names, owner, read.owners, at * HASH)) continue;
    if (readText(zone, id, salt, iterations, read, at) || readView(zone, id, salt, iterations, read, at)) read.count++; else read.strays.push(id);
  }
  return read;
}

/** Whether a label is 32 digits in base32hex, whose octets are written to `out`. */
function ownHash(names: NameTree, name: NameId, out: Uint8Array, at: number): boolean {
  return names.labelLength(name) === 32 && fromBase32(k => names.labelOctet(name, k), out, at);
}

function fromBase32(digit: (k: number) => number, out: Uint8Array, at: number): boolean {
  let bits = 0, count = 0, to = at;
  for (let k = 0; k < 32; k++) {
    const value = BASE32HEX[digit(k)]!;
    if (value < 0) return false;
    bits = bits << 5 | value;
    count += 5;
    if (count >= 8) { count -= 8; out[to++] = bits >> count; bits &= (1 << count) - 1; }
  }
  return true;
}

function readText(zone: Zone, id: RecordId, salt: string, iterations: number, read: ReadRecords, at: number): boolean {
  if (!rdataTokens(zone, id, NSEC3_NAME) || !nextToken() || decimal(token.bytes, token.start, token.end) !== SHA1 || !nextToken()) return false;
  const { bytes } = token, flags = decimal(bytes, token.start, token.end);
  if (flags < 0 || !nextToken() || decimal(bytes, token.start, token.end) !== iterations || !nextToken() || !isText(bytes, token.start, token.end, salt) || !nextToken() || token.end - token.start !== 32) return false;
  const { start } = token;
  read.flags[at] = flags;
  return fromBase32(k => bytes[start + k]!, read.nexts, at * HASH);
}

function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let k = 0; k < text.length; k++) { const c = bytes[start + k]!; if ((c >= 97 && c <= 122 ? c - 32 : c) !== text.charCodeAt(k)) return false; }
  return true;
}

/** What the text does not tell at first sight, such as a record in the form of RFC 3597. */
function readView(zone: Zone, id: RecordId, salt: string, iterations: number, read: ReadRecords, at: number): boolean {
  const view = new RecordView(zone, id), next = view.print('next-hashed-owner-name');
  if (view.print('salt').toUpperCase() !== salt || view.number('iterations') !== iterations || view.number('hash-algorithm') !== SHA1 || next.length !== 32) return false;
  read.flags[at] = view.number('flags');
  return fromBase32(k => next.charCodeAt(k), read.nexts, at * HASH);
}
