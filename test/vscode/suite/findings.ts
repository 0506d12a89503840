import * as vscode from 'vscode';
import { eventually, expect } from './workbench.ts';

export const codeOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' ? code.value : (code ?? ''));

/** Codes of all that is found in a file, in the order of the text. */
export function codesIn(uri: vscode.Uri): readonly string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .toSorted((a, b) => a.range.start.compareTo(b.range.start))
    .map(codeOf);
}

/** Waits until exactly these are found in a file. */
export async function findExactly(uri: vscode.Uri, codes: readonly string[]): Promise<void> {
  await eventually(
    () => codesIn(uri),
    (found) => found.join() === codes.join(),
    `${codes.join(', ') || 'nothing'} is found in ${vscode.workspace.asRelativePath(uri)}`,
  );
}

export function finding(uri: vscode.Uri, code: string): vscode.Diagnostic {
  const found = vscode.languages.getDiagnostics(uri).find((diagnostic) => codeOf(diagnostic) === code);
  expect(found !== undefined, `${code} is not found`);
  return found;
}

/** Lines from 1 and columns from 1, as an editor's status bar counts them. */
export function placeOf({ start, end }: vscode.Range): string {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}

/** Applies the first quick fix whose title fits, as the light bulb does. */
export async function applyFix(uri: vscode.Uri, range: vscode.Range, title: string): Promise<void> {
  const actions = await eventually(
    () =>
      vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
        20,
      ),
    (offered) => offered.some((action) => action.title === title),
    `a fix “${title}” is offered`,
  );
  const action = actions.find((offered) => offered.title === title);
  if (action?.edit !== undefined)
    expect(await vscode.workspace.applyEdit(action.edit), `the fix “${title}” is not applied`);
  if (action?.command !== undefined)
    await vscode.commands.executeCommand(
      action.command.command,
      ...((action.command.arguments ?? []) as readonly unknown[]),
    );
}
