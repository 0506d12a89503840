import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'deleg/ns-wildcard',
    severity: 'error',
    source: 'RFC 4592 §4.2',
    summary: 'NS records at a wildcard',
    messages: { wildcard: `{name} can't be delegated: NS records at a wildcard are undefined, and BIND refuses the zone.` },
    bind: 'error',
  },
  on: eachRrset(['NS'], { when: (zone, _record, name) => zone.names.isWildcard(name) }),
  *check({ owner, records }, context) {
    for (const record of records) yield { message: 'wildcard', at: record.ownerSpan ?? record.typeSpan, args: { name: context.show(owner) } };
  },
});
