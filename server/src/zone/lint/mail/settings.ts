import type { LintSettings } from '../context.ts';
import type { Profile } from '../rule.ts';

const RANK: Readonly<Record<Profile, number>> = { recommended: 0, strict: 1, all: 2 };

/** Whether findings of a rule are wanted at all, so that work for nothing can be left out. */
export function isWanted({ severities, profile }: LintSettings, code: string, from: Profile): boolean {
  const set = severities[code];
  if (set !== undefined) return set !== 'off';
  return profile !== 'bind' && RANK[from] <= RANK[profile];
}
