import type { Answer, Asker, ChoiceQuestion, TextQuestion } from './asker.ts';
import { answered } from './asker.ts';

/** Answers by the question's id: a value, or several where several may be chosen. */
export type GivenAnswers = Readonly<Record<string, string | readonly string[]>>;

/** Answers from the arguments of a command: a key binding's, or a test's. What was not given is answered with what the wizard suggests. */
export class GivenAnswersAsker implements Asker {
  private readonly given: GivenAnswers;

  constructor(given: GivenAnswers) {
    this.given = given;
  }

  choose({ id, choices, suggested }: ChoiceQuestion): Promise<Answer<string>> {
    const given = this.given[id],
      value = typeof given === 'string' ? given : (suggested ?? choices[0]?.value ?? '');
    if (!choices.some((choice) => choice.value === value))
      throw new Error(
        `"${value}" isn't an answer to "${id}". Valid answers: ${choices.map((choice) => choice.value).join(', ')}.`,
      );
    return Promise.resolve(answered(value));
  }

  chooseSome({ id, choices }: ChoiceQuestion): Promise<Answer<readonly string[]>> {
    const given = this.given[id],
      values =
        given === undefined
          ? choices.filter(({ picked }) => picked === true).map(({ value }) => value)
          : typeof given === 'string'
            ? [given]
            : given;
    const unknown = values.find((value) => !choices.some((choice) => choice.value === value));
    if (unknown !== undefined)
      throw new Error(
        `"${unknown}" isn't an answer to "${id}". Valid answers: ${choices.map(({ value }) => value).join(', ')}.`,
      );
    return Promise.resolve(answered(values));
  }

  async enter({ id, value, check }: TextQuestion): Promise<Answer<string>> {
    const given = this.given[id],
      text = given === undefined ? value : typeof given === 'string' ? given : given.join(', '),
      problem = await check(text);
    if (problem !== undefined) throw new Error(`"${text}" isn't an answer to "${id}": ${problem}`);
    return answered(text);
  }
}
