import type { ExampleFile } from '../../test/rules/page.ts';

/** One thing that a tool says about a zone. */
export interface Complaint {
  readonly text: string;
  /** From 1, where the tool names one. */
  readonly line?: number | undefined;
}

/** All that a tool says about a zone. */
export interface Heard {
  readonly refused: boolean;
  readonly complaints: readonly Complaint[];
  /** Why there is nothing to hear: it did not come to an end, or no server would load the zone. */
  readonly silent?: 'hangs' | 'not served';
}

/** `✔ line`: found, with the right line; `✔`: found; `–`: not found; `n/a`: the tool could not judge. */
export type Cell = '✔ line' | '✔' | '–' | 'n/a' | 'hangs';

/** A zone on disk: its folder and its files, of which those with an apex are zones. */
export interface WrittenZone {
  readonly folder: string;
  readonly files: readonly ExampleFile[];
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What is told of a bad zone and not of the repaired one is about the defect; the numbers of lines differ between the two. */
export function judge(bad: Heard, repaired: Heard, lines: ReadonlySet<number>): Cell {
  if (bad.silent !== undefined) return bad.silent === 'hangs' ? 'hangs' : 'n/a';
  const before = new Set(repaired.complaints.map(({ text }) => withoutNumbers(text)));
  const news = bad.complaints.filter(({ text }) => !before.has(withoutNumbers(text)));
  if (news.length === 0 && bad.refused === repaired.refused)
    return repaired.refused && isAboutThem(repaired, lines) ? 'n/a' : '–';
  return news.some(({ line }) => line !== undefined && lines.has(line)) ? '✔ line' : '✔';
}

/** Whether a tool refuses what the defect is about even when it is right, and not something else that it does not like. */
function isAboutThem({ complaints }: Heard, lines: ReadonlySet<number>): boolean {
  return (
    complaints.every(({ line }) => line === undefined) ||
    complaints.some(({ line = -1 }) => [line - 1, line, line + 1].some((near) => lines.has(near)))
  );
}

const withoutNumbers = (text: string): string => text.replace(/(?<=:)\d+|(?<=line )\d+|\d{4}-\d\d-\d\dT\S+/g, 'N');
