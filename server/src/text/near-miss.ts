/** Finds the word that somebody meant to type. */

/**
 * Damerau-Levenshtein distance in its restricted form: insertions, deletions, substitutions, and swaps of two neighbours.
 * Returns `max + 1` as soon as the distance is known to be greater than `max`.
 */
export function editDistance(a: string, b: string, max: number = Math.max(a.length, b.length)): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          substitution,
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...current) > max) return max + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, max + 1);
}

/** How many slips of the finger a word of this length forgives, before any word would be near any other. */
function forgiven(word: string): number {
  if (word.length <= 3) return 1;
  return word.length <= 7 ? 2 : 3;
}

/**
 * The candidate nearest to the word, whatever the case; undefined where none is within `max` edits, or where two are equally near.
 * Without `max`: one edit for words of up to 3 characters, two up to 7, else three.
 */
export function nearest(word: string, candidates: readonly string[], max: number = forgiven(word)): string | undefined {
  const found = allNearest(word, candidates, max);
  return found.length === 1 ? found[0] : undefined;
}

/** All candidates that are as near to the word as the nearest; empty where none is within `max` edits. */
export function allNearest(
  word: string,
  candidates: readonly string[],
  max: number = forgiven(word),
): readonly string[] {
  const wanted = word.toLowerCase();
  let best: string[] = [],
    bestDistance = max;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance);
    if (distance > bestDistance) continue;
    if (distance < bestDistance) best = [];
    best.push(candidate);
    bestDistance = distance;
  }
  return best;
}
