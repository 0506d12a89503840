import { HAS_ADDRESS } from '../../../zone/records/record-table.ts';
import { replacement } from '../../kit/edits.ts';
import { forgottenDot } from '../../kit/forgotten-dot.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['MX'], {
    when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & HAS_ADDRESS) === 0,
  }),
  reports: 'mx/missing-dot',
  *run(mx, context) {
    if (mx.broken) return;
    const found = forgottenDot(mx, 'exchange', context);
    if (found === undefined) return;
    yield {
      message: 'dot',
      at: found.at,
      args: { ...found, at: undefined, doubled: undefined },
      fixes: [replacement(mx.zone, found.at, `${found.written}.`, 'Add the final dot', true)],
    };
  },
});
