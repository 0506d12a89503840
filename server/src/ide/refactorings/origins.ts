import type { Edit } from '../../findings/fix.ts';
import { ROOT } from '../../names/name-tree.ts';
import { originAt } from '../../zone/model/block-origin.ts';
import { entriesInRange } from '../entries-in-range.ts';
import type { Entry } from '../entry-at.ts';
import { recordOf } from '../entry-at.ts';
import { nameWords } from '../record-words.ts';
import type { Refactoring, Selected, SelectedRecord } from './refactoring.ts';
import { change, lineBreakOf } from './refactoring.ts';
import { absoluteOf, commonName, relativeOf, rewriteName, writtenNames } from './written-names.ts';

/** Entries of an `$ORIGIN` that is inlined. */
const MOST_ENTRIES = 2000;

/** The selected records under an `$ORIGIN` of their own, and an `$ORIGIN` back into the names under it. */
export function* origins(selection: Selected): Iterable<Refactoring> {
  yield* extractOrigin(selection);
  yield* inlineOrigin(selection);
}

function* extractOrigin(selection: Selected): Iterable<Refactoring> {
  const { zone, records, entries, text } = selection,
    [first] = records,
    last = records.at(-1);
  if (first === undefined || last === undefined || records.length < 2 || entries.length !== records.length) return;
  const origin = originAt(first.entry.block, first.entry.start),
    fresh = commonName(
      selection,
      records.map(({ record }) => record.owner),
    );
  if (fresh === ROOT || fresh === origin || !zone.names.isAtOrBelow(fresh, origin) || !zone.apexKnown) return;
  const ending = lineBreakOf(text),
    line = (name: string): string => `$ORIGIN ${name}${ending}`;
  yield {
    kind: 'extract',
    title: `Put ${records.length} records under $ORIGIN ${nameWords(zone, fresh)}`,
    edits: [
      change(first.entry, first.entry.start, first.entry.start, line(zone.names.text(fresh))),
      ...writtenNames(zone, records).flatMap((name) => {
        const written = relativeOf(zone, name.absolute, fresh);
        return written === name.written ? [] : [rewriteName(zone, name, written)];
      }),
      change(last.entry, last.entry.end, last.entry.end, line(zone.names.text(origin))),
    ],
  };
}

function* inlineOrigin({ zone, text, entries }: Selected): Iterable<Refactoring> {
  const directive = entries.find((entry) => isOrigin(entry)),
    before = directive === undefined ? -1 : originAt(directive.block, directive.start);
  if (directive === undefined || before < 0) return;
  const edits: Edit[] = [withoutLine(directive)],
    records: SelectedRecord[] = [];
  let looked = 0;
  const below = {
    start: { line: text.position(directive.block.index, directive.end).line, character: 0 },
    end: { line: text.lineCount, character: 0 },
  };
  for (const entry of entriesInRange(zone, text, below)) {
    if (entry.start <= directive.start && entry.block === directive.block) continue;
    if (isOrigin(entry)) {
      const name = entry.tokens[1],
        origin = originAt(entry.block, entry.start);
      if (name !== undefined && !name.text.endsWith('.'))
        edits.push(change(entry, name.start, name.end, absoluteOf(zone, name.text, origin)));
      break;
    }
    if (++looked > MOST_ENTRIES) return;
    const record = recordOf(zone, entry);
    if (record !== undefined) records.push({ entry, record });
  }
  for (const name of writtenNames(zone, records)) {
    const written = relativeOf(zone, name.absolute, before);
    if (written !== name.written) edits.push(rewriteName(zone, name, written));
  }
  yield { kind: 'inline', title: 'Write this $ORIGIN into the names after it', edits };
}

const isOrigin = ({ tokens }: Entry): boolean =>
  tokens[0]?.text.toUpperCase() === '$ORIGIN' && tokens[0].part === 'directive';

/** Takes out a directive; a comment after it stays as a line. */
function withoutLine(entry: Entry): Edit {
  const { bytes } = entry.block.chunk,
    last = entry.tokens.at(-1)!.end,
    rest = String.fromCharCode(...bytes.subarray(last, entry.end));
  if (!rest.includes(';')) return change(entry, entry.start, entry.end, '');
  return change(entry, entry.start, last + rest.indexOf(';'), '');
}
