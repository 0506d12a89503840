/** `all` and `redirect`: what happens to mail that nothing else matches (RFC 7208 §4.7, §5.1, §6.1). */

import { readable } from '../syntax/readable.ts';
import { firstAll } from '../syntax/spf-record.ts';
import type { Mechanism, Qualifier, SpfRecord } from '../syntax/spf-record.ts';
import { cutTerm, cutTerms, fixOf, insert, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';

export function allProblems(record: SpfRecord, report: SpfReport): void {
  const all = firstAll(record);
  if (all === undefined) {
    missingAll(record, report);
    return;
  }
  if (all.faults.length > 0) return;
  openAll(all, report);
  afterAll(record, all, report);
  const { redirect } = record;
  if (redirect !== undefined && redirect.faults.length === 0) {
    report(
      'spf/redirect-with-all',
      'ignored',
      redirect,
      { found: redirect.text, all: all.text },
      fixOf(`Remove ${redirect.text}`, false, cutTerm(record, redirect)),
    );
  }
}

/** Not where a broken term was probably meant to be `all` or `redirect`: that one is reported instead. */
function missingAll(record: SpfRecord, report: SpfReport): void {
  if (record.redirect !== undefined || record.terms.some(mayEndTheRecord)) return;
  const last = record.terms.at(-1) ?? record.version;
  if (last === undefined) return;
  report('spf/all-missing', 'missing', last, {}, fixOf('End the record with ~all', false, insert(last.end, ' ~all')));
}

function mayEndTheRecord(term: SpfRecord['terms'][number]): boolean {
  return (term.faults.length > 0 || term.kind === 'modifier') && /all|al$|redir/i.test(term.text);
}

function openAll(all: Mechanism, report: SpfReport): void {
  const qualifier: Qualifier = all.qualifier;
  const at = all.qualifierPart === undefined ? { start: all.start, end: all.start } : all.qualifierPart;
  const fix = fixOf('Replace with ~all', false, replace(at, '~'));
  if (qualifier === '+') report('spf/plus-all', 'everyone', all, { found: all.text }, fix);
  if (qualifier === '?') report('spf/neutral-all', 'neutral', all, { found: all.text }, fix);
}

function afterAll(record: SpfRecord, all: Mechanism, report: SpfReport): void {
  const later = record.mechanisms.filter((mechanism) => mechanism.start > all.start && mechanism.faults.length === 0);
  for (const second of later.filter((mechanism) => mechanism.known === 'all')) {
    report(
      'spf/all-twice',
      'second',
      second,
      { found: second.text, all: all.text },
      fixOf(`Remove ${second.text}`, true, cutTerm(record, second)),
    );
  }
  const unreachable = later.filter((mechanism) => mechanism.known !== 'all');
  const [first, last] = [unreachable[0], unreachable.at(-1)];
  if (first === undefined || last === undefined) return;
  const found = readable(record.text.slice(first.start, last.end));
  report(
    'spf/after-all',
    'unreachable',
    { start: first.start, end: last.end },
    { found, all: all.text },
    fixOf(`Remove ${found}`, false, ...cutTerms(record, unreachable)),
  );
}
