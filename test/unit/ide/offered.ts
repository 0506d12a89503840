import { completionsAt } from '../../../server/src/ide/completion/completions-at.ts';
import type { CompletionItem } from '../../../server/src/ide/completion/completion-item.ts';
import { opened } from './opened.ts';

export const now = new Date(2026, 10, 24, 12, 0, 0);

/** What is offered at `|`, in the order of the list. */
export function offered(text: string, apex?: string, files: readonly string[] = []): readonly CompletionItem[] {
  const {
      linted: { zone },
      source,
      position,
    } = opened(text, apex),
    { items } = completionsAt(zone, source, position, { now, files });
  return items.toSorted((a, b) => (a.rank ?? 50) - (b.rank ?? 50));
}

export const labels = (items: readonly CompletionItem[]): readonly string[] => items.map(({ label }) => label);
