/** What one record's terms lead to, as far as a resolver knows it. What lies in other records is said there, apart from sums. */

import { lookupName } from '../dns/resolver.ts';
import type { Resolver } from '../dns/resolver.ts';
import { collect } from '../grammar/problem.ts';
import type { MailProblem, Report } from '../grammar/problem.ts';
import { spfLookups } from './count.ts';
import type { LookupCount, LookupNode } from './count.ts';
import { mostLookups, mostMxRecords, mostVoidLookups, nearlyMostLookups } from './limits.ts';
import { macroFaults, parseMacroString } from './syntax/macro-syntax.ts';
import { parseSpf } from './syntax/parse.ts';
import { cutRedirect, cutTerm, fixOf } from './problems/spf-edits.ts';
import type { SpfRecord } from './syntax/spf-record.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

type LookupReport = Report<CodeOf<'spf'>>;

/** What messages say of the limits. */
const limits = { limit: mostLookups, voidLimit: mostVoidLookups };

/** `domain` is where the record stands, without escapes; `text` its joined strings. Unknown names are never held against a record. */
export function spfLookupProblems(domain: string, text: string, resolver: Resolver): readonly MailProblem[] {
  const { report, problems } = collect<CodeOf<'spf'>>();
  const record = parseSpf(text);
  if (!record.valid) return [];
  const count = spfLookups(domain, text, resolver);
  for (const node of count.tree) nodeProblem(record, node, hasLoop(node, count), report);
  limitProblems(count, report);
  explanationProblem(record, domain, resolver, report);
  return problems();
}

/** A circle through the record itself; a circle further on is reported where it is. */
function hasLoop(node: LookupNode, count: LookupCount): boolean {
  const root = count.tree[0]?.domain.toLowerCase();
  const leadsBack = (child: LookupNode): boolean =>
    child.trouble === 'loop' ? child.target?.toLowerCase() === root : child.children.some(leadsBack);
  return node.children.some(leadsBack);
}

function nodeProblem(record: SpfRecord, node: LookupNode, loop: boolean, report: LookupReport): void {
  const { term, trouble } = node;
  const args = { found: term.text, target: node.target ?? '', ...limits };
  const remove = fixOf(`Remove ${term.text}`, false, cutTerm(record, term));
  if (loop) report(term.known === 'redirect' ? 'spf/redirect-loop' : 'spf/include-loop', 'loop', term, args);
  if (trouble === 'mx-limit') report('spf/mx-over-10', 'many', term, { ...args, limit: mostMxRecords });
  if (trouble === 'no-record' || trouble === 'several-records' || trouble === 'syntax') {
    const message = { 'no-record': 'none', 'several-records': 'several', syntax: 'broken' } as const;
    if (term.known === 'redirect')
      report(
        'spf/redirect-nodata',
        message[trouble],
        term,
        args,
        trouble === 'no-record' ? cutRedirect(record, term) : {},
      );
    else if (trouble === 'several-records') report('spf/include-multiple', 'several', term, args);
    else
      report(
        'spf/include-no-spf',
        trouble === 'syntax' ? 'broken' : 'none',
        term,
        args,
        trouble === 'no-record' ? remove : {},
      );
  }
  if (trouble !== 'no-address' && trouble !== 'no-mx') return;
  const own = term.domain === undefined;
  if (term.known === 'exists') report('spf/exists-no-address', 'none', term, args, remove);
  else if (term.known === 'a') report(own ? 'spf/unneeded-a' : 'spf/a-no-address', 'none', term, args, remove);
  else if (trouble === 'no-address') report('spf/mx-no-mx', 'noAddress', term, args);
  else report(own ? 'spf/unneeded-mx' : 'spf/mx-no-mx', 'none', term, args, remove);
}

function limitProblems(count: LookupCount, report: LookupReport): void {
  const message = count.exact ? 'exact' : 'atLeast';
  const unresolved = listed(unread(count.tree));
  const last = count.tree.at(-1);
  let sum = 0;
  const over = count.tree.find((node) => (sum += node.lookups) > mostLookups);
  if (over !== undefined)
    report('spf/lookup-limit', message, over.term, { count: sum, total: count.count, unresolved, ...limits });
  else if (last !== undefined && count.count >= nearlyMostLookups)
    report('spf/lookup-near-limit', message, last.term, { total: count.count, unresolved, ...limits });
  const firstVoid = count.tree.find(findsNothing);
  if (count.void > mostVoidLookups && firstVoid !== undefined)
    report('spf/void-limit', 'voids', firstVoid.term, { count: count.void, ...limits });
}

/** Records of others that could not be read, so that their terms are not counted. */
function unread(nodes: readonly LookupNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    const nested = node.term.known === 'include' || node.term.known === 'redirect';
    return nested && (node.trouble === 'unknown' || node.trouble === 'macro')
      ? [node.target ?? node.term.text]
      : unread(node.children);
  });
}

const mostNamed = 3;

function listed(names: readonly string[]): string {
  const several = [...new Set(names)];
  return several.length <= mostNamed
    ? several.join(', ')
    : `${several.slice(0, mostNamed).join(', ')} and ${several.length - mostNamed} more`;
}

function findsNothing(node: LookupNode): boolean {
  return (
    node.trouble === 'no-address' ||
    node.trouble === 'no-mx' ||
    node.trouble === 'no-record' ||
    node.children.some(findsNothing)
  );
}

/** Only where the name of the explanation hangs on no message. */
function explanationProblem(record: SpfRecord, domain: string, resolver: Resolver, report: LookupReport): void {
  const { exp } = record;
  if (exp === undefined || exp.domain?.parts.some((part) => part.kind === 'macro' && part.letter !== 'd') !== false)
    return;
  const own = domain.replace(/\.$/, '');
  const target = exp.value.text.replaceAll(/%\{d\}/gi, own).replace(/\.$/, '');
  const name = target.includes('%') ? undefined : lookupName(target);
  if (name === undefined) return;
  const answer = resolver.lookup(name, 'TXT');
  const args = { found: exp.text, target };
  if (answer.status === 'nodata' || answer.status === 'nxdomain')
    report('spf/exp-target', 'none', exp, args, fixOf(`Remove ${exp.text}`, false, cutTerm(record, exp)));
  if (answer.status !== 'ok') return;
  const text = answer.records[0]?.join('') ?? '';
  if (answer.records.length > 1) report('spf/exp-target', 'several', exp, args);
  else if (macroFaults(parseMacroString(text, 0, 'exp-text'), ' ').length > 0)
    report('spf/exp-target', 'broken', exp, args);
}
