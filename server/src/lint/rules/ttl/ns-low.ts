import { isPolicyZone } from '../../kit/special-zone.ts';
import { check, eachRrset } from '../../engine/check.ts';

const HOUR = 3600;

export default check({
  on: eachRrset(['NS'], {
    when: (zone, record, name) =>
      name === zone.apex && zone.records.ttl[record]! > 0 && zone.records.ttl[record]! < HOUR,
  }),
  reports: 'ttl/ns-low',
  *run({ records }, context) {
    const [first] = records;
    if (first !== undefined && !isPolicyZone(context) && !context.zone.purpose.isCatalog)
      yield { message: 'low', at: first.ttlSpan ?? first.typeSpan, args: { ttl: first.ttl } };
  },
});
