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

/**
 * What a fix says that it does to records. Where a fix says nothing, it alters no more than the records whose text it edits, and takes none away.
 * A record counts as lost, or as added, when no other record has its owner name, type and data.
 */
export interface RecordChanges {
  /** How many records it takes away. */
  readonly removes?: number;
  /** How many records it adds. */
  readonly adds?: number;
  /** Records that it doesn't edit may get another TTL. */
  readonly ttls?: true;
}

/** A way to put a finding right. Its edits are made when somebody asks for them. */
export interface Fix {
  readonly title: string;
  /** Right without a person's judgement, as far as its rule can tell: joins "fix all" where a trial bears it out. */
  readonly safe: boolean;
  readonly changes?: RecordChanges;
  /** The one to take when there are several. */
  readonly preferred?: true;
  edits(): readonly Edit[];
}
