import { LABEL_UNDERSCORE } from '../../../names/name-tree.ts';
import { EXPLICIT_OWNER, GENERATED } from '../../../zone/records/record-table.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import { isPolicyZone, isReverseZone } from '../../kit/special-zone.ts';
import { check, eachRecord } from '../../engine/check.ts';
import { MX, NS } from '../../../zone/rrtypes/codes.ts';
import { CR, LF, SEMICOLON, SPACE, TAB, UNDERSCORE } from '../../../text/octets.ts';

/** Indented records that take a name from above that they were hardly meant for. */
export default check({
  on: eachRecord(['A', 'AAAA', 'MX', 'NS'], {
    when: (zone, record, name) =>
      (zone.records.flags[record]! & (EXPLICIT_OWNER | GENERATED)) === 0 &&
      zone.apexKnown &&
      name !== zone.apex &&
      (((zone.names.labelFlags(name) & LABEL_UNDERSCORE) !== 0 && zone.names.labelOctet(name, 0) === UNDERSCORE) ||
        zone.records.type[record] === NS ||
        zone.records.type[record] === MX),
  }),
  reports: 'zone/inherited-owner',
  *run(record, context) {
    const { zone, owner, type } = record,
      args = { type: record.mnemonic, owner: context.show(owner), apex: context.show(zone.apex) };
    if (record.generated || !zone.inZone(owner) || isReverseZone(zone) || isPolicyZone(context)) return;
    const isService =
      (zone.names.labelFlags(owner) & LABEL_UNDERSCORE) !== 0 && zone.names.labelOctet(owner, 0) === UNDERSCORE;
    if (isService) yield { message: 'service', at: record.typeSpan, args };
    else if ((type === NS || type === MX) && context.records(owner, type)[0]?.id === record.id && isApart(record))
      yield { message: 'apart', at: record.typeSpan, args };
  },
});

/** Whether an empty line, or one with a comment alone, is right above a record. */
function isApart({
  zone,
  id,
  block: {
    chunk: { bytes },
  },
}: RecordView): boolean {
  let end = zone.records.offset[id]!;
  if (end === 0 || bytes[end - 1] !== LF) return false;
  let start = --end;
  while (start > 0 && bytes[start - 1] !== LF) start--;
  if (start === 0) return false;
  while (start < end && (bytes[start] === SPACE || bytes[start] === TAB || bytes[start] === CR)) start++;
  return start === end || bytes[start] === SEMICOLON;
}
