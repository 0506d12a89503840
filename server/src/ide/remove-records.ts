import type { Edit } from '../findings/fix.ts';
import { RecordView } from '../zone/model/record-view.ts';
import { placeOf } from '../zone/model/span.ts';

/** Takes records out with their lines, all at once. A record that stays keeps its owner name where it had inherited it from one that goes. */
export function removeRecords(records: readonly RecordView[]): readonly Edit[] {
  const gone = new Set(records.map(({ id }) => id));
  return records.flatMap((record) => {
    const { zone } = record,
      place = placeOf(zone, record.entrySpan),
      { text } = record.block.file,
      next = record.hasOwnOwner ? inheritor(record, gone) : undefined;
    const start = { line: place.range.start.line, character: 0 },
      below = { line: place.range.end.line + 1, character: 0 };
    const removal: Edit = {
      uri: place.uri,
      range: { start, end: below.line >= text.lineCount ? place.range.end : below },
      text: '',
    };
    if (next === undefined || record.ownerSpan === undefined) return [removal];
    const at = placeOf(zone, { record: next.id, start: 0, end: 0 });
    // Behind another $ORIGIN the name as it was written would be another one.
    return [
      removal,
      {
        uri: at.uri,
        range: at.range,
        text: next.origin === record.origin ? record.source(record.ownerSpan) : zone.nameText(record.owner),
      },
    ];
  });
}

/** The first record behind this one that stays and inherits its owner name. */
function inheritor(record: RecordView, gone: ReadonlySet<number>): RecordView | undefined {
  const { zone, block } = record;
  for (
    let index = block.index, from = block.records.indexOf(record.id) + 1;
    index < block.file.blocks.length;
    index++, from = 0
  ) {
    const { records } = block.file.blocks[index]!;
    for (let k = from; k < records.length; k++) {
      const next = new RecordView(zone, records[k]!);
      if (next.hasOwnOwner || next.owner !== record.owner) return undefined;
      if (!gone.has(next.id)) return next;
    }
  }
  return undefined;
}
