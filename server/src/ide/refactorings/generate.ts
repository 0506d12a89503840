import { decode } from '../../text/utf8.ts';
import type { Entry } from '../entry-at.ts';
import type { Refactoring, Selected, SelectedRecord } from './refactoring.ts';
import { change, lineBreakOf } from './refactoring.ts';

/** A `$GENERATE` of more records stays one; fewer than these are no run. */
const MOST_LINES = 1000,
  LEAST_RECORDS = 3;

/** `$GENERATE` to the records that it makes, and a run of records to a `$GENERATE`. */
export function* generated(selection: Selected): Iterable<Refactoring> {
  for (const entry of selection.entries)
    if (entry.tokens[0]?.text.toUpperCase() === '$GENERATE') yield* expanded(selection, entry);
  yield* collapsed(selection);
}

function* expanded({ text }: Selected, entry: Entry): Iterable<Refactoring> {
  const made = entry.block.generated.find(({ anchor }) => anchor?.start === entry.tokens[0]!.start);
  if (made === undefined || made.records.length === 0 || made.records.length > MOST_LINES) return;
  const ending = lineBreakOf(text),
    { bytes } = entry.block.chunk,
    last = entry.tokens.at(-1)!.end,
    rest = decode(bytes, last, entry.end),
    comment = /;[^\r\n]*/.exec(rest)?.[0],
    lines = decode(made.chunk.bytes, 0, made.chunk.bytes.length)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
  yield {
    kind: 'inline',
    title: `Write out the ${lines.length} records of this $GENERATE`,
    edits: [
      change(
        entry,
        entry.start,
        entry.end,
        [...(comment === undefined ? [] : [comment]), ...lines].join(ending) + ending,
      ),
    ],
  };
}

function* collapsed({ records, entries, text }: Selected): Iterable<Refactoring> {
  const [first, second] = records,
    last = records.at(-1);
  if (first === undefined || second === undefined || last === undefined) return;
  if (records.length < LEAST_RECORDS || records.length !== entries.length) return;
  const lines = records.map(lineOf);
  if (lines.some((line) => line === undefined)) return;
  const [a, b, ...more] = lines as readonly LineParts[],
    owner = template(a!.owner, b!.owner);
  if (owner === undefined) return;
  const numbers = records.map((_, k) => owner.from + k * owner.step),
    rdata = a!.rdata === b!.rdata ? undefined : template(a!.rdata, b!.rdata);
  if (owner.step <= 0 || (a!.rdata !== b!.rdata && rdata?.step !== owner.step)) return;
  const isRun = [a!, b!, ...more].every(
    (line, k) =>
      line.header.toLowerCase() === a!.header.toLowerCase() &&
      line.owner === filled(owner, numbers[k]!) &&
      line.rdata === (rdata === undefined ? a!.rdata : filled(rdata, numbers[k]! + rdata.from - owner.from)),
  );
  if (!isRun) return;
  const range = `${owner.from}-${numbers.at(-1)!}${owner.step === 1 ? '' : `/${owner.step}`}`,
    right = rdata === undefined ? escaped(a!.rdata) : written(rdata, rdata.from - owner.from),
    between = decode(first.entry.block.chunk.bytes, first.entry.start, last.entry.end);
  // A comment or a blank line would be lost, and records of two chunks are rarely a run.
  if (first.entry.block !== last.entry.block || /;/.test(between) || /(?:\n|\r)[ \t]*\r?\n./.test(between)) return;
  yield {
    kind: 'rewrite',
    title: `Turn ${records.length} records into $GENERATE ${range}`,
    edits: [
      change(
        first.entry,
        first.entry.start,
        last.entry.end,
        `$GENERATE ${range} ${written(owner, 0)} ${a!.header} ${right}${lineBreakOf(text)}`,
      ),
    ],
  };
}

interface LineParts {
  readonly owner: string;
  /** TTL, class and type. */
  readonly header: string;
  readonly rdata: string;
}

/** A record of plain words on one line with its own owner. */
function lineOf({ entry: { tokens, block, start, end } }: SelectedRecord): LineParts | undefined {
  const line = decode(block.chunk.bytes, start, end);
  if (tokens[0]?.part !== 'owner' || tokens.some(({ quoted }) => quoted) || /[()]|\n./.test(line)) return undefined;
  const words = (part: readonly string[]): string =>
    tokens
      .filter((token) => part.includes(token.part))
      .map(({ text }) => text)
      .join(' ');
  return { owner: tokens[0].text, header: words(['ttl', 'class', 'type']), rdata: words(['rdata']) };
}

/** A text with one number in it that grows from record to record. */
interface Template {
  readonly before: string;
  readonly after: string;
  readonly from: number;
  readonly step: number;
  /** Digits that are written at least; 0 where none are added. */
  readonly width: number;
}

function template(one: string, two: string): Template | undefined {
  const numbers = [...one.matchAll(/\d+/g)],
    others = [...two.matchAll(/\d+/g)];
  if (numbers.length !== others.length) return undefined;
  const different = numbers.flatMap((number, k) => (number[0] === others[k]![0] ? [] : [k])),
    [k] = different;
  if (k === undefined || different.length !== 1) return undefined;
  const number = numbers[k]!,
    before = one.slice(0, number.index),
    after = one.slice(number.index + number[0].length),
    width = number[0].length > 1 && number[0].startsWith('0') ? number[0].length : 0;
  if (number[0].length > 9 || others[k]![0].length > 9) return undefined;
  return { before, after, width, from: Number(number[0]), step: Number(others[k]![0]) - Number(number[0]) };
}

const filled = ({ before, after, width }: Template, number: number): string =>
  `${before}${String(number).padStart(width, '0')}${after}`;

/** A dollar sign of a name would be a place for the number. */
const escaped = (text: string): string => text.replaceAll('$', '\\$');

function written({ before, after, width }: Template, offset: number): string {
  const place = width > 0 ? `\${${offset},${width},d}` : offset === 0 ? '$' : `\${${offset}}`;
  return escaped(before) + place + escaped(after);
}
