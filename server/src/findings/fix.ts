import type { TextRange } from '../text/positions.ts';

export interface TextChange {
  readonly uri: string;
  readonly range: TextRange;
  readonly text: string;
  /** `text` is a snippet with `${1:…}` placeholders. */
  readonly snippet?: true;
}

/** One change of a text, or a new file. */
export type Edit = TextChange | { readonly createFile: string; readonly text: string };

/** A way to put a finding right. Its edits are made when somebody asks for them. */
export interface Fix {
  readonly title: string;
  /** Right without a person's judgement: joins "fix all". */
  readonly safe: boolean;
  /** The one to take when there are several. */
  readonly preferred?: true;
  edits(): readonly Edit[];
}
