import { defineRule, eachRrset } from '../../engine/rule.ts';

const A = 1, AAAA = 28, code = 'mx/target-ttl-low';

export default defineRule({
  meta: {
    code,
    severity: 'hint',
    source: 'practice',
    profile: 'all',
    summary: 'Mail host address with a very short TTL',
    messages: { short: 'The address of {target} has a TTL of only {ttl} seconds: if its name servers can\'t be reached, mail stops within minutes.' },
    options: { seconds: { type: 'number', description: 'TTLs below this are reported.', default: 300 } },
  },
  on: eachRrset(['MX']),
  *check({ records }, context) {
    const seen = new Set<number>(), least = context.option(code, 'seconds', 300);
    for (const mx of records) {
      if (mx.broken || mx.target <= 0 || seen.has(mx.target)) continue;
      seen.add(mx.target);
      const address = [...context.records(mx.target, A), ...context.records(mx.target, AAAA)].find(({ ttl }) => ttl >= 0 && ttl < least);
      if (address !== undefined) yield { message: 'short', at: mx.span('exchange'), args: { target: context.show(mx.target), ttl: address.ttl }, related: [{ at: address.ttlSpan ?? address.typeSpan, message: `The address record of ${context.show(mx.target)}` }] };
    }
  },
});
