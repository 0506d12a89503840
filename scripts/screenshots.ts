// Takes the pictures of docs/images in a real VS Code with the packaged extension. Look at them before you commit them.
// Usage: scripts/screenshots.ts [NAME…]
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from './hosts/browser.ts';
import { startNodeHost, type NodeHost } from './hosts/node-host.ts';
import { root } from './paths.ts';
import { runNode } from './steps/processes.ts';
import { packageVsix, vsixFile } from './steps/vsix.ts';

interface Picture {
  /** File to open, within examples/. */
  readonly opens: string;
  /** What a person would do to see it. */
  readonly act: (page: Page) => Promise<void>;
}

const finding = '.view-overlays .squiggly-error, .view-overlays .squiggly-warning';

/** Puts the cursor on a line, counted from 1, and a column. */
async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
}

/** The line of the editor, counted from 1, that shows a text. */
async function lineWith(page: Page, text: string): Promise<number> {
  const lines = await page.locator('.monaco-editor .view-line').all();
  const tops = await Promise.all(lines.map(async (line) => ({ text: ((await line.textContent()) ?? '').replaceAll('\u00a0', ' '), top: (await line.boundingBox())?.y ?? 0 })));
  const at = tops.toSorted((a, b) => a.top - b.top).findIndex((line) => line.text.includes(text));
  if (at === -1) throw new Error(`no line of the editor shows "${text}"`);
  return at + 1;
}

async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
}

/** Takes what a wizard suggests, several steps long. */
async function accept(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    await page.waitForSelector('.quick-input-widget', { timeout: 20_000 });
    await page.waitForTimeout(1500);
    await page.keyboard.press('Enter');
  }
  await page.waitForTimeout(1500);
}

const pictures: Readonly<Record<string, Picture>> = {
  'missing-address': {
    opens: 'mail-flow/broken/1-a-missing/shudnow.net.zone',
    act: async (page) => {
      await page.waitForSelector(finding, { timeout: 60_000 });
      await goTo(page, await lineWith(page, 'MX'), 40);
      await page.keyboard.press('Control+.');
      await page.waitForSelector('.action-widget', { timeout: 10_000 });
    },
  },
  'spf-address': {
    opens: 'mail-flow/broken/7-spf-words/shudnow.net.zone',
    act: async (page) => {
      await page.waitForSelector(finding, { timeout: 60_000 });
      await page.keyboard.press('Control+Shift+M');
      await page.waitForSelector('.markers-panel .monaco-list-row', { timeout: 20_000 });
    },
  },
  'mail-path': {
    opens: 'mail-flow/broken/4-ptr-mismatch/shudnow.net.zone',
    act: async (page) => {
      await page.waitForSelector(finding, { timeout: 60_000 });
      await command(page, 'View: Toggle Primary Side Bar Visibility');
      await page.locator('.codelens-decoration', { hasText: 'MX:' }).waitFor({ timeout: 20_000 });
      await command(page, 'Zonewright: Show Mail Path');
      // The page of a webview is in a frame inside a frame.
      const drawn = page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('.card.bad').first();
      await drawn.waitFor({ timeout: 30_000 });
    },
  },
  'set-up-mail': {
    opens: 'mail-flow/right/shudnow.net.zone',
    act: async (page) => {
      await page.locator('.codelens-decoration', { hasText: 'MX:' }).first().waitFor({ timeout: 60_000 });
      await goTo(page, 1, 1);
      await command(page, 'Zonewright: Set Up Mail for This Zone');
      await accept(page, 1);
    },
  },
  'edit-spf-record': {
    opens: 'mail-flow/broken/7-spf-words/shudnow.net.zone',
    act: async (page) => {
      await page.waitForSelector(finding, { timeout: 60_000 });
      await command(page, 'View: Toggle Primary Side Bar Visibility');
      await command(page, 'Zonewright: Edit SPF Record');
      await accept(page, 3);
      await page.waitForSelector('.monaco-diff-editor .line-insert', { timeout: 20_000 });
    },
  },
  'insert-mail-record': {
    opens: 'mail-flow/right/shudnow.net.zone',
    act: async (page) => {
      await goTo(page, await lineWith(page, 'v=spf1 mx'), 1);
      await command(page, 'Zonewright: Insert Mail Record');
      await page.waitForSelector('.quick-input-list .monaco-list-row', { timeout: 10_000 });
    },
  },
};

async function take(host: NodeHost, workspace: string, name: string, { opens, act }: Picture): Promise<void> {
  const browser = await openBrowser({ width: 1280, height: 720 });
  try {
    const { page } = browser;
    await page.goto(host.address(workspace, [['openFile', host.remoteUri(path.join(workspace, opens))]]));
    await page.waitForSelector('.monaco-editor .view-line', { timeout: 60_000 });
    // The language server has started when the status bar offers the zone's status.
    await page.waitForSelector('#status\\.languageStatus', { timeout: 60_000 });
    await page.locator('.monaco-editor .view-lines').first().click();
    await act(page);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: path.join(root, 'docs/images', `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  } finally {
    await browser.close();
  }
}

const wanted = process.argv.slice(2);
const chosen = Object.entries(pictures).filter(([name]) => wanted.length === 0 || wanted.includes(name));
const built = await runNode(['scripts/build.ts']);
if (built.code !== 0) throw new Error(built.output);
if ((await packageVsix()).failed > 0) process.exit(1);
await mkdir(path.join(root, 'docs/images'), { recursive: true });

// The pictures show the folder's name; the copy lets an act change what it opens.
const folder = await mkdtemp(path.join(os.tmpdir(), 'zonewright-pictures-'));
const workspace = path.join(folder, 'examples');
await cp(path.join(root, 'examples'), workspace, { recursive: true });
const host = await startNodeHost({ vsix: vsixFile, settings: { 'workbench.colorTheme': 'Default Light Modern', 'editor.minimap.enabled': false } });
try {
  for (const [name, picture] of chosen) await take(host, workspace, name, picture);
} finally {
  await host.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
