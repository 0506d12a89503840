import type { Edit } from '../../findings/fix.ts';
import { endOfEntry } from '../../lint/kit/entry-extent.ts';
import type { Selected, SelectedRecord } from './refactoring.ts';
import { lineBreakOf, selected } from './refactoring.ts';

/** Lines that move together: a record with the comments directly above it, and the records after it that inherit its owner name. */
export interface LineUnit {
  readonly records: readonly SelectedRecord[];
  readonly first: number;
  /** The line after its last one. */
  readonly next: number;
}

/** Lines of a paragraph that are looked at from the cursor on. */
const MOST_LINES = 1000;

/** The paragraphs of a selection as units in the order of the text; of the paragraph around it where it is within one line. A comment at the top of a paragraph is its heading, and stays. */
export function paragraphsOf(selection: Selected): readonly (readonly LineUnit[])[] {
  const { records } = isWithinLine(selection) ? aroundCursor(selection) : selection,
    paragraphs: LineUnit[][] = [];
  let paragraph: LineUnit[] = [];
  for (const one of records) {
    const { first, next } = linesOf(selection, one),
      before = paragraph.at(-1),
      between = before === undefined ? [] : linesBetween(selection, before.next, first);
    if (before !== undefined && between.every(isComment)) {
      if (one.entry.blank) paragraph[paragraph.length - 1] = { ...before, records: [...before.records, one], next };
      else paragraph.push({ records: [one], first: before.next, next });
      continue;
    }
    paragraphs.push((paragraph = [{ records: [one], first, next }]));
  }
  return paragraphs;
}

const isWithinLine = ({ range: { start, end } }: Selected): boolean => start.line === end.line;
const isComment = (line: string): boolean => /^[ \t]*;/.test(line);

function linesBetween({ text }: Selected, from: number, to: number): readonly string[] {
  return text
    .slice({ start: { line: from, character: 0 }, end: { line: to, character: 0 } })
    .split(/(?<=\n|\r(?!\n))/)
    .filter((line) => line !== '');
}

function linesOf(
  { text }: Selected,
  { entry, record }: SelectedRecord,
): { readonly first: number; readonly next: number } {
  const { index } = entry.block,
    end = text.position(index, endOfEntry(record));
  return { first: text.position(index, entry.start).line, next: end.character === 0 ? end.line : end.line + 1 };
}

/** From the cursor to the next blank line or directive on each side. */
function aroundCursor({ zone, text, range, others }: Selected): Selected {
  const line = (at: number): string =>
      text.slice({ start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } }),
    ends = (at: number): boolean => /^\s*$|^\$/.test(line(at));
  let first = range.start.line,
    last = range.end.line;
  if (ends(first)) return selected(zone, text, range, others);
  while (first > 0 && range.start.line - first < MOST_LINES && !ends(first - 1)) first--;
  while (last - range.end.line < MOST_LINES && !ends(last + 1)) last++;
  return selected(zone, text, { start: { line: first, character: 0 }, end: { line: last, character: 1 } }, others);
}

/** Puts a paragraph's units into another order; undefined where they are in it already. */
export function reordered(
  selection: Selected,
  units: readonly LineUnit[],
  order: readonly LineUnit[],
): Edit | undefined {
  if (order.every((unit, k) => unit === units[k])) return undefined;
  const { text } = selection,
    ending = lineBreakOf(text),
    start = { line: units[0]!.first, character: 0 },
    lastLine = { line: units.at(-1)!.next, character: 0 },
    end =
      lastLine.line >= text.lineCount
        ? text.position(text.chunks.length - 1, text.chunks.at(-1)!.bytes.length)
        : lastLine;
  const pieces = order.map(({ first, next }) =>
    text.slice({ start: { line: first, character: 0 }, end: { line: next, character: 0 } }),
  );
  const whole = pieces.map((piece) => (/[\r\n]$/.test(piece) ? piece : piece + ending)).join(''),
    endsLine = /[\r\n]$/.test(text.slice({ start, end }));
  return { uri: text.uri, range: { start, end }, text: endsLine ? whole : whole.replace(/\r?\n$/, '') };
}
