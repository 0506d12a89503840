import { recordAt } from '../../../model/lookup.ts';
import { RecordView } from '../../../model/record-view.ts';
import type { Zone } from '../../../model/zone.ts';
import { defineRule, wholeZone } from '../../rule.ts';

const SOA = 6;

export default defineRule({
  meta: {
    code: 'zone/soa-not-first',
    severity: 'warning',
    profile: 'strict',
    source: 'RFC 1035 §5.2',
    summary: 'The SOA is not the first record of the file.',
    messages: { later: 'The SOA record stands behind other records: it belongs to the top of the zone, and some programs read it first to learn which zone this is. Move it to the top.' },
  },
  on: wholeZone(),
  *check(zone) {
    const soa = recordAt(zone, zone.apex, SOA), first = firstRecord(zone);
    if (soa < 0 || first < 0 || first === soa || zone.records.type[first] === SOA || zone.blockOf(soa).file !== zone.root) return;
    yield { message: 'later', at: new RecordView(zone, soa).typeSpan, related: [{ at: new RecordView(zone, first).typeSpan, message: 'The first record.' }] };
  },
});

/** The first record of the zone's own file; -1 when something is included or made before it. */
function firstRecord(zone: Zone): number {
  for (const { records, includes, generated } of zone.root.blocks) {
    if (includes.length > 0 || generated.length > 0) return -1;
    if (records.length > 0) return records[0]!;
  }
  return -1;
}
