import type { LintedZone } from '../../workspace/workspace.ts';

/** Milliseconds of work in one turn: a keystroke that comes meanwhile waits no longer. */
const SLICE = 6;
/** Milliseconds of rest behind an edit, in which what the editor asks next is answered at once; and how long edits can put the work off. */
const REST = 12,
  LONGEST_REST = 150;

export interface Work {
  /** Called at the start of a turn, for what may open and close zones. */
  prepare(shouldStop: () => boolean): void;
  /** Whether `prepare` has something to do. */
  readonly isDue: boolean;
  /** The zones that may be judged now, those on the screen first. */
  zones(): Iterable<LintedZone>;
  /** A zone that was at work is settled now. */
  settled(zone: LintedZone): void;
  /** Working on a zone failed; it is not to be among `zones` any more. */
  failed(zone: LintedZone, error: unknown): void;
}

/** Settles zones in slices of time between the messages of the editor. */
export class Settling {
  private readonly work: Work;
  private readonly nextTurn: (work: () => void) => void;
  private scheduled = false;
  private restsUntil = 0;
  private restingSince: number | undefined;
  private waiters: (() => void)[] = [];

  constructor(work: Work, nextTurn: (work: () => void) => void) {
    this.work = work;
    this.nextTurn = nextTurn;
  }

  /** Something may be unsettled. */
  wake(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.nextTurn(() => this.turn());
  }

  /** The editor changed a text. */
  edited(): void {
    this.restsUntil = performance.now() + REST;
    this.wake();
  }

  /** Resolves after the next turn of work, or when something that is waited for outside of turns has happened (see `tell`). */
  progress(): Promise<void> {
    return new Promise((resolve) => {
      this.waiters.push(resolve);
    });
  }

  /** Lets everybody who waits look again. */
  tell(): void {
    const { waiters } = this;
    this.waiters = [];
    for (const resolve of waiters) resolve();
  }

  /** Whether the work waits for the editor's next word; then it is tried again later. */
  private isResting(): boolean {
    const now = performance.now(),
      left = this.restsUntil - now;
    if (left <= 0) return false;
    this.restingSince ??= now;
    if (now - this.restingSince > LONGEST_REST) return false;
    setTimeout(() => this.turn(), left);
    return true;
  }

  private turn(): void {
    if (this.isResting()) return;
    this.scheduled = false;
    this.restingSince = undefined;
    const end = performance.now() + SLICE,
      shouldStop = (): boolean => performance.now() >= end;
    this.work.prepare(shouldStop);
    if (!shouldStop()) {
      for (const zone of this.work.zones()) {
        if (zone.settled) continue;
        this.settle(zone, shouldStop);
        if (shouldStop()) break;
      }
    }
    if (this.work.isDue || this.isUnsettled()) this.wake();
    this.tell();
  }

  /** An error of the program costs one zone, not the server. */
  private settle(zone: LintedZone, shouldStop: () => boolean): void {
    try {
      if (zone.settle(shouldStop)) this.work.settled(zone);
    } catch (error) {
      this.work.failed(zone, error);
    }
  }

  private isUnsettled(): boolean {
    for (const zone of this.work.zones()) if (!zone.settled) return true;
    return false;
  }
}
