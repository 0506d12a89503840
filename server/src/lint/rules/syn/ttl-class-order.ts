import { EXPLICIT_TTL } from '../../../zone/records/record-table.ts';
import { replaceSpan } from '../../kit/edits.ts';
import { check, eachRecord } from '../../engine/check.ts';

export default check({
  on: eachRecord([], { when: (zone, record) => (zone.records.flags[record]! & EXPLICIT_TTL) !== 0 }),
  reports: 'syn/ttl-class-order',
  *run(record) {
    const { ttlSpan: ttl, classSpan, zone } = record;
    if (ttl === undefined || classSpan === undefined || classSpan.start > ttl.start || record.generated) return;
    const className = record.source(classSpan),
      seconds = record.source(ttl);
    yield {
      message: 'classFirst',
      at: classSpan,
      args: { class: className, ttl: seconds },
      fixes: [
        {
          title: 'Put the TTL first',
          safe: true,
          edits: () => [replaceSpan(zone, classSpan, seconds), replaceSpan(zone, ttl, className)],
        },
      ],
    };
  },
});
