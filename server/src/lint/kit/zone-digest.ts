import { sha384, sha512 } from '@noble/hashes/sha2.js';
import { compareOctets, namesInOrder } from '../../zone/format/canonical-order.ts';
import { treeOctets } from '../../zone/format/typed-name.ts';
import type { NameId } from '../../names/name-tree.ts';
import { BROKEN } from '../../zone/records/record-table.ts';
import type { RecordId } from '../../zone/records/record-table.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { canonicalRdata, recordHeader } from './signed-data.ts';
import { RRSIG, ZONEMD } from '../../zone/rrtypes/codes.ts';

/** Hash algorithms of ZONEMD by number (RFC 8976 §2.2.3). */
const hashes: Readonly<Record<number, typeof sha384>> = { 1: sha384, 2: sha512 };

/** Whether `zoneDigest` can tell. */
export const isKnownDigest = (scheme: number, algorithm: number): boolean =>
  scheme === 1 && hashes[algorithm] !== undefined;

/** The digest of a zone by the SIMPLE scheme (RFC 8976 §3.3.1); undefined where a record cannot be read or has no TTL. */
export function zoneDigest(zone: Zone, algorithm: number): Uint8Array | undefined {
  const hash = hashes[algorithm]?.create();
  if (hash === undefined) return undefined;
  for (const name of namesInOrder(zone.names, zone.apex)) {
    const digested = recordsOf(zone, name);
    if (digested === undefined) return undefined;
    const owner = treeOctets(zone.names, name);
    for (const [k, { type, ttl, rdata }] of digested.entries()) {
      const before = digested[k - 1];
      if (before !== undefined && before.type === type && compareOctets(before.rdata, rdata) === 0) continue;
      hash
        .update(owner)
        .update(recordHeader(type, ttl, rdata.length))
        .update(rdata);
    }
  }
  return hash.digest();
}

interface Digested {
  readonly type: number;
  readonly ttl: number;
  readonly rdata: Uint8Array;
}

/** What is digested of a name's records, in canonical order (RFC 8976 §3.3.1.1): all but the digests at the apex, and their signatures. */
function recordsOf(zone: Zone, name: NameId): readonly Digested[] | undefined {
  const { records } = zone,
    found: Digested[] = [];
  for (let id: RecordId = records.first(name); id >= 0; id = records.next[id]!) {
    const type = records.type[id]!,
      ttl = records.ttl[id]!;
    if (
      name === zone.apex &&
      (type === ZONEMD || (type === RRSIG && new RecordView(zone, id).number('type-covered') === ZONEMD))
    )
      continue;
    if ((records.flags[id]! & BROKEN) !== 0 || ttl < 0) return undefined;
    found.push({ type, ttl, rdata: canonicalRdata({ zone, id }) });
  }
  return found.sort((a, b) => a.type - b.type || compareOctets(a.rdata, b.rdata));
}
