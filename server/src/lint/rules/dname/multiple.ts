import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'dname/multiple',
    severity: 'error',
    source: 'RFC 6672 §2.4',
    summary: 'Multiple DNAME records at one name',
    messages: { second: '{name} is already redirected to {first}; a second DNAME makes servers refuse the zone.' },
    fix: 'unsafe',
    bind: 'error',
  },
  on: eachRrset(['DNAME'], { several: true }),
  *check({ owner, records }, context) {
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.key === first.key) continue;
      yield {
        message: 'second', at: record.typeSpan, args: { name: context.show(owner), first: first.target >= 0 ? context.show(first.target) : first.source() },
        related: [{ at: first.typeSpan, message: 'The first DNAME record' }],
        ...(record.generated ? {} : { fixes: [{ title: 'Remove this DNAME record', safe: false, edits: () => removeRecord(record) }] }),
      };
    }
  },
});
