import { isPolicyZone } from '../../kit/special-zone.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

const HOUR = 3600;

export default defineRule({
  meta: {
    code: 'ttl/ns-low',
    severity: 'hint',
    profile: 'strict',
    source: 'RFC 1912 §2.2',
    summary: 'The NS records of the zone have a TTL below an hour.',
    messages: { low: 'The NS records have a TTL of {ttl} seconds: every resolver asks for them again and again, and an outage of all servers is felt at once. A day is usual.' },
  },
  on: eachRrset(['NS'], { when: (zone, record, name) => name === zone.apex && zone.records.ttl[record]! > 0 && zone.records.ttl[record]! < HOUR }),
  *check({ records }, context) {
    const [first] = records;
    if (first !== undefined && !isPolicyZone(context) && !context.zone.purpose.isCatalog) yield { message: 'low', at: first.ttlSpan ?? first.typeSpan, args: { ttl: first.ttl } };
  },
});
