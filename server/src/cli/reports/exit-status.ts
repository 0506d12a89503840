import type { Severity } from '../../findings/code.ts';
import type { Summary } from './report.ts';
import { severities } from './report.ts';

/** Exit statuses of every command. */
export const GOOD = 0,
  FOUND = 1,
  TROUBLE = 2;

export interface Limits {
  /** The mildest severity that fails. */
  readonly failOn: Severity;
  /** More warnings than this fail; undefined: as many as there are. */
  readonly maxWarnings: number | undefined;
}

export function statusOf({ errors, warnings, information, hints }: Summary, { failOn, maxWarnings }: Limits): number {
  const counts = [errors, warnings, information, hints];
  const failing = counts.slice(0, severities.indexOf(failOn) + 1).some((count) => count > 0);
  return failing || (maxWarnings !== undefined && warnings > maxWarnings) ? FOUND : GOOD;
}
