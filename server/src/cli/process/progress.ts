/** Milliseconds of work before anything is shown, and between two updates. */
const PATIENCE = 700,
  PACE = 100;

/** One line on a terminal's standard error that says how far long work has come; nothing where standard error is no terminal. */
export class Progress {
  private readonly shows: boolean;
  private due = Date.now() + PATIENCE;
  private shown = false;

  constructor(quiet = false) {
    this.shows = process.stderr.isTTY && !quiet;
  }

  /** `what` as in "Checking zone"; `of` where it is known how much there is. */
  update(what: string, done: number, of?: number): void {
    if (!this.shows || Date.now() < this.due) return;
    this.due = Date.now() + PACE;
    this.shown = true;
    process.stderr.write(`\r\u001b[K${what} ${done}${of === undefined ? '' : ` of ${of}`}…`);
  }

  end(): void {
    if (this.shown) process.stderr.write('\r\u001b[K');
    this.shown = false;
  }
}
