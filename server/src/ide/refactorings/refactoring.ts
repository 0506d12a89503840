import type { Edit } from '../../findings/fix.ts';
import type { TextRange } from '../../text/positions.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import type { Zone } from '../../zone/model/zone.ts';
import type { SourceText } from '../../zone/syntax/source-text.ts';
import type { RecordDifference } from '../../workspace/trials/same-records.ts';
import { entriesInRange } from '../entries-in-range.ts';
import type { Entry } from '../entry-at.ts';
import { rangeIn, recordOf } from '../entry-at.ts';
import type { OtherZones } from '../name-words.ts';

/** Selections of more entries are left alone: an edit of a whole large file is a script's work. */
const MOST_ENTRIES = 1000;

/** A way to write records otherwise. It is offered only where a trial shows that the records stay what they are, or change as `allows` says. */
export interface Refactoring {
  readonly kind: 'rewrite' | 'extract' | 'inline' | 'move';
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether a difference is what the title announces; where it is left out, there must be none. */
  readonly allows?: (difference: RecordDifference) => boolean;
}

export interface SelectedRecord {
  readonly entry: Entry;
  readonly record: RecordView;
}

/** What a refactoring works on. */
export interface Selected {
  readonly zone: Zone;
  readonly text: SourceText;
  readonly range: TextRange;
  readonly others: OtherZones;
  /** Those that touch the lines of the range. */
  readonly entries: readonly Entry[];
  /** Those of them that are records and could be read. */
  readonly records: readonly SelectedRecord[];
}

/** The entries on the lines of a selection. One that ends where a line begins has nothing of that line. */
export function selected(zone: Zone, text: SourceText, range: TextRange, others: OtherZones): Selected {
  const { start, end } = range,
    isPastLine = end.character === 0 && end.line > start.line,
    lines = isPastLine ? { start, end: { line: end.line - 1, character: 0 } } : range,
    entries: Entry[] = [];
  for (const entry of entriesInRange(zone, text, lines)) {
    if (entries.length === MOST_ENTRIES) return { zone, text, range, others, entries: [], records: [] };
    if (entry.tokens.length > 0) entries.push(entry);
  }
  const records = entries.flatMap((entry) => {
    const record = recordOf(zone, entry);
    return record === undefined || record.broken ? [] : [{ entry, record }];
  });
  return { zone, text, range: lines, others, entries, records };
}

/** Replaces some bytes of an entry's chunk. */
export const change = ({ block }: Entry, start: number, end: number, text: string): Edit => ({
  uri: block.file.text.uri,
  range: rangeIn(block, start, end),
  text,
});

/** The line ending that a text has. */
export const lineBreakOf = (text: SourceText): string => (text.chunks[0]?.bytes.includes(13) === true ? '\r\n' : '\n');
