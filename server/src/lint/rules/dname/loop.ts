import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'dname/loop',
    severity: 'error',
    source: 'RFC 6672 §2.2',
    summary: 'DNAME into its own subtree',
    messages: { inside: '{name} is redirected to {target}, at or below itself, so nothing there resolves.' },
  },
  on: eachRecord(['DNAME'], { when: (zone, record, name) => { const target = zone.records.target[record]!; return target > 0 && zone.names.isAtOrBelow(target, name); } }),
  *check(dname, context) {
    yield { message: 'inside', at: dname.rdataSpan, args: { name: context.show(dname.owner), target: context.show(dname.target) } };
  },
});
