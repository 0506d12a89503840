import type { Zone } from '../zone/model/zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import type { TextRange } from '../text/positions.ts';
import type { Entry } from './entry-at.ts';
import { blocksOf, entriesOf } from './entry-at.ts';

/** The entries of a text that touch the lines of a range, in order: only the chunks there are looked at. */
export function* entriesInRange(zone: Zone, text: SourceText, { start, end }: TextRange): Iterable<Entry> {
  const from = text.locate({ line: start.line, character: 0 }),
    to = text.locate({ line: end.line + 1, character: 0 }),
    blocks = blocksOf(zone, text);
  for (let index = from.chunk; index <= to.chunk && index < blocks.length; index++) {
    for (const entry of entriesOf(blocks[index]!)) {
      if (index === to.chunk && entry.start >= to.offset) return;
      if (index > from.chunk || entry.end > from.offset) yield entry;
    }
  }
}
