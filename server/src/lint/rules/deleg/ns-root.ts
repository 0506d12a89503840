import { ROOT } from '../../../names/name-tree.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import type { RuleContext } from '../../engine/context.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

const SOA = 6;

export default defineRule({
  meta: {
    code: 'deleg/ns-root',
    severity: 'warning',
    source: 'RFC 2181 §10.3',
    summary: 'Root (".") as a name server',
    messages: { root: `The name server of {name} is ".", the DNS root: resolvers can't ask it about {name}.` },
  },
  on: eachRecord(['NS'], { when: (zone, record) => zone.records.target[record] === ROOT }),
  *check(ns, context) {
    if (!ns.broken && !isDummyZone(context) && !isPolicyZone(context) && !context.zone.purpose.isCatalog) yield { message: 'root', at: ns.rdataSpan, args: { name: context.show(ns.owner) } };
  },
});

/** Zones that are there to answer nothing, such as those that block a name, have "." for the primary, too: nobody is to ask another server. */
function isDummyZone(context: RuleContext): boolean {
  const [soa] = context.records(context.zone.apex, SOA);
  return soa !== undefined && soa.target === ROOT;
}
