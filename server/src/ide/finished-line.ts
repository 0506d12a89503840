import type { TextChange } from '../findings/fix.ts';
import { columnGaps } from '../lint/kit/record-style.ts';
import type { Position } from '../text/positions.ts';
import { RecordView } from '../zone/model/record-view.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import { blockAt } from './entry-at.ts';

/** The edits that put the record above a position, whose line has just been finished, into the columns of the records around it. None for a line that begins no record. */
export function alignFinished(zone: Zone, text: SourceText, position: Position): readonly TextChange[] {
  const line = position.line - 1,
    at = line < 0 ? undefined : blockAt(zone, text, { line, character: 0 });
  if (at === undefined) return [];
  const id = [...at.block.records].find((one) => zone.records.offset[one] === at.offset);
  if (id === undefined) return [];
  const record = new RecordView(zone, id);
  return record.generated || record.broken
    ? []
    : columnGaps(record).map(({ start, end, text: gap }) => ({
        uri: text.uri,
        range: { start: { line, character: start }, end: { line, character: end } },
        text: gap,
      }));
}
