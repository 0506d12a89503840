import { replacement } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'soa/negative-ttl',
    severity: 'hint',
    profile: 'strict',
    source: 'RFC 2308 §5',
    summary: 'SOA TTL shorter than its negative caching time',
    messages: { smaller: `Resolvers cache negative answers for {ttl} seconds (the SOA record's TTL), not the {minimum} here.` },
    fix: 'unsafe',
  },
  on: eachRecord(['SOA']),
  *check(soa, context) {
    const { ttl, zone } = soa, minimum = soa.number('minimum');
    if (soa.broken || ttl < 0 || ttl >= minimum || context.zone.purpose.isCatalog) return;
    const at = soa.span('minimum');
    yield {
      message: 'smaller', at, args: { minimum, ttl }, ...(soa.ttlSpan === undefined ? {} : { related: [{ at: soa.ttlSpan, message: 'The TTL of the SOA record' }] }),
      ...(soa.generated || soa.fields.length === 0 ? {} : { fixes: [replacement(zone, at, String(ttl), `Write ${ttl}, what counts now`, false)] }),
    };
  },
});
