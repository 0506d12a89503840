// The seven steps of a mail's way, each broken, with its light bulb, and repaired.
import type { Page } from 'playwright-core';
import { finding, goTo, open, type Picture, type Scene } from './acts.ts';

interface Step {
  readonly name: string;
  readonly folder: string;
  /** Line and column, from 1, in what is underlined. */
  readonly at: readonly [line: number, column: number];
  /** Title of the fix. */
  readonly fix: string;
  /** What is typed over what the fix leaves selected. */
  readonly types?: string;
  /** The changed line: its number, and its file where that is another. */
  readonly changed: number;
  readonly file?: string;
}

const reverse = '30.20.10.in-addr.arpa.zone';

const steps: readonly Step[] = [
  { name: '1-a', folder: '1-a-missing', at: [16, 40], fix: 'Add an A record', types: '10.20.30.40', changed: 18 },
  { name: '2-mx', folder: '2-mx-missing-dot', at: [15, 40], fix: 'Add the final dot', changed: 15 },
  { name: '3-child-mx', folder: '3-child-mx', at: [21, 40], fix: 'Point the MX at smtp.shudnow.net', changed: 21 },
  { name: '4-ptr', folder: '4-ptr-missing', at: [20, 36], fix: 'Add a PTR record', changed: 14, file: reverse },
  { name: '5-banner', folder: '5-banner', at: [19, 36], fix: 'Point the PTR record at', changed: 14, file: reverse },
  { name: '6-starttls', folder: '6-starttls', at: [21, 36], fix: 'Point the MX at mail.shudnow.net', changed: 15 },
  { name: '7-spf', folder: '7-spf-address', at: [16, 54], fix: 'Replace with', changed: 16 },
];

function picturesOf({ name, at: [line, column], fix, types, changed, file }: Step): readonly Picture[] {
  return [
    {
      name: `step-${name}-broken`,
      act: async (page) => {
        await page.waitForSelector(finding, { timeout: 60_000 });
        await page.keyboard.press('Control+b');
        await goTo(page, line, column);
        await page.keyboard.press('Control+k');
        await page.keyboard.press('Control+i');
        await page
          .locator('.monaco-hover .marker.hover-contents, .monaco-hover .hover-row')
          .first()
          .waitFor({ timeout: 20_000 });
      },
    },
    {
      name: `step-${name}-light-bulb`,
      act: async (page) => {
        await page.keyboard.press('Escape');
        await goTo(page, line, column);
        await page.keyboard.press('Control+.');
        await row(page, fix).waitFor({ timeout: 20_000 });
      },
    },
    {
      name: `step-${name}-repaired`,
      act: async (page) => {
        await row(page, fix).click();
        await page.locator('.action-widget').first().waitFor({ state: 'hidden' });
        if (types !== undefined) {
          await page.locator('.snippet-placeholder').first().waitFor({ timeout: 20_000 });
          await page.keyboard.type(types);
          await page.keyboard.press('Escape');
          await page.keyboard.press('Escape');
        }
        await page.locator(finding).first().waitFor({ state: 'detached', timeout: 20_000 });
        if (file !== undefined) await open(page, file);
        await goTo(page, changed, 1);
      },
    },
  ];
}

const row = (page: Page, title: string) => page.locator('.action-widget .monaco-list-row', { hasText: title }).first();

function sceneOf(step: Step, pictures: readonly Picture[]): Scene {
  return {
    folder: `mail-flow/broken/${step.folder}`,
    opens: 'shudnow.net.zone',
    size: { width: 900, height: 600 },
    part: '.part.editor',
    settings: {
      'workbench.activityBar.location': 'hidden',
      'breadcrumbs.enabled': false,
      'editor.codeLens': false,
      'editor.hover.above': false,
    },
    pictures,
  };
}

/** What the light bulb offers is all that this one is for. */
const internal: Step = {
  name: '1-a-internal',
  folder: '1-a-internal',
  at: [18, 36],
  fix: 'Enter the public address',
  changed: 18,
};
const [underlined, lightBulb] = picturesOf(internal);

export const mailStory: readonly Scene[] = [
  ...steps.map((step) => sceneOf(step, picturesOf(step))),
  sceneOf(internal, [
    {
      name: lightBulb!.name,
      act: async (page) => {
        await underlined!.act(page);
        await lightBulb!.act(page);
      },
    },
  ]),
];
