import type { MailProblem, MailRules } from '../../../mail/problem.ts';
import type { RecordView } from '../../model/record-view.ts';
import type { TextValue } from '../../model/text-value.ts';
import type { Edit, Fix } from '../fix.ts';
import { replaceSpan } from '../fix.ts';
import type { Draft, RuleMeta } from '../rule.ts';

/** The metas of a table of mail rules. */
export function metasOf(rules: MailRules, fixes: Readonly<Record<string, 'safe' | 'unsafe'>> = {}): readonly RuleMeta[] {
  return Object.entries(rules).map(([code, { severity, profile, source, summary, messages, fix }]) => {
    const how = fixes[code] ?? fix;
    return { code: code as `${string}/${string}`, severity, profile, source, summary, messages, ...(how === undefined ? {} : { fix: how }) };
  });
}

/** A problem of a TXT record's joined text as a finding at the octets in the file. */
export function textDraft(record: RecordView, text: TextValue, problem: MailProblem): Draft {
  const { code, message, args, start, end, severity, fix } = problem;
  return {
    code, message, args, at: text.span(start, end),
    ...(severity === undefined ? {} : { severity }),
    ...(fix === undefined || record.generated ? {} : { fixes: [textFix(record, text, fix)] }),
  };
}

/** A fix whose edits are octets of the joined text. */
export function textFix(record: RecordView, text: TextValue, fix: { readonly title: string; readonly safe: boolean; readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[] }): Fix {
  return { title: fix.title, safe: fix.safe, edits: () => fix.edits.flatMap(edit => textEdits(record, text, edit)) };
}

/** One edit of the joined text: within one string where it can be, else in each string that it touches. */
function textEdits(record: RecordView, text: TextValue, { start, end, text: replacement }: { readonly start: number; readonly end: number; readonly text: string }): readonly Edit[] {
  const touched = text.stringsIn(start, end);
  if (touched.length < 2) return [replaceSpan(record.zone, placeFor(text, start, end), escaped(replacement, isQuoted(text, start)))];
  return touched.map((string, k) => replaceSpan(record.zone, text.span(Math.max(start, string.from), Math.min(end, string.to)), k === 0 ? escaped(replacement, string.quoted) : ''));
}

/** An insertion goes behind what stands before it, so that it stays in that string. */
function placeFor(text: TextValue, start: number, end: number): ReturnType<TextValue['span']> {
  if (end > start || start === 0) return text.span(start, end);
  const before = text.span(start - 1, start);
  return { ...before, start: before.end };
}

function isQuoted(text: TextValue, at: number): boolean {
  return (text.strings.find(string => at >= string.from && at <= string.to) ?? text.strings[0])?.quoted ?? false;
}

/** Octets as they must be written inside a string of a zone file (RFC 1035 §5.1). */
export function escaped(octets: string, quoted: boolean): string {
  let out = '';
  for (const c of octets) {
    const code = c.charCodeAt(0);
    if (c === '"' || c === '\\') out += `\\${c}`;
    else if (code < 32 || code > 126 || (!quoted && (c === ';' || c === ' ' || c === '(' || c === ')'))) out += `\\${String(code).padStart(3, '0')}`;
    else out += c;
  }
  return out;
}
