import type { ShownFinding } from '../zone/lint/finding.ts';
import type { LintedZone } from '../zone/model/workspace.ts';
import type { HeldText } from './held-text.ts';

/** How many findings of a file are shown: no editor shows more usefully, and the worst ones come first. */
const MOST = 5000;

/** A file's findings in all zones that it is part of, each once. */
export function findingsOf(held: HeldText, zones: readonly LintedZone[]): readonly ShownFinding[] {
  if (zones.length === 1) return zones[0]!.shownIn(held.cut(), MOST).shown;
  const found = new Map<string, ShownFinding>();
  for (const zone of zones) {
    for (const finding of zone.shownIn(held.cut(), MOST).shown) {
      const { start, end } = finding.place.range;
      const key = `${start.line}:${start.character}-${end.line}:${end.character} ${finding.code} ${finding.message}`;
      if (found.size < MOST && !found.has(key)) found.set(key, finding);
    }
  }
  return [...found.values()];
}
