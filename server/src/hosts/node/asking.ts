/** A question to the operating system that can be put in two ways: answered at once, as a command does, or later, as a server that must not block does. */
export interface Question {
  now(): void;
  later(): Promise<void>;
}

/** Steps between which the operating system is asked. An error that it answers with is thrown where the question was asked. */
export type Asking<T> = Generator<Question, T, void>;

export function* ask<T>(now: () => T, later: () => Promise<T>): Asking<T> {
  let answers: readonly T[] = [];
  yield {
    now: () => {
      answers = [now()];
    },
    later: async () => {
      answers = [await later()];
    },
  };
  for (const answer of answers) return answer;
  throw new Error('A question was passed over without an answer.');
}

/** Takes all steps at once. */
export function answerNow<T>(asking: Asking<T>): T {
  let step = asking.next();
  while (step.done !== true) step = answered(asking, step.value);
  return step.value;
}

function answered<T>(asking: Asking<T>, question: Question): IteratorResult<Question, T> {
  try {
    question.now();
  } catch (error) {
    return asking.throw(error);
  }
  return asking.next();
}

/** Takes all steps without blocking. */
export async function answerLater<T>(asking: Asking<T>): Promise<T> {
  let step = asking.next();
  while (step.done !== true) step = await answeredLater(asking, step.value);
  return step.value;
}

async function answeredLater<T>(asking: Asking<T>, question: Question): Promise<IteratorResult<Question, T>> {
  try {
    await question.later();
  } catch (error) {
    return asking.throw(error);
  }
  return asking.next();
}
