import { keyTag } from '../../../zone/format/dnssec.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['DNSKEY'], { several: true }),
  reports: 'dnskey/same-tag',
  *run({ records }) {
    const first = new Map<string, RecordView>();
    for (const record of records) {
      if (record.broken) continue;
      const tag = keyTag(record.octets), algorithm = record.number('algorithm'), key = `${tag}/${algorithm}`, earlier = first.get(key);
      if (earlier === undefined) first.set(key, record);
      else if (earlier.key !== record.key) yield { message: 'same', at: record.span('public-key'), args: { tag, algorithm }, related: [{ at: earlier.span('public-key'), message: 'The other key' }] };
    }
  },
});
