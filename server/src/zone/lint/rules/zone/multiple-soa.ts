import { removeRecord } from '../../fix.ts';
import { defineRule, eachRrset } from '../../rule.ts';

export default defineRule({
  meta: {
    code: 'zone/multiple-soa',
    severity: 'error',
    source: 'RFC 1035 §5.2',
    summary: 'The zone has more than one SOA record.',
    messages: { second: 'A second SOA record for {name}: a zone has exactly one, and servers refuse the file. Remove the one that is out of date.' },
    fix: 'unsafe',
    bind: 'error',
  },
  on: eachRrset(['SOA'], { several: true }),
  *check({ owner, records }, context) {
    if (owner !== context.zone.apex) return;
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.key === first.key) continue;
      yield {
        message: 'second', at: record.typeSpan, args: { name: context.show(owner) }, related: [{ at: first.typeSpan, message: 'The first SOA record.' }],
        fixes: [{ title: 'Remove this SOA record', safe: false, edits: () => removeRecord(record) }],
      };
    }
  },
});
