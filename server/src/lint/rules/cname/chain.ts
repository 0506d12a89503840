import { HAS_CNAME } from '../../../zone/records/record-table.ts';
import { replacement } from '../../kit/edits.ts';
import { relativeName } from '../../kit/add-record.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['CNAME'], {
    when: (zone, record) => (zone.records.kinds(zone.records.target[record]!) & HAS_CNAME) !== 0,
  }),
  reports: 'cname/chain',
  *run(cname, context) {
    const { last } = context.aliasEnd(cname.owner, cname.target);
    if (last === undefined) return;
    yield {
      message: 'chain',
      at: cname.rdataSpan,
      args: { name: context.show(cname.owner), via: context.show(cname.target), last: context.show(last) },
      fixes: [
        replacement(
          cname.zone,
          cname.rdataSpan,
          relativeName(cname.zone, last, cname.origin),
          `Point it at ${context.show(last)}`,
          false,
        ),
      ],
    };
  },
});
