import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'csync/multiple',
    severity: 'warning',
    source: 'RFC 7477 §2',
    summary: 'Multiple CSYNC records',
    messages: { second: '{name} already has a CSYNC record; with more than one, parents must ignore them all.' },
    fix: 'unsafe',
  },
  on: eachRrset(['CSYNC'], { several: true }),
  *check({ owner, records }, context) {
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.broken || record.key === first.key) continue;
      yield {
        message: 'second', at: record.typeSpan, args: { name: context.show(owner) }, related: [{ at: first.typeSpan, message: 'The first CSYNC record' }],
        ...(record.generated ? {} : { fixes: [{ title: 'Remove this CSYNC record', safe: false, edits: () => removeRecord(record) }] }),
      };
    }
  },
});
