import { defineRule, eachRrset } from '../../engine/rule.ts';
import { isReverseZone } from '../../kit/special-zone.ts';

export default defineRule({
  meta: {
    code: 'rrset/single-address-redundancy',
    severity: 'hint',
    profile: 'all',
    source: 'practice',
    summary: 'Only one address at the apex',
    messages: { one: `{name} has one {type} record: when that host fails, clients can't reach {name}.` },
  },
  on: eachRrset(['A', 'AAAA'], { when: (zone, _record, name) => zone.apexKnown && name === zone.apex && !isReverseZone(zone) }),
  *check({ owner, records }, context) {
    const [only] = records;
    if (only !== undefined && records.length === 1 && !only.broken) yield { message: 'one', at: only.rdataSpan, args: { name: context.show(owner), type: only.mnemonic } };
  },
});
