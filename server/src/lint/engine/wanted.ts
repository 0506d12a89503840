import { codeTable } from '../../findings/codes/index.ts';
import type { Code } from '../../findings/codes/index.ts';
import type { Profile } from '../../findings/code.ts';
import type { LintSettings } from '../../findings/lint-settings.ts';

const RANK: Readonly<Record<Profile, number>> = { recommended: 0, strict: 1, all: 2 };

/** Whether findings with a code, or those with one of its messages, are wanted at all: their severity was set, or their profile is chosen. */
export function isWanted({ severities, profile }: LintSettings, code: Code, message?: string): boolean {
  const set = severities[code];
  if (set !== undefined) return set !== 'off';
  const row = codeTable[code],
    from = (message === undefined ? undefined : row.profiles?.[message]) ?? row.profile ?? 'recommended';
  return profile === 'bind' ? row.bind !== undefined : RANK[from] <= RANK[profile];
}
