import { removeRecord } from '../../kit/edits.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['CNAME'], { several: true }),
  reports: 'cname/multiple',
  *run({ owner, records }, context) {
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.key === first.key) continue;
      yield {
        message: 'second',
        at: record.typeSpan,
        args: { name: context.show(owner), first: first.target >= 0 ? context.show(first.target) : first.source() },
        related: [{ at: first.typeSpan, message: 'The first CNAME record' }],
        fixes: [{ title: 'Remove this CNAME record', safe: false, edits: () => removeRecord(record) }],
      };
    }
  },
});
