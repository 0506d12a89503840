import { check, eachRrset } from '../../engine/check.ts';
import { A, AAAA } from '../../../zone/rrtypes/codes.ts';

const code = 'mx/target-ttl-low';

export default check({
  on: eachRrset(['MX']),
  reports: code,
  *run({ records }, context) {
    const seen = new Set<number>(),
      least = context.option(code, 'seconds', 300);
    for (const mx of records) {
      if (mx.broken || mx.target <= 0 || seen.has(mx.target)) continue;
      seen.add(mx.target);
      const address = [...context.records(mx.target, A), ...context.records(mx.target, AAAA)].find(
        ({ ttl }) => ttl >= 0 && ttl < least,
      );
      if (address !== undefined)
        yield {
          message: 'short',
          at: mx.span('exchange'),
          args: { target: context.show(mx.target), ttl: address.ttl },
          related: [
            { at: address.ttlSpan ?? address.typeSpan, message: `The address record of ${context.show(mx.target)}` },
          ],
        };
    }
  },
});
