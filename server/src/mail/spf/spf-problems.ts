/** Everything that can be said about one SPF string without a look-up; the codes are those of the rule table. */

import { collect } from '../grammar/problem.ts';
import type { MailProblem } from '../grammar/problem.ts';
import { allProblems } from './problems/all.ts';
import { coverageProblems } from './problems/coverage.ts';
import { layoutProblems } from './layout-problems.ts';
import { modifierProblems } from './problems/modifiers.ts';
import { networkProblems } from './problems/network-problems.ts';
import { spacingProblems } from './problems/spacing.ts';
import { syntaxProblems } from './problems/syntax.ts';
import { targetProblems } from './target-problems.ts';
import { versionProblems } from './problems/version-problems.ts';
import type { SpfRecord, SpfTerm } from './syntax/spf-record.ts';
import type { CodeOf } from '../../findings/codes/index.ts';

export type SpfProblem = MailProblem;

export interface SpfContext {
  /** The name at which the record stands, without escapes; the final dot may stand or not. */
  readonly domain?: string;
  /** Offsets at which a further character string of the TXT record begins. */
  readonly boundaries?: readonly number[];
}

/** In the order of the text. None for text that is nothing like an SPF record. */
export function spfProblems(record: SpfRecord, context: SpfContext = {}): readonly SpfProblem[] {
  if (record.version === undefined) return [];
  const { report, problems } = collect<CodeOf<'spf'> | 'txt/owner-in-value'>();
  // A slip that spans several terms explains their faults; each fault is reported once.
  const explained = new Set<SpfTerm>();
  const glued = layoutProblems(record, context.boundaries ?? [], explained, report);
  if (!glued) versionProblems(record, report);
  const settled = spacingProblems(record, explained, report);
  for (const term of settled.terms) if (!explained.has(term)) syntaxProblems(settled, term, report);
  modifierProblems(settled, report);
  allProblems(settled, report);
  targetProblems(settled, context.domain, report);
  networkProblems(settled, report);
  coverageProblems(settled, report);
  return problems();
}
