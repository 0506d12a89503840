import { grown } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';

/** Whose findings these are, or what they hang on: a name; below -1, a fact that many names ask for; and see `referrersOf`. */
export type Subject = NameId;

/** No one: rules about the whole zone run after every change anyway. */
export const NOBODY: Subject = -1;

/** What hangs on who points at a name, and not on its own records. */
export const referrersOf = (name: NameId): Subject => name + REFERRERS;

/** More than there are names. */
const REFERRERS = 2 ** 30;
const NO_EDGE = -1;
/** Numbers an edge: who hangs, on what, the next one of the same subject, and the next and previous one on the same. */
const WIDTH = 5,
  SUBJECT = 0,
  ON = 1,
  NEXT_OF_SUBJECT = 2,
  NEXT_ON = 3,
  PREVIOUS_ON = 4;
/** Most zones need fewer edges than this, or none. */
const FEWEST = 16;
/** How many of a subject's last edges are looked at before another is made. */
const LOOK_BACK = 8;

/** Which owner names' findings hang on which other names and facts, beyond those that their records point at. Packed: tens of thousands of names may hang on something. */
export class Dependencies {
  private readonly asked = new Map<Subject, number>();
  private readonly dependents = new Map<Subject, number>();
  private edges = new Int32Array(0);
  private used = 0;
  private free = NO_EDGE;
  private readonly negative = new Set<Subject>();
  private readonly outside = new Set<Subject>();

  add(subject: Subject, on: Subject): void {
    const first = this.asked.get(subject) ?? NO_EDGE;
    for (let edge = first, k = 0; edge !== NO_EDGE && k < LOOK_BACK; edge = this.edges[edge + NEXT_OF_SUBJECT]!, k++)
      if (this.edges[edge + ON] === on) return;
    const edge = this.takeEdge(),
      { edges } = this,
      before = this.dependents.get(on) ?? NO_EDGE;
    edges[edge + SUBJECT] = subject;
    edges[edge + ON] = on;
    edges[edge + NEXT_OF_SUBJECT] = first;
    edges[edge + NEXT_ON] = before;
    edges[edge + PREVIOUS_ON] = NO_EDGE;
    if (before !== NO_EDGE) edges[before + PREVIOUS_ON] = edge;
    this.asked.set(subject, edge);
    this.dependents.set(on, edge);
  }

  addNegative(subject: Subject): void {
    this.negative.add(subject);
  }
  addOutside(subject: Subject): void {
    this.outside.add(subject);
  }

  /** Calls `wake` with each subject that hangs on a name or fact, and with those that hang on facts which do. */
  wake(on: Subject, wake: (name: NameId) => void): void {
    for (let edge = this.dependents.get(on) ?? NO_EDGE; edge !== NO_EDGE; edge = this.edges[edge + NEXT_ON]!)
      this.wakeOne(this.edges[edge + SUBJECT]!, wake);
  }

  /** Wakes those who asked for a name that is not there, if a name that they asked for, or that the subject's own records point at, is one of those concerned. */
  wakeNegatives(
    wake: (name: NameId) => void,
    isConcerned: (name: NameId) => boolean,
    pointsAtOne: (subject: NameId) => boolean,
  ): void {
    for (const subject of this.negative)
      if (this.askedForOne(subject, isConcerned) || (subject >= 0 && (isConcerned(subject) || pointsAtOne(subject))))
        this.wakeOne(subject, wake);
  }

  private askedForOne(subject: Subject, isConcerned: (name: NameId) => boolean): boolean {
    for (let edge = this.asked.get(subject) ?? NO_EDGE; edge !== NO_EDGE; edge = this.edges[edge + NEXT_OF_SUBJECT]!) {
      const on = this.edges[edge + ON]!;
      if (on >= 0 && on < REFERRERS && isConcerned(on)) return true;
    }
    return false;
  }

  wakeOutsiders(wake: (name: NameId) => void): void {
    for (const subject of this.outside) this.wakeOne(subject, wake);
  }

  private wakeOne(subject: Subject, wake: (name: NameId) => void): void {
    if (subject >= 0) wake(subject);
    else this.wake(subject, wake);
  }

  /** Forgets what a subject's findings hang on, before its rules run again. */
  clear(subject: Subject): void {
    if (this.negative.size > 0) this.negative.delete(subject);
    if (this.outside.size > 0) this.outside.delete(subject);
    if (this.asked.size === 0) return;
    let edge = this.asked.get(subject);
    if (edge === undefined) return;
    this.asked.delete(subject);
    const { edges } = this;
    while (edge !== NO_EDGE) {
      const next: number = edges[edge + NEXT_OF_SUBJECT]!,
        before = edges[edge + PREVIOUS_ON]!,
        after = edges[edge + NEXT_ON]!;
      if (after !== NO_EDGE) edges[after + PREVIOUS_ON] = before;
      if (before !== NO_EDGE) edges[before + NEXT_ON] = after;
      else if (after !== NO_EDGE) this.dependents.set(edges[edge + ON]!, after);
      else this.dependents.delete(edges[edge + ON]!);
      edges[edge + NEXT_OF_SUBJECT] = this.free;
      this.free = edge;
      edge = next;
    }
  }

  private takeEdge(): number {
    if (this.free !== NO_EDGE) {
      const edge = this.free;
      this.free = this.edges[edge + NEXT_OF_SUBJECT]!;
      return edge;
    }
    const edge = this.used;
    this.used += WIDTH;
    if (this.used > this.edges.length) this.edges = grown(this.edges, Math.max(WIDTH * FEWEST, this.edges.length * 2));
    return edge;
  }
}
