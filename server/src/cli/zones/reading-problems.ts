import { fileURLToPath } from 'node:url';
import { fillTemplate } from '../../lint/engine/finding.ts';
import { readerRules } from '../../lint/reader/reader-rules.ts';
import type { RuleMeta, Severity } from '../../findings/rule-meta.ts';
import { placeOf } from '../../zone/model/span.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { rdataRules } from '../../zone/rrtypes/problems.ts';
import type { RdataProblem } from '../../zone/rrtypes/fields/rdata.ts';

export interface ReadingProblem {
  readonly severity: Severity;
  readonly code: string;
  /** `file:line:column`, from 1. */
  readonly place: string;
  readonly message: string;
}

/** What was wrong with a zone's text when it was read, before any rule judges its records. */
export function readingProblems(zone: Zone): readonly ReadingProblem[] {
  return zone.blocks.flatMap((block) => (block === undefined ? [] : block.problems.map((problem) => {
    const { uri, range: { start } } = placeOf(zone, { block, start: problem.start, end: problem.end });
    return { severity: severityOf(problem), code: problem.code, place: `${fileURLToPath(uri)}:${start.line + 1}:${start.character + 1}`, message: words(problem) };
  })));
}

type Rule = Pick<RuleMeta, 'severity' | 'messages' | 'severities'>;

function ruleOf(code: string): Rule | undefined {
  return (readerRules as Readonly<Record<string, Rule>>)[code] ?? rdataRules[code];
}

function severityOf({ code, message }: RdataProblem): Severity {
  const rule = ruleOf(code);
  return rule?.severities?.[message] ?? rule?.severity ?? 'error';
}

function words({ code, message, args }: RdataProblem): string {
  const template = ruleOf(code)?.messages[message] ?? rdataRules[code]?.messages[message];
  return template === undefined ? code : fillTemplate(template, args);
}
