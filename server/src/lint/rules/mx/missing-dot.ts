import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import { replacement } from '../../kit/edits.ts';
import { forgottenDot } from '../../kit/forgotten-dot.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'mx/missing-dot',
    severity: 'error',
    source: 'RFC 1035 §5.1',
    summary: 'MX target without its final dot',
    messages: {
      dot: `Without a final dot, {written} means {becomes}, which has no address, so mail can't be delivered.`,
    },
    fix: 'safe',
  },
  on: eachRecord(['MX'], { when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & HAS_ADDRESS) === 0 }),
  *check(mx, context) {
    if (mx.broken) return;
    const found = forgottenDot(mx, 'exchange', context);
    if (found === undefined) return;
    yield { message: 'dot', at: found.at, args: { ...found, at: undefined, doubled: undefined }, fixes: [replacement(mx.zone, found.at, found.written + '.', 'Add the final dot', true)] };
  },
});
