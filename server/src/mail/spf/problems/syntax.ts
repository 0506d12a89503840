/** What breaks the grammar in one term: the first explanation that fits, and only that. */

import type { SpfRecord, SpfTerm } from '../syntax/spf-record.ts';
import { argumentProblems } from './arguments.ts';
import { characterProblem, qualifierProblem } from './characters.ts';
import type { SpfReport } from './spf-edits.ts';
import { unknownMechanism } from './term-names.ts';
import { separatorProblem } from './separators.ts';

export function syntaxProblems(record: SpfRecord, term: SpfTerm, report: SpfReport): void {
  if (separatorProblem(record, term, report) || term.faults.length === 0) return;
  if (characterProblem(record, term, report)) return;
  if (term.kind === 'mechanism' && (qualifierProblem(term, report) || unknownMechanism(record, term, report))) return;
  argumentProblems(record, term, report);
}
