import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../model/zone.ts';
import { isSignersOwn, standingOf } from '../../signed-names.ts';
import { defineRule, eachName } from '../../rule.ts';

const RRSIG = 46, NSEC = 47;

export default defineRule({
  meta: {
    code: 'nsec/missing', severity: 'warning', source: 'RFC 4035 §2.3', summary: 'A name of a signed zone has no NSEC record.',
    messages: { none: '{name} has no NSEC record, as the other names of this signed zone have: validators are told that it does not exist. It was added after the zone was signed; sign it anew.' },
  },
  on: eachName([], { when: (zone, _record, name) => zone.signing.hasNsec && lacksNsec(zone, name) }),
  *check({ name, records }, context) {
    const first = records.find(({ type }) => type !== RRSIG);
    if (first !== undefined) yield { message: 'none', at: first.ownerSpan ?? first.typeSpan, args: { name: context.show(name) } };
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
