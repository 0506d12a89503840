import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

const A = 1, AAAA = 28;

export default defineRule({
  meta: {
    code: 'mx/target-no-aaaa',
    severity: 'hint',
    source: 'practice',
    profile: 'all',
    summary: 'Mail hosts limited to one IP version',
    messages: {
      only4: `The mail hosts of {name} in this zone have no IPv6 address, so senders without IPv4 can't deliver.`,
      only6: `The mail hosts of {name} in this zone have no IPv4 address, so the many senders without IPv6 can't deliver.`,
    },
  },
  on: eachRrset(['MX']),
  *check({ owner, records }, context) {
    const good = records.filter(mx => !mx.broken && mx.target > 0), [first] = good;
    if (first === undefined || good.some(mx => (context.kinds(mx.target) & HAS_ADDRESS) === 0)) return;
    const has = (type: number): boolean => good.some(mx => context.has(mx.target, type));
    const message = !has(AAAA) ? 'only4' : !has(A) ? 'only6' : undefined;
    if (message !== undefined) yield { message, at: first.span('exchange'), args: { name: context.show(owner) }, ...(message === 'only6' ? { severity: 'information' as const } : {}) };
  },
});
