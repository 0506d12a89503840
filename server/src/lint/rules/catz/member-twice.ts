import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { isMember } from '../../kit/catalog-member.ts';
import { removeRecord } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

const PTR = 12;

export default check({
  on: eachRecord(['PTR'], { when: (zone, record, name) => zone.purpose.isCatalog && zone.records.target[record]! > ROOT && isMember(zone, name) }),
  reports: 'catz/member-twice',
  *run(record, context) {
    const { zone } = context;
    let other: NameId = -1, seen = 0;
    for (const referrer of context.referrers(record.target)) {
      if (++seen > 1000) break;
      if (referrer.type === PTR && referrer.owner !== record.owner && isMember(zone, referrer.owner) && (other < 0 || zone.names.text(referrer.owner) < zone.names.text(other))) other = referrer.owner;
    }
    if (other < 0 || zone.names.text(other) > zone.names.text(record.owner)) return;
    yield {
      message: 'twice', at: record.rdataSpan, args: { zone: context.show(record.target), other: context.show(other) }, fixes: [{ title: 'Remove this member', safe: false, edits: () => removeRecord(record) }],
    };
  },
});
