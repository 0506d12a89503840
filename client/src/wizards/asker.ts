/** How a wizard asks. The steps know nothing of the widgets, so that a test or a key binding can answer them. */

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Chosen from the start, where several may be. */
  readonly picked?: boolean;
  /** The heading that it begins. */
  readonly section?: string;
}

export interface Question {
  /** Names the question for who answers without a person. */
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  /** From 1. */
  readonly step: number;
  /** Left out where it depends on the answers: then no number of steps is shown. */
  readonly total?: number;
}

export interface ChoiceQuestion extends Question {
  readonly choices: readonly Choice[];
  /** The value that is suggested. */
  readonly suggested?: string;
}

export interface TextQuestion extends Question {
  readonly value: string;
  readonly placeholder: string;
  /** What is wrong with a text, in one sentence; undefined where nothing is. */
  readonly check: (text: string) => Promise<string | undefined>;
}

/** A person may also go back a step, or leave the wizard. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'back' }
  | { readonly kind: 'cancel' };

export interface Asker {
  choose(question: ChoiceQuestion): Promise<Answer<string>>;
  chooseSome(question: ChoiceQuestion): Promise<Answer<readonly string[]>>;
  enter(question: TextQuestion): Promise<Answer<string>>;
}

export const answered = <T>(value: T): Answer<T> => ({ kind: 'answer', value });
