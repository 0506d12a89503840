import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRrset } from '../../engine/check.ts';

/** BIND's default of max-records-per-type since 9.18.28 and 9.20.0. */
const MOST = 100;

export default check({
  on: eachRrset([], { several: true, when: (zone, record, name) => hasMany(zone, name, zone.records.type[record]!) }),
  reports: 'zone/too-many-records-per-type',
  *run({ owner, records }, context) {
    const most = context.option('zone/too-many-records-per-type', 'most', MOST),
      first = records[most];
    if (first !== undefined)
      yield { message: 'many', at: first.typeSpan, args: { name: context.show(owner), type: first.mnemonic, most } };
  },
});

/** Asked for every RRset with several records. */
function hasMany(zone: Zone, name: NameId, type: number): boolean {
  let count = 0;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (zone.records.type[id] === type && ++count > 10) return true;
  return false;
}
