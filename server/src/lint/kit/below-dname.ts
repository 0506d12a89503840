import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import { HAS_DNAME } from '../../zone/records/record-table.ts';
import type { Zone } from '../../zone/model/zone.ts';

/** The nearest name above `name`, within the zone, that has a DNAME; -1 when there is none. */
export function dnameAbove(zone: Zone, name: NameId): NameId {
  if (name <= ROOT || !zone.inZone(name)) return -1;
  for (let above = name; above !== zone.apex && above > ROOT; ) {
    above = zone.names.parent(above);
    if ((zone.records.kinds(above) & HAS_DNAME) !== 0) return above;
  }
  return -1;
}
