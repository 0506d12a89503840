import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { A, AAAA } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRrset(['MX']),
  reports: 'mx/target-no-aaaa',
  *run({ owner, records }, context) {
    const good = records.filter((mx) => !mx.broken && mx.target > 0),
      [first] = good;
    if (first === undefined || good.some((mx) => (context.kinds(mx.target) & HAS_ADDRESS) === 0)) return;
    const has = (type: number): boolean => good.some((mx) => context.has(mx.target, type));
    const message = !has(AAAA) ? 'only4' : !has(A) ? 'only6' : undefined;
    if (message !== undefined)
      yield {
        message,
        at: first.span('exchange'),
        args: { name: context.show(owner) },
        ...(message === 'only6' ? { severity: 'information' as const } : {}),
      };
  },
});
