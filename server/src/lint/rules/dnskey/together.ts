import { keyTag } from '../../../zone/format/dnssec.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'dnskey/same-tag',
    severity: 'information',
    profile: 'strict',
    source: 'RFC 4034 §8',
    summary: 'DNSKEY records with the same algorithm and key tag',
    messages: { same: 'Another key with algorithm {algorithm} has the same tag, {tag}: validators must try both, and some give up.' },
  },
  on: eachRrset(['DNSKEY'], { several: true }),
  *check({ records }) {
    const first = new Map<string, RecordView>();
    for (const record of records) {
      if (record.broken) continue;
      const tag = keyTag(record.octets), algorithm = record.number('algorithm'), key = `${tag}/${algorithm}`, earlier = first.get(key);
      if (earlier === undefined) first.set(key, record);
      else if (earlier.key !== record.key) yield { message: 'same', at: record.span('public-key'), args: { tag, algorithm }, related: [{ at: earlier.span('public-key'), message: 'The other key' }] };
    }
  },
});
