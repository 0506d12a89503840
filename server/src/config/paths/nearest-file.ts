/**
 * Of several files that would do, the one nearest to `uri`: in the folder that the two share at the greatest depth, and there the one with the fewest folders below it.
 * Of two at the same distance the first.
 */
export function nearestTo<T>(uri: string, candidates: readonly T[], uriOf: (candidate: T) => string): T | undefined {
  let best: T | undefined;
  for (const candidate of candidates)
    if (best === undefined || isNearer(uri, uriOf(candidate), uriOf(best))) best = candidate;
  return best;
}

/** Whether the first file is nearer to `uri` than the second. */
export function isNearer(uri: string, first: string, second: string): boolean {
  const from = uri.split('/'),
    a = first.split('/'),
    b = second.split('/');
  const sharedA = sharedFolders(from, a),
    sharedB = sharedFolders(from, b);
  if (sharedA !== sharedB) return sharedA > sharedB;
  const belowA = first === uri ? -1 : a.length - sharedA,
    belowB = second === uri ? -1 : b.length - sharedB;
  return belowA < belowB;
}

function sharedFolders(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length - 1 && shared < b.length - 1 && a[shared] === b[shared]) shared++;
  return shared;
}
