import { replaceSpan } from '../../lint/kit/edits.ts';
import { quotedStrings, withEscapedQuotes } from '../../lint/kit/quoted-strings.ts';
import { SPF, TXT } from '../../zone/rrtypes/codes.ts';
import type { Refactoring, Selected, SelectedRecord } from './refactoring.ts';
import { change } from './refactoring.ts';

/** The strings of a TXT record joined, cut again at 255 octets, or split at the cursor: clients join them to the same text. */
export function* strings(selection: Selected): Iterable<Refactoring> {
  const [one] = selection.records;
  if (one === undefined || selection.records.length !== 1 || (one.record.type !== TXT && one.record.type !== SPF))
    return;
  if (one.record.writtenAsOctets) return;
  yield* recut(selection, one);
  yield* split(selection, one);
}

function* recut({ zone }: Selected, { entry, record }: SelectedRecord): Iterable<Refactoring> {
  const tokens = entry.tokens.filter(({ part }) => part === 'rdata'),
    source = tokens
      .map(({ start, end, quoted }) => {
        const span = { record: record.id, start: start - entry.start, end: end - entry.start };
        return quoted ? record.source({ ...span, start: span.start + 1, end: span.end - 1 }) : record.source(span);
      })
      .join(''),
    text = quotedStrings(withEscapedQuotes(source)),
    now = tokens
      .map(({ start, end }) => record.source({ record: record.id, start: start - entry.start, end: end - entry.start }))
      .join(' ');
  if (text === now) return;
  const isOne = !text.includes('" "');
  yield {
    kind: 'rewrite',
    title: isOne
      ? tokens.length === 1
        ? 'Put quotation marks around the string'
        : `Join the ${tokens.length} strings`
      : 'Cut the strings again, as long as they may be',
    edits: [replaceSpan(zone, record.rdataSpan, text)],
  };
}

function* split({ text, range: { start, end } }: Selected, { entry }: SelectedRecord): Iterable<Refactoring> {
  if (start.line !== end.line || start.character !== end.character) return;
  const { chunk, offset } = text.locate(start);
  if (chunk !== entry.block.index) return;
  const token = entry.tokens.find(
    ({ part, quoted, start: from, end: to }) => part === 'rdata' && quoted && from + 1 < offset && offset < to - 1,
  );
  if (token === undefined) return;
  // Not within an escape.
  const before = text.slice({ start: { line: start.line, character: Math.max(0, start.character - 4) }, end: start });
  if (/\\(?:\d{0,2})?$/.test(before)) return;
  yield { kind: 'rewrite', title: 'Split the string here', edits: [change(entry, offset, offset, '" "')] };
}
