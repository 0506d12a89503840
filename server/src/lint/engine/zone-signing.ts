import { BROKEN } from '../../zone/records/record-table.ts';
import type { RecordId } from '../../zone/records/record-table.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import { keyNumber, unsigned } from '../../zone/model/signing.ts';
import type { Signing } from '../../zone/model/signing.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { keyTag } from '../../zone/format/dnssec.ts';
import { DNSKEY, NSEC, NSEC3, NSEC3PARAM, RRSIG, SOA } from '../../zone/rrtypes/codes.ts';

/** At a thousand signatures a second or more, which is what a slow algorithm gives. */
const LARGE = 20_000;

/** Reads anew how a zone is signed. Returns whether that is another way than before. */
export function refreshSigning(zone: Zone): boolean {
  const before = zone.signing,
    now = zone.apexKnown ? readSigning(zone) : unsigned;
  if (isSame(before, now)) return false;
  zone.signing = now;
  return true;
}

function readSigning(zone: Zone): Signing {
  const { records } = zone,
    keys: RecordId[] = [];
  const algorithms = new Set<number>(),
    signers = new Set<number>();
  let hasNsec = false,
    hasParam = false;
  for (let id = records.first(zone.apex); id >= 0; id = records.next[id]!) {
    const type = records.type[id]!;
    if (type === NSEC) hasNsec = true;
    else if (type === NSEC3PARAM) hasParam = true;
    else if (type === DNSKEY) keys.push(id);
    else if (type === RRSIG && (records.flags[id]! & BROKEN) === 0) {
      const signature = new RecordView(zone, id),
        algorithm = signature.number('algorithm');
      signers.add(keyNumber(signature.number('key-tag'), algorithm));
      if (signature.number('type-covered') === SOA) algorithms.add(algorithm);
    }
  }
  const isSound = keys.every((id) => (records.flags[id]! & BROKEN) === 0),
    isSigned =
      algorithms.size > 0 ||
      (keys.length > 0 && records.countOf(RRSIG) > 0 && records.countOf(NSEC) + records.countOf(NSEC3) > 0);
  const proof = hasNsec || (isSigned && !hasParam && records.countOf(NSEC) > 0) ? 'nsec' : hasParam ? 'nsec3' : 'none';
  return {
    isSigned,
    proof,
    keys: isSound ? new Set(keys.map((id) => keyOf(zone, id))) : undefined,
    signers,
    algorithms,
    isLarge: records.count > LARGE,
  };
}

function keyOf(zone: Zone, id: RecordId): number {
  const key = new RecordView(zone, id);
  return keyNumber(keyTag(key.octets), key.number('algorithm'));
}

function isSame(a: Signing, b: Signing): boolean {
  return (
    a.isSigned === b.isSigned &&
    a.proof === b.proof &&
    a.isLarge === b.isLarge &&
    a.keys?.size === b.keys?.size &&
    includes(b.keys, a.keys) &&
    a.signers.size === b.signers.size &&
    includes(b.signers, a.signers) &&
    a.algorithms.size === b.algorithms.size &&
    includes(b.algorithms, a.algorithms)
  );
}

const includes = (all: ReadonlySet<number> | undefined, some: ReadonlySet<number> | undefined): boolean =>
  [...(some ?? [])].every((each) => all?.has(each));
