/** What the documentation of an item is about; it is made when an item is looked at. */
export type About = { readonly type: number } | { readonly name: string } | { readonly directive: string };

/** One way to go on. */
export interface CompletionItem {
  readonly label: string;
  readonly detail: string;
  readonly kind: 'type' | 'class' | 'directive' | 'name' | 'value' | 'term' | 'snippet' | 'file';
  /** What is replaced: bytes in the chunk. */
  readonly start: number;
  readonly end: number;
  /** What is inserted where it isn't the label: a snippet. */
  readonly snippet?: string;
  /** What is inserted where it isn't the label, as it is. */
  readonly insert?: string;
  readonly about?: About;
  /** The smaller, the earlier in the list. */
  readonly rank?: number;
  readonly deprecated?: true;
}

export interface Completions {
  readonly items: readonly CompletionItem[];
  /** Whether there are more when more is typed. */
  readonly incomplete: boolean;
}

/** One way to go on, before it has a place. */
export type Choice = Omit<CompletionItem, 'start' | 'end'>;

export const term = (label: string, detail: string, snippet?: string): Choice => ({
  label,
  detail,
  kind: 'term',
  ...(snippet === undefined ? {} : { snippet }),
});

export const value = (label: string | number, detail: string): Choice => ({
  label: String(label),
  detail,
  kind: 'value',
});

export { snippetText as escaped, tabStop as stop } from '../../text/snippets.ts';
