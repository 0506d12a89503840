import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { coveredType } from '../../kit/signature-text.ts';
import { isSignedType, standingOf } from '../../kit/signed-names.ts';
import { check, eachName } from '../../engine/check.ts';
import { NSEC, RRSIG } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachName([], {
    when: (zone, _record, name) =>
      zone.signing.isSigned && (name === zone.apex || zone.signing.keys?.size !== 0) && hasUnsigned(zone, name),
  }),
  reports: 'rrsig/missing',
  *run({ name, records }, context) {
    const signatures = records.filter(({ type }) => type === RRSIG),
      standing = standingOf(context.zone, name);
    if (records.some(({ type, broken }) => broken && (type === RRSIG || type === NSEC))) return;
    const covered = new Set(signatures.map((record) => record.number('type-covered'))),
      told = new Set<number>();
    for (const record of records) {
      const { type } = record;
      if (!isSignedType(type, standing === 'cut') || covered.has(type) || told.has(type)) continue;
      told.add(type);
      yield { message: 'unsigned', at: record.typeSpan, args: { type: record.mnemonic, name: context.show(name) } };
    }
  },
});

/** Types with a signature at the name that is looked at. */
const signed = new Set<number>();

/** Asked for every name of a signed zone. */
function hasUnsigned(zone: Zone, name: NameId): boolean {
  const standing = standingOf(zone, name),
    { records } = zone;
  if (standing === 'outside' || standing === 'below') return false;
  signed.clear();
  for (let id = records.first(name); id >= 0; id = records.next[id]!) {
    if (records.type[id] !== RRSIG) continue;
    const type = coveredType(zone, id);
    if (type < 0) return true;
    signed.add(type);
  }
  for (let id = records.first(name); id >= 0; id = records.next[id]!)
    if (isSignedType(records.type[id]!, standing === 'cut') && !signed.has(records.type[id]!)) return true;
  return false;
}
