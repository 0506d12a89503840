import type { Code } from '../../../findings/codes/index.ts';
import { lookAlikeAt } from '../../../text/look-alikes.ts';
import { isMergeMarker } from '../../../zone/records/foreign-text.ts';
import type { Edit } from '../../../findings/fix.ts';
import { entriesOf, entryAt, firstWhere, indexAt, recordOf } from '../../kit/reported-entry.ts';
import type { Block } from '../../../zone/model/block.ts';
import type { ReportedEntry } from '../../kit/reported-entry.ts';
import type { ReportedView } from '../../engine/check.ts';
import type { RuleContext } from '../../engine/context.ts';
import { argument, before, instead, put } from './reader-edits.ts';
import type { ReaderFix } from './reader-edits.ts';
import { BACKSLASH, CLOSE, CR, LF, OPEN, QUOTE, SEMICOLON, SPACE, TAB } from '../../../text/octets.ts';

export const lexicalFixes: Readonly<Partial<Record<Code, ReaderFix>>> = {
  'syn/unbalanced-paren-open': (problem, context) => {
    const entry = entryAt(problem.block, problem.span.start),
      last = entry.tokens.at(-1),
      { start } = problem.span;
    const close = {
      title: 'Add ")" at the end of the record',
      safe: false,
      preferred: true as const,
      edits: () => [put(problem, context, last?.end ?? start + 1, last?.end ?? start + 1, ' )')],
    };
    return lineEnd(entry.bytes, start) + 1 >= entry.end
      ? [close, instead(problem, context, '', 'Remove the parenthesis')]
      : [close];
  },
  'syn/unbalanced-paren-close': (problem, context) => {
    const opener = recordToOpen(problem),
      { start, end } = problem.span;
    const remove = {
      title: 'Remove the parenthesis',
      safe: false,
      edits: () => [put(problem, context, spaceBefore(problem.block.chunk.bytes, start), end, '')],
    };
    return opener === undefined
      ? [remove]
      : [
          {
            title: 'Add "(" to the line before',
            safe: false,
            preferred: true,
            edits: () => [put(problem, context, opener, opener, ' (')],
          },
        ];
  },
  'syn/nested-paren': (problem, context) => [
    {
      title: 'Remove the inner parentheses',
      safe: true,
      edits: () =>
        runOfParentheses(problem.block.chunk.bytes, problem.span.start).map((at) =>
          put(problem, context, at, at + 1, ''),
        ),
    },
  ],
  'syn/paren-first': (problem, context) => {
    const { start } = problem.span,
      { bytes } = problem.block.chunk,
      first = entryAt(problem.block, start).tokens.find((token) => token.start > start);
    if (
      first === undefined ||
      bytes.subarray(start + 1, first.start).some((c) => c === OPEN || c === CLOSE || c === SEMICOLON)
    )
      return [];
    return [
      {
        title: 'Move the parenthesis after the first word',
        safe: true,
        edits: () => [put(problem, context, start, first.start, ''), put(problem, context, first.end, first.end, ' (')],
      },
    ];
  },
  'syn/quote-adjacent': (problem, context) => {
    const entry = entryAt(problem.block, problem.span.start),
      junctions = touching(entry);
    const apart = {
      title: junctions.length === 1 ? 'Add a space between them' : 'Add spaces between them',
      safe: false,
      edits: () => junctions.map((at) => put(problem, context, at, at, ' ')),
    };
    const inner = quotedWords(entry, junctions);
    return inner.length === 0
      ? [apart]
      : [
          {
            title: 'Escape the inner quotation marks',
            safe: false,
            preferred: true,
            edits: () => inner.map((at) => put(problem, context, at, at, '\\')),
          },
          apart,
        ];
  },
  'syn/unterminated-quote': (problem, context) => {
    const { start, end } = problem.span,
      { bytes } = problem.block.chunk;
    let last = end;
    while (last > start + 1 && (bytes[last - 1] === SPACE || bytes[last - 1] === TAB || bytes[last - 1] === CR)) last--;
    if (last > start + 1)
      return [
        {
          title: 'Add a closing quotation mark at the end of the line',
          safe: false,
          preferred: true,
          edits: () => [put(problem, context, last, last, '"')],
        },
      ];
    const entry = entryAt(problem.block, start),
      record = recordOf(context.zone, entry),
      first = record?.tokens[0];
    const remove = instead(problem, context, '', 'Remove the quotation mark');
    if (
      record === undefined ||
      first === undefined ||
      record.field('txt-data') === undefined ||
      entry.start + first[0] >= start
    )
      return [remove];
    const at = entry.start + first[0];
    return [
      {
        title: 'Add an opening quotation mark before the text',
        safe: false,
        preferred: true,
        edits: () => [put(problem, context, at, at, '"')],
      },
      remove,
    ];
  },
  'syn/bad-escape': (problem, context) =>
    problem.message === 'found'
      ? [instead(problem, context, '', 'Remove the backslash')]
      : [before(problem, context, '\\', 'Escape the backslash')],
  'syn/bom': (problem, context) => [instead(problem, context, '', 'Remove the byte order mark', true)],
  'syn/hash-comment': (problem, context) => [
    instead(problem, context, ';', 'Start the comment with ";"', problem.message !== 'owner'),
  ],
  'syn/slash-comment': (problem, context) => [
    instead(
      problem,
      context,
      ';',
      'Start the comment with ";"',
      problem.message !== 'owner' && problem.args['sign'] === '//',
    ),
  ],
  'syn/merge-marker': mergeFixes,
  'syn/smart-quote': (problem, context) => [
    {
      title: argument(problem, 'plain') === '' ? 'Remove the invisible character' : 'Replace with plain characters',
      safe: !problem.message.startsWith('published'),
      edits: () => plainEdits(problem, context),
    },
  ],
  'syn/nul': (problem, context) => [
    {
      title: 'Remove the NUL octets',
      safe: problem.message === 'refused',
      edits: () => withoutOctets(problem, context, (c) => c === 0),
    },
  ],
  'syn/control-char': (problem, context) => [
    {
      title: 'Remove the control characters',
      safe: problem.message === 'refused',
      edits: () =>
        withoutOctets(problem, context, (c) => (c > 0 && c < 32 && c !== TAB && c !== LF && c !== CR) || c === 127),
    },
  ],
};

/** Where two tokens of an entry touch. */
function touching({ tokens }: ReportedEntry): readonly number[] {
  return tokens.flatMap(({ end }, k) => (tokens[k + 1]?.start === end ? [end] : []));
}

/** Of words between two strings that touch them, as in `"say "hi" now"`: the offsets of the quotation marks next to the words. None where something else touches. */
function quotedWords({ tokens }: ReportedEntry, junctions: readonly number[]): readonly number[] {
  const marks = tokens.flatMap((word, k) => {
    const left = tokens[k - 1],
      right = tokens[k + 1];
    return !word.quoted &&
      left?.quoted === true &&
      left.end === word.start &&
      right?.quoted === true &&
      right.start === word.end
      ? [word.start - 1, word.end]
      : [];
  });
  return marks.length === junctions.length ? marks : [];
}

function spaceBefore(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at > 0 && (bytes[at - 1] === SPACE || bytes[at - 1] === TAB)) at--;
  return at;
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let i = from;
  while (i < bytes.length && bytes[i] !== LF) i++;
  return i;
}

/** Where the record before the reported parenthesis lacks its opening one: behind its last token. Undefined when that record is complete. */
function recordToOpen({ block, span }: ReportedView): number | undefined {
  const entries = entriesOf(block),
    at = indexAt(entries, span.start),
    incomplete = incompleteIn(block);
  for (let k = at - 1; k >= 0 && k >= at - 6; k--) {
    const entry = entries[k]!,
      reported = incomplete[firstWhere(incomplete.length, (each) => incomplete[each]! >= entry.start)];
    if (reported !== undefined && reported < entry.end) return entry.tokens.at(-1)?.end;
    if (!entry.indented) return undefined;
  }
  return undefined;
}

/** Of the problems that were last asked about: where rdata is missing, bytes in their block, in order. */
let lastIncomplete: { readonly problems: WeakRef<object>; readonly starts: Int32Array } | undefined;

function incompleteIn({ problems }: Block): Int32Array {
  if (lastIncomplete?.problems.deref() === problems) return lastIncomplete.starts;
  const starts = Int32Array.from(
    problems.filter(({ code }) => code === 'syn/missing-rdata'),
    ({ start }) => start,
  ).sort();
  lastIncomplete = { problems: new WeakRef(problems), starts };
  return starts;
}

/** The parentheses that open at `open` with nothing but white space and comments between, and those that close them; in the order of the text. */
function runOfParentheses(bytes: Uint8Array, open: number): readonly number[] {
  const found: number[] = [];
  let depth = 0,
    run = 0,
    inRun = true;
  for (let i = open; i < bytes.length; i++) {
    const c = bytes[i];
    if (c === SEMICOLON) {
      i = lineEnd(bytes, i) - 1;
      continue;
    }
    if (c === SPACE || c === TAB || c === CR || c === LF) continue;
    if (c !== OPEN) inRun = false;
    if (c === BACKSLASH) i++;
    else if (c === QUOTE) {
      for (i++; i < bytes.length && bytes[i] !== QUOTE && bytes[i] !== LF; i++) if (bytes[i] === BACKSLASH) i++;
    } else if (c === OPEN) {
      depth++;
      if (inRun) {
        run = depth;
        found.push(i);
      }
    } else if (c === CLOSE) {
      if (depth <= run) found.push(i);
      if (--depth === 0) break;
    }
  }
  return found;
}

/** From a marker `<<<<<<<`: keeps what stands before `=======`, or what stands behind it. */
function mergeFixes(problem: ReportedView, context: RuleContext): ReturnType<ReaderFix> {
  if (argument(problem, 'marker') !== '<<<<<<<') return [];
  const { bytes } = problem.block.chunk,
    { start } = problem.span,
    lines = markerLines(bytes, start);
  const [ours, middle, theirs] = ['<', '=', '>'].map((sign) =>
    lines.find((line) => bytes[line] === sign.charCodeAt(0)),
  );
  const base = lines.find((line) => bytes[line] === 124);
  if (ours === undefined || middle === undefined || theirs === undefined) return [];
  const behind = (line: number): number => Math.min(bytes.length, lineEnd(bytes, line) + 1);
  const without = (...ranges: readonly (readonly [number, number])[]): readonly Edit[] =>
    ranges.map(([from, to]) => put(problem, context, from, to, ''));
  return [
    {
      title: 'Keep the first version',
      safe: false,
      edits: () => without([ours, behind(ours)], [base ?? middle, behind(theirs)]),
    },
    {
      title: 'Keep the second version',
      safe: false,
      edits: () => without([ours, behind(middle)], [theirs, behind(theirs)]),
    },
  ];
}

function markerLines(bytes: Uint8Array, from: number): readonly number[] {
  const lines: number[] = [];
  for (let i = from; i < bytes.length; i = lineEnd(bytes, i) + 1) {
    if (!isMergeMarker(bytes, i)) continue;
    // Another conflict begins before this one has ended.
    if (bytes[i] === 60 && i > from) break;
    lines.push(i);
    if (bytes[i] === 62) break;
  }
  return lines;
}

/** Of all look-alikes of the entry; between quotation marks only where one was reported there. */
function plainEdits(problem: ReportedView, context: RuleContext): readonly Edit[] {
  const entry = entryAt(problem.block, problem.span.start),
    { bytes } = entry,
    edits: Edit[] = [];
  const quotedOnly = problem.message.startsWith('inString');
  for (const { start, end, quoted } of entry.tokens) {
    if (quoted !== quotedOnly) continue;
    for (let i = start; i < end; i++) {
      const found = bytes[i]! < 128 ? undefined : lookAlikeAt(bytes, i);
      if (found === undefined || (quoted && found.plain !== '' && found.plain !== ' ')) continue;
      edits.push(put(problem, context, i, i + found.width, found.plain));
      i += found.width - 1;
    }
  }
  return edits;
}

function withoutOctets(
  problem: ReportedView,
  context: RuleContext,
  unwanted: (octet: number) => boolean,
): readonly Edit[] {
  const entry: ReportedEntry = entryAt(problem.block, problem.span.start),
    edits: Edit[] = [];
  for (const { start, end } of entry.tokens)
    for (let i = start; i < end; i++) if (unwanted(entry.bytes[i]!)) edits.push(put(problem, context, i, i + 1, ''));
  return edits;
}
