import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset([], {
    several: true,
    when: (zone, record, name) => zone.generatedRecords > 0 && isMixed(zone, name, zone.records.type[record]!),
  }),
  reports: 'dir/generate-overlap',
  *run({ owner, records }, context) {
    const made = records.find(({ generated }) => generated);
    if (made === undefined) return;
    for (const record of records) {
      if (record.generated || record.broken || isSame(record, records)) continue;
      const at = record.ownerSpan ?? record.typeSpan;
      yield {
        message: 'overlap',
        at,
        args: { type: record.mnemonic, name: context.show(owner) },
        related: [{ at: made.entrySpan, message: 'The $GENERATE range of the other record' }],
      };
    }
  },
});

/** The very same record is a duplicate, which has a rule of its own. */
function isSame(record: RecordView, records: readonly RecordView[]): boolean {
  return records.some((other) => other.generated && other.hash === record.hash);
}

function isMixed(zone: Zone, name: number, type: number): boolean {
  const { records } = zone;
  let made = false,
    written = false;
  for (let id = records.first(name); id >= 0; id = records.next[id]!) {
    if (records.type[id] !== type) continue;
    if (zone.blockOf(id).anchor === undefined) written = true;
    else made = true;
  }
  return made && written;
}
