import { RecordView } from '../../zone/model/record-view.ts';
import type { Span } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';

/** Where to say something about a zone as a whole: the first record's type, or the very start of a file without records. */
export function firstSpan(zone: Zone): Span {
  for (const block of zone.root.blocks) {
    const first = block.records[0];
    if (first !== undefined) return new RecordView(zone, first).typeSpan;
  }
  const block = zone.root.blocks[0];
  return block === undefined ? { file: zone.root.uri, start: 0, end: 0 } : { block, start: 0, end: 0 };
}
