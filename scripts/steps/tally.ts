/** What one runner of the test suite counted. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Tests that can't run on this machine, each with a line that says why. */
  readonly leftOut?: number;
}

export function sum(tallies: readonly Tally[]): Required<Tally> {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    leftOut: tallies.reduce((total, { leftOut = 0 }) => total + leftOut, 0),
  };
}
