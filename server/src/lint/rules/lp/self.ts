import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'lp/self',
    severity: 'warning',
    source: 'RFC 6742 §2.4.1.2',
    summary: 'An LP record that points at its own name.',
    messages: { self: 'This LP record points at {name} itself, which it must not: programs that follow it go in a circle. Point it at a name with L32 or L64 records.' },
  },
  on: eachRecord(['LP'], { when: (zone, record, name) => zone.records.target[record] === name }),
  *check(record, context) {
    if (!record.broken) yield { message: 'self', at: record.span('fqdn'), args: { name: context.show(record.owner) } };
  },
});
