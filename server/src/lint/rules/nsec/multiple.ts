import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'nsec/multiple', severity: 'warning', source: 'RFC 4034 §4.1.1', fix: 'unsafe', summary: 'Multiple NSEC records at one name',
    messages: { second: `{name} already has an NSEC record: validators can't know which name comes next.` },
  },
  on: eachRrset(['NSEC'], { several: true }),
  *check({ owner, records }, context) {
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.broken || record.key === first.key) continue;
      yield {
        message: 'second', at: record.typeSpan, args: { name: context.show(owner) }, related: [{ at: first.typeSpan, message: 'The first NSEC record' }],
        ...(record.generated ? {} : { fixes: [{ title: 'Remove this NSEC record', safe: false, edits: () => removeRecord(record) }] }),
      };
    }
  },
});
