import { removeRecord } from '../../kit/edits.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { SOA } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: eachRrset([], {
    several: true,
    when: (zone, record, name) => hasEqualHashes(zone, name, zone.records.type[record]!),
  }),
  reports: 'rrset/duplicate',
  *run({ type, records }) {
    // That is told by zone/multiple-soa.
    if (type === SOA) return;
    const first = new Map<string, RecordView>();
    for (const record of records) {
      if (record.broken) continue;
      const key = record.key,
        earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, record);
        continue;
      }
      yield {
        message: 'twice',
        at: record.entrySpan,
        args: { type: record.mnemonic },
        related: [{ at: earlier.entrySpan, message: 'The same record' }],
        fixes: [{ title: 'Remove the duplicate', safe: isMeant(record), edits: () => removeRecord(record) }],
      };
    }
  },
});

/** An owner name that was inherited may be the wrong one: then it is the name that is missing, and not the record that is too much. */
const isMeant = (record: RecordView): boolean => record.hasOwnOwner;

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
