import * as monaco from 'monaco-editor/editor';
import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
} from 'vscode-languageserver-protocol/browser';
import { fromEdit, fromMarkup, fromRange, toPosition } from './convert.ts';
import type { LanguageServer } from './language-server.ts';

const kinds = monaco.languages.CompletionItemKind;

/** The kinds that have an icon of their own; the others are shown as text. */
const icons: Readonly<Partial<Record<CompletionItemKind, monaco.languages.CompletionItemKind>>> = {
  [CompletionItemKind.Class]: kinds.Class,
  [CompletionItemKind.Constant]: kinds.Constant,
  [CompletionItemKind.Enum]: kinds.Enum,
  [CompletionItemKind.EnumMember]: kinds.EnumMember,
  [CompletionItemKind.Field]: kinds.Field,
  [CompletionItemKind.File]: kinds.File,
  [CompletionItemKind.Folder]: kinds.Folder,
  [CompletionItemKind.Function]: kinds.Function,
  [CompletionItemKind.Keyword]: kinds.Keyword,
  [CompletionItemKind.Operator]: kinds.Operator,
  [CompletionItemKind.Property]: kinds.Property,
  [CompletionItemKind.Reference]: kinds.Reference,
  [CompletionItemKind.Snippet]: kinds.Snippet,
  [CompletionItemKind.Unit]: kinds.Unit,
  [CompletionItemKind.Value]: kinds.Value,
  [CompletionItemKind.Variable]: kinds.Variable,
};

/** The editor's item, with the server's own to have it completed later. */
interface Suggestion extends monaco.languages.CompletionItem {
  readonly item: CompletionItem;
}

function rangeOf(item: CompletionItem, word: monaco.IRange): monaco.languages.CompletionItem['range'] {
  const { textEdit } = item;
  if (textEdit === undefined) return word;
  if ('range' in textEdit) return fromRange(textEdit.range);
  return { insert: fromRange(textEdit.insert), replace: fromRange(textEdit.replace) };
}

function toSuggestion(item: CompletionItem, word: monaco.IRange): Suggestion {
  const { label, labelDetails, kind, detail, documentation, sortText, filterText, preselect } = item;
  return {
    item,
    label: labelDetails === undefined ? label : { label, ...labelDetails },
    kind: (kind === undefined ? undefined : icons[kind]) ?? kinds.Text,
    insertText: item.textEdit?.newText ?? item.insertText ?? label,
    ...(item.insertTextFormat === InsertTextFormat.Snippet
      ? { insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet }
      : {}),
    range: rangeOf(item, word),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: fromMarkup(documentation) }),
    ...(sortText === undefined ? {} : { sortText }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(preselect === undefined ? {} : { preselect }),
    ...(item.commitCharacters === undefined ? {} : { commitCharacters: item.commitCharacters }),
    ...(item.additionalTextEdits === undefined ? {} : { additionalTextEdits: item.additionalTextEdits.map(fromEdit) }),
  };
}

/** Offers what the server suggests at a position. */
export function completionFrom(
  server: LanguageServer,
  triggerCharacters: readonly string[],
): monaco.languages.CompletionItemProvider {
  return {
    triggerCharacters: [...triggerCharacters],
    async provideCompletionItems(model, position, { triggerKind, triggerCharacter }, token) {
      const answer = await server.request<CompletionList | CompletionItem[] | null>(
        'textDocument/completion',
        {
          textDocument: { uri: model.uri.toString() },
          position: toPosition(position),
          context: {
            triggerKind: triggerKind + 1,
            ...(triggerCharacter === undefined ? {} : { triggerCharacter }),
          },
        },
        token,
      );
      if (answer === null) return { suggestions: [] };
      const { items, isIncomplete } = Array.isArray(answer) ? { items: answer, isIncomplete: false } : answer,
        { startColumn, endColumn } = model.getWordUntilPosition(position),
        word = { ...fromRange({ start: toPosition(position), end: toPosition(position) }), startColumn, endColumn };
      return { suggestions: items.map((item) => toSuggestion(item, word)), incomplete: isIncomplete };
    },
    async resolveCompletionItem(suggestion, token) {
      if (!('item' in suggestion)) return suggestion;
      const { documentation, detail } = await server.request<CompletionItem>(
        'completionItem/resolve',
        (suggestion as Suggestion).item,
        token,
      );
      return {
        ...suggestion,
        ...(detail === undefined ? {} : { detail }),
        ...(documentation === undefined ? {} : { documentation: fromMarkup(documentation) }),
      };
    },
  };
}
