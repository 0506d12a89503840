import { CompletionItemKind, CompletionItemTag, InsertTextFormat } from 'vscode-languageserver';
import type { CompletionItem, CompletionList, Connection } from 'vscode-languageserver';
import type { CompletionItem as Completion } from '../../ide/completion-item.ts';
import { completionsAt } from '../../ide/completion.ts';
import { blockAt, rangeIn } from '../../ide/entry-at.ts';
import type { Session } from '../server/lsp-session.ts';
import { plainText } from '../server/snippets.ts';

export const completionTriggers: readonly string[] = ['$', '_', '.', ' ', '\t', '"', ':', '=', ';', '@', '-', '~', '?'];

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  type: CompletionItemKind.Class, class: CompletionItemKind.Keyword, directive: CompletionItemKind.Keyword, name: CompletionItemKind.Reference, value: CompletionItemKind.EnumMember, term: CompletionItemKind.Property,
};

export function listenForCompletion(connection: Connection, session: Session): void {
  connection.onCompletion(async ({ textDocument: { uri }, position }): Promise<CompletionList> => {
    const place = await session.place(uri);
    if (place === undefined) return { isIncomplete: false, items: [] };
    const { zone } = place.linted, text = place.held.cut(), { items, incomplete } = completionsAt(zone, text, position), block = blockAt(zone, text, position)?.block;
    const asItem = ({ label, detail, kind, start, end, snippet, documentation, rank = 50, deprecated }: Completion): CompletionItem => {
      const newText = snippet === undefined ? label : session.abilities.completionSnippets ? snippet : plainText(snippet);
      return {
        label, detail, kind: KINDS[kind], sortText: `${String(rank).padStart(3, '0')} ${label}`, filterText: label,
        textEdit: { range: block === undefined ? { start: position, end: position } : rangeIn(block, start, end), newText },
        ...(snippet !== undefined && session.abilities.completionSnippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
        ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
        ...(deprecated === true ? { tags: [CompletionItemTag.Deprecated] } : {}),
      };
    };
    return { isIncomplete: incomplete, items: items.map(asItem) };
  });
}
