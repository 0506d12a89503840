import type { Code } from '../../findings/codes/index.ts';
import type { SetProblem } from './problem.ts';

/** How records of one kind are told apart from whatever else stands at their name. */
export interface RecordKind {
  isMeant(text: string): boolean;
  /** Whether readers take it for such a record: they want exactly one. */
  isRecognised(text: string): boolean;
  /** Codes of a text that is none, and of a second one that is. */
  readonly unrelated: Code;
  readonly several: Code;
}

/** What the TXT records show together at a name that is there for one kind of record only. */
export function recordSetProblems(texts: readonly string[], kind: RecordKind): readonly SetProblem[] {
  const count = texts.filter((text) => kind.isRecognised(text)).length;
  const problems: SetProblem[] = [];
  let seen = 0;
  texts.forEach((text, record) => {
    const at = { start: 0, end: text.length, record };
    if (!kind.isMeant(text)) problems.push({ code: kind.unrelated, message: 'unrelated', args: {}, ...at });
    else if (kind.isRecognised(text) && ++seen > 1)
      problems.push({ code: kind.several, message: 'several', args: { count }, ...at });
  });
  return problems;
}
