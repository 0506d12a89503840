import * as vscode from 'vscode';
import { accept, asks, closeEverything, eventually, expectEqual, openNewFile } from './workbench.ts';

const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'object' ? label.label : label);

/** Takes what the server offers by a word at the cursor. */
async function take(editor: vscode.TextEditor, word: string): Promise<void> {
  const offered = (): Thenable<vscode.CompletionList> =>
    vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      editor.selection.active,
    );
  const { items } = await eventually(
    offered,
    (list) => list.items.some((item) => labelOf(item) === word),
    `${word} is offered`,
  );
  const text = items.find((item) => labelOf(item) === word)?.insertText;
  await editor.insertSnippet(
    typeof text === 'string' ? new vscode.SnippetString(text) : (text ?? new vscode.SnippetString(word)),
  );
}

describe('records typed by a word', () => {
  afterEach(closeEverything);

  it('mx inserts an MX record with its host selected, which one undo takes away', async () => {
    const editor = await openNewFile('snippet-mx.zone', '$ORIGIN example.com.\nmail A 198.51.100.25\n');
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    await take(editor, 'mx');
    expectEqual(editor.document.lineAt(2).text, '@ MX 10 mail', 'inserted line');
    expectEqual(editor.document.getText(editor.selection), 'mail', 'selected tab stop');
    await vscode.commands.executeCommand('undo');
    expectEqual(editor.document.getText(), '$ORIGIN example.com.\nmail A 198.51.100.25\n', 'text after undo');
  });
});

describe('Insert Mail Record…', () => {
  afterEach(closeEverything);

  const soa = '$ORIGIN example.com.\n@ IN SOA ns1 hostmaster (\n\t\t1 7200 3600 1209600\n\t\t3600 ) ; the end\n';

  it("puts the record behind the zone's others, wherever the cursor is, in one undo step", async () => {
    const editor = await openNewFile('insert.zone', soa);
    editor.selection = new vscode.Selection(2, 4, 2, 4);
    await vscode.commands.executeCommand('zonewright.insertMailRecord', { snippet: 'spf-microsoft365' });
    expectEqual(
      editor.document.lineAt(4).text,
      '@ IN TXT "v=spf1 include:spf.protection.outlook.com -all"',
      'line below the SOA',
    );
    await vscode.commands.executeCommand('undo');
    expectEqual(editor.document.getText(), soa, 'text after undo');
  });

  it('asks which record and at which provider', async () => {
    const editor = await openNewFile('insert-asked.zone', soa);
    const inserted = vscode.commands.executeCommand('zonewright.insertMailRecord');
    await accept('record');
    await asks('provider');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await accept('provider');
    await inserted;
    expectEqual(editor.document.lineAt(4).text, '@ IN MX 0 example-com.mail.protection.outlook.com.', 'inserted line');
  });
});
