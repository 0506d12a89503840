import { isMember } from '../../kit/catalog-member.ts';
import { removeRecord } from '../../kit/edits.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['PTR'], {
    several: true,
    when: (zone, _record, name) => zone.purpose.isCatalog && isMember(zone, name),
  }),
  reports: 'catz/member-ptr',
  *run({ owner, records }, context) {
    const [first, ...others] = records;
    if (first === undefined || first.target < 0) return;
    for (const record of others) {
      if (record.target < 0 || record.target === first.target) continue;
      yield {
        message: 'several',
        at: record.rdataSpan,
        args: { name: context.show(owner), first: context.show(first.target), second: context.show(record.target) },
        related: [{ at: first.rdataSpan, message: 'The first PTR record' }],
        fixes: [{ title: 'Remove this PTR record', safe: false, edits: () => removeRecord(record) }],
      };
    }
  },
});
