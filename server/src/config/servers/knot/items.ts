import type { ConfigReading } from '../../reading/config-reading.ts';
import type { PlacedText } from '../../reading/places.ts';

/** A value of knot.conf without its quotes. Offsets are UTF-16 code units. */
export interface Value {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One line `key: value`, `- key: value` or `section:`. */
export interface Item {
  readonly file: PlacedText;
  /** A section or top-level key, the first key of a block (after a dash), or a further key. */
  readonly level: 'section' | 'id' | 'key';
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly values: readonly Value[];
}

const lineShape = /^([ \t]*)(?:(-)([ \t]+))?([A-Za-z0-9\\/._*-]+)[ \t]*:(?=[ \t]|$)/;

/** Cuts knot.conf, YAML of the simplest kind, into its lines. What doesn't parse is reported and passed over. */
export function readItems(file: PlacedText, reading: ConfigReading): readonly Item[] {
  const items: Item[] = [];
  let indent = 0;
  for (const line of file.text.matchAll(/[^\r\n]+/g)) {
    const text = line[0],
      offset = line.index;
    if (/^\s*(?:#|$)/.test(text)) continue;
    const shape = lineShape.exec(text);
    if (shape === null) {
      const from = text.length - text.trimStart().length;
      reading.report('config/bad-line', 'line', file.span(offset + from, offset + text.trimEnd().length));
      continue;
    }
    const [all, before = '', dash, gap = '', key = ''] = shape;
    const tab = `${before}${gap}`.includes('\t') ? text.indexOf('\t') : -1;
    if (tab !== -1) reading.report('config/tab', 'tab', file.span(offset + tab, offset + tab + 1));
    const start = offset + before.length + (dash === undefined ? 0 : 1 + gap.length);
    const level = dash !== undefined ? 'id' : before === '' ? 'section' : 'key';
    const column = before.length + (dash === undefined ? 0 : 1 + gap.length);
    if (level === 'section') indent = 0;
    else if (level === 'id' || indent === 0) indent = column;
    else if (column !== indent && tab === -1) {
      reading.report('config/indent', 'indent', file.span(offset, start), { column, expected: indent });
    }
    items.push({
      file,
      level,
      key,
      start,
      end: start + key.length,
      values: valuesOf(text, all.length, offset, file, reading),
    });
  }
  return items;
}

/** One value, or several in brackets, up to a comment. */
function valuesOf(
  line: string,
  from: number,
  offset: number,
  file: PlacedText,
  reading: ConfigReading,
): readonly Value[] {
  const values: Value[] = [];
  let at = from;
  while (at < line.length) {
    const c = line[at]!;
    if (c === '#') break;
    if (c === '"') {
      const end = closingQuote(line, at);
      if (end === line.length)
        reading.report('config/unclosed-string', 'refused', file.span(offset + at, offset + at + 1), {
          server: 'Knot',
        });
      const closed = Math.min(end + 1, line.length);
      values.push({ text: line.slice(at + 1, end).replace(/\\"/g, '"'), start: offset + at, end: offset + closed });
      at = closed;
    } else if (c <= ' ' || '[],'.includes(c)) at++;
    else {
      const stop = /[\s"#[\],]/g;
      stop.lastIndex = at;
      const end = stop.exec(line)?.index ?? line.length;
      values.push({ text: line.slice(at, end), start: offset + at, end: offset + end });
      at = end;
    }
  }
  return values;
}

function closingQuote(line: string, open: number): number {
  for (let i = open + 1; i < line.length; i++) {
    if (line[i] === '\\') i++;
    else if (line[i] === '"') return i;
  }
  return line.length;
}
