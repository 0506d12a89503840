import { removeRecord } from '../../kit/edits.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['SOA'], { several: true }),
  reports: 'zone/multiple-soa',
  *run({ owner, records }, context) {
    if (owner !== context.zone.apex) return;
    const first = records[0]!,
      related = [{ at: first.typeSpan, message: 'The first SOA record' }],
      args = { name: context.show(owner) };
    for (const record of records.slice(1)) {
      // A zone transfer ends with the SOA that it began with (RFC 5936 §2.2), and so do files made from one.
      const isSame = record.key === first.key;
      if (isSame && record.broken) continue;
      yield {
        message: isSame ? 'same' : 'second',
        at: record.typeSpan,
        args,
        related,
        fixes: [{ title: 'Remove this SOA record', safe: isSame, edits: () => removeRecord(record) }],
      };
    }
  },
});
