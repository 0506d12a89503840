// Pictures of what the workbench shows besides light bulbs.
import { acceptUntil, alignSides, command, finding, goTo, lineWith, type Scene } from './acts.ts';

const size = { width: 1280, height: 720 };
const folder = 'mail-flow';
/** A public key as a mail server writes it to a file. */
const dkimKey = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAo2sHLgsaT/VF0X53cFtf
WXkqD5k3IN9bebAlgfOUq/1wc2GXBER/BfDkKLlfIaq2XSjcSncrmUK8glpRo016
RiUjkTDO752mEP2vOJd5VIXq/vVk/KX6jAUJ6z1CturaVsQRvOOujFbZ73UCa5HW
POGczNLNfoOX8OQqC51+CHyIyNFfk/B6ICJZm+5oiarP1LN0YdcbDjKNCprLHoCO
2vbZm8rTNFFmxCcRdG6C66kY2ZyOTbGd6q3tYIpjhIMISlw+3V7RfUCR3vftTrnI
/OgjsG6Cnc7UdYwZyjrPIuwq8yCR0yvA8Hm7Hvt0WOO2xoRSqom8utYy97+6MByg
xwIDAQAB
-----END PUBLIC KEY-----`.replaceAll('\n', ' ');

export const workbenchScenes: readonly Scene[] = [
  {
    folder: 'mail-flow/broken/7-spf-words',
    opens: 'shudnow.net.zone',
    size,
    pictures: [
      {
        name: 'problems',
        act: async (page) => {
          await page.waitForSelector(finding, { timeout: 60_000 });
          await page.keyboard.press('Control+Shift+M');
          await page.waitForSelector('.markers-panel .monaco-list-row', { timeout: 20_000 });
        },
      },
      {
        name: 'edit-spf-record',
        act: async (page) => {
          await page.keyboard.press('Control+Shift+M');
          await command(page, 'View: Toggle Primary Side Bar Visibility');
          await command(page, 'Zonewright: Edit SPF Record');
          await acceptUntil(page, 'see the comparison');
          await page.waitForSelector('.monaco-diff-editor .line-insert', { timeout: 20_000 });
        },
      },
    ],
  },
  {
    folder: 'mail-flow/broken/4-ptr-mismatch',
    opens: 'shudnow.net.zone',
    size,
    pictures: [
      {
        name: 'mail-path',
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
    ],
  },
  {
    folder,
    opens: 'right/shudnow.net.zone',
    size,
    pictures: [
      {
        name: 'set-up-mail',
        act: async (page) => {
          await page.locator('.codelens-decoration', { hasText: 'MX:' }).first().waitFor({ timeout: 60_000 });
          await goTo(page, 1, 1);
          await command(page, 'Zonewright: Set Up Mail for This Zone');
          await acceptUntil(page, 'Who takes mail');
        },
      },
      {
        name: 'insert-mail-record',
        act: async (page) => {
          await page.keyboard.press('Escape');
          await goTo(page, await lineWith(page, 'v=spf1 mx'), 1);
          await command(page, 'Zonewright: Insert Mail Record');
          await page
            .locator('.quick-input-list .monaco-list-row', { hasText: 'SPF' })
            .first()
            .waitFor({ timeout: 10_000 });
        },
      },
    ],
  },
  {
    folder: 'mail-flow/right',
    opens: 'shudnow.net.zone',
    size,
    pictures: [
      {
        name: 'set-up-dmarc',
        act: async (page) => {
          await page.locator('.codelens-decoration', { hasText: 'DMARC:' }).first().waitFor({ timeout: 60_000 });
          await command(page, 'View: Toggle Primary Side Bar Visibility');
          await goTo(page, 1, 1);
          await command(page, 'Zonewright: Set Up DMARC');
          await acceptUntil(page, 'And mail from its subdomains');
          // The third entry: to the spam folder.
          for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown');
          await acceptUntil(page, 'see the comparison');
          await page.waitForSelector('.monaco-diff-editor .line-insert', { timeout: 20_000 });
          await alignSides(page);
        },
      },
      {
        name: 'add-dkim-key',
        act: async (page) => {
          await page.keyboard.press('Escape');
          await page.locator('.monaco-diff-editor').first().waitFor({ state: 'hidden' });
          await goTo(page, 1, 1);
          await command(page, 'Zonewright: Add DKIM Key');
          await acceptUntil(page, 'Paste the public key');
          await page.keyboard.insertText(dkimKey);
          await acceptUntil(page, 'Under which selector');
          await page.keyboard.insertText('s1');
          await acceptUntil(page, 'see the comparison');
          await page.waitForSelector('.monaco-diff-editor .line-insert', { timeout: 20_000 });
          await alignSides(page);
        },
      },
    ],
  },
];
