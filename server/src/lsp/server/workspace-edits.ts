import type {
  AnnotatedTextEdit,
  CreateFile,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, TextChange } from '../../findings/fix.ts';
import type { ClientAbilities } from './client.ts';
import type { ApplySnippetEditArguments } from '../protocol/messages.ts';
import { plainText } from '../../text/snippets.ts';
import type { Texts } from './texts.ts';

type DocumentEdit = TextEdit | AnnotatedTextEdit | SnippetTextEdit;

/** A fix as the editor takes it: an edit, and where tab stops are the editor's own business, the arguments of its command. */
export interface EditorEdit {
  readonly edit?: WorkspaceEdit;
  readonly snippets?: ApplySnippetEditArguments;
}

/** Turns a fix's edits into the editor's. Undefined where it needs something that the editor can't do. */
export function toEditorEdit(edits: readonly Edit[], texts: Texts, abilities: ClientAbilities): EditorEdit | undefined {
  const changes = edits.filter((edit): edit is TextChange => !('createFile' in edit)),
    files = edits.filter((edit) => 'createFile' in edit);
  if (files.length > 0 && !(abilities.createsFiles && abilities.documentChanges)) return undefined;
  const byCommand =
    abilities.snippetEdits === 'command' ? changes.find(({ snippet }) => snippet === true)?.uri : undefined;
  const rest =
    byCommand === undefined ? changes : changes.filter(({ uri, snippet }) => uri !== byCommand || snippet !== true);
  const edit = rest.length + files.length === 0 ? undefined : workspaceEdit(rest, files, texts, abilities);
  return {
    ...(edit === undefined ? {} : { edit }),
    ...(byCommand === undefined ? {} : { snippets: snippetArguments(byCommand, changes, texts) }),
  };
}

function snippetArguments(uri: string, changes: readonly TextChange[], texts: Texts): ApplySnippetEditArguments {
  const edits = changes
    .filter((change) => change.uri === uri && change.snippet === true)
    .map(({ range, text }) => ({ range, snippet: text }));
  return { uri, version: texts.get(uri)?.version ?? null, edits };
}

function workspaceEdit(
  changes: readonly TextChange[],
  files: readonly { readonly createFile: string; readonly text: string }[],
  texts: Texts,
  abilities: ClientAbilities,
): WorkspaceEdit {
  const byUri = new Map<string, TextChange[]>();
  for (const change of changes) byUri.set(change.uri, [...(byUri.get(change.uri) ?? []), change]);
  if (!abilities.documentChanges)
    return {
      changes: Object.fromEntries(
        [...byUri].map(([uri, some]) => [
          uri,
          some.map(({ range, text, snippet }) => ({ range, newText: snippet === true ? plainText(text) : text })),
        ]),
      ),
    };
  const documentChanges: (TextDocumentEdit | CreateFile)[] = [];
  for (const { createFile, text } of files) {
    documentChanges.push({ kind: 'create', uri: createFile, options: { overwrite: false, ignoreIfExists: false } });
    documentChanges.push({
      textDocument: { uri: createFile, version: null },
      edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text }],
    });
  }
  for (const [uri, some] of byUri)
    documentChanges.push({
      textDocument: { uri, version: texts.get(uri)?.version ?? null },
      edits: some.map((change) => documentEdit(change, abilities)),
    });
  return { documentChanges };
}

function documentEdit({ range, text, snippet }: TextChange, { snippetEdits }: ClientAbilities): DocumentEdit {
  if (snippet !== true) return { range, newText: text };
  return snippetEdits === 'standard'
    ? { range, snippet: { kind: 'snippet', value: text } }
    : { range, newText: plainText(text) };
}
