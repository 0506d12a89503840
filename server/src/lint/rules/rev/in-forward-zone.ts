import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { isPolicyZone, isReverseZone } from '../../kit/special-zone.ts';
import { check, eachRecord } from '../../engine/check.ts';

const ARPA = 4,
  A = 97,
  R = 114;

/** The label `arpa` of a name below the apex, or -1. Asked for every PTR record, so nothing is made. */
function arpaIn({ names, apex }: Zone, owner: NameId): NameId {
  for (let name = owner; name !== apex && name !== ROOT; name = names.parent(name)) {
    if (
      names.labelLength(name) === ARPA &&
      names.labelOctet(name, 0) === A &&
      names.labelOctet(name, 1) === R &&
      names.label(name) === 'arpa'
    )
      return name;
  }
  return -1;
}

export default check({
  on: eachRecord(['PTR'], {
    when: (zone, _record, name) =>
      zone.apexKnown && zone.apex !== ROOT && !isReverseZone(zone) && zone.inZone(name) && arpaIn(zone, name) >= 0,
  }),
  reports: 'rev/in-forward-zone',
  *run(ptr, context) {
    const { names } = context.zone,
      name = context.show(ptr.owner),
      tree = /(in-addr|ip6)\.arpa/.exec(names.text(ptr.owner))?.[0];
    if (tree === undefined || isPolicyZone(context)) return;
    yield {
      message: 'inside',
      at: ptr.ownerSpan ?? ptr.typeSpan,
      args: { name, apex: context.show(context.zone.apex), tree },
    };
  },
});
