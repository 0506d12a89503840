import type { Answer, Asker, Question } from './asker.ts';

/** One step: asks, and gives the state with the answer in it. */
export interface Step<S> {
  readonly id: string;
  readonly ask: (
    asker: Asker,
    question: Pick<Question, 'id' | 'title' | 'step' | 'total'>,
    state: S,
  ) => Promise<Answer<S>>;
}

/**
 * Walks through the steps that the answers so far call for, back and forth; an answer that changes which steps there are changes their numbers.
 * Who goes back finds what was answered before. Undefined when the person left.
 */
export async function walkSteps<S>(
  asker: Asker,
  title: string,
  stepsFor: (state: S) => readonly Step<S>[],
  first: S,
): Promise<S | undefined> {
  let state = first;
  for (let index = 0; ; ) {
    const steps = stepsFor(state),
      step = steps[index];
    if (step === undefined) return state;
    const answer = await step.ask(asker, { id: step.id, title, step: index + 1, total: steps.length }, state);
    if (answer.kind === 'cancel') return undefined;
    if (answer.kind === 'answer') state = answer.value;
    index = answer.kind === 'answer' ? index + 1 : Math.max(0, index - 1);
  }
}
