import type { Locator, Page } from 'playwright-core';
import { openBrowser, type OpenBrowser } from '../../scripts/hosts/browser.ts';
import { playgroundFolder } from '../../scripts/playground/build-playground.ts';
import { serveFolder, type StaticServer } from '../../scripts/playground/static-server.ts';

/** The playground in a browser, and every address that it asked for. */
export interface OpenPlayground {
  readonly page: Page;
  readonly server: StaticServer;
  readonly requested: readonly string[];
  readonly outside: ReadonlySet<string>;
  /** What the page's programs threw. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

/** Milliseconds for anything that the page has to answer. It takes a small part of that, unless the machine is busy. */
const patience = 20_000;

/** Serves dist/playground and opens it in an empty browser. `server`: another one's, to be opened once more. */
export async function openPlayground(given: {
  readonly fragment?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly server?: StaticServer;
}): Promise<OpenPlayground> {
  const server = given.server ?? (await serveFolder(playgroundFolder, 0)),
    browser: OpenBrowser = await openBrowser(given.size),
    { page } = browser,
    requested: string[] = [],
    errors: string[] = [];
  page.setDefaultTimeout(patience);
  page.on('request', (request) => requested.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  await page.goto(`${server.address}${given.fragment ?? ''}`);
  await ready(page);
  return {
    page,
    server,
    requested,
    outside: browser.outside,
    errors,
    close: async () => {
      await browser.close();
      if (given.server === undefined) await server.stop();
    },
  };
}

/** Waits until the language server has said what it finds. */
export async function ready(page: Page): Promise<void> {
  await page.locator('#findings > *').first().waitFor();
}

/** The findings in the list, as a person reads them. */
export const findings = (page: Page): Promise<readonly string[]> => page.locator('.finding .message').allInnerTexts();

export const fix = (page: Page, title: string): Locator => page.locator('.fix', { hasText: title }).first();

export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** The lines of the file on the screen, blanks as one space. */
export async function editorText(page: Page): Promise<string> {
  const lines = await page.locator('.view-lines .view-line').evaluateAll((all) =>
    all
      .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
      .toSorted((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );
  return lines.join('\n').replace(/[ \u00a0\t]+/g, ' ');
}

export async function chooseExample(page: Page, title: string): Promise<void> {
  const details = page.locator('#examples');
  if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  await details.getByRole('button', { name: title }).click();
}
