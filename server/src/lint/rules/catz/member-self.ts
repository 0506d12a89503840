import { isMember } from '../../kit/catalog-member.ts';
import { removeRecord } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['PTR'], {
    when: (zone, record, name) =>
      zone.purpose.isCatalog && zone.records.target[record] === zone.apex && isMember(zone, name),
  }),
  reports: 'catz/member-self',
  *run(record, context) {
    yield {
      message: 'self',
      at: record.rdataSpan,
      args: { zone: context.show(record.target) },
      fixes: [{ title: 'Remove this PTR record', safe: false, edits: () => removeRecord(record) }],
    };
  },
});
