import { ROOT } from '../../../names/name-tree.ts';
import { isCatalogZone, isPolicyZone } from '../../special-zone.ts';
import { defineRule, eachRecord } from '../../rule.ts';

export default defineRule({
  meta: {
    code: 'deleg/ns-root',
    severity: 'warning',
    source: 'RFC 2181 §10.3',
    summary: 'An NS record that names ".", which is no server.',
    messages: { root: 'The name server of {name} is ".", the root of the DNS, which has no address: resolvers cannot ask it about {name}. Write the name of a server.' },
  },
  on: eachRecord(['NS'], { when: (zone, record) => zone.records.target[record] === ROOT }),
  *check(ns, context) {
    if (!ns.broken && !isPolicyZone(context) && !isCatalogZone(context)) yield { message: 'root', at: ns.rdataSpan, args: { name: context.show(ns.owner) } };
  },
});
