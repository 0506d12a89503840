import { LABEL_PREFIXED } from '../../../names/name-tree.ts';
import type { NameId } from '../../../names/name-tree.ts';
import { unicodeLabel } from '../../../names/a-labels.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { check, eachName } from '../../engine/check.ts';

/** Asked for every name: whether its label has hyphens in the third and fourth place. */
function hasPrefix(zone: Zone, name: NameId): boolean {
  return (zone.names.labelFlags(name) & LABEL_PREFIXED) !== 0;
}

/** The place of the first label of a record's owner. */
function labelSpan(record: RecordView | undefined, label: string): RecordView['ownerSpan'] {
  const span = record?.ownerSpan;
  return span === undefined || !record!.source(span).toLowerCase().startsWith(label)
    ? span
    : { ...span, end: span.start + label.length };
}

/** Labels with a prefix that belongs to encodings (RFC 5890 §2.3.1). */
export default check({
  on: eachName([], { when: (zone, _record, name) => hasPrefix(zone, name) }),
  reports: ['host/bad-alabel', 'host/double-hyphen'],
  *run({ name, records }, context) {
    const { names } = context.zone,
      label = names.label(name),
      at = labelSpan(
        records.find((record) => record.ownerSpan !== undefined),
        label,
      );
    if (at === undefined || !context.zone.inZone(name)) return;
    if (!label.startsWith('xn--')) yield { code: 'host/double-hyphen', message: 'hyphens', at, args: { label } };
    else if (unicodeLabel(label) === undefined && !names.labelOctets(name).some((octet) => octet > 127))
      yield { code: 'host/bad-alabel', message: 'broken', at, args: { label } };
  },
});
