/** What is wrong after the name of a term: arguments, names, macros. Addresses and prefix lengths have files of their own. */

import { parseTerm } from '../syntax/parse.ts';
import { readable } from '../syntax/readable.ts';
import type { Fault, SpfRecord, SpfTerm } from '../syntax/spf-record.ts';
import { addressProblem } from './address-problems.ts';
import { domainProblem } from './domains.ts';
import { cutRedirect, cutTerm, fixOf, replace } from './spf-edits.ts';
import type { SpfReport } from './spf-edits.ts';
import { macroProblem } from './macros.ts';
import { lengthProblem } from './prefix-lengths.ts';

/** Each fault stands for a token of its own, so each is reported. */
export function argumentProblems(record: SpfRecord, term: SpfTerm, report: SpfReport): void {
  for (const fault of term.faults) argumentProblem(record, term, fault, report);
}

function argumentProblem(record: SpfRecord, term: SpfTerm, fault: Fault, report: SpfReport): void {
  switch (fault.kind) {
    case 'missing-argument':
      missing(term, fault, report);
      break;
    case 'empty-argument':
      empty(record, term, fault, report);
      break;
    case 'unexpected-argument':
      report(
        'spf/all-arg',
        'argument',
        fault,
        { found: readable(fault.text) },
        fixOf(`Remove ${readable(fault.text)}`, true, replace(fault, '')),
      );
      break;
    case 'macro':
      macroProblem(fault, term.text.slice(fault.start - term.start), report);
      break;
    case 'domain-end':
      domainProblem(record, term, fault, report);
      break;
    case 'address':
      if (term.kind === 'mechanism') addressProblem(term, fault, report);
      break;
    case 'cidr-syntax':
    case 'cidr-range':
      if (term.kind === 'mechanism') lengthProblem(term, fault, report);
      break;
    case 'repeated-modifier':
      repeated(record, term, report);
      break;
    default:
      break;
  }
}

const wanted: Readonly<Record<string, { readonly what: string; readonly example: string }>> = {
  exists: { what: 'a name', example: 'exists:%{ir}._spf.example.com' },
  ip4: { what: 'an address', example: 'ip4:192.0.2.1' },
  ip6: { what: 'an address', example: 'ip6:2001:db8::1' },
};

function missing(term: SpfTerm, fault: Fault, report: SpfReport): void {
  const name = fault.text.toLowerCase();
  if (name === 'include') report('spf/include-missing-domain', 'missing', fault);
  else
    report('spf/empty-arg', 'missing', fault, {
      name,
      ...(wanted[term.known ?? ''] ?? { what: 'a name', example: `${name}:example.com` }),
    });
}

function empty(record: SpfRecord, term: SpfTerm, fault: Fault, report: SpfReport): void {
  const found = readable(fault.text);
  const remove = fixOf(`Remove ${found}`, false, cutTerm(record, term));
  if (term.known === 'redirect') report('spf/redirect-empty', 'empty', fault, { found }, cutRedirect(record, term));
  else if (term.known === 'a' || term.known === 'mx' || term.known === 'ptr') {
    const colon = { start: fault.end - 1, end: fault.end };
    const good =
      parseTerm(term.text.slice(0, colon.start - term.start) + term.text.slice(colon.end - term.start)).faults
        .length === 0;
    report(
      'spf/empty-arg',
      'empty',
      fault,
      { found },
      good ? fixOf('Remove the colon', false, replace(colon, '')) : remove,
    );
  } else report('spf/empty-arg', 'empty', fault, { found }, remove);
}

function repeated(record: SpfRecord, term: SpfTerm, report: SpfReport): void {
  if (term.kind !== 'modifier') return;
  const first = term.known === 'redirect' ? record.redirect : record.exp;
  const fix = fixOf(
    `Remove the second ${term.name.text}`,
    first?.text.toLowerCase() === term.text.toLowerCase(),
    cutTerm(record, term),
  );
  report(term.known === 'redirect' ? 'spf/redirect-twice' : 'spf/exp-twice', 'second', term, {}, fix);
}
