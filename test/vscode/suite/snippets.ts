import * as vscode from 'vscode';
import { accept, asks, closeEverything, eventually, expectEqual, openNewFile } from './workbench.ts';

async function completeSnippet(editor: vscode.TextEditor, prefix: string, title: string): Promise<void> {
  await eventually(
    () => vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, editor.selection.active),
    ({ items }) => items.some(({ label }) => typeof label === 'object' && label.label === prefix && label.description === title),
    `the snippet ${prefix} is offered`,
  );
  await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'dns-zone', name: title });
}

describe('snippets', () => {
  afterEach(closeEverything);

  it('mx inserts an MX record, which one undo takes away', async () => {
    const editor = await openNewFile('snippet-mx.zone', '$ORIGIN example.com.\n');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    await completeSnippet(editor, 'mx', 'Mail exchanger (MX)');
    expectEqual(editor.document.lineAt(1).text, '@\tIN\tMX\t10 mail.example.com.', 'inserted line');
    expectEqual(editor.document.getText(editor.selection), '@', 'selected tab stop');
    await vscode.commands.executeCommand('undo');
    expectEqual(editor.document.getText(), '$ORIGIN example.com.\n', 'text after undo');
  });

  it('spf inserts an SPF record with its mechanism selected second', async () => {
    const editor = await openNewFile('snippet-spf.zone', '$ORIGIN example.com.\n');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    await completeSnippet(editor, 'spf', 'Sender policy (SPF)');
    expectEqual(editor.document.lineAt(1).text, '@\tIN\tTXT\t"v=spf1 mx -all"', 'inserted line');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    expectEqual(editor.document.getText(editor.selection), 'mx', 'selected tab stop');
    await vscode.commands.executeCommand('undo');
    expectEqual(editor.document.getText(), '$ORIGIN example.com.\n', 'text after undo');
  });
});

describe('Insert Mail Record…', () => {
  afterEach(closeEverything);

  const soa = '@ IN SOA ns1 hostmaster (\n\t\t1 7200 3600 1209600\n\t\t3600 ) ; the end\n';

  it('puts the record below the one around the cursor, at the margin, in one undo step', async () => {
    const editor = await openNewFile('insert.zone', soa);
    editor.selection = new vscode.Selection(1, 4, 1, 4);
    await vscode.commands.executeCommand('zonewright.insertMailRecord', { snippet: 'spf-microsoft365' });
    expectEqual(editor.document.lineAt(3).text, '@\tIN\tTXT\t"v=spf1 include:spf.protection.outlook.com -all"', 'line below the SOA');
    await vscode.commands.executeCommand('undo');
    expectEqual(editor.document.getText(), soa, 'text after undo');
  });

  it('asks which record and at which provider', async () => {
    const editor = await openNewFile('insert-asked.zone', '$ORIGIN example.com.\n');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    const inserted = vscode.commands.executeCommand('zonewright.insertMailRecord');
    await accept('record');
    await asks('provider');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await accept('provider');
    await inserted;
    expectEqual(editor.document.lineAt(1).text, '@\tIN\tMX\t0 example-com.mail.protection.outlook.com.', 'inserted line');
  });
});
