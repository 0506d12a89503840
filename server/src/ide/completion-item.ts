/** One way to go on. */
export interface CompletionItem {
  readonly label: string;
  readonly detail: string;
  readonly kind: 'type' | 'class' | 'directive' | 'name' | 'value' | 'term';
  /** What is replaced: bytes in the chunk. */
  readonly start: number;
  readonly end: number;
  /** What is inserted where it isn't the label: a snippet. */
  readonly snippet?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** The smaller, the earlier in the list. */
  readonly rank?: number;
  readonly deprecated?: true;
}
