import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'csync/multiple',
    severity: 'warning',
    source: 'RFC 7477 §2',
    summary: 'More than one CSYNC record at a name.',
    messages: { second: '{name} already has a CSYNC record: parents must ignore all of them when there are several, so nothing is copied. Keep the one with the serial that is meant.' },
    fix: 'unsafe',
  },
  on: eachRrset(['CSYNC'], { several: true }),
  *check({ owner, records }, context) {
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.broken || record.key === first.key) continue;
      yield {
        message: 'second', at: record.typeSpan, args: { name: context.show(owner) }, related: [{ at: first.typeSpan, message: 'The first CSYNC record.' }],
        ...(record.generated ? {} : { fixes: [{ title: 'Remove this CSYNC record', safe: false, edits: () => removeRecord(record) }] }),
      };
    }
  },
});
