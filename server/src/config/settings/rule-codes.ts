import { nearest } from '../../text/near-miss.ts';

/** Whether a code as somebody wrote it is about a rule: its own code, or its area as in `spf/*`. */
export function covers(written: string, code: string): boolean {
  return written === code || (written.endsWith('/*') && code.startsWith(written.slice(0, -1)));
}

/** The words about a code that no rule has. */
export function unknownCode(code: string, known: readonly string[]): string {
  const meant = nearest(code, known);
  return `There's no rule "${code}", so this has no effect.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
}
