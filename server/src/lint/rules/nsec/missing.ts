import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { isSignersOwn, standingOf } from '../../kit/signed-names.ts';
import { check, eachName } from '../../engine/check.ts';
import { NSEC, RRSIG, SOA } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachName([], {
    when: (zone, _record, name) =>
      zone.signing.proof === 'nsec'
        ? lacksNsec(zone, name)
        : name === zone.apex && zone.signing.isSigned && zone.signing.proof === 'none' && zone.signing.keys?.size !== 0,
  }),
  reports: 'nsec/missing',
  *run({ name, records }, context) {
    const { proof } = context.zone.signing,
      first = records.find(({ type }) => type === SOA) ?? records.find(({ type }) => type !== RRSIG);
    if (first !== undefined)
      yield {
        message: proof === 'nsec' ? 'none' : 'apex',
        at: proof === 'nsec' ? (first.ownerSpan ?? first.typeSpan) : first.typeSpan,
        args: { name: context.show(name) },
      };
  },
});

/** Asked for every name of a signed zone. */
function lacksNsec(zone: Zone, name: NameId): boolean {
  const { records } = zone;
  for (let id = records.first(name); id >= 0; id = records.next[id]!) if (records.type[id] === NSEC) return false;
  if (isSignersOwn(zone, name)) return false;
  const standing = standingOf(zone, name);
  return standing === 'own' || standing === 'cut';
}
