import type { Edit, Fix } from '../../../findings/fix.ts';
import { replaceSpan } from '../../kit/edits.ts';
import type { ReportedView } from '../../engine/check.ts';
import type { RuleContext } from '../../engine/context.ts';

/** Fixes for what the reader reported under one code. */
export type ReaderFix = (problem: ReportedView, context: RuleContext) => readonly Fix[];

/** Replaces the bytes `start` to `end` of the problem's block. */
export function put(
  { block }: Pick<ReportedView, 'block'>,
  { zone }: RuleContext,
  start: number,
  end: number,
  text: string,
): Edit {
  return replaceSpan(zone, { block, start, end }, text);
}

/** Replaces what was reported. */
export function instead(problem: ReportedView, context: RuleContext, text: string, title: string, safe = false): Fix {
  return { title, safe, edits: () => [put(problem, context, problem.span.start, problem.span.end, text)] };
}

/** Inserts before what was reported. */
export function before(problem: ReportedView, context: RuleContext, text: string, title: string, safe = false): Fix {
  return { title, safe, edits: () => [put(problem, context, problem.span.start, problem.span.start, text)] };
}

/** An argument of the problem as text; empty when it is missing. */
export const argument = ({ args }: ReportedView, name: string): string => String(args[name] ?? '');
