import { endOfEntry } from '../../lint/kit/entry-extent.ts';
import { rangeIn } from '../entry-at.ts';
import { nameWords } from '../record-words.ts';
import type { Refactoring, Selected } from './refactoring.ts';
import { commonName } from './written-names.ts';
import { lineBreakOf } from './refactoring.ts';

/** The selected records to a file beside this one, which is included in their place. */
export function* includedFile(selection: Selected): Iterable<Refactoring> {
  const { zone, text, records, entries, range } = selection,
    [first] = records,
    last = records.at(-1);
  if (first === undefined || last === undefined || first === last || range.start.line === range.end.line) return;
  if (entries.length !== records.length || first.entry.blank || !zone.apexKnown) return;
  const { start } = rangeIn(first.entry.block, first.entry.start, first.entry.start),
    last_ = endOfEntry(last.record),
    { end } = rangeIn(last.entry.block, last_, last_),
    common = commonName(
      selection,
      records.map(({ record }) => record.owner),
    ),
    about = zone.inZone(common) ? nameWords(zone, common) : nameWords(zone, zone.apex),
    name = `${about.replace(/[^a-z0-9.-]/g, '_')}.inc`,
    folder = text.uri.slice(0, text.uri.lastIndexOf('/') + 1),
    ending = lineBreakOf(text),
    moved = text.slice({ start, end });
  // A file that is there already, or is included, is left alone.
  if (text.uri.endsWith(`/${name}`) || typeof zone.host.include(name, text.uri) !== 'string') return;
  yield {
    kind: 'move',
    title: `Move ${records.length} records to ${name}`,
    edits: [
      { createFile: folder + encodeURIComponent(name), text: /[\r\n]$/.test(moved) ? moved : moved + ending },
      { uri: text.uri, range: { start, end }, text: `$INCLUDE ${name}${ending}` },
    ],
  };
}
