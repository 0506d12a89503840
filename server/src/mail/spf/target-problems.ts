/** Names in good terms: itself, `ptr`, `%{p}`, and names that nobody can look up (RFC 7208 §4.6.4, §4.8, §5.5, §7.2). */

import { mostPtrNames } from './limits.ts';
import type { Part, SpfRecord, SpfTerm } from './syntax/spf-record.ts';
import { cutRedirect, cutTerm, fixOf, replace } from './problems/spf-edits.ts';
import type { SpfReport } from './problems/spf-edits.ts';

export function targetProblems(record: SpfRecord, domain: string | undefined, report: SpfReport): void {
  for (const term of record.terms) {
    if (term.faults.length > 0 || term.domain === undefined) continue;
    for (const part of term.domain.parts) {
      if (part.kind === 'macro' && part.letter === 'p')
        report('spf/macro-p', 'discouraged', part, { found: part.text, lookups: 1 + mostPtrNames });
    }
    labelProblem(term.domain, report);
    selfProblem(record, term, domain, report);
  }
  for (const term of record.mechanisms) {
    if (term.known === 'ptr' && term.faults.length === 0) {
      report(
        'spf/ptr',
        'discouraged',
        term,
        { found: term.text },
        fixOf(`Remove ${term.text}`, false, cutTerm(record, term)),
      );
    }
  }
}

function labelProblem(name: Part, report: SpfReport): void {
  const url =
    /^[a-z][a-z0-9+.-]*:?\/\/([a-z0-9._-]+)[^\s%]*$/i.exec(name.text) ??
    /^([a-z0-9._-]+\.[a-z]{2,})\/[^\s%]*$/i.exec(name.text);
  if (url !== null) {
    report(
      'spf/domain-spec-nolabel',
      'urlName',
      name,
      { found: name.text },
      { severity: 'warning', ...fixOf('Keep only the name', false, replace(name, url[1]!)) },
    );
    return;
  }
  const host = /^[^@%\s]+@([a-z0-9._-]+)$/i.exec(name.text)?.[1];
  if (host !== undefined) {
    report(
      'spf/domain-spec-nolabel',
      'mailbox',
      name,
      { found: name.text },
      { severity: 'warning', ...fixOf('Keep only the domain', false, replace(name, host)) },
    );
    return;
  }
  const empty = /^\.|\.\.+/.exec(name.text);
  if (empty !== null) {
    const start = name.start + empty.index;
    report(
      'spf/domain-spec-nolabel',
      'emptyLabel',
      { start, end: start + empty[0].length },
      { found: name.text },
      { severity: 'warning' },
    );
    return;
  }
  const long = /[^.%{}]{64,}/.exec(name.text);
  if (long === null) return;
  const start = name.start + long.index;
  report(
    'spf/domain-spec-nolabel',
    'longLabel',
    { start, end: start + long[0].length },
    { found: name.text },
    { severity: 'warning' },
  );
}

/** `%{d}` is this record wherever it stands. */
function selfProblem(record: SpfRecord, term: SpfTerm, domain: string | undefined, report: SpfReport): void {
  if (term.domain === undefined || (term.known !== 'include' && term.known !== 'redirect')) return;
  const text = term.domain.text.toLowerCase().replace(/\.$/, '');
  const own = domain?.toLowerCase().replace(/\.$/, '');
  if (text !== '%{d}' && (own === undefined || text.replaceAll('%{d}', own) !== own)) return;
  if (term.known === 'include')
    report(
      'spf/include-self',
      'self',
      term,
      { found: term.text },
      fixOf(`Remove ${term.text}`, false, cutTerm(record, term)),
    );
  else report('spf/redirect-loop', 'self', term, { found: term.text }, cutRedirect(record, term));
}
