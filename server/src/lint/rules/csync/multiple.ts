import { removeRecord } from '../../kit/edits.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['CSYNC'], { several: true }),
  reports: 'csync/multiple',
  *run({ owner, records }, context) {
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.broken || record.key === first.key) continue;
      yield {
        message: 'second',
        at: record.typeSpan,
        args: { name: context.show(owner) },
        related: [{ at: first.typeSpan, message: 'The first CSYNC record' }],
        fixes: [{ title: 'Remove this CSYNC record', safe: false, edits: () => removeRecord(record) }],
      };
    }
  },
});
