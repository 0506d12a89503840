import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { hasLabel, isMember, isMemberList, signerTypes } from '../../kit/catalog-member.ts';
import type { RuleContext } from '../../engine/context.ts';
import { replacement } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { check, eachName } from '../../engine/check.ts';
import type { Report } from '../../engine/check.ts';
import { CNAME, DNAME, NS, PTR, TXT } from '../../../zone/rrtypes/codes.ts';

/** Asked for every name: whether it has records that are not what a member has. */
function isOdd(zone: Zone, name: NameId): boolean {
  if (isMemberList(zone, name)) return true;
  if (!isMember(zone, name)) return false;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (zone.records.type[id] !== PTR && !signerTypes.has(zone.records.type[id]!)) return true;
  return false;
}

export default check({
  on: eachName([], { when: (zone, _record, name) => zone.purpose.isCatalog && isOdd(zone, name) }),
  reports: 'catz/member-type',
  *run({ name, records }, context) {
    const { zone } = context,
      odd = records.filter((record) => !signerTypes.has(record.type)),
      isList = isMemberList(zone, name);
    for (const record of odd) {
      if (isList && record.type === PTR && record.target > ROOT) yield unlabelled(record, context);
      else if (isList) yield { message: 'other', at: record.typeSpan, args: { type: record.mnemonic } };
      else if (
        record.type === TXT &&
        hasLabel(zone, name, 'version') &&
        !context.has(context.child(zone.apex, 'version'), TXT)
      ) {
        yield {
          message: 'version',
          at: record.ownerSpan ?? record.typeSpan,
          args: { version: context.show(context.child(zone.apex, 'version')) },
        };
      } else if (record.type === TXT && odd.some((other) => other.type === PTR))
        yield { message: 'group', at: record.typeSpan, args: { name: context.show(name) } };
      else if (
        (record.type === NS || record.type === CNAME || record.type === DNAME) &&
        record.target > ROOT &&
        odd.length === 1
      ) {
        yield {
          message: 'alias',
          at: record.typeSpan,
          args: { type: record.mnemonic, member: context.show(record.target) },
          fixes: [replacement(zone, record.typeSpan, 'PTR', 'Write PTR', false)],
        };
      } else if (record.type !== PTR) yield { message: 'other', at: record.typeSpan, args: { type: record.mnemonic } };
    }
  },
});

/** A label for a member, made of its name: it has to be unique, and means nothing else. */
function labelFor(record: RecordView, context: RuleContext): string | undefined {
  const label = context
    .show(record.target)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 63);
  const name = label === '' ? -1 : context.child(record.owner, label);
  return name < 0 || context.exists(name) ? undefined : label;
}

function unlabelled(record: RecordView, context: RuleContext): Report<'catz/member-type'> {
  const list = context.show(record.owner),
    label = labelFor(record, context),
    owner = record.ownerSpan,
    member = context.show(record.target);
  const isWritten = owner !== undefined && /^zones(?:\.|$)/i.test(record.source(owner)),
    fixes: Fix[] = [];
  if (label !== undefined && isWritten && !record.generated && record.hasOwnOwner)
    fixes.push(replacement(context.zone, { ...owner, end: owner.start }, `${label}.`, `Put ${label} in front`, false));
  return {
    message: 'label',
    at: owner ?? record.typeSpan,
    args: { list, member, right: `${label ?? 'LABEL'}.${list}` },
    fixes,
  };
}
