import { removeRecord } from '../../kit/edits.ts';
import { check, eachRrset } from '../../engine/check.ts';

/** CNAME, DNAME and SOA have rules of their own. */
const types = ['RESINFO'];

export default check({
  on: eachRrset(types, { several: true }),
  reports: 'rrset/singleton-multiple',
  *run({ owner, records }, context) {
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.broken || record.key === first.key) continue;
      yield {
        message: 'second',
        at: record.typeSpan,
        args: { name: context.show(owner), type: record.mnemonic },
        related: [{ at: first.typeSpan, message: `The first ${record.mnemonic} record` }],
        fixes: [{ title: `Remove this ${record.mnemonic} record`, safe: false, edits: () => removeRecord(record) }],
      };
    }
  },
});
