import { recordAt } from '../../../zone/model/lookup.ts';
import { RecordView } from '../../../zone/model/record-view.ts';
import { placeOf } from '../../../zone/model/span.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import { removeRecord } from '../../kit/edits.ts';
import type { Fix } from '../../../findings/fix.ts';
import { check, wholeZone } from '../../engine/check.ts';
import { SOA } from '../../../zone/rrtypes/codes.ts';

export default check({
  on: wholeZone(),
  reports: 'zone/soa-not-first',
  *run(zone) {
    const soa = recordAt(zone, zone.apex, SOA),
      first = firstRecord(zone);
    if (
      soa < 0 ||
      first < 0 ||
      first === soa ||
      zone.records.type[first] === SOA ||
      zone.blockOf(soa).file !== zone.root
    )
      return;
    const record = new RecordView(zone, soa),
      before = new RecordView(zone, first),
      fixes = sameContext(record, before) ? [moveBefore(record, before)] : [];
    yield {
      message: 'later',
      at: record.typeSpan,
      related: [{ at: before.typeSpan, message: 'The first record' }],
      fixes,
    };
  },
});

/** Whether all records mean the same with the SOA in front: both write their owner, $TTL stands above, and no directive between. */
function sameContext(soa: RecordView, first: RecordView): boolean {
  const {
      block,
      zone: { records },
    } = soa,
    from = records.offset[first.id]!,
    to = records.offset[soa.id]!;
  if (block !== first.block || soa.generated || !soa.hasOwnOwner || !first.hasOwnOwner) return false;
  return (
    block.directives.some(({ name, start }) => name === '$TTL' && start < from) &&
    !block.directives.some(({ start }) => start > from && start < to)
  );
}

/** The comment behind the SOA goes with its lines. */
function moveBefore(soa: RecordView, first: RecordView): Fix {
  return {
    title: 'Move the SOA record to the top',
    safe: false,
    edits: () => {
      const { uri, range } = placeOf(soa.zone, first.entrySpan),
        start = { line: range.start.line, character: 0 };
      return [{ uri, range: { start, end: start }, text: linesOf(soa) }, ...removeRecord(soa)];
    },
  };
}

/** All lines of a record, with their comments. */
function linesOf(record: RecordView): string {
  const { bytes } = record.block.chunk,
    { end } = record.entrySpan,
    newline = bytes.indexOf(10, record.zone.records.offset[record.id]! + end),
    crlf = bytes.includes(13);
  const text = record.source({
    record: record.id,
    start: 0,
    end: (newline < 0 ? bytes.length : newline) - record.zone.records.offset[record.id]!,
  });
  return text.replace(/\r?$/, crlf ? '\r\n' : '\n');
}

/** The first record of the zone's own file; -1 when something is included or made before it. */
function firstRecord(zone: Zone): number {
  for (const { records, includes, generated } of zone.root.blocks) {
    if (includes.length > 0 || generated.length > 0) return -1;
    if (records.length > 0) return records[0]!;
  }
  return -1;
}
