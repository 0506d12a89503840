import type { LintSettings } from '../../findings/lint-settings.ts';
import type { Profile, RuleMeta } from '../../findings/rule-meta.ts';

const RANK: Readonly<Record<Profile, number>> = { recommended: 0, strict: 1, all: 2 };

/** Whether findings with a code are wanted at all: their severity was set, or their profile is chosen. */
export function isWanted({ severities, profile }: LintSettings, code: string, from: Profile = 'recommended', bind?: RuleMeta['bind']): boolean {
  const set = severities[code];
  if (set !== undefined) return set !== 'off';
  return profile === 'bind' ? bind !== undefined : RANK[from] <= RANK[profile];
}
