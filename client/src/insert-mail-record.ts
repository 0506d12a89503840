import * as vscode from 'vscode';
import { lastLineOfEntry } from './entry-end.ts';
import { mailRecordKinds, type MailSnippet } from './mail-snippets.ts';
import type { Asker, Choice } from './wizards/asker.ts';

/** What a key binding may give to the command, so that nothing is asked. */
interface InsertMailRecordArguments {
  /** Prefix of a snippet: `mx`, `spf-google`, … */
  readonly snippet?: string;
}

const choice = (variants: readonly MailSnippet[]): Choice => ({ value: variants[0]?.prefix ?? '', label: variants[0]?.title ?? '', detail: variants[0]?.description ?? '' });

async function askForSnippet(asker: Asker): Promise<MailSnippet | undefined> {
  for (;;) {
    const record = await asker.choose({ id: 'record', title: 'Insert Mail Record', prompt: 'Which record?', step: 1, choices: mailRecordKinds.map(({ variants }) => choice(variants)) });
    if (record.kind !== 'answer') return undefined;
    const variants = mailRecordKinds.find((kind) => kind.variants[0]?.prefix === record.value)?.variants ?? [];
    if (variants.length === 1) return variants[0];
    const provider = await asker.choose({ id: 'provider', title: variants[0]?.title ?? '', prompt: 'Which provider?', step: 2, choices: variants.map((snippet) => choice([snippet])) });
    if (provider.kind === 'cancel') return undefined;
    if (provider.kind === 'answer') return variants.find(({ prefix }) => prefix === provider.value);
  }
}

/** Puts the snippet on a line of its own: on the cursor's line when that is empty, otherwise below the record around the cursor. */
async function insert(editor: vscode.TextEditor, { body }: MailSnippet): Promise<void> {
  const { document, selection } = editor;
  const cursor = selection.active.line;
  if (document.lineAt(cursor).isEmptyOrWhitespace) {
    await editor.insertSnippet(new vscode.SnippetString(body), document.lineAt(cursor).range);
    return;
  }
  const below = lastLineOfEntry(cursor, document.lineCount, (line) => document.lineAt(line).text) + 1;
  const atMargin = new vscode.Position(below, 0);
  if (below < document.lineCount) {
    await editor.insertSnippet(new vscode.SnippetString(`${body}\n`), atMargin);
    return;
  }
  // Below the last line there is no margin yet. A snippet put at that line's end would take over its indentation, which
  // makes its first word a type instead of an owner: so the line is made first, as part of the same undo step.
  await editor.edit((edit) => edit.insert(document.lineAt(below - 1).range.end, '\n'), { undoStopBefore: true, undoStopAfter: false });
  await editor.insertSnippet(new vscode.SnippetString(body), atMargin, { undoStopBefore: false, undoStopAfter: true });
}

export function registerInsertMailRecord(asker: Asker): vscode.Disposable {
  return vscode.commands.registerCommand('zonewright.insertMailRecord', async (given?: InsertMailRecordArguments) => {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== 'dns-zone') {
      void vscode.window.showInformationMessage('Open a DNS zone file first: the record is inserted at the cursor.');
      return;
    }
    const snippet =
      given?.snippet === undefined ? await askForSnippet(asker) : mailRecordKinds.flatMap(({ variants }) => variants).find(({ prefix }) => prefix === given.snippet);
    if (snippet !== undefined) await insert(editor, snippet);
  });
}
