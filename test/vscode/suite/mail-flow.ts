import * as vscode from 'vscode';
import { closeEverything, eventually, expect, expectEqual, openZone, workspaceUri } from './workbench.ts';

const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : (code ?? ''));

function findings(uri: vscode.Uri, code: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => codeOf(diagnostic) === code);
}

async function findingOf(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  const [first] = await eventually(
    () => findings(uri, code),
    (found) => found.length > 0,
    `${code} is found`,
  );
  expect(first !== undefined, `${code} is not found`);
  return first;
}

async function gone(uri: vscode.Uri, code: string): Promise<void> {
  await eventually(
    () => findings(uri, code).length,
    (count) => count === 0,
    `${code} is gone`,
  );
}

/** Applies the first quick fix whose title fits, as the light bulb does. */
async function applyFix(uri: vscode.Uri, range: vscode.Range, title: RegExp): Promise<void> {
  const actions = await eventually(
    () => vscode.commands.executeCommand<readonly vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, vscode.CodeActionKind.QuickFix.value, 20),
    (offered) => offered.some((action) => title.test(action.title)),
    `a fix ${title} is offered`,
  );
  const action = actions.find((offered) => title.test(offered.title));
  if (action?.edit !== undefined) expect(await vscode.workspace.applyEdit(action.edit), `the fix "${action.title}" is applied`);
  if (action?.command !== undefined) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

describe('the mail-flow example', () => {
  afterEach(closeEverything);

  it('has nothing to be said about where everything is right', async () => {
    const forward = await openZone('mail-flow', 'right', 'shudnow.net.zone');
    const reverse = await openZone('mail-flow', 'right', '30.20.10.in-addr.arpa.zone');
    // A zone that is known to be wrong, opened later, shows that the findings of the others have come.
    const broken = await openZone('mail-flow', 'broken', '1-a-missing', 'shudnow.net.zone');
    await findingOf(broken.document.uri, 'mx/no-address');
    for (const { document } of [forward, reverse])
      await eventually(
        () => vscode.languages.getDiagnostics(document.uri).map((diagnostic) => `${codeOf(diagnostic)}: ${diagnostic.message}`),
        (found) => found.length === 0,
        `nothing is found in ${vscode.workspace.asRelativePath(document.uri)}`,
      );
  });

  it('underlines the MX target without address, adds the A record, and takes it back with one undo', async () => {
    const { document } = await openZone('mail-flow', 'broken', '1-a-missing', 'shudnow.net.zone');
    const before = document.getText();
    const finding = await findingOf(document.uri, 'mx/no-address');
    expectEqual(finding.severity, vscode.DiagnosticSeverity.Error, 'severity');
    expectEqual(document.getText(finding.range), 'smtp.shudnow.net.', 'underlined text');
    await applyFix(document.uri, finding.range, /\bA record\b/);
    expect(/^smtp\S*\s+(\d+\s+)?(IN\s+)?A\s/m.test(document.getText()), `no A record of smtp in:\n${document.getText()}`);
    await gone(document.uri, 'mx/no-address');
    await vscode.commands.executeCommand('undo');
    expectEqual(document.getText(), before, 'text after undo');
    await findingOf(document.uri, 'mx/no-address');
  });

  it('underlines the address in SPF that is none, and puts the string right', async () => {
    const { document } = await openZone('mail-flow', 'broken', '7-spf-address', 'shudnow.net.zone');
    const finding = await findingOf(document.uri, 'spf/ip4-syntax');
    expectEqual(finding.severity, vscode.DiagnosticSeverity.Error, 'severity');
    expectEqual(document.getText(finding.range), 'X.X', 'underlined text');
    await applyFix(document.uri, finding.range, /./);
    expect(/"v=spf1 mx ip4:95\.0\.0\.0\/16 -all"/.test(document.getText()), `no network in:\n${document.getText()}`);
    await gone(document.uri, 'spf/ip4-syntax');
  });

  it('inserts the missing PTR into the reverse zone beside', async () => {
    const { document } = await openZone('mail-flow', 'broken', '4-ptr-missing', 'shudnow.net.zone');
    const finding = await findingOf(document.uri, 'ptr/missing');
    await applyFix(document.uri, finding.range, /PTR/);
    await gone(document.uri, 'ptr/missing');
    const reverse = await vscode.workspace.openTextDocument(workspaceUri('mail-flow', 'broken', '4-ptr-missing', '30.20.10.in-addr.arpa.zone'));
    expect(/^40\s+(\d+\s+)?(IN\s+)?PTR\s+smtp\.shudnow\.net\.$/m.test(reverse.getText()), `no PTR of smtp in:\n${reverse.getText()}`);
  });
});
