import type { Position, TextRange } from '../text/positions.ts';
import { placeOf } from '../zone/model/span.ts';
import type { Zone } from '../zone/model/zone.ts';
import type { SourceText } from '../zone/syntax/source-text.ts';
import { nameAt } from './name-at.ts';
import { occurrencesOf } from './occurrences.ts';
import { renameRefusal, timesRead } from './rename.ts';

/** In larger zones a name isn't looked for while one types, and more places than these are better renamed. */
const MOST_RECORDS = 20_000,
  MOST_PLACES = 100;

/**
 * The places that can be typed in together with the name at a position. None where that wouldn't be safe: the zone itself, a name that `$GENERATE` makes, one that is written in another file,
 * or in two ways, such as `www` and `www.example.com.`; those are renamed.
 */
export function linkedNames(zone: Zone, text: SourceText, position: Position): readonly TextRange[] {
  const at = zone.records.count > MOST_RECORDS || !zone.settled ? undefined : nameAt(zone, text, position);
  if (at === undefined || at.kind === 'origin' || renameRefusal(zone, at) !== undefined) return [];
  if (timesRead(zone, text) !== 1 || !zone.inZone(at.name)) return [];
  const written = text.slice(at.range),
    ranges = new Map<string, TextRange>();
  if (written === '@' || !/^[\w.*-]+$/.test(written)) return [];
  for (const occurrence of occurrencesOf(zone, at.name)) {
    const { uri, range } = placeOf(zone, occurrence.span);
    if (uri !== text.uri || occurrence.written !== written) return [];
    if (ranges.size >= MOST_PLACES) return [];
    ranges.set(`${range.start.line}:${range.start.character}`, range);
  }
  return ranges.size < 2 ? [] : [...ranges.values()];
}
