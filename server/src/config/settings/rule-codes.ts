/** Whether a code as somebody wrote it is about a rule: its own code, or its area as in `spf/*`. */
export function covers(written: string, code: string): boolean {
  return written === code || (written.endsWith('/*') && code.startsWith(written.slice(0, -1)));
}
