import { compareOctets } from '../../zone/format/canonical-order.ts';
import { OriginCases } from '../../zone/format/origin-cases.ts';
import { RecordOctets } from '../../zone/format/record-octets.ts';
import { treeOctets } from '../../zone/format/typed-name.ts';
import type { NameId, NameTree } from '../../names/name-tree.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { ASTERISK } from '../../text/octets.ts';

const CLASS_IN = 1;

/** What an RRSIG record signs (RFC 4034 §3.1.8.1): its own rdata without the signature, then the records of the RRset in canonical form and order. Undefined when its count of labels does not fit the owner. */
export function signedData(rrsig: RecordView, rrset: readonly RecordView[]): Uint8Array | undefined {
  const { names } = rrsig.zone,
    owner = signedOwner(names, rrsig.owner, rrsig.number('labels')),
    signature = rrsig.field('signature')?.octets;
  if (owner === undefined || signature === undefined) return undefined;
  const own = canonicalRdata(rrsig),
    ttl = rrsig.number('original-ttl'),
    parts = [own.subarray(0, own.length - signature.length)];
  const rdata = rrset.map((record) => canonicalRdata(record)).sort(compareOctets);
  for (const [k, each] of rdata.entries()) {
    if (k > 0 && compareOctets(each, rdata[k - 1]!) === 0) continue;
    parts.push(owner, recordHeader(rrsig.number('type-covered'), ttl, each.length), each);
  }
  const data = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  return data;
}

/** Type, class, TTL and length of rdata as they follow the owner name of a record in wire form (RFC 1035 §3.2.1). */
export function recordHeader(type: number, ttl: number, length: number): Uint8Array {
  const out = new Uint8Array(10),
    view = new DataView(out.buffer);
  view.setUint16(0, type);
  view.setUint16(2, CLASS_IN);
  view.setUint32(4, ttl);
  view.setUint16(8, length);
  return out;
}

/** The owner in wire form and lower case; when it has more labels than were signed, it was made out of a wildcard (RFC 4035 §5.3.2). */
function signedOwner(names: NameTree, owner: NameId, labels: number): Uint8Array | undefined {
  const depth = names.depth(owner),
    own = depth - (names.isWildcard(owner) ? 1 : 0);
  if (labels > own) return undefined;
  if (labels === own) return treeOctets(names, owner);
  let name = owner;
  for (let k = depth; k > labels; k--) name = names.parent(name);
  return Uint8Array.of(1, ASTERISK, ...treeOctets(names, name));
}

const readers = new WeakMap<Zone, RecordOctets>();

function readerOf(zone: Zone): RecordOctets {
  const known = readers.get(zone);
  if (known !== undefined) return known;
  const reader = new RecordOctets(zone, new OriginCases(zone));
  readers.set(zone, reader);
  return reader;
}

/** The rdata in wire form, names in lower case where RFC 4034 §6.2 wants it. */
export function canonicalRdata({ zone, id }: Pick<RecordView, 'zone' | 'id'>): Uint8Array {
  const reader = readerOf(zone);
  reader.rdata(id);
  return reader.comparable();
}
