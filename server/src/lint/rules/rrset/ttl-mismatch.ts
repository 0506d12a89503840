import { HAS_OTHER } from '../../../zone/records/record-table.ts';
import { replaceSpan } from '../../kit/edits.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRrset } from '../../engine/check.ts';
import { RRSIG } from '../../../zone/rrtypes/codes.ts';

/** Seconds. Hardly any RRset is meant to be kept longer; a TTL beyond that is more likely a slip than what the other records should have. */
const LONGEST_MEANT = 604_800;

export default check({
  on: eachRrset([], { several: true, when: (zone, record, name) => differ(zone, name, zone.records.type[record]!) }),
  reports: 'rrset/ttl-mismatch',
  *run({ owner, type, records }, context) {
    if (type === RRSIG) return;
    const first = records[0]!;
    for (const record of records.slice(1)) {
      if (record.ttl === first.ttl || record.ttl < 0 || first.ttl < 0) continue;
      const at = record.ttlSpan ?? record.typeSpan;
      yield {
        message: 'differs',
        at,
        args: { ttl: record.ttl, first: first.ttl, type: record.mnemonic, name: context.show(owner) },
        related: [
          {
            at: first.ttlSpan ?? first.typeSpan,
            message: `The first ${record.mnemonic} record, with TTL ${first.ttl}`,
          },
        ],
        fixes: [
          {
            title: `Set the TTL to ${first.ttl}`,
            safe: first.ttl <= LONGEST_MEANT,
            edits: () => [withTtl(record, first.ttl)],
          },
        ],
      };
    }
  },
});

function withTtl(record: RecordView, ttl: number): ReturnType<typeof replaceSpan> {
  const { ttlSpan, classSpan, typeSpan } = record;
  if (ttlSpan !== undefined) return replaceSpan(record.zone, ttlSpan, String(ttl));
  const before = classSpan ?? typeSpan;
  return replaceSpan(record.zone, { ...before, end: before.start }, `${ttl} `);
}

/** Asked for every RRset of a zone. Signatures have the TTL of what they cover (RFC 4034 §3). */
function differ(zone: Zone, name: number, type: number): boolean {
  const { records } = zone;
  if (type === RRSIG && (records.kinds(name) & HAS_OTHER) !== 0) return false;
  let ttl: number | undefined;
  for (let id = records.first(name); id >= 0; id = records.next[id]!) {
    if (records.type[id] !== type) continue;
    if (ttl !== undefined && ttl !== records.ttl[id]) return true;
    ttl = records.ttl[id]!;
  }
  return false;
}
