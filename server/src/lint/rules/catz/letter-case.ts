import type { Zone } from '../../../zone/model/zone.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { hasLabel, isMember, isMemberList } from '../../kit/catalog-member.ts';
import { bindProperties, isPropertyName, readProperty, startOf } from '../../kit/catalog-property.ts';
import { replacement } from '../../kit/edits.ts';
import { partOfOwner } from '../../kit/owner-labels.ts';
import { check, eachName } from '../../engine/check.ts';

const known = new Set([...bindProperties, 'zones', 'version', 'ext', 'coo', 'group']);

/** Asked for every name: whether it has labels that servers know. */
const hasKnownLabel = (zone: Zone, name: NameId): boolean =>
  isMember(zone, name) ||
  isMemberList(zone, name) ||
  (zone.names.parent(name) === zone.apex && hasLabel(zone, name, 'version')) ||
  isPropertyName(zone, name);

export default check({
  on: eachName([], { when: (zone, _record, name) => zone.purpose.isCatalog && hasKnownLabel(zone, name) }),
  reports: 'catz/letter-case',
  *run({ name, records }, context) {
    const property = readProperty(context.zone, name),
      { written, member, labels } = property;
    for (const record of records) {
      if (record.ownerSpan === undefined || record.generated || !/[A-Z]/.test(record.source(record.ownerSpan)))
        continue;
      for (const [k, label] of written.entries()) {
        // Neither the label of a member nor those of a vendor's own properties.
        const isOurs =
          k === written.length - 1 ||
          (member >= 0
            ? k === labels.length - 1 || (k === labels.length - 2 && labels[0] === 'ext')
            : k === written.length - 2 && labels[0] === 'ext');
        const at = isOurs && known.has(label) ? partOfOwner(record, label, startOf(property, k)) : undefined,
          text = at === undefined ? label : record.source(at);
        if (at !== undefined && text !== label)
          yield {
            message: 'capitals',
            at,
            args: { label, written: text },
            fixes: [replacement(context.zone, at, label, `Write ${label}`, true)],
          };
      }
    }
  },
});
