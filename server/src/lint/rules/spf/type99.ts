import { isSpf } from '../../../mail/spf/spf.ts';
import { removeRecord, replaceSpan } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { SPF, TXT } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['SPF']),
  reports: 'spf/type99',
  *run(record, context) {
    if (record.broken) return;
    const { zone } = record,
      beside = context.records(record.owner, TXT).some((other) => !other.broken && isSpf(other.text.joined));
    const fix = beside
      ? { title: 'Remove this record', safe: true, changes: { removes: 1 }, edits: () => removeRecord(record) }
      : // Two of them would become two SPF records, which is worse than none that is asked for.
        {
          title: 'Change the type to TXT',
          safe: context.records(record.owner, SPF).length === 1,
          edits: () => [replaceSpan(zone, record.typeSpan, 'TXT')],
        };
    yield {
      message: beside ? 'beside' : 'alone',
      at: record.typeSpan,
      args: { name: context.show(record.owner) },
      fixes: [fix],
    };
  },
});
