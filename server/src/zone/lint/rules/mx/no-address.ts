import { HAS_ADDRESS, HAS_CNAME } from '../../../records/record-table.ts';
import { addRecord } from '../../add-record.ts';
import { forgottenDot, isAddressText } from '../../forgotten-dot.ts';
import { defineRule, eachRecord } from '../../rule.ts';

const A = 1;

export default defineRule({
  meta: {
    code: 'mx/no-address',
    severity: 'error',
    source: 'RFC 5321 §5.1',
    summary: 'The target of an MX has no A or AAAA record in the zone that should have it.',
    messages: {
      missing: '{target} has no A or AAAA record in this zone, so no server can deliver mail to it. Add an address, or point the MX at a host that has one.',
    },
    fix: 'unsafe',
    bind: 'error',
  },
  on: eachRecord(['MX'], { when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & (HAS_ADDRESS | HAS_CNAME)) === 0 }),
  *check(mx, context) {
    const { target } = mx;
    if (mx.broken || target <= 0) return;
    const { status } = context.lookup(target, A);
    if ((status !== 'no-name' && status !== 'no-data') || forgottenDot(mx, 'exchange', context) !== undefined || isAddressText(mx, 'exchange')) return;
    yield {
      message: 'missing', at: mx.span('exchange'), args: { target: context.show(target) },
      fixes: [{ title: `Add an A record for ${context.show(target)}`, safe: false, preferred: true, edits: () => [addRecord(mx.zone, target, 'A', '${1:192.0.2.1}', { after: mx, snippet: true })] }],
    };
  },
});
