import type { Fix, TextChange } from '../../findings/fix.ts';
import type { Position, TextRange } from '../../text/positions.ts';
import { harmOfAll, plainChanges } from './proven-fix.ts';
import type { Candidate, Faulty } from './proven-fix.ts';
import { compare } from './trial.ts';
import type { Trial } from './trial.ts';

/** A fix may make room for another one; more rounds than this mean that two undo each other. */
const MOST_ROUNDS = 10;

/** A finding as it is shown, with its fixes. */
export interface Fixable extends Faulty {
  readonly fixes: readonly Fix[];
}

export interface BatchOptions {
  /** The findings as the zones are now. */
  readonly findings: () => Iterable<Fixable>;
  /** Whether a fix may be carried out without being asked for. */
  readonly allows: (candidate: Candidate) => boolean;
}

/** Carries out on the trial's zones what is safe, over and over until nothing is left. Returns what it carried out, round by round. */
export function fixEverything(trial: Trial, { findings, allows }: BatchOptions): readonly (readonly Candidate[])[] {
  const refused = new Set<string>(),
    rounds: (readonly Candidate[])[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const candidates = apart(
      [...candidatesIn(trial, findings())].filter(
        (candidate) => !refused.has(keyOf(trial, candidate)) && allows(candidate),
      ),
    );
    if (candidates.length === 0) break;
    const good = unharmful(trial, candidates, (candidate) => refused.add(keyOf(trial, candidate)));
    if (good.length === 0) continue;
    trial.keep(good.flatMap(({ edits }) => edits));
    rounds.push(good);
  }
  return rounds;
}

/** The safe fix of a finding, the preferred one first. */
export const safeFix = (fixes: readonly Fix[]): Fix | undefined =>
  fixes.find((fix) => fix.safe && fix.preferred === true) ?? fixes.find((fix) => fix.safe);

function* candidatesIn(trial: Trial, findings: Iterable<Fixable>): Iterable<Candidate> {
  for (const finding of findings) {
    const fix = safeFix(finding.fixes),
      edits = fix === undefined ? undefined : plainChanges(fix.edits());
    if (fix !== undefined && edits?.every(({ uri }) => trial.text(uri) !== undefined) === true)
      yield { finding, fix, edits };
  }
}

/** Those that keep apart from the ones before them: what comes too near to another one waits for the next round. A finding that two views show is fixed once. */
function apart(candidates: readonly Candidate[]): readonly Candidate[] {
  const taken = new Map<string, TextRange[]>();
  return candidates.filter(({ edits }) => {
    if (edits.some(({ uri, range }) => taken.get(uri)?.some((other) => touches(range, other)) === true)) return false;
    for (const { uri, range } of edits) {
      const list = taken.get(uri);
      if (list === undefined) taken.set(uri, [range]);
      else list.push(range);
    }
    return true;
  });
}

/** Two insertions at one place have no order, so they touch too. */
function touches(a: TextRange, b: TextRange): boolean {
  return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
}

/** Those of the candidates that can be carried out together: all where that does no harm, otherwise those that do none alone. */
function unharmful(
  trial: Trial,
  candidates: readonly Candidate[],
  refuse: (candidate: Candidate) => void,
): readonly Candidate[] {
  if (harmOfAll(trial, candidates) === undefined) return candidates;
  return together(
    trial,
    candidates.filter((candidate) => {
      const good = candidates.length > 1 && harmOfAll(trial, [candidate]) === undefined;
      if (!good) refuse(candidate);
      return good;
    }),
  );
}

/** The most of candidates that are good alone: all of them, otherwise what goes together of each half. */
function together(trial: Trial, candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2 || harmOfAll(trial, candidates) === undefined) return candidates;
  const middle = candidates.length >> 1,
    first = together(trial, candidates.slice(0, middle)),
    second = together(trial, candidates.slice(middle));
  return harmOfAll(trial, [...first, ...second]) === undefined ? [...first, ...second] : first;
}

/** The same for the same fix of the same text, wherever it has moved to. */
function keyOf(trial: Trial, { finding: { code, message }, fix: { title }, edits }: Candidate): string {
  const lineOf = ({ uri, range: { start, end } }: TextChange): string =>
    trial.text(uri)?.slice({ start: lineStart(start.line), end: lineStart(end.line + 1) }) ?? '';
  return JSON.stringify([
    code,
    message,
    title,
    ...edits.map((edit) => [edit.uri, lineOf(edit), edit.range.start.character, edit.text]),
  ]);
}

const lineStart = (line: number): Position => ({ line, character: 0 });
