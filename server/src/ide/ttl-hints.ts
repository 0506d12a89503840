import { RecordView } from '../zone/model/record-view.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { Position, TextRange } from '../text/positions.ts';
import { blocksOf, rangeIn } from './entry-at.ts';

export interface TtlHint {
  readonly position: Position;
  /** Seconds. */
  readonly ttl: number;
}

/** The TTL of each record in a range that names none, at the place where it would stand: before class and type. */
export function ttlHints(zone: Zone, text: SourceText, { start, end }: TextRange): readonly TtlHint[] {
  const hints: TtlHint[] = [],
    from = text.locate(start).chunk,
    to = text.locate(end).chunk;
  for (const block of blocksOf(zone, text).slice(from, to + 1)) {
    for (const id of block.records) {
      const record = new RecordView(zone, id);
      if (record.hasOwnTtl || record.ttl < 0) continue;
      const before = record.classSpan ?? record.typeSpan,
        offset = zone.records.offset[id]! + before.start,
        { start: position } = rangeIn(block, offset, offset);
      if (position.line >= start.line && position.line <= end.line) hints.push({ position, ttl: record.ttl });
    }
  }
  return hints;
}
