import type { Severity } from '../../findings/code.ts';
import type { TextRange } from '../../text/positions.ts';

export interface ReportedPlace {
  /** As the person at the terminal would write it. */
  readonly file: string;
  /** Lines and characters from 0, characters in UTF-16 code units, as LSP counts. */
  readonly range: TextRange;
}

/** One change of a file: of a range that is there, or a whole file that isn't. */
export interface ReportedEdit extends ReportedPlace {
  readonly newText: string;
  /** `newText` has placeholders that a person has to fill in, as `${1:…}`. */
  readonly snippet?: true;
  /** The file is to be made. */
  readonly create?: true;
}

export interface ReportedFix {
  readonly title: string;
  /** A trial has shown that it does what it says, and no harm. */
  readonly safe: boolean;
  /** Why a trial speaks against it. */
  readonly why?: string;
  readonly edits: readonly ReportedEdit[];
}

export interface ReportedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  readonly related: readonly (ReportedPlace & { readonly message: string })[];
  readonly fix: 'safe' | 'unsafe' | 'none';
  /** When the DNS was asked for what it rests on, in ISO form; left out where the files are enough. */
  readonly live?: string;
  /** Where fixes were asked for. */
  readonly fixes?: readonly ReportedFix[];
}

/** What was found in one file as part of one zone. */
export interface ReportedFile {
  readonly file: string;
  /** Absolute name of the zone's apex; null where nothing tells it. */
  readonly zone: string | null;
  /** The zone's own file, where this one is only included. */
  readonly includedBy?: string;
  /** A zone's own file of which nothing tells the zone's name. */
  readonly isUnnamed?: boolean;
  /** In the order of the text. */
  readonly findings: readonly ReportedFinding[];
}

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  /** Errors that comments in the files silence; left out where there are none. */
  readonly suppressedErrors?: number;
}

export interface Report {
  readonly files: readonly ReportedFile[];
  readonly summary: Summary;
  /** How many zones nothing tells the name of, so that rules that need it are silent. */
  readonly unnamed: number;
}

/** From the worst to the mildest. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export function summarize(files: readonly ReportedFile[]): Summary {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  return { errors: counts.error, warnings: counts.warning, information: counts.information, hints: counts.hint };
}

/** By place, then by code, so that two runs print the same. */
export function inTextOrder(a: ReportedFinding, b: ReportedFinding): number {
  const { start } = a.range,
    other = b.range.start;
  return (
    start.line - other.line ||
    start.character - other.character ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : a.message < b.message ? -1 : 1)
  );
}

/** Where the pieces of a report go; a report may be larger than the longest string. */
export type Write = (text: string) => void;
