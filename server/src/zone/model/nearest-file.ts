/**
 * Of several files that would do, the one nearest to `uri`: in the folder that the two share at the greatest depth, and there the one with the fewest folders below it.
 * Copies of the same zones in folders side by side (before and after, one a customer) so stay apart.
 */
export function nearestTo<T>(uri: string, candidates: readonly T[], uriOf: (candidate: T) => string): T | undefined {
  const from = uri.split('/');
  let best: T | undefined, bestShared = -1, bestBelow = 0;
  for (const candidate of candidates) {
    const to = uriOf(candidate).split('/');
    let shared = 0;
    while (shared < from.length - 1 && shared < to.length - 1 && from[shared] === to[shared]) shared++;
    const exact = uriOf(candidate) === uri, below = exact ? -1 : to.length - shared;
    if (shared > bestShared || (shared === bestShared && below < bestBelow)) { best = candidate; bestShared = shared; bestBelow = below; }
  }
  return best;
}
