import type { NameId } from '../../../names/name-tree.ts';
import { BROKEN } from '../../../zone/records/record-table.ts';
import type { RecordId } from '../../../zone/records/record-table.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { typeAt, typeName } from '../../../zone/rrtypes/registry/registry.ts';
import { nextToken, rdataTokens, token } from '../../kit/entry-tokens.ts';
import { standingOf } from '../../kit/signed-names.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { DS, NS, NSEC, RRSIG, SOA } from '../../../zone/rrtypes/codes.ts';

const nsecWord = Uint8Array.from('nsec', (c) => c.charCodeAt(0));

export default check({
  on: eachRecord(['NSEC'], { when: (zone, record, name) => !agrees(zone, record, name) }),
  reports: 'nsec/bitmap',
  *run(nsec, context) {
    const { zone } = context,
      standing = standingOf(zone, nsec.owner);
    if (
      nsec.broken ||
      !zone.apexKnown ||
      standing === 'outside' ||
      standing === 'below' ||
      !context.has(zone.apex, SOA)
    )
      return;
    const there = new Set<string>(),
      said = new Set(
        nsec
          .print('type-bit-maps')
          .split(/\s+/)
          .filter((type) => type !== '' && (zone.signing.isSigned || !isSigners(type))),
      );
    for (let id = zone.records.first(nsec.owner); id >= 0; id = zone.records.next[id]!)
      if (isListed(zone.records.type[id]!, standing === 'cut')) there.add(typeName(zone.records.type[id]!));
    if (zone.signing.isSigned) there.add('RRSIG').add('NSEC');
    const missing = [...there].filter((type) => !said.has(type)).sort(),
      extra = [...said].filter((type) => !there.has(type)).sort(),
      at = nsec.span('type-bit-maps'),
      name = context.show(nsec.owner);
    if (missing.length > 0) yield { message: 'missing', at, args: { types: missing.join(', '), name } };
    else if (extra.length > 0) yield { message: 'extra', at, args: { types: extra.join(', '), name } };
  },
});

/** Files made for looking at are often without signatures: there these two are left aside. */
const isSigners = (type: string): boolean => type === 'RRSIG' || type === 'NSEC';

/** Whether a type belongs into the list, beside the two that each name with an NSEC record has: at a zone cut only NS and DS are the zone's own (RFC 4035 §2.3). */
const isListed = (type: number, cut: boolean): boolean =>
  type !== RRSIG && type !== NSEC && (!cut || type === NS || type === DS);

/** Asked for every NSEC record: whether all that it lists is there, and nothing else, as far as the text tells. */
function agrees(zone: Zone, record: RecordId, name: NameId): boolean {
  if ((zone.records.flags[record]! & BROKEN) !== 0) return true;
  if (!rdataTokens(zone, record, nsecWord) || !nextToken()) return false;
  const cut = standingOf(zone, name) === 'cut';
  let listed = 0,
    signers = 0;
  while (nextToken()) {
    const type = typeAt(token.bytes, token.start, token.end);
    if (type === RRSIG || type === NSEC) {
      signers++;
      continue;
    }
    if (!hasType(zone, name, type)) return false;
    listed++;
  }
  return (signers === 2 || !zone.signing.isSigned) && countTypes(zone, name, cut) === listed;
}

function hasType(zone: Zone, name: NameId, type: number): boolean {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (zone.records.type[id] === type) return true;
  return false;
}

/** How many types of a name belong into the list. */
function countTypes(zone: Zone, name: NameId, cut: boolean): number {
  const { records } = zone;
  let count = 0;
  for (let id = records.first(name); id >= 0; id = records.next[id]!) {
    const type = records.type[id]!;
    if (!isListed(type, cut)) continue;
    let isFirst = true;
    for (let other = records.first(name); other !== id; other = records.next[other]!)
      if (records.type[other] === type) {
        isFirst = false;
        break;
      }
    if (isFirst) count++;
  }
  return count;
}
