import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import { recordAt } from '../../../zone/model/lookup.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { ROOT } from '../../../names/name-tree.ts';
import { relativeName } from '../../kit/add-record.ts';
import { replacement } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { CNAME } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['SVCB', 'HTTPS'], {
    when: (zone, record) => {
      const target = zone.records.target[record]!;
      return target > ROOT && (zone.records.kinds(target) & HAS_CNAME) !== 0;
    },
  }),
  reports: 'svcb/target-cname',
  *run(record, context) {
    const { zone } = context,
      id =
        record.broken || (context.kinds(record.target) & HAS_CNAME) === 0 ? -1 : recordAt(zone, record.target, CNAME);
    if (id < 0) return;
    const cname = new RecordView(zone, id),
      at = record.span('target-name');
    if (cname.broken || cname.target <= ROOT) return;
    const canonical = context.show(cname.target);
    yield {
      message: 'alias',
      at,
      args: { target: context.show(record.target), canonical },
      related: [{ at: cname.typeSpan, message: `The CNAME record of ${context.show(record.target)}` }],
      fixes: [replacement(zone, at, relativeName(zone, cname.target, record.origin), `Write ${canonical}`, false)],
    };
  },
});
