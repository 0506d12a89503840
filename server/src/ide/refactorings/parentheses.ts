import { decode } from '../../text/utf8.ts';
import { endOfEntry } from '../../lint/kit/entry-extent.ts';
import { SOA } from '../../zone/rrtypes/codes.ts';
import type { Refactoring, Selected, SelectedRecord } from './refactoring.ts';
import { change, lineBreakOf } from './refactoring.ts';

/** Names of an SOA record that stay on its first line. */
const SOA_NAMES = 2;
/** A line of more characters is no line any more. */
const LONGEST_LINE = 1000;

/** A record on one line, or its data on lines of its own in parentheses. */
export function* parentheses(selection: Selected): Iterable<Refactoring> {
  const [one] = selection.records;
  if (one === undefined || selection.records.length !== 1) return;
  const { entry } = one,
    source = decode(entry.block.chunk.bytes, entry.start, entry.end).replace(/\r?\n$/, '');
  if (/\r|\n/.test(source)) yield* toOneLine(one);
  else yield* toLines(selection, one, source);
}

function* toOneLine({ entry, record }: SelectedRecord): Iterable<Refactoring> {
  const { bytes } = entry.block.chunk,
    end = endOfEntry(record),
    whole = decode(bytes, entry.start, end),
    ending = /\r?\n$/.exec(whole)?.[0] ?? '';
  let line = '',
    from = entry.start;
  const comments: string[] = [];
  const gap = (to: number): void => {
    const between = decode(bytes, from, to);
    for (const comment of between.matchAll(/;+([^\r\n]*)/g)) comments.push(comment[1]!.trim());
    const bare = between.replace(/;[^\r\n]*/g, '');
    // White space on a line stays, so that what is in columns stays there.
    line += /[\r\n()]/.test(bare) ? (line === '' ? /^[ \t]*/.exec(bare)![0] || '\t' : ' ') : bare;
  };
  for (const [k, token] of entry.tokens.entries()) {
    if (k > 0 || entry.blank) gap(token.start);
    line += decode(bytes, token.start, token.end);
    from = token.end;
  }
  const rest = decode(bytes, from, end);
  for (const comment of rest.matchAll(/;+([^\r\n]*)/g)) comments.push(comment[1]!.trim());
  const words = comments.filter((comment) => comment !== '').join('; ');
  if (line.length > LONGEST_LINE) return;
  yield {
    kind: 'rewrite',
    title: 'Write this record on one line',
    edits: [change(entry, entry.start, end, `${line}${words === '' ? '' : ` ; ${words}`}${ending}`)],
  };
}

function* toLines({ text }: Selected, { entry, record }: SelectedRecord, source: string): Iterable<Refactoring> {
  const rdata = entry.tokens.filter(({ part }) => part === 'rdata'),
    kept = record.type === SOA ? SOA_NAMES : 0,
    below = rdata.slice(kept);
  if (below.length < 2 || record.writtenAsOctets || /[()]/.test(source.replace(/"[^"]*"|;.*/g, ''))) return;
  const { bytes } = entry.block.chunk,
    [first] = below,
    last = below.at(-1)!,
    ending = lineBreakOf(text),
    column = text.position(entry.block.index, rdata[0]!.start).character,
    // Tabs before the data are as wide below it.
    before = decode(bytes, entry.start, rdata[0]!.start),
    indent = before.includes('\t')
      ? before.replace(/[^\t]+/g, (word) => (word.trim() === '' ? word : ' '.repeat(word.length)))
      : ' '.repeat(column),
    lines = below.map(({ start, end }) => `${ending}${indent}${decode(bytes, start, end)}`);
  yield {
    kind: 'rewrite',
    title: 'Write this record on several lines in parentheses',
    edits: [change(entry, first!.start, last.end, `(${lines.join('')} )`)],
  };
}
