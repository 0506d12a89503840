import { Suppressions } from '../../config/settings/suppressions.ts';
import type { SuppressionProblem } from '../../config/settings/suppressions.ts';
import { pragmaComments } from '../../zone/syntax/placed-comments.ts';
import type { SourceText } from '../../zone/syntax/source-text.ts';
import { allCodes, isCode } from '../../findings/codes/index.ts';
import type { LintSettings } from '../../findings/lint-settings.ts';
import type { ShownFinding } from './finding.ts';
import { isWanted } from './wanted.ts';

/**
 * What is left of a file's findings when its `; zonewright-disable…` comments are heard, and what is wrong with those comments themselves.
 * @param findings all findings of the file
 */
export function withoutSuppressed(
  text: SourceText,
  findings: readonly ShownFinding[],
  settings: LintSettings,
): readonly ShownFinding[] {
  const suppressions = new Suppressions(pragmaComments(text), allCodes);
  if (suppressions.isEmpty) return findings;
  const placed = findings.map(({ code, place }) => ({ code, line: place.range.start.line }));
  const problems = suppressions.problems(placed, (code) => isCode(code) && isWanted(settings, code));
  return [
    ...findings.filter((_, k) => !suppressions.isSuppressed(placed[k]!.code, placed[k]!.line)),
    ...problems.map((problem) => shown(text.uri, problem)),
  ];
}

function shown(uri: string, { code, severity, message, line, start, end, meant }: SuppressionProblem): ShownFinding {
  const range = { start: { line, character: start }, end: { line, character: end } };
  const fixes =
    meant === undefined
      ? []
      : [
          {
            title: `Change to "${meant}"`,
            safe: false,
            preferred: true as const,
            edits: () => [{ uri, range, text: meant }],
          },
        ];
  return {
    code,
    severity,
    message,
    place: { uri, range },
    related: [],
    fix: fixes.length === 0 ? 'none' : 'unsafe',
    fixes,
  };
}
