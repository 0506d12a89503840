import { defineRule, eachRrset } from '../../engine/rule.ts';
import { isReverseZone } from '../../kit/special-zone.ts';

export default defineRule({
  meta: {
    code: 'rrset/single-address-redundancy',
    severity: 'hint',
    profile: 'all',
    source: 'practice',
    summary: 'The zone\'s own name has one address only.',
    messages: { one: '{name} has one {type} record: while that host is down, nobody reaches {name} that way. A second address lets clients try the other.' },
  },
  on: eachRrset(['A', 'AAAA'], { when: (zone, _record, name) => zone.apexKnown && name === zone.apex && !isReverseZone(zone) }),
  *check({ owner, records }, context) {
    const [only] = records;
    if (only !== undefined && records.length === 1 && !only.broken) yield { message: 'one', at: only.rdataSpan, args: { name: context.show(owner), type: only.mnemonic } };
  },
});
