import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'mx/null-with-others',
    severity: 'error',
    source: 'RFC 7505 §3',
    summary: 'Null MX next to other MX records',
    messages: { beside: 'The null MX "." says that {name} takes no mail, but it has other MX records too; what senders do is undefined.' },
    fix: 'unsafe',
  },
  on: eachRrset(['MX'], { several: true, when: (zone, record, name) => { for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) if (zone.records.type[id] === 15 && zone.records.target[id] === 0) return true; return record < 0; } }),
  *check({ owner, records }, context) {
    const nulls = records.filter(record => !record.broken && record.target === 0), others = records.filter(record => record.target !== 0);
    if (others.length === 0) return;
    for (const record of nulls) {
      yield {
        message: 'beside', at: record.span('exchange'), args: { name: context.show(owner) },
        related: others.slice(0, 3).map(other => ({ at: other.span('exchange'), message: 'Another MX record' })),
        ...(record.generated ? {} : { fixes: [{ title: 'Remove the null MX', safe: false, edits: () => removeRecord(record) }] }),
      };
    }
  },
});
