import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { AxeResults } from '../../playground/node_modules/axe-core/axe.js';
import { largestPlayground, playgroundSize } from '../../scripts/playground/build-playground.ts';
import { root } from '../../scripts/paths.ts';
import { chooseExample, editorText, findings, fix, openPlayground, ready, until, type OpenPlayground } from './page.ts';

const phone = { width: 390, height: 844 };
const axe = createRequire(path.join(root, 'playground/package.json')).resolve('axe-core');

describe('the playground', () => {
  let open: OpenPlayground;
  before(async () => {
    open = await openPlayground({});
  });
  after(async () => {
    await open.close();
  });

  it('is smaller than 4 MB with everything in it', async () => {
    assert.ok((await playgroundSize()) < largestPlayground);
  });

  it('opens with a mistake underlined and listed, and its fix beside it', async () => {
    const { page } = open;
    const [worst = ''] = await findings(page);
    assert.match(worst, /smtp\.shudnow\.net has no A or AAAA record.*shudnow\.net\.zone:16/s);
    await page.locator('.squiggly-error').first().waitFor();
    assert.equal(await page.getByRole('tab', { name: 'Findings (2)' }).count(), 1);
  });

  it('colors zone files by the grammar and the server', async () => {
    const { page } = open;
    const color = (text: string): Promise<string> =>
      page
        .locator('.view-line span', { hasText: new RegExp(`^${text}$`) })
        .first()
        .evaluate((span) => getComputedStyle(span).color);
    const colors = new Set(await Promise.all([color('v=spf1'), color('MX'), color('3600')]));
    assert.equal(colors.size, 3);
  });

  it('explains a record under the mouse', async () => {
    const { page } = open;
    await page
      .locator('.view-line span', { hasText: /^v=spf1$/ })
      .first()
      .hover();
    await page.locator('.monaco-hover', { hasText: /SPF/ }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('draws the mail path, whose steps lead to their records', async () => {
    const { page } = open;
    await page.getByRole('tab', { name: 'Mail path' }).click();
    await page.locator('#mail-path .card.bad', { hasText: 'No address' }).waitFor();
    await page.getByRole('button', { name: /SPF, 1 of 10 lookups/ }).click();
    await until('the cursor is in the SPF record', () =>
      page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null),
    );
    await page.getByRole('tab', { name: /Findings/ }).click();
  });

  it('applies a fix, and the findings and the mail path follow', async () => {
    const { page } = open;
    await chooseExample(page, 'The MX record points at an alias');
    await until('the alias is found', async () => /alias|CNAME/.test((await findings(page)).join()));
    await page.locator('.fix').first().click();
    await until('the finding is gone', async () => !/alias|CNAME/.test((await findings(page)).join()));
    await page
      .getByRole('status')
      .filter({ hasText: /finding|error|warning|Done/ })
      .waitFor();
  });

  it('applies a fix in another file, and makes a file that a fix asks for', async () => {
    const { page } = open;
    await chooseExample(page, 'The address has no name');
    await fix(page, 'PTR').click();
    await page.locator('.files .name', { hasText: 'in-addr.arpa' }).click();
    await until('the reverse zone has the record', async () => /PTR smtp\.shudnow\.net\./.test(await editorText(page)));
    await chooseExample(page, "There's no reverse zone");
    await until('one file is open', async () => (await page.locator('.files .name').count()) === 1);
    await page
      .locator('.fix', { hasText: /reverse zone/ })
      .first()
      .click();
    await page.locator('.files .name', { hasText: 'in-addr.arpa' }).waitFor();
  });

  it('takes several files at once, checks them together, and formats them', async () => {
    const { page } = open;
    await chooseExample(page, 'Mail set up right');
    const head = (name: string): string =>
      `$ORIGIN ${name}.\n$TTL 3600\n@ IN SOA ns1.example.net. hostmaster.example.net. ( 1 7200 3600 1209600 3600 )\n@ IN NS ns1.example.net.\n@ IN NS ns2.example.net.\n`;
    await page.setInputFiles('input[type=file]', [
      {
        name: 'example.com.zone',
        mimeType: 'text/plain',
        buffer: Buffer.from(`${head('example.com')}@ IN MX 10 mail\nmail IN A 192.0.2.25\n`),
      },
      {
        name: '2.0.192.in-addr.arpa.zone',
        mimeType: 'text/plain',
        buffer: Buffer.from(`${head('2.0.192.in-addr.arpa')}25 IN PTR old.example.com.\n`),
      },
    ]);
    await until('the reverse zone is held against the forward zone', async () =>
      /old\.example\.com/.test((await findings(page)).join()),
    );
    assert.deepEqual(await page.locator('.files .name').allInnerTexts(), [
      'example.com.zone',
      '2.0.192.in-addr.arpa.zone',
    ]);
    const lines = (): Promise<readonly number[]> =>
      page
        .locator('.view-line')
        .evaluateAll((all) => all.map((line) => (line.textContent ?? '').search(/(?<=\s)IN(?=\s)/)));
    await page.getByRole('button', { name: 'Format' }).click();
    await until('the columns are aligned', async () => new Set((await lines()).filter((at) => at > 0)).size === 1);
  });

  it('takes dropped and pasted files, and says what it leaves out', async () => {
    const { page } = open;
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['$ORIGIN example.org.\n'], 'example.org.zone'));
      transfer.items.add(new File(['\0\0'], 'picture.png'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await page.locator('.files .name', { hasText: 'example.org.zone' }).waitFor();
    await page.getByRole('status').filter({ hasText: "picture.png isn't text." }).waitFor();
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', '$ORIGIN example.net.\n');
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
      );
    });
    await page.locator('.files .name', { hasText: 'pasted.zone' }).waitFor();
  });

  it('writes nothing into the page that files or names ask for', async () => {
    const { page } = open;
    const hostile = '<img src=x onerror=alert(1)>';
    await page.setInputFiles('input[type=file]', [
      {
        name: `${hostile.replaceAll('/', '')}.zone`,
        mimeType: 'text/plain',
        buffer: Buffer.from(`${hostile} IN MX 10 "${hostile}"\n`),
      },
    ]);
    await page.locator('.files .name', { hasText: 'onerror' }).waitFor();
    assert.equal(await page.locator('main img, .results img, .status img').count(), 0);
  });

  it('completes records by a word, and works by keyboard alone', async () => {
    const { page } = open;
    await chooseExample(page, 'Mail set up right');
    await until('the example is open', async () => (await editorText(page)).includes('shudnow.net'));
    await page.keyboard.press('F6');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('dmarc');
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'dmarc' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('F6');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'findings');
    await page.keyboard.press('F6');
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SUMMARY');
  });

  it('keeps the files for the next visit', async () => {
    const { page } = open;
    await until('the address no longer names the example', () => page.evaluate(() => location.hash === ''));
    await page.reload();
    await ready(page);
    await page.locator('.files .name', { hasText: 'shudnow.net.zone' }).click();
    await page.locator('#editor').click();
    await page.keyboard.press('Control+End');
    await until('what was typed is there', async () => (await editorText(page)).includes('dmarc'));
  });

  it('puts all files into a link that another browser opens', async () => {
    const { page, server } = open;
    await page.getByRole('button', { name: 'Share' }).click();
    await until('the address holds the files', () => page.evaluate(() => location.hash.startsWith('#z=')));
    const names = await page.locator('.files .name').allInnerTexts(),
      fragment = new URL(page.url()).hash;
    const other = await openPlayground({ server, fragment });
    try {
      assert.deepEqual(await other.page.locator('.files .name').allInnerTexts(), names);
      assert.deepEqual(await findings(other.page), await findings(page));
      assert.ok(other.requested.every((address) => !address.includes('#') && !address.includes(fragment.slice(3, 40))));
      await other.page.evaluate(() => {
        location.hash = '#z=AAAA';
      });
      await other.page.getByRole('status').filter({ hasText: 'This link is damaged' }).waitFor();
    } finally {
      await other.close();
    }
  });

  for (const [screen, size] of Object.entries({ desktop: { width: 1280, height: 800 }, phone }))
    it(`has nothing that keeps people out, on a ${screen} screen, in light and dark`, async () => {
      const { page } = open;
      await page.setViewportSize(size);
      await chooseExample(page, 'SPF with wrong signs and words');
      await until('its findings are listed', async () => /SPF|spf/.test((await findings(page)).join()));
      // Through the debugger: the page's policy lets no foreign script in.
      await page.evaluate(await readFile(axe, 'utf8'));
      for (const colorScheme of ['light', 'dark'] as const)
        for (const tab of ['Findings', 'Mail path']) {
          await page.emulateMedia({ colorScheme });
          await page.getByRole('tab', { name: tab }).click();
          await page.locator('[role=tabpanel]:not([hidden]) > *').first().waitFor();
          const { violations } = await page.evaluate(
            (): Promise<AxeResults> => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
          );
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
            [],
            `${tab}, ${colorScheme}`,
          );
        }
      if (screen === 'phone')
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it scrolls sideways');
      await page.setViewportSize({ width: 1280, height: 800 });
    });

  it('asked nothing of another machine, and threw nothing', () => {
    assert.deepEqual([...open.outside], []);
    assert.deepEqual(
      open.requested.filter((address) => !address.startsWith(open.server.address) && !/^(blob|data):/.test(address)),
      [],
    );
    assert.deepEqual(open.errors, []);
  });

  it('opens without a network once it was open', async () => {
    const { page, server } = open;
    await page.evaluate(() => navigator.serviceWorker.ready);
    await server.stop();
    await page.reload();
    await ready(page);
    assert.ok((await findings(page)).length > 0);
  });
});
