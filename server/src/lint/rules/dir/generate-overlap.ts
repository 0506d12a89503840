import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { defineRule, eachRrset } from '../../engine/rule.ts';

export default defineRule({
  meta: {
    code: 'dir/generate-overlap',
    severity: 'warning',
    source: 'practice',
    summary: 'Record at a name that $GENERATE also produces',
    messages: { overlap: '$GENERATE also produces {type} for {name}, so the name has both records.' },
  },
  on: eachRrset([], { several: true, when: (zone, record, name) => zone.generatedRecords > 0 && isMixed(zone, name, zone.records.type[record]!) }),
  *check({ owner, records }, context) {
    const made = records.find(({ generated }) => generated);
    if (made === undefined) return;
    for (const record of records) {
      if (record.generated || record.broken || isSame(record, records)) continue;
      const at = record.ownerSpan ?? record.typeSpan;
      yield { message: 'overlap', at, args: { type: record.mnemonic, name: context.show(owner) }, related: [{ at: made.entrySpan, message: 'The $GENERATE range of the other record' }] };
    }
  },
});

/** The very same record is a duplicate, which has a rule of its own. */
function isSame(record: RecordView, records: readonly RecordView[]): boolean {
  return records.some(other => other.generated && other.hash === record.hash);
}

function isMixed(zone: Zone, name: number, type: number): boolean {
  const { records } = zone;
  let made = false, written = false;
  for (let id = records.first(name); id >= 0; id = records.next[id]!) {
    if (records.type[id] !== type) continue;
    if (zone.blockOf(id).anchor === undefined) written = true; else made = true;
  }
  return made && written;
}
