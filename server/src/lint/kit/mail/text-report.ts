import type { MailProblem } from '../../../mail/grammar/problem.ts';
import type { RecordView } from '../../../zone/model/record-view.ts';
import type { TextString, TextValue } from '../../../zone/model/text-value.ts';
import type { Edit, Fix } from '../../../findings/fix.ts';
import { replaceSpan } from '../edits.ts';
import type { Relayed } from '../../engine/check.ts';

/** Octets of a character-string. */
const longest = 255;

/** A problem of a TXT record's joined text as a finding at the octets in the file. */
export function textReport(record: RecordView, text: TextValue, problem: MailProblem): Relayed {
  const { start, end, severity, fix } = problem;
  return {
    said: problem,
    at: text.span(start, end),
    ...(severity === undefined ? {} : { severity }),
    ...(fix === undefined ? {} : { fixes: [textFix(record, text, fix)] }),
  };
}

/** A fix whose edits are octets of the joined text. */
export function textFix(
  record: RecordView,
  text: TextValue,
  fix: {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  },
): Fix {
  return { title: fix.title, safe: fix.safe, edits: () => fix.edits.flatMap((edit) => textEdits(record, text, edit)) };
}

/** One edit of the joined text: within one string where it can be, else in each string that it touches. */
function textEdits(
  record: RecordView,
  text: TextValue,
  { start, end, text: replacement }: { readonly start: number; readonly end: number; readonly text: string },
): readonly Edit[] {
  const touched = text.stringsIn(start, end);
  if (touched.length < 2)
    return [
      replaceSpan(record.zone, placeFor(text, start, end), fitted(replacement, start, end, stringAt(text, start))),
    ];
  return touched.map((string, k) => {
    if (k === 0)
      return replaceSpan(
        record.zone,
        text.span(Math.max(start, string.from), string.to),
        fitted(replacement, start, end, string),
      );
    const before = { record: record.id, start: touched[k - 1]!.end, end: string.start };
    const goes = string.to <= end && /^[ \t]*$/.test(record.source(before));
    return replaceSpan(
      record.zone,
      goes ? { ...before, end: string.end } : text.span(string.from, Math.min(end, string.to)),
      '',
    );
  });
}

/** New octets of a string as they are written, cut where it would have more than 255 (RFC 1035 §3.3): a new string begins there. */
function fitted(replacement: string, start: number, end: number, string: TextString | undefined): string {
  const quoted = string?.quoted ?? false;
  if (string === undefined) return escaped(replacement, quoted);
  const before = start - string.from,
    after = Math.max(0, string.to - end);
  if (before + replacement.length + after <= longest) return escaped(replacement, quoted);
  const pieces: string[] = [];
  let at = longest - before;
  pieces.push(replacement.slice(0, at));
  for (; at < replacement.length; at += longest) pieces.push(replacement.slice(at, at + longest));
  if ((pieces.length === 1 ? before : 0) + pieces.at(-1)!.length + after > longest) pieces.push('');
  return pieces.map((piece) => escaped(piece, quoted)).join(quoted ? '" "' : ' ');
}

/** An insertion goes behind what stands before it, so that it stays in that string. */
function placeFor(text: TextValue, start: number, end: number): ReturnType<TextValue['span']> {
  if (end > start || start === 0) return text.span(start, end);
  const before = text.span(start - 1, start);
  return { ...before, start: before.end };
}

/** The string that an edit at an octet goes into; an insertion between two goes into the first one. */
function stringAt(text: TextValue, at: number): TextString | undefined {
  return text.strings.find((string) => at >= string.from && at <= string.to) ?? text.strings[0];
}

/** Octets as they must be written inside a string of a zone file (RFC 1035 §5.1). */
export function escaped(octets: string, quoted: boolean): string {
  let out = '';
  for (const c of octets) {
    const code = c.charCodeAt(0);
    if (c === '"' || c === '\\') out += `\\${c}`;
    else if (code < 32 || code > 126 || (!quoted && (c === ';' || c === ' ' || c === '(' || c === ')')))
      out += `\\${String(code).padStart(3, '0')}`;
    else out += c;
  }
  return out;
}
