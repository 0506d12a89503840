import { keyTag, MOST_KEYS } from '../../../zone/format/dnssec.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { check, eachRrset } from '../../engine/check.ts';

/** What the keys of a zone show together. */
export default check({
  on: eachRrset(['DNSKEY'], { several: true }),
  reports: ['dnskey/same-tag', 'dnskey/too-many-same-tag'],
  *run({ records }) {
    const byNumber = new Map<string, RecordView[]>();
    for (const record of records) {
      if (record.broken) continue;
      const tag = keyTag(record.octets),
        algorithm = record.number('algorithm'),
        number = `${tag}/${algorithm}`,
        earlier = byNumber.get(number);
      if (earlier === undefined) {
        byNumber.set(number, [record]);
        continue;
      }
      earlier.push(record);
      if (earlier[0]!.key !== record.key)
        yield {
          code: 'dnskey/same-tag',
          message: 'same',
          at: record.span('public-key'),
          args: { tag, algorithm },
          related: [{ at: earlier[0]!.span('public-key'), message: 'The other key' }],
        };
    }
    for (const same of byNumber.values()) {
      const next = same[MOST_KEYS];
      if (next !== undefined)
        yield {
          code: 'dnskey/too-many-same-tag',
          message: 'many',
          at: next.span('public-key'),
          args: { count: same.length, tag: keyTag(next.octets), algorithm: next.number('algorithm'), most: MOST_KEYS },
        };
    }
  },
});
