import type { Edit } from '../../../server/src/findings/fix.ts';
import type { Refactoring } from '../../../server/src/ide/refactorings/index.ts';
import { refactoringsAt } from '../../../server/src/ide/refactorings/index.ts';
import type { TextRange } from '../../../server/src/text/positions.ts';
import type { ZoneHost } from '../../../server/src/zone/records/include-host.ts';
import { noFiles } from '../../../server/src/zone/records/include-host.ts';
import { printZone } from '../../../server/src/zone/format/compiled-zone.ts';
import { Zone } from '../../../server/src/zone/model/zone.ts';
import { Lexer } from '../../../server/src/zone/syntax/lexer.ts';
import { SourceText } from '../../../server/src/zone/syntax/source-text.ts';

export const uri = 'file:///zones/example.com.zone';

export function zoneOf(text: string, host: ZoneHost = noFiles): Zone {
  const zone = new Zone(new SourceText(uri, new Lexer()), { apex: 'example.com.', host });
  zone.open(new TextEncoder().encode(text));
  return zone;
}

/** Every record as named-compilezone would print it, in no order, and in lower case: names are the same in other letters (RFC 4343). */
export function compiled(zone: Zone): readonly string[] {
  let text = '';
  printZone(zone, (lines) => {
    text += lines;
  });
  return text.toLowerCase().split('\n').toSorted();
}

/** A text with a marked range `«…»`, or a cursor `|`, without the marks. */
export function ranged(marked: string): { readonly text: string; readonly range: TextRange } {
  const open = marked.search(/[«|]/),
    close = marked.indexOf('»'),
    text = marked.replace(/[«»|]/g, '');
  const at = (offset: number): TextRange['start'] => {
    const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  const start = at(open);
  return { text, range: { start, end: close < 0 ? start : at(close - 1) } };
}

export function offered(zone: Zone, range: TextRange, others?: Zone): readonly Refactoring[] {
  const work = refactoringsAt([zone], zone.root.text, range, { zoneOf: () => others });
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The text with the edits of the zone's own file carried out, and the files that they make. */
export function applied(
  text: string,
  edits: readonly Edit[],
): { readonly text: string; readonly files: ReadonlyMap<string, string> } {
  const starts = [0];
  for (const found of text.matchAll(/\r\n|\n|\r/g)) starts.push(found.index + found[0].length);
  const offset = ({ line, character }: TextRange['start']): number => (starts[line] ?? text.length) + character;
  const files = new Map<string, string>(),
    changes = edits.flatMap((edit, k) => ('createFile' in edit ? [] : [{ ...edit, k }]));
  for (const edit of edits)
    if ('createFile' in edit) files.set(edit.createFile.slice(edit.createFile.lastIndexOf('/') + 1), edit.text);
  changes.sort((a, b) => offset(b.range.start) - offset(a.range.start) || b.k - a.k);
  let now = text;
  for (const { range, text: replacement } of changes)
    now = now.slice(0, offset(range.start)) + replacement + now.slice(offset(range.end));
  return { text: now, files };
}
