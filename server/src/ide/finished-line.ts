import type { TextChange } from '../findings/fix.ts';
import type { Position } from '../text/positions.ts';
import type { FormatOptions } from '../zone/format/format-options.ts';
import { FormatRun } from '../zone/format/format-zone.ts';
import { RecordView } from '../zone/model/record-view.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import { blockAt } from './entry-at.ts';

/** The edits that put the record above a position, whose line has just been finished, into the columns of the records around it. None for a line that begins no record. */
export function alignFinished(
  zone: Zone,
  text: SourceText,
  position: Position,
  options: FormatOptions = {},
): readonly TextChange[] {
  const line = position.line - 1,
    at = line < 0 ? undefined : blockAt(zone, text, { line, character: 0 });
  if (at === undefined) return [];
  const id = [...at.block.records].find((one) => zone.records.offset[one] === at.offset);
  if (id === undefined) return [];
  const record = new RecordView(zone, id);
  if (record.generated || record.broken) return [];
  const { chunk } = at.block,
    run = new FormatRun(chunk.bytes, options, { from: at.offset, to: at.offset + 1, isNew: true });
  run.run();
  return run.edits.flatMap(({ start, end, text: gap }) => {
    const from = chunk.positionAt(start),
      to = chunk.positionAt(end);
    // Only the line itself, not what follows it in parentheses, and never a line break at the end of the file.
    if (from.line !== chunk.positionAt(at.offset).line) return [];
    return [
      {
        uri: text.uri,
        range: { start: { line, character: from.character }, end: { line, character: to.character } },
        text: gap,
      },
    ];
  });
}
