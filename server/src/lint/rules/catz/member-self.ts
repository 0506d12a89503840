import { isMember } from '../../kit/catalog-member.ts';
import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRecord } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'catz/member-self', severity: 'warning', source: 'RFC 9432 §5.2', fix: 'unsafe', summary: 'Catalog zone listed as its own member',
    messages: { self: 'This makes {zone} a member of itself, so servers ignore the record.' },
  },
  on: eachRecord(['PTR'], { when: (zone, record, name) => zone.purpose.isCatalog && zone.records.target[record] === zone.apex && isMember(zone, name) }),
  *check(record, context) {
    yield {
      message: 'self', at: record.rdataSpan, args: { zone: context.show(record.target) },
      ...(record.generated ? {} : { fixes: [{ title: 'Remove this PTR record', safe: false, edits: () => removeRecord(record) }] }),
    };
  },
});
