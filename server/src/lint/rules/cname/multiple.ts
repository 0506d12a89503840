import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'cname/multiple',
    severity: 'error',
    source: 'RFC 2181 §10.1',
    summary: 'Multiple CNAME records at one name',
    messages: { second: '{name} is already an alias of {first}; a second CNAME makes servers refuse the zone.' },
    fix: 'unsafe',
    bind: 'error',
  },
  on: eachRrset(['CNAME'], { several: true }),
  *check({ owner, records }, context) {
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.key === first.key) continue;
      yield {
        message: 'second', at: record.typeSpan, args: { name: context.show(owner), first: first.target >= 0 ? context.show(first.target) : first.source() },
        related: [{ at: first.typeSpan, message: 'The first CNAME record' }],
        ...(record.generated ? {} : { fixes: [{ title: 'Remove this CNAME record', safe: false, edits: () => removeRecord(record) }] }),
      };
    }
  },
});
