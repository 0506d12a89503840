import { HAS_NS } from '../../../zone/records/record-table.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['DS'], {
    when: (zone, _record, name) =>
      name !== zone.apex && !zone.names.isWildcard(name) && (zone.records.kinds(name) & HAS_NS) === 0,
  }),
  reports: 'deleg/ds-without-ns',
  *run({ owner, records }, context) {
    if (context.zone.inZone(owner))
      yield { message: 'alone', at: records[0]!.typeSpan, args: { name: context.show(owner) } };
  },
});
