import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['SOA']),
  reports: 'soa/negative-ttl',
  *run(soa, context) {
    const { ttl, zone } = soa,
      minimum = soa.number('minimum');
    if (soa.broken || ttl < 0 || ttl >= minimum || context.zone.purpose.isCatalog) return;
    const at = soa.span('minimum');
    yield {
      message: 'smaller',
      at,
      args: { minimum, ttl },
      ...(soa.ttlSpan === undefined ? {} : { related: [{ at: soa.ttlSpan, message: 'The TTL of the SOA record' }] }),
      ...(soa.generated || soa.fields.length === 0
        ? {}
        : { fixes: [replacement(zone, at, String(ttl), `Write ${ttl}, what counts now`, false)] }),
    };
  },
});
