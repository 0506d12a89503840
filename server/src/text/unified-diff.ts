/** Lines around a change that are shown with it. */
const AROUND = 3;
/** Lines that may be taken out and put in before a text counts as written anew as a whole. */
const MOST_CHANGES = 4000;

/** Lines `from` to `to` of the old text become lines `start` to `end` of the new one. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** What `diff -u` prints for two texts; nothing where they are the same. Lines end in LF; a CR stays part of its line. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const old = linesOf(before),
    fresh = linesOf(after),
    hunks = grouped(changesOf(old, fresh));
  if (hunks.length === 0) return '';
  return `--- ${name}\n+++ ${name}\n${hunks.map((changes) => hunk(changes, old, fresh)).join('')}`;
}

/** Lines with their ending, so that a last line without one is another line. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function hunk(changes: readonly Change[], old: readonly string[], fresh: readonly string[]): string {
  const first = changes[0]!,
    last = changes.at(-1)!;
  const from = Math.max(0, first.from - AROUND),
    to = Math.min(old.length, last.to + AROUND),
    start = first.start - (first.from - from),
    end = last.end + (to - last.to);
  let text = `@@ -${range(from, to)} +${range(start, end)} @@\n`,
    at = from;
  for (const change of changes) {
    text +=
      shown(' ', old.slice(at, change.from)) +
      shown('-', old.slice(change.from, change.to)) +
      shown('+', fresh.slice(change.start, change.end));
    at = change.to;
  }
  return text + shown(' ', old.slice(at, to));
}

const range = (from: number, to: number): string =>
  to - from === 1 ? String(from + 1) : `${to === from ? from : from + 1},${to - from}`;

const shown = (sign: string, lines: readonly string[]): string =>
  lines.map((line) => `${sign}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`).join('');

/** Changes that are near to one another share a hunk. */
function grouped(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const hunk = hunks.at(-1),
      last = hunk?.at(-1);
    if (hunk !== undefined && last !== undefined && change.from - last.to <= 2 * AROUND) hunk.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

/** The fewest changes (Myers, "An O(ND) Difference Algorithm", 1986). */
function changesOf(old: readonly string[], fresh: readonly string[]): readonly Change[] {
  let front = 0,
    back = 0;
  while (front < old.length && front < fresh.length && old[front] === fresh[front]) front++;
  while (
    back < old.length - front &&
    back < fresh.length - front &&
    old[old.length - 1 - back] === fresh[fresh.length - 1 - back]
  )
    back++;
  const n = old.length - front - back,
    m = fresh.length - front - back;
  if (n === 0 && m === 0) return [];
  const whole = { from: front, to: front + n, start: front, end: front + m };
  return n === 0 || m === 0
    ? [whole]
    : (shortest(old.slice(front, front + n), fresh.slice(front, front + m), front) ?? [whole]);
}

function shortest(old: readonly string[], fresh: readonly string[], shift: number): readonly Change[] | undefined {
  const n = old.length,
    m = fresh.length,
    most = Math.min(n + m, MOST_CHANGES),
    furthest = new Int32Array(2 * most + 3),
    traces: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    traces.push(furthest.slice(most - d, most + d + 3));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[most + k]! < furthest[most + k + 2]!);
      let x = down ? furthest[most + k + 2]! : furthest[most + k]! + 1,
        y = x - k;
      while (x < n && y < m && old[x] === fresh[y]) {
        x++;
        y++;
      }
      furthest[most + k + 1] = x;
      if (x >= n && y >= m) return walkedBack(traces, n, m, shift);
    }
  }
  return undefined;
}

/** The way back from the end of both texts, one step a change; steps that touch are one change. */
function walkedBack(traces: readonly Int32Array[], n: number, m: number, shift: number): readonly Change[] {
  const changes: Change[] = [];
  let x = n,
    y = m;
  for (let d = traces.length - 1; d > 0; d--) {
    const trace = traces[d]!,
      k = x - y,
      at = (diagonal: number): number => trace[diagonal + d + 1]!;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const fromX = down ? at(k + 1) : at(k - 1),
      fromY = fromX - (down ? k + 1 : k - 1),
      last = changes.at(-1);
    const change = {
      from: fromX + shift,
      to: (down ? fromX : fromX + 1) + shift,
      start: fromY + shift,
      end: (down ? fromY + 1 : fromY) + shift,
    };
    if (last !== undefined && change.to === last.from && change.end === last.start)
      changes[changes.length - 1] = { ...last, from: change.from, start: change.start };
    else changes.push(change);
    x = fromX;
    y = fromY;
  }
  return changes.toReversed();
}
