import { isMember } from '../../kit/catalog-member.ts';
import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'catz/member-ptr', severity: 'error', source: 'RFC 9432 §4.1', fix: 'unsafe', summary: 'Catalog member with several PTR records',
    messages: { several: 'The member {name} is already {first}: with two PTR records, servers must not use the catalog.' },
  },
  on: eachRrset(['PTR'], { several: true, when: (zone, _record, name) => zone.purpose.isCatalog && isMember(zone, name) }),
  *check({ owner, records }, context) {
    const [first, ...others] = records;
    if (first === undefined || first.target < 0) return;
    for (const record of others) {
      if (record.target < 0 || record.target === first.target) continue;
      yield {
        message: 'several', at: record.rdataSpan, args: { name: context.show(owner), first: context.show(first.target), second: context.show(record.target) }, related: [{ at: first.rdataSpan, message: 'The first PTR record' }],
        ...(record.generated ? {} : { fixes: [{ title: 'Remove this PTR record', safe: false, edits: () => removeRecord(record) }] }),
      };
    }
  },
});
