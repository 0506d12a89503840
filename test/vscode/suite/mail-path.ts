import * as vscode from 'vscode';
import { closeEverything, eventually, expect, expectEqual, openZone } from './workbench.ts';

interface Drawn {
  readonly domain: string;
  readonly states: Readonly<Record<string, number>>;
  readonly buttons: number;
}

const show = (given?: { readonly uri: string; readonly domain: string }): Thenable<Drawn | undefined> =>
  vscode.commands.executeCommand<Drawn | undefined>('zonewright.showMailPath', given);
const tab = (): vscode.Tab | undefined =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof vscode.TabInputWebview);

async function closeView(): Promise<void> {
  const open = tab();
  if (open !== undefined) await vscode.window.tabGroups.close(open);
  await closeEverything();
}

describe('the mail path', () => {
  afterEach(closeView);

  it('draws the way of mail, each step with its state and a button to its record', async () => {
    await openZone('mail-flow', 'right', 'shudnow.net.zone');
    // The reverse zone beside it may still be on its way.
    const drawn = await eventually(
      () => show(),
      (found) => found?.states['good'] === 11,
      'the sound steps are drawn',
      30,
    );
    expectEqual(drawn?.domain, 'shudnow.net', 'domain');
    expectEqual(drawn?.states['bad'], 0, 'bad steps');
    expectEqual(drawn?.buttons, 11, 'buttons');
    expectEqual(tab()?.label, 'Mail Path: shudnow.net', 'name of the panel');
  });

  it('shows what is broken, and follows the text', async () => {
    const { document } = await openZone('mail-flow', 'broken', '3-child-mx', 'shudnow.net.zone'),
      given = { uri: document.uri.toString(), domain: 'sales.shudnow.net' };
    await eventually(
      () => show(given),
      (found) => found?.domain === 'sales.shudnow.net' && found.states['bad'] === 1,
      'the missing address is drawn',
      30,
    );
    const edit = new vscode.WorkspaceEdit(),
      at = document.positionAt(document.getText().indexOf('smtp.sales'));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 'smtp.sales'.length)), 'smtp');
    expect(await vscode.workspace.applyEdit(edit), 'the MX record is changed');
    await eventually(
      () => show(given),
      (found) => found?.states['bad'] === 0,
      'the way is drawn anew',
      30,
    );
  });

  it('is opened by the line above a record', async () => {
    const { document } = await openZone('mail-flow', 'right', 'shudnow.net.zone');
    const lenses = await eventually(
      () =>
        vscode.commands.executeCommand<readonly vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50),
      (found) =>
        found.some(
          ({ command }) => command?.title === 'MX: 1 of 1 mail host has an address with a matching PTR record',
        ),
      'a line above the MX record',
    );
    expect(
      lenses.some(({ command }) => command?.title === 'SPF: 1 of 10 lookups, covers 1 of 1 mail host'),
      'no line above the SPF record',
    );
    const last = lenses.findLast(({ command }) => command?.command === 'zonewright.showMailPath')?.command;
    expect(last !== undefined, 'no line opens the mail path');
    const drawn = await vscode.commands.executeCommand<Drawn | undefined>(
      last.command,
      ...((last.arguments ?? []) as readonly unknown[]),
    );
    expectEqual(drawn?.domain, 'sales.shudnow.net', 'domain');
  });
});
