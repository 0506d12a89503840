/** What the fixes of SPF problems are made of. */

import type { MailEdit, MailFix, Report, Span } from '../../grammar/problem.ts';
import { firstAll } from '../syntax/spf-record.ts';
import type { SpfRecord } from '../syntax/spf-record.ts';
import type { CodeOf } from '../../../findings/codes/index.ts';

export type SpfReport = Report<CodeOf<'spf'> | 'txt/owner-in-value'>;

export function fixOf(title: string, safe: boolean, ...edits: readonly MailEdit[]): { readonly fix: MailFix } {
  return { fix: { title, safe, edits } };
}

export function replace(at: Span, text: string): MailEdit {
  return { start: at.start, end: at.end, text };
}

export function insert(at: number, text: string): MailEdit {
  return { start: at, end: at, text };
}

/** Takes a term out, with the spaces before it. */
export function cutTerm(record: SpfRecord, term: Span): MailEdit {
  let { start } = term;
  while (start > 0 && record.text[start - 1] === ' ') start--;
  return { start, end: term.end, text: '' };
}

/** Takes several terms out, in ascending order. */
export function cutTerms(record: SpfRecord, terms: readonly Span[]): readonly MailEdit[] {
  return terms.map((term) => cutTerm(record, term));
}

/** Takes a redirect out; a record that had no other end gets `~all` in its place. */
export function cutRedirect(record: SpfRecord, redirect: Span & { readonly text: string }): { readonly fix: MailFix } {
  if (firstAll(record) !== undefined) return fixOf(`Remove ${redirect.text}`, false, cutTerm(record, redirect));
  return fixOf('End the record with ~all instead', false, replace(redirect, '~all'));
}
