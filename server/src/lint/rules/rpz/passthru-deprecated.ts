import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { replacement } from '../../kit/edits.ts';
import { labelsBelowApex } from '../../kit/owner-labels.ts';
import { addressTriggers } from '../../engine/policy-trigger.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { check, eachRecord } from '../../engine/check.ts';

/** Lengths by which an owner's labels in front of the apex may be longer than the target: those of the triggers' own labels. */
const lengths = new Set([0, ...addressTriggers.map((label) => label.length + 1)]);

/** Asked for every CNAME: whether the target can be what stands in front of the apex, by its length. */
function isAsLong({ apex, apexKnown, names }: Zone, name: NameId, target: NameId): boolean {
  return (
    target > ROOT &&
    apexKnown &&
    name !== apex &&
    lengths.has(names.wireLength(name) - names.wireLength(apex) - names.wireLength(target) + 1)
  );
}

export default check({
  on: eachRecord(['CNAME'], { when: (zone, record, name) => isAsLong(zone, name, zone.records.target[record]!) }),
  reports: 'rpz/passthru-deprecated',
  *run(cname, context) {
    const { zone } = context,
      labels = labelsBelowApex(zone, cname.owner),
      trigger = addressTriggers.includes(labels.at(-1) ?? '') ? labels.slice(0, -1) : labels;
    if (
      cname.broken ||
      zone.names.isWildcard(cname.owner) ||
      `${trigger.join('.')}.` !== zone.names.text(cname.target) ||
      !isPolicyZone(context)
    )
      return;
    yield {
      message: 'self',
      at: cname.rdataSpan,
      fixes: [replacement(zone, cname.rdataSpan, 'rpz-passthru.', 'Write rpz-passthru.', false)],
    };
  },
});
