import { ROOT } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { isAddressText } from '../../kit/forgotten-dot.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord(['NS', 'CNAME', 'PTR', 'MX', 'SRV', 'SVCB', 'HTTPS', 'AFSDB'], {
    when: (zone, record) => endsInNumber(zone, zone.records.target[record]!),
  }),
  reports: 'host/all-numeric-tld',
  *run(record, context) {
    const { zone } = context,
      field = record.fields.find((view) => view.field.target === true);
    if (record.broken || field === undefined || zone.inZone(record.target) || isAddressText(record, field.field.name))
      return;
    const name = context.show(record.target);
    yield { message: 'number', at: field.span, args: { name, label: name.slice(name.lastIndexOf('.') + 1) } };
  },
});

/** Asked for every target. */
function endsInNumber(zone: Zone, target: NameId): boolean {
  if (target <= ROOT) return false;
  let top = target;
  for (let name = target; name !== ROOT; name = zone.names.parent(name)) {
    if (name === zone.apex) return false;
    top = name;
  }
  const octets = zone.names.labelOctets(top);
  if (octets[0]! < 48 || octets[0]! > 57) return false;
  return octets.every((c) => c >= 48 && c <= 57);
}
