import type { Code } from '../../../findings/codes/index.ts';
import type { RuleContext } from '../../engine/context.ts';
import type { Fix } from '../../../findings/fix.ts';
import { quotedStrings, withEscapedQuotes } from '../../kit/quoted-strings.ts';
import { decode } from '../../../text/utf8.ts';
import { entryAt, recordOf } from '../../kit/reported-entry.ts';
import type { ReportedView } from '../../engine/check.ts';
import { argument, before, instead, put } from './reader-edits.ts';
import type { ReaderFix } from './reader-edits.ts';

interface RdataFix {
  readonly fix: 'safe' | 'unsafe';
  readonly fixes: ReaderFix;
}

/** Fixes for what field kinds report. */
export const rdataFixes: Readonly<Partial<Record<Code, RdataFix>>> = {
  'txt/string-over-255': { fix: 'safe', fixes: split },
  'a/is-v6': { fix: 'safe', fixes: (problem, context) => otherType(problem, context, 'AAAA', true) },
  'aaaa/is-v4': { fix: 'safe', fixes: (problem, context) => otherType(problem, context, 'A', true) },
  'a/bad': {
    fix: 'unsafe',
    fixes: (problem, context) =>
      problem.message === 'isName' && isAlone(problem, context) ? otherType(problem, context, 'CNAME', false) : [],
  },
  'a/leading-zero': {
    fix: 'unsafe',
    fixes: (problem, context) => {
      const plain = problem.text.replace(/\b0+(?=\d)/g, '');
      return [instead(problem, context, plain, `Write ${plain}`)];
    },
  },
  'syn/unquoted-value': {
    fix: 'safe',
    fixes: (problem, context) => [
      instead(problem, context, quotedStrings(withEscapedQuotes(problem.text)), 'Add quotation marks', true),
    ],
  },
  'syn/unknown-mnemonic': { fix: 'unsafe', fixes: nearWord },
  'soa/serial-range': { fix: 'unsafe', fixes: datedSerial },
  'eui48/format': { fix: 'safe', fixes: hyphens },
  'eui64/format': { fix: 'safe', fixes: hyphens },
  'sshfp/hex': { fix: 'safe', fixes: withoutColons },
  'tlsa/hex': { fix: 'safe', fixes: withoutColons },
  'syn/bad-hex': { fix: 'safe', fixes: withoutColons },
  'loc/syntax': { fix: 'unsafe', fixes: sexagesimal },
  'caa/flags-range': { fix: 'unsafe', fixes: flags },
  'svcb/key-unknown': { fix: 'safe', fixes: (problem, context) => nearKey(problem, context) },
  'syn/bit-label': {
    fix: 'unsafe',
    fixes: (problem, context) => [
      {
        title: 'Write the bracket as \\091',
        safe: false,
        edits: () => [put(problem, context, problem.span.start, problem.span.start + 2, '\\091')],
      },
    ],
  },
  'syn/empty-label': { fix: 'unsafe', fixes: withoutDots },
};

/** Addresses of hardware are printed with colons or dots by many systems. */
function hyphens(problem: ReportedView, context: RuleContext): readonly Fix[] {
  const digits = problem.text.replace(/[:.-]/g, ''),
    written = digits.match(/../g)?.join('-') ?? '';
  return /^(?:[\da-f]{12}|[\da-f]{16})$/i.test(digits) && (digits.length === 12) === (problem.args['octets'] === 6)
    ? [instead(problem, context, written, `Write ${written}`, true)]
    : [];
}

/** Fingerprints are printed with colons between the octets. */
function withoutColons(problem: ReportedView, context: RuleContext): readonly Fix[] {
  if (argument(problem, 'character') !== ':') return [];
  const {
      chunk: { bytes },
    } = problem.block,
    tokens = entryAt(problem.block, problem.span.start)
      .tokens.filter(({ end }) => end > problem.span.start)
      .map(({ start, end }) => ({ start, end, text: decode(bytes, start, end) }));
  if (
    tokens.some(({ text }) => !/^[\da-f:]+$/i.test(text)) ||
    tokens.map(({ text }) => text.replaceAll(':', '')).join('').length % 2 !== 0
  )
    return [];
  return [
    {
      title: 'Remove the colons',
      safe: true,
      edits: () =>
        tokens
          .filter(({ text }) => text.includes(':'))
          .map(({ start, end, text }) => put(problem, context, start, end, text.replaceAll(':', ''))),
    },
  ];
}

/** Degrees with decimals, as maps show them, in degrees, minutes and seconds. */
function sexagesimal(problem: ReportedView, context: RuleContext): readonly Fix[] {
  const {
      chunk: { bytes },
    } = problem.block,
    words = entryAt(problem.block, problem.span.start).tokens.map(({ start, end }) => ({
      start,
      end,
      text: decode(bytes, start, end),
    }));
  const angles = words.filter(
    ({ text }, k) => /^\d{1,3}\.\d{1,12}$/.test(text) && /^[NSEW]$/.test(words[k + 1]?.text ?? ''),
  );
  if (!angles.some(({ start }) => start === problem.span.start)) return [];
  return [
    {
      title: 'Convert to degrees, minutes and seconds',
      safe: false,
      edits: () => angles.map(({ start, end, text }) => put(problem, context, start, end, inParts(Number(text)))),
    },
  ];
}

function inParts(degrees: number): string {
  const thousandths = Math.round(degrees * 3600000),
    seconds = thousandths % 60000,
    minutes = Math.floor(thousandths / 60000);
  return `${Math.floor(minutes / 60)} ${minutes % 60} ${(seconds / 1000).toFixed(3)}`;
}

/** A tag where the flags belong lacks them, and their one word has a number. */
function flags(problem: ReportedView, context: RuleContext): readonly Fix[] {
  if (/^critical$/i.test(problem.text)) return [instead(problem, context, '128', 'Write 128')];
  return /^(?:issue(?:wild|mail|vmc)?|iodef|contact(?:email|phone))$/i.test(problem.text)
    ? [before(problem, context, '0 ', 'Add flags 0 before the tag')]
    : [];
}

/** A date with a time, or with dashes, becomes a date and a count: RFC 1912 §2.2. */
function datedSerial(problem: ReportedView, context: RuleContext): readonly Fix[] {
  const dated = /^(20\d\d)([-./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:[-./T]?(?:0(?=\d\d$))?(\d\d)\d*)?$/.exec(
    problem.text,
  );
  if (dated === null) return [];
  const serial = `${dated[1]!}${dated[3]!}${dated[4]!}${dated[5] ?? '00'}`;
  return [instead(problem, context, serial, `Write ${serial}`)];
}

function nearWord(problem: ReportedView, context: RuleContext): readonly Fix[] {
  const near = argument(problem, 'near');
  return near === '' ? [] : [instead(problem, context, near, `Write ${near}`)];
}

/** The span may hold the value, too. */
function nearKey(problem: ReportedView, context: RuleContext): readonly Fix[] {
  const near = argument(problem, 'near'),
    key = problem.text.split('=')[0]!,
    { start } = problem.span;
  return near === ''
    ? []
    : [
        {
          title: `Write ${near}`,
          safe: problem.message === 'capitals',
          edits: () => [put(problem, context, start, start + key.length, near)],
        },
      ];
}

/** Several strings are one text to those who read TXT (RFC 7208 §3.3); other types have a fixed number of strings. */
function split(problem: ReportedView, context: RuleContext): readonly Fix[] {
  const entry = entryAt(problem.block, problem.span.start),
    record = recordOf(context.zone, entry);
  if (record?.info?.fields.some(({ kind }) => kind.id === 'strings') !== true) return [];
  return [
    {
      title: 'Split into strings of up to 255 octets',
      safe: true,
      edits: () => {
        const { text } = problem,
          inner = text.startsWith('"') ? text.slice(1, text.endsWith('"') ? -1 : undefined) : withEscapedQuotes(text);
        return [put(problem, context, problem.span.start, problem.span.end, quotedStrings(inner))];
      },
    },
  ];
}

function otherType(problem: ReportedView, context: RuleContext, type: string, safe: boolean): readonly Fix[] {
  const entry = entryAt(problem.block, problem.span.start),
    record = recordOf(context.zone, entry);
  if (record === undefined) return [];
  const { start, end } = record.typeSpan;
  return [
    {
      title: `Change the type to ${type}`,
      safe,
      edits: () => [put(problem, context, entry.start + start, entry.start + end, type)],
    },
  ];
}

function isAlone(problem: ReportedView, { zone }: RuleContext): boolean {
  const record = recordOf(zone, entryAt(problem.block, problem.span.start));
  return record !== undefined && record.owner !== zone.apex && zone.records.next[zone.records.first(record.owner)]! < 0;
}

function withoutDots(problem: ReportedView, context: RuleContext): readonly Fix[] {
  const token = entryAt(problem.block, problem.span.start).tokens.find(
    ({ start, end }) => problem.span.start >= start && problem.span.start < end,
  );
  if (token === undefined || token.quoted) return [];
  const written = String.fromCharCode(...problem.block.chunk.bytes.subarray(token.start, token.end)),
    right = written.replace(/\.{2,}/g, '.').replace(/^\.(?=.)/, '');
  return right === written || /[^\x21-\x7e]/.test(written)
    ? []
    : [{ title: `Write ${right}`, safe: false, edits: () => [put(problem, context, token.start, token.end, right)] }];
}
