import type { Severity } from '../../findings/code.ts';
import type { Report, Write } from './report.ts';
import { severities } from './report.ts';

/** How often a rule found something. */
export interface RuleCount {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
}

/** The findings of a report by rule and severity: the most frequent ones first. */
export function countRules({ files }: Report): readonly RuleCount[] {
  const counts = new Map<string, { readonly code: string; readonly severity: Severity; count: number }>();
  for (const { findings } of files) {
    for (const { code, severity } of findings) {
      const key = `${severity} ${code}`,
        known = counts.get(key);
      if (known === undefined) counts.set(key, { code, severity, count: 1 });
      else known.count++;
    }
  }
  return [...counts.values()].toSorted(
    (a, b) =>
      b.count - a.count ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.code < b.code ? -1 : 1),
  );
}

/** A rule a line: how often, severity and code. */
export function writeStatistics(report: Report, write: Write): void {
  const counted = countRules(report),
    width = String(counted[0]?.count ?? 0).length;
  for (const { code, severity, count } of counted)
    write(`${String(count).padStart(width)} ${severity.padEnd(LONGEST)} ${code}\n`);
}

const LONGEST = Math.max(...severities.map(({ length }) => length));
