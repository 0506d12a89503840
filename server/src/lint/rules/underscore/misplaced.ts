import { HAS_CNAME, HAS_NS, HAS_SOA } from '../../../zone/records/record-table.ts';
import { LABEL_UNDERSCORE } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { relativeName } from '../../kit/add-record.ts';
import { replacement } from '../../kit/edits.ts';
import { labelsBelowApex } from '../../kit/owner-labels.ts';
import { isPolicyZone } from '../../kit/special-zone.ts';
import { check, eachName } from '../../engine/check.ts';
import { UNDERSCORE } from '../../../text/octets.ts';

const CHALLENGE = '_acme-challenge',
  A = 97,
  C = 99;

/** Whether a label may be `_acme…` or `_challenge…`: asked for every TXT record and alias, so nothing is made. */
function mayBePart({ names }: Zone, name: NameId): boolean {
  if ((names.labelFlags(name) & LABEL_UNDERSCORE) === 0 || names.labelOctet(name, 0) !== UNDERSCORE) return false;
  const second = names.labelOctet(name, 1),
    length = names.labelLength(name);
  return (second === A && (length === 15 || length === 5)) || (second === C && length === 10);
}

export default check({
  on: eachName(['TXT', 'CNAME'], {
    when: (zone, _record, name) => name !== zone.apex && mayBePart(zone, zone.names.parent(name)) && zone.inZone(name),
  }),
  reports: 'underscore/misplaced',
  *run({ name, records }, context) {
    const { zone } = context,
      labels = labelsBelowApex(zone, name),
      [first] = records,
      [one = '', two = ''] = labels;
    if (first?.ownerSpan === undefined || first.generated || isPolicyZone(context)) return;
    const isSplit = (one === '_acme' && two === '_challenge') || (one === '_challenge' && two === '_acme');
    // A name to which the challenges of other zones are led may be called anything; so may the names of a zone for challenges alone.
    if (
      !isSplit &&
      (two !== CHALLENGE ||
        one.startsWith('_') ||
        (context.referrerKinds(name) & HAS_CNAME) !== 0 ||
        (context.kinds(zone.names.parent(name)) & (HAS_NS | HAS_SOA)) !== 0)
    )
      return;
    const right = [CHALLENGE, ...(isSplit ? [] : [one]), ...labels.slice(2)],
      target = context.name(`${right.join('.')}.${context.absolute(zone.apex)}`);
    if (target < 0) return;
    const at = first.ownerSpan,
      written = relativeName(zone, target, first.origin);
    yield {
      message: isSplit ? 'split' : 'behind',
      at,
      args: { name: context.show(name), right: context.show(target) },
      fixes:
        records.filter(({ ownerSpan }) => ownerSpan !== undefined).length > 1
          ? []
          : [replacement(zone, at, written, `Write ${written}`, false)],
    };
  },
});
