import type { DocumentPlace, MailPathResult } from '../../../server/src/lsp/protocol/messages.ts';

/** What the view is told to draw. */
export type ToView =
  | { readonly kind: 'path'; readonly uri: string; readonly path: MailPathResult }
  /** There is nothing to draw, and why. */
  | { readonly kind: 'nothing'; readonly reason: string };

/** What the view tells. */
export type FromView =
  /** It takes messages now. `memory`: what it showed before the window was loaded anew. */
  | { readonly kind: 'ready'; readonly memory: ViewMemory | null }
  | { readonly kind: 'open'; readonly place: DocumentPlace }
  | { readonly kind: 'domain'; readonly domain: string }
  /** What is on the screen now. */
  | { readonly kind: 'drawn'; readonly drawn: Drawn };

/** What the view remembers while it is hidden or the window is loaded anew. */
export interface ViewMemory {
  readonly uri: string;
  readonly domain: string;
}

export interface Drawn {
  readonly domain: string;
  /** How many steps are drawn in each state. */
  readonly states: Readonly<Record<string, number>>;
  /** How many of them are buttons that lead to a record. */
  readonly buttons: number;
}
