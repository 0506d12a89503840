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
  const refused = new Set<string>(), rounds: (readonly Candidate[])[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const candidates = apart([...candidatesIn(trial, findings())].filter((candidate) => !refused.has(keyOf(trial, candidate)) && allows(candidate)));
    if (candidates.length === 0) break;
    const good = unharmful(trial, candidates, (candidate) => refused.add(keyOf(trial, candidate)));
    if (good.length === 0) continue;
    trial.keep(good.flatMap(({ edits }) => edits));
    rounds.push(good);
  }
  return rounds;
}

/** The safe fix of a finding, the preferred one first. */
export const safeFix = (fixes: readonly Fix[]): Fix | undefined => fixes.find((fix) => fix.safe && fix.preferred === true) ?? fixes.find((fix) => fix.safe);

function* candidatesIn(trial: Trial, findings: Iterable<Fixable>): Iterable<Candidate> {
  for (const finding of findings) {
    const fix = safeFix(finding.fixes), edits = fix === undefined ? undefined : plainChanges(fix.edits());
    if (fix !== undefined && edits?.every(({ uri }) => trial.text(uri) !== undefined) === true) yield { finding, fix, edits };
  }
}

/** Those that keep apart from the ones before them: what comes too near to another one waits for the next round. A finding that two views show is fixed once. */
function apart(candidates: readonly Candidate[]): readonly Candidate[] {
  const taken = new Map<string, TextRange[]>();
  return candidates.filter(({ edits }) => {
    if (edits.some(({ uri, range }) => taken.get(uri)?.some((other) => touches(range, other)) === true)) return false;
    for (const { uri, range } of edits) {
      const list = taken.get(uri);
      if (list === undefined) taken.set(uri, [range]); else list.push(range);
    }
    return true;
  });
}

/** Two insertions at one place have no order, so they touch too. */
function touches(a: TextRange, b: TextRange): boolean { return compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0; }

/** The most of the candidates that can be carried out together: all of them where that does no harm, otherwise what is good of each half. */
function unharmful(trial: Trial, candidates: readonly Candidate[], refuse: (candidate: Candidate) => void): readonly Candidate[] {
  if (harmOfAll(trial, candidates) === undefined) return candidates;
  if (candidates.length === 1) { refuse(candidates[0]!); return []; }
  const middle = candidates.length >> 1, first = unharmful(trial, candidates.slice(0, middle), refuse), second = unharmful(trial, candidates.slice(middle), refuse);
  if (first.length === 0 || second.length === 0) return first.length === 0 ? second : first;
  return harmOfAll(trial, [...first, ...second]) === undefined ? [...first, ...second] : first;
}

/** The same for the same fix of the same text, wherever it has moved to. */
function keyOf(trial: Trial, { finding: { code, message }, fix: { title }, edits }: Candidate): string {
  const lineOf = ({ uri, range: { start, end } }: TextChange): string => trial.text(uri)?.slice({ start: lineStart(start.line), end: lineStart(end.line + 1) }) ?? '';
  return JSON.stringify([code, message, title, ...edits.map((edit) => [edit.uri, lineOf(edit), edit.range.start.character, edit.text])]);
}

const lineStart = (line: number): Position => ({ line, character: 0 });
