import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { isMember } from '../../kit/catalog-member.ts';
import { removeRecord } from '../../kit/edits.ts';
import type { RuleContext } from '../../engine/context.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { PTR } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRecord(['PTR'], {
    when: (zone, record, name) => zone.purpose.isCatalog && zone.records.target[record]! > ROOT && isMember(zone, name),
  }),
  reports: 'catz/member-twice',
  *run(record, context) {
    const other = context.fact(`first member that is ${record.target}`, () => firstMember(record.target, context));
    if (other < 0 || other === record.owner) return;
    yield {
      message: 'twice',
      at: record.rdataSpan,
      args: { zone: context.show(record.target), other: context.show(other) },
      fixes: [{ title: 'Remove this member', safe: false, edits: () => removeRecord(record) }],
    };
  },
});

/** Of the members of the catalog that are one zone, that with the first name in the order of the alphabet. */
function firstMember(member: NameId, context: RuleContext): NameId {
  const { zone } = context;
  let first: NameId = -1,
    text = '';
  for (const { type, owner } of context.referrers(member)) {
    if (type !== PTR || owner === first || !isMember(zone, owner)) continue;
    const own = zone.names.text(owner);
    if (first < 0 || own < text) {
      first = owner;
      text = own;
    }
  }
  return first;
}
