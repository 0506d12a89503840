// Takes the pictures of docs/images in a real VS Code with the packaged extension. Look at them before you commit them.
// Usage: scripts/screenshots.ts [BEGINNING-OF-A-NAME…]   With step-1-a.png, only the animation, out of the pictures that are there.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openBrowser } from './hosts/browser.ts';
import { startNodeHost } from './hosts/node-host.ts';
import { root } from './paths.ts';
import type { Scene } from './pictures/acts.ts';
import { mailStory } from './pictures/mail-story.ts';
import { animatedPng, smallPng } from './pictures/small-png.ts';
import { workbenchScenes } from './pictures/workbench-scenes.ts';
import { runNode } from './steps/processes.ts';
import { packageVsix, vsixFile } from './steps/vsix.ts';

const images = path.join(root, 'docs/images');
/** Milliseconds in which a hover, a menu or a colour comes to rest. */
const rest = 1200;

/** Takes the pictures of a scene in a fresh copy of the examples, which its acts may change. */
async function take({ folder, opens, size, part, settings, pictures }: Scene): Promise<void> {
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'zonewright-pictures-')),
    workspace = path.join(temporary, folder);
  await cp(path.join(root, 'examples'), temporary, { recursive: true });
  const host = await startNodeHost({
    vsix: vsixFile,
    settings: { 'workbench.colorTheme': 'Default Light Modern', 'editor.minimap.enabled': false, ...settings },
  });
  try {
    const browser = await openBrowser(size);
    try {
      const { page } = browser;
      await page.goto(host.address(workspace, [['openFile', host.remoteUri(path.join(workspace, opens))]]));
      await page.waitForSelector('.monaco-editor .view-line', { timeout: 60_000 });
      // The language server has started when the status bar offers the zone's status.
      await page.waitForSelector('#status\\.languageStatus', { timeout: 60_000 });
      await page.locator('.monaco-editor .view-lines').first().click();
      for (const { name, act } of pictures) {
        await act(page);
        await page.waitForTimeout(rest);
        const clip = part === undefined ? undefined : await page.locator(part).first().boundingBox();
        const picture = await page.screenshot(clip === undefined || clip === null ? {} : { clip });
        await writeFile(path.join(images, `${name}.png`), smallPng(picture));
        console.log(`docs/images/${name}.png`);
      }
    } finally {
      await browser.close();
    }
  } finally {
    await host.stop();
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The first thing a visitor sees: a step of the mail path broken, its light bulb, and repaired, out of the pictures of the story. */
async function animate(): Promise<void> {
  const shown = { broken: 3500, 'light-bulb': 2500, repaired: 3000 };
  const frames = await Promise.all(
    Object.entries(shown).map(async ([act, milliseconds]) => ({
      png: await readFile(path.join(images, `step-1-a-${act}.png`)),
      milliseconds,
    })),
  );
  await writeFile(path.join(images, 'step-1-a.png'), animatedPng(frames));
  console.log('docs/images/step-1-a.png');
}

const wanted = process.argv.slice(2);
if (wanted[0] === 'step-1-a.png') {
  await animate();
  process.exit(0);
}
const scenes = [...workbenchScenes, ...mailStory].filter(
  ({ pictures }) => wanted.length === 0 || pictures.some(({ name }) => wanted.some((one) => name.startsWith(one))),
);
const built = await runNode(['scripts/build.ts']);
if (built.code !== 0) throw new Error(built.output);
if ((await packageVsix()).failed > 0) process.exit(1);
await mkdir(images, { recursive: true });
for (const scene of scenes) await take(scene);
await animate();
process.exit(0);
