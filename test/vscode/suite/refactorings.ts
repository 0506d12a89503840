import * as vscode from 'vscode';
import { closeEverything, eventually, expect, expectEqual, openNewFile } from './workbench.ts';

const head = '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\nns1 A 198.51.100.1\n\n';

/** Applies the refactoring with a title, as the menu does. */
async function refactor({ document }: vscode.TextEditor, range: vscode.Range, title: string): Promise<void> {
  const actions = await eventually(
    () =>
      vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        vscode.CodeActionKind.Refactor.value,
      ),
    (offered) => offered.some((action) => action.title === title),
    `the refactoring “${title}” is offered`,
  );
  const edit = actions.find((action) => action.title === title)?.edit;
  expect(edit !== undefined && (await vscode.workspace.applyEdit(edit)), `the refactoring “${title}” is not applied`);
}

describe('a refactoring', () => {
  afterEach(closeEverything);

  it('sorts the selected records and keeps their comments', async () => {
    const editor = await openNewFile('refactored.zone', `${head}b A 192.0.2.2 ; two\na A 192.0.2.1\n`);
    await refactor(editor, new vscode.Range(5, 0, 7, 0), 'Sort records in canonical order');
    expectEqual(editor.document.getText(), `${head}a A 192.0.2.1\nb A 192.0.2.2 ; two\n`, 'text');
  });

  it('writes a $GENERATE out', async () => {
    const editor = await openNewFile('generated.zone', `${head}$GENERATE 1-2 h$ A 192.0.2.$\n`);
    await refactor(editor, new vscode.Range(5, 0, 5, 9), 'Write out the 2 records of this $GENERATE');
    expectEqual(editor.document.getText(), `${head}h1 A 192.0.2.1\nh2 A 192.0.2.2\n`, 'text');
  });
});
