import { isSpf } from '../../../mail/spf/syntax/parse.ts';
import { mergeSpf } from '../../../mail/spf/build-spf.ts';
import { replaceSpan, removeRecord } from '../../kit/edits.ts';
import { escaped } from '../../kit/mail/text-report.ts';
import { marksOf, SPF } from '../../kit/mail/text-marks.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Edit } from '../../../findings/fix.ts';
import { check, eachRrset } from '../../engine/check.ts';

export default check({
  on: eachRrset(['TXT'], {
    several: true,
    when: (zone, record, name) => {
      for (let id = zone.records.first(name), found = 0; id >= 0; id = zone.records.next[id]!)
        if (zone.records.type[id] === 16 && (marksOf(zone, id) & SPF) !== 0 && ++found > 1) return true;
      return record < 0;
    },
  }),
  reports: 'spf/multiple',
  *run({ owner, records }, context) {
    const spf = records.filter((record) => !record.broken && isSpf(record.text.joined)),
      first = spf[0];
    for (const record of spf.slice(1)) {
      yield {
        message: 'second',
        at: record.rdataSpan,
        args: { name: context.show(owner) },
        related: [{ at: first!.rdataSpan, message: 'The first SPF record' }],
        ...(record.generated || first!.generated
          ? {}
          : { fixes: [{ title: 'Merge the two SPF records', safe: false, edits: () => merged(first!, record) }] }),
      };
    }
  },
});

function merged(first: RecordView, second: RecordView): readonly Edit[] {
  const text = mergeSpf(first.text.joined, second.text.joined);
  return [replaceSpan(first.zone, first.rdataSpan, strings(text)), ...removeRecord(second)];
}

/** A value as character-strings of at most 255 octets. */
function strings(text: string): string {
  const parts = text.match(/.{1,255}/gs) ?? [''];
  return parts.map((part) => `"${escaped(part, true)}"`).join(' ');
}
