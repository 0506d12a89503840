import { HAS_ADDRESS, HAS_CNAME } from '../../../zone/records/record-table.ts';
import { replacement } from '../../kit/edits.ts';
import { relativeName } from '../../kit/add-record.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { A, MX } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['MX'], {
    when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & HAS_ADDRESS) === 0,
  }),
  reports: 'mx/cname',
  *run(mx, context) {
    if (mx.broken || mx.target <= 0) return;
    const found = context.lookup(mx.target, A);
    // Nobody sees an MX record below a delegation, or at one.
    if (
      found.status !== 'alias' ||
      context.lookup(mx.owner, MX).status === 'delegated' ||
      (context.zone.records.kinds(found.at) & HAS_CNAME) === 0
    )
      return;
    const cname = new RecordView(context.zone, found.record);
    const canonical = cname.target >= 0 ? context.show(cname.target) : cname.source();
    const at = mx.span('exchange');
    yield {
      message: 'alias',
      at,
      args: { target: context.show(mx.target), canonical },
      related: [{ at: cname.typeSpan, message: `The CNAME record of ${context.show(mx.target)}` }],
      ...(mx.generated || cname.target < 0
        ? {}
        : {
            fixes: [
              replacement(
                mx.zone,
                at,
                relativeName(mx.zone, cname.target, mx.origin),
                `Point the MX at ${canonical}`,
                false,
              ),
            ],
          }),
    };
  },
});
