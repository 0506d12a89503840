import type { Zone } from '../../../model/zone.ts';
import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { nearest } from '../../../text/near-miss.ts';
import { isMember, signerTypes } from '../../catalog-member.ts';
import { replacement } from '../../fix.ts';
import { defineRule, eachName } from '../../rule.ts';
import { isCatalogZone } from '../../special-zone.ts';

/** Labels of a member's properties (RFC 9432 §4.3, §4.4); below ext servers have their own. */
const properties = ['coo', 'group', 'ext'];

export default defineRule({
  meta: {
    code: 'catz/unknown-property', severity: 'warning', source: 'RFC 9432 §4.3', fix: 'unsafe', summary: 'A property of a catalog zone that servers do not know.',
    messages: {
      unknown: 'No server knows the property "{label}", so this record has no effect. Custom properties stand below ext.',
      near: 'No server knows the property "{label}", so this record has no effect. Did you mean {near}?',
    },
  },
  on: eachName([], { when: (zone, _record, name) => zone.apexKnown && propertyOf(zone, name) >= 0 }),
  *check({ name, records }, context) {
    const first = records.find(record => record.ownerSpan !== undefined && !signerTypes.has(record.type)), owner = first?.ownerSpan, label = context.zone.names.label(propertyOf(context.zone, name));
    if (first === undefined || owner === undefined || properties.includes(label) || !isCatalogZone(context)) return;
    const near = nearest(label, properties), start = first.source(owner).toLowerCase().indexOf(label);
    const at = start < 0 ? owner : { ...owner, start: owner.start + start, end: owner.start + start + label.length };
    yield {
      message: near === undefined ? 'unknown' : 'near', at, args: near === undefined ? { label } : { label, near },
      ...(near === undefined || start < 0 || first.generated ? {} : { fixes: [replacement(context.zone, at, near, `Write ${near}`, false)] }),
    };
  },
});

/** The property of a member that a name belongs to; -1 when it belongs to none. */
function propertyOf(zone: Zone, name: NameId): NameId {
  for (let at = name; at !== ROOT && at !== zone.apex; at = zone.names.parent(at)) if (isMember(zone, zone.names.parent(at))) return at;
  return -1;
}
