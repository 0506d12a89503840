import { isPolicyZone } from '../../kit/special-zone.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

const HOUR = 3600;

export default defineRule({
  meta: {
    code: 'ttl/ns-low',
    severity: 'hint',
    profile: 'strict',
    source: 'RFC 1912 §2.2',
    summary: 'NS records with a TTL under an hour',
    messages: { low: 'The NS records have a TTL of only {ttl} seconds: resolvers keep asking, and a full outage is felt at once.' },
  },
  on: eachRrset(['NS'], { when: (zone, record, name) => name === zone.apex && zone.records.ttl[record]! > 0 && zone.records.ttl[record]! < HOUR }),
  *check({ records }, context) {
    const [first] = records;
    if (first !== undefined && !isPolicyZone(context) && !context.zone.purpose.isCatalog) yield { message: 'low', at: first.ttlSpan ?? first.typeSpan, args: { ttl: first.ttl } };
  },
});
