import { replacement } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'soa/negative-ttl',
    severity: 'hint',
    profile: 'strict',
    source: 'RFC 2308 §5',
    summary: 'The SOA record\'s own TTL is smaller than its last field, and counts in its place.',
    messages: { smaller: 'The last field says that "no such name" is remembered for {minimum} seconds, but the TTL of the SOA record itself is {ttl}, and the smaller of the two counts: {ttl}. Write {ttl} here, or give the SOA record a TTL of {minimum}.' },
    fix: 'unsafe',
  },
  on: eachRecord(['SOA']),
  *check(soa, context) {
    const { ttl, zone } = soa, minimum = soa.number('minimum');
    if (soa.broken || ttl < 0 || ttl >= minimum || context.zone.purpose.isCatalog) return;
    const at = soa.span('minimum');
    yield {
      message: 'smaller', at, args: { minimum, ttl }, ...(soa.ttlSpan === undefined ? {} : { related: [{ at: soa.ttlSpan, message: 'The TTL of the SOA record.' }] }),
      ...(soa.generated || soa.fields.length === 0 ? {} : { fixes: [replacement(zone, at, String(ttl), `Write ${ttl}, what counts now`, false)] }),
    };
  },
});
