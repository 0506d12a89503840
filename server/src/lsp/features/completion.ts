import { CompletionItemKind, CompletionItemTag, InsertTextFormat } from 'vscode-languageserver';
import type { CompletionItem, CompletionList, Connection } from 'vscode-languageserver';
import type { About, CompletionItem as Completion } from '../../ide/completion/completion-item.ts';
import { completionsAt } from '../../ide/completion/completions-at.ts';
import { directiveWords } from '../../ide/directive-words.ts';
import { blockAt, rangeIn } from '../../ide/entry-at.ts';
import { typeWords } from '../../ide/hover.ts';
import { describeName } from '../../ide/name-words.ts';
import type { Place, Session } from '../server/lsp-session.ts';
import { plainText } from '../../text/snippets.ts';

export const completionTriggers: readonly string[] = [
  '$',
  '_',
  '.',
  ' ',
  '\t',
  '"',
  ':',
  '=',
  ';',
  '@',
  '-',
  '~',
  '?',
  ',',
];

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  type: CompletionItemKind.Class,
  class: CompletionItemKind.Keyword,
  directive: CompletionItemKind.Keyword,
  name: CompletionItemKind.Reference,
  value: CompletionItemKind.EnumMember,
  term: CompletionItemKind.Property,
  snippet: CompletionItemKind.Snippet,
  file: CompletionItemKind.File,
};

/** What an item carries until it is looked at. */
interface ItemData {
  readonly uri: string;
  readonly about: About;
}

const MOST_FILES = 200;

export function listenForCompletion(connection: Connection, session: Session): void {
  connection.onCompletion(async ({ textDocument: { uri }, position }): Promise<CompletionList> => {
    const place = await session.place(uri);
    if (place === undefined) return { isIncomplete: false, items: [] };
    const { zone } = place.linted,
      text = place.held.cut(),
      block = blockAt(zone, text, position)?.block;
    const { items, incomplete } = completionsAt(zone, text, position, {
      now: new Date(),
      files: session.files.includable(place.held.key, MOST_FILES),
    });
    const asItem = ({
      label,
      detail,
      kind,
      start,
      end,
      snippet,
      insert = label,
      rank = 50,
      deprecated,
      about,
    }: Completion): CompletionItem => {
      const newText =
        snippet === undefined ? insert : session.abilities.completionSnippets ? snippet : plainText(snippet);
      return {
        label,
        detail,
        kind: KINDS[kind],
        sortText: `${String(rank + 100).padStart(4, '0')} ${label}`,
        filterText: label,
        textEdit: {
          range: block === undefined ? { start: position, end: position } : rangeIn(block, start, end),
          newText,
        },
        ...(snippet !== undefined && session.abilities.completionSnippets
          ? { insertTextFormat: InsertTextFormat.Snippet }
          : {}),
        ...(about === undefined ? {} : { data: { uri, about } satisfies ItemData }),
        ...(deprecated === true ? { tags: [CompletionItemTag.Deprecated] } : {}),
      };
    };
    return { isIncomplete: incomplete, items: items.map(asItem) };
  });
  connection.onCompletionResolve(async (item): Promise<CompletionItem> => {
    const { data } = item as { readonly data?: ItemData };
    if (data === undefined) return item;
    const documentation = await documentationOf(session, data);
    return documentation === undefined ? item : { ...item, documentation: { kind: 'markdown', value: documentation } };
  });
}

async function documentationOf(session: Session, { uri, about }: ItemData): Promise<string | undefined> {
  if ('type' in about) return typeWords(about.type);
  if ('directive' in about) return directiveWords(about.directive);
  const place = await session.place(uri);
  return place === undefined ? undefined : nameDocumentation(session, place, about.name);
}

function nameDocumentation(session: Session, { held, linted }: Place, text: string): string | undefined {
  const name = linted.zone.names.find(text);
  return name < 0 ? undefined : describeName(linted.zone, name, held.uri, session.othersOf(linted));
}
