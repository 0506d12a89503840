import { RecordView } from '../../../zone/model/record-view.ts';
import { replacement } from '../../kit/edits.ts';
import { relativeName } from '../../kit/add-record.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { A } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['NS'], {
    when: (zone, record) => {
      const kinds = zone.records.kinds(zone.records.target[record]!);
      return kinds === 0 || (kinds & 4) !== 0;
    },
  }),
  reports: 'deleg/ns-cname',
  *run(ns, context) {
    if (ns.broken || ns.target <= 0) return;
    const found = context.lookup(ns.target, A);
    if (found.status !== 'alias') return;
    const cname = new RecordView(context.zone, found.record),
      canonical = cname.target >= 0 ? context.show(cname.target) : cname.source();
    yield {
      message: ns.owner === context.zone.apex ? 'alias' : 'child',
      at: ns.rdataSpan,
      args: { target: context.show(ns.target), name: context.show(ns.owner), canonical },
      related: [{ at: cname.typeSpan, message: 'The CNAME record' }],
      ...(ns.generated || cname.target < 0
        ? {}
        : {
            fixes: [
              replacement(
                ns.zone,
                ns.rdataSpan,
                relativeName(ns.zone, cname.target, ns.origin),
                `Point the NS at ${canonical}`,
                false,
              ),
            ],
          }),
    };
  },
});
