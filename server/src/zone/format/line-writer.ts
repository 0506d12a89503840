import { isWhite } from './entry-lines.ts';
import type { Line } from './entry-lines.ts';

/** White space, or letters, to put in place of some bytes. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** White space from a column to another one: tabs as far as they reach, if there are to be any. */
export function fill(from: number, to: number, tabSize: number | undefined): string {
  if (tabSize === undefined || to <= from) return ' '.repeat(Math.max(0, to - from));
  const lastStop = Math.floor(to / tabSize) * tabSize;
  if (lastStop <= from) return ' '.repeat(to - from);
  return '\t'.repeat(Math.ceil((lastStop - from) / tabSize)) + ' '.repeat(to - lastStop);
}

/** The white space at the end of a line goes, also that of its comment. */
export function trimmed(bytes: Uint8Array, { start, end, pieces }: Line): Gap | undefined {
  const last = pieces.at(-1);
  let from = last?.end ?? start;
  if (last?.kind === 'comment') while (from > last.start && isWhite(bytes, from - 1, from)) from--;
  return from < end ? { start: from, end, text: '' } : undefined;
}

/** Whether the bytes are this text, which is ASCII. */
export function hasText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}
