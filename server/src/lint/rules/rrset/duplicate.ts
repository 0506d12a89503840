import { removeRecord } from '../../kit/edits.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';

const SOA = 6;

export default defineRule({
  meta: {
    code: 'rrset/duplicate',
    severity: 'warning',
    source: 'RFC 2181 §5',
    summary: 'Duplicate record',
    messages: {
      twice: 'This {type} record is in the zone twice, and servers keep only one.',
    },
    fix: 'safe',
  },
  on: eachRrset([], { several: true, when: (zone, record, name) => hasEqualHashes(zone, name, zone.records.type[record]!) }),
  *check({ type, records }) {
    // That is told by zone/multiple-soa.
    if (type === SOA) return;
    const first = new Map<string, RecordView>();
    for (const record of records) {
      if (record.broken) continue;
      const key = record.key, earlier = first.get(key);
      if (earlier === undefined) { first.set(key, record); continue; }
      yield {
        message: 'twice', at: record.entrySpan, args: { type: record.mnemonic },
        related: [{ at: earlier.entrySpan, message: 'The same record' }],
        ...(record.generated ? {} : { fixes: [{ title: 'Remove the duplicate', safe: true, edits: () => removeRecord(record) }] }),
      };
    }
  },
});

/** Asked for every RRset of a zone: whether two of its records have rdata with the same hash. */
function hasEqualHashes(zone: Zone, name: number, type: number): boolean {
  const { records } = zone;
  let compared = 0;
  for (let a = records.first(name); a >= 0; a = records.next[a]!) {
    if (records.type[a] !== type) continue;
    for (let b = records.next[a]!; b >= 0; b = records.next[b]!) {
      if (records.type[b] === type && records.hash[a] === records.hash[b]) return true;
      if (++compared > 1000) return true;
    }
  }
  return false;
}
