import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'lp/self',
    severity: 'warning',
    source: 'RFC 6742 §2.4.1.2',
    summary: 'LP record that points to itself',
    messages: { self: 'This LP record points to its own name, {name}: programs go in a circle.' },
  },
  on: eachRecord(['LP'], { when: (zone, record, name) => zone.records.target[record] === name }),
  *check(record, context) {
    if (!record.broken) yield { message: 'self', at: record.span('fqdn'), args: { name: context.show(record.owner) } };
  },
});
