import { ROOT } from '../../../names/name-tree.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { SOA } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['NS'], { when: (zone, record) => zone.records.target[record] === ROOT }),
  reports: 'deleg/ns-root',
  *run(ns, context) {
    if (!ns.broken && !isDummyZone(context) && !isPolicyZone(context) && !context.zone.purpose.isCatalog)
      yield { message: 'root', at: ns.rdataSpan, args: { name: context.show(ns.owner) } };
  },
});

/** Zones that are there to answer nothing, such as those that block a name, have "." for the primary, too: nobody is to ask another server. */
function isDummyZone(context: RuleContext): boolean {
  const [soa] = context.records(context.zone.apex, SOA);
  return soa !== undefined && soa.target === ROOT;
}
