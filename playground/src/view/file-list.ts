import { element } from '../../../client/src/mail-path/webview/elements.ts';
import { isFileName } from '../files/file-set.ts';
import type { Model, Workspace } from '../files/workspace.ts';
import { ask } from './ask.ts';

/** What's wrong with a name for a file, or undefined. */
export function problemWith(name: string, workspace: Workspace, own?: string): string | undefined {
  if (!isFileName(name)) return "That isn't a file name.";
  return name !== own && workspace.named(name) !== undefined ? `There's a file ${name} already.` : undefined;
}

/** The files in a row above the editor: one is shown, each can be renamed and closed. */
export class FileList {
  private readonly host: HTMLElement;
  private readonly workspace: Workspace;
  private readonly focusEditor: () => void;

  constructor(host: HTMLElement, workspace: Workspace, focusEditor: () => void) {
    this.host = host;
    this.workspace = workspace;
    this.focusEditor = focusEditor;
    workspace.onActivated(() => this.draw());
  }

  private draw(): void {
    const { workspace, host } = this,
      focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['file'] : undefined;
    host.replaceChildren(element('ul', {}, ...workspace.files.map((model) => this.entry(model))));
    if (focused !== undefined)
      [...host.querySelectorAll<HTMLElement>('[data-file]')]
        .find(({ dataset }) => dataset['file'] === focused)
        ?.focus();
    host.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private entry(model: Model): HTMLElement {
    const { workspace } = this,
      name = workspace.nameOf(model),
      shown = workspace.active === model;
    const open = element(
      'button',
      { type: 'button', class: 'name', 'data-file': name, ...(shown ? { 'aria-current': 'true' } : {}) },
      name,
    );
    open.addEventListener('click', () => workspace.activate(model));
    open.addEventListener('dblclick', () => void this.rename(model));
    const close = element(
      'button',
      { type: 'button', class: 'icon', 'aria-label': `Close ${name}`, title: 'Close' },
      '×',
    );
    close.addEventListener('click', () => {
      workspace.remove(model);
      this.focusEditor();
    });
    if (!shown) return element('li', {}, open, close);
    const rename = element(
      'button',
      { type: 'button', class: 'icon', 'aria-label': `Rename ${name}`, title: 'Rename' },
      '✎',
    );
    rename.addEventListener('click', () => void this.rename(model));
    return element('li', { class: 'shown' }, open, rename, close);
  }

  private async rename(model: Model): Promise<void> {
    const old = this.workspace.nameOf(model);
    const name = await ask('Rename the file', 'Name, such as example.com.zone', old, (answer) =>
      problemWith(answer, this.workspace, old),
    );
    if (name !== undefined && name !== old) this.workspace.rename(model, name);
    this.focusEditor();
  }
}
