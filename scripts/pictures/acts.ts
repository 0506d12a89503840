// What a person does in a workbench, for the pictures.
import type { Page } from 'playwright-core';

export interface Picture {
  /** File name in docs/images, without its ending. */
  readonly name: string;
  /** Taken when it is there. */
  readonly act: (page: Page) => Promise<void>;
}

/** Pictures that are taken one after the other in one workbench. */
export interface Scene {
  /** Folder to open, within examples/. */
  readonly folder: string;
  /** File to open, within the folder. */
  readonly opens: string;
  /** Pixels of the window. */
  readonly size: { readonly width: number; readonly height: number };
  /** The part of the window that is pictured; undefined: all. */
  readonly part?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly pictures: readonly Picture[];
}

export const finding = '.view-overlays .squiggly-error, .view-overlays .squiggly-warning';

/** Puts the cursor on a line, counted from 1, and a column. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget .input').first().waitFor();
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
}

/** The line of the editor, counted from 1, that shows a text. */
export async function lineWith(page: Page, text: string): Promise<number> {
  const lines = await page.locator('.monaco-editor .view-line').all();
  const tops = await Promise.all(
    lines.map(async (line) => ({
      text: ((await line.textContent()) ?? '').replaceAll('\u00a0', ' '),
      top: (await line.boundingBox())?.y ?? 0,
    })),
  );
  const at = tops.toSorted((a, b) => a.top - b.top).findIndex((line) => line.text.includes(text));
  if (at === -1) throw new Error(`no line of the editor shows "${text}"`);
  return at + 1;
}

export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor({ timeout: 20_000 });
  await page.keyboard.press('Enter');
}

/** Opens a file of the folder by its name. */
export async function open(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.keyboard.type(file);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: file }).first().waitFor({ timeout: 20_000 });
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: file }).waitFor({ timeout: 20_000 });
}

/** Takes what a wizard suggests until it asks something. */
export async function acceptUntil(page: Page, prompt: string): Promise<void> {
  const widget = page.locator('.quick-input-widget').first(),
    input = widget.locator('input.input, .input input, input').first();
  // The title of a wizard counts its steps; the list of commands has none.
  const read = async (): Promise<string> =>
    (await widget.isVisible()) && /\(\d+\/\d+\)/.test(await widget.innerText())
      ? (await widget.innerText()) + ((await input.getAttribute('placeholder')) ?? '')
      : '';
  for (let before = ''; ; ) {
    // A question is read when all of it has changed, which it has when it stays the same.
    let now = '',
      last = '';
    for (
      const end = Date.now() + 20_000;
      now === '' || now === before || now !== last;
      await page.waitForTimeout(100)
    ) {
      if (Date.now() > end) throw new Error(`no wizard asks "${prompt}", but "${before}"`);
      last = now;
      now = await read();
    }
    if (now.includes(prompt)) return;
    before = now;
    await page.keyboard.press('Enter');
  }
}

/** Scrolls a comparison to its top: VS Code may show a change before its two sides stand at the same height. */
export async function alignSides(page: Page): Promise<void> {
  const side = await page.locator('.monaco-diff-editor .modified-in-monaco-diff-editor').first().boundingBox();
  if (side === null) throw new Error('there is no comparison');
  await page.mouse.move(side.x + side.width / 2, side.y + side.height / 2);
  await page.mouse.wheel(0, -1000);
}
