import type { NameId } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

/** BIND's default of max-records-per-type since 9.18.28 and 9.20.0. */
const MOST = 100;

export default defineRule({
  meta: {
    code: 'zone/too-many-records-per-type',
    severity: 'warning',
    source: 'BIND',
    summary: 'More than 100 records of one type at a name',
    messages: { many: `{name} has more than {most} {type} records, so BIND doesn't load the zone by default.` },
    options: { most: { type: 'number', description: 'How many records of one type a name may have.', default: MOST } },
  },
  on: eachRrset([], { several: true, when: (zone, record, name) => hasMany(zone, name, zone.records.type[record]!) }),
  *check({ owner, records }, context) {
    const most = context.option('zone/too-many-records-per-type', 'most', MOST), first = records[most];
    if (first !== undefined) yield { message: 'many', at: first.typeSpan, args: { name: context.show(owner), type: first.mnemonic, most } };
  },
});

/** Asked for every RRset with several records. */
function hasMany(zone: Zone, name: NameId, type: number): boolean {
  let count = 0;
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!) if (zone.records.type[id] === type && ++count > 10) return true;
  return false;
}
