import * as vscode from 'vscode';

/** The assertions of this suite. Node's are not there in a web worker. */
export function expect(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function expectEqual<T>(actual: T, expected: T, what: string): void {
  expect(Object.is(actual, expected), `${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`);
}

/** Waits until a value satisfies; an error tells what the last one was. */
export async function eventually<T>(
  read: () => T | PromiseLike<T>,
  satisfies: (value: T) => boolean,
  what: string,
  seconds = 15,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (satisfies(value)) return value;
    if (Date.now() > end)
      throw new Error(`${what}: not within ${seconds} s; at last ${String(JSON.stringify(value)).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('zonewright.zonewright');
  expect(found !== undefined, 'the extension is not installed');
  return found;
}

/** Waits until a wizard or a command asks the question with this name. */
export async function asks(id: string): Promise<void> {
  const { askedQuestion } = (await extension().activate()) as { readonly askedQuestion: () => string | undefined };
  await eventually(askedQuestion, (asked) => asked === id, `the question “${id}” is asked`);
}

/** Answers the question with the entry that is active in its list, or the text that is there. */
export async function accept(id: string): Promise<void> {
  await asks(id);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

/** The workspace of the suite: a copy of examples/, free to be changed. */
export function workspaceUri(...segments: readonly string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  expect(folder !== undefined, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, ...segments);
}

/** Opens a file in a tab that stays when another one is opened. */
export async function openZone(...segments: readonly string[]): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceUri(...segments)), {
    preview: false,
  });
}

const written = new Set<string>();

/** Writes a file into the workspace and opens it. */
export async function openNewFile(name: string, content: string): Promise<vscode.TextEditor> {
  written.add(name);
  await vscode.workspace.fs.writeFile(workspaceUri(name), new TextEncoder().encode(content));
  return openZone(name);
}

/** Leaves no editor, no unsaved text and no new file behind for the next test. */
export async function closeEverything(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  for (const name of written) {
    written.delete(name);
    await vscode.workspace.fs.delete(workspaceUri(name));
  }
}
