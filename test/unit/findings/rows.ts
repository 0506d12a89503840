import type { CodeRow } from '../../../server/src/findings/code.ts';
import { allCodes, codeTable } from '../../../server/src/findings/codes/index.ts';

/** The rows of some areas, by code. */
export const rowsOf = (...areas: readonly string[]): Readonly<Record<string, CodeRow>> =>
  Object.fromEntries(
    allCodes.filter((code) => areas.includes(code.split('/')[0] ?? '')).map((code) => [code, codeTable[code]]),
  );

/** One row with some of its messages only. */
export const withMessages = (row: CodeRow, ...keys: readonly string[]): CodeRow => ({
  ...row,
  messages: Object.fromEntries(Object.entries(row.messages).filter(([key]) => keys.includes(key))),
});
