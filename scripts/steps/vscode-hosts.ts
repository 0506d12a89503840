import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openBrowser } from '../hosts/browser.ts';
import { startNodeHost } from '../hosts/node-host.ts';
import { countsIn, runSuite } from '../hosts/run-suite.ts';
import { startWebHost } from '../hosts/web-host.ts';
import { root } from '../paths.ts';
import { run } from './processes.ts';
import { sum, type Tally } from './tally.ts';
import { packagedFiles, vsixFile } from './vsix.ts';

const suite = (host: string): string => path.join(root, `dist/test/vscode/run-${host}.cjs`);
/** Seconds without a word. The longest test has 60. */
const hangsAfter = 150;
const pictures = path.join(root, '.vscode-test');

/** Gives a test run a copy of the examples that it may change. */
async function withWorkspace<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zonewright-workspace-'));
  try {
    await cp(path.join(root, 'examples'), folder, { recursive: true });
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The packaged extension installed in a VS Code whose extensions run in Node. */
function nodeHost(): Promise<Tally> {
  return withWorkspace(async (folder) => {
    // The suite is loaded as the tests of an extension of its own, for the one that is judged is the installed one.
    const tests = path.join(folder, '../', `${path.basename(folder)}-tests`);
    await mkdir(tests, { recursive: true });
    await writeFile(
      path.join(tests, 'package.json'),
      JSON.stringify({ name: 'suite', publisher: 'zonewright', version: '1.0.0', engines: { vscode: '^1.91.0' } }),
    );
    await cp(suite('node'), path.join(tests, 'index.cjs'));
    const host = await startNodeHost({ vsix: vsixFile, automation: true });
    const browser = await openBrowser();
    try {
      const address = host.address(folder, [
        ['extensionDevelopmentPath', host.remoteUri(tests)],
        ['extensionTestsPath', host.remoteUri(path.join(tests, 'index.cjs'))],
      ]);
      return await runSuite(browser.page, {
        address,
        timeout: hangsAfter,
        picture: path.join(pictures, 'node-host.png'),
      });
    } finally {
      await browser.close();
      await host.stop();
      await rm(tests, { recursive: true, force: true });
    }
  });
}

/** The packaged files in a VS Code whose extensions run in a web worker. */
function webHost(): Promise<Tally> {
  return withWorkspace(async (workspace) => {
    const host = await startWebHost({ extensionFiles: await packagedFiles(), workspace, tests: suite('browser') });
    const browser = await openBrowser();
    try {
      return await runSuite(browser.page, {
        address: host.address,
        timeout: hangsAfter,
        picture: path.join(pictures, 'web-host.png'),
      });
    } finally {
      await browser.close();
      await host.stop();
    }
  });
}

/** Why the desktop cannot be tested here, or undefined where it can. */
async function desktopLeftOut(): Promise<string | undefined> {
  if (
    process.platform === 'linux' &&
    process.env['DISPLAY'] === undefined &&
    spawnSync('xvfb-run', ['--help']).status !== 0
  )
    return 'this machine has no display and no xvfb-run';
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named !== undefined)
    return existsSync(named) ? undefined : `VSCODE_EXECUTABLE names ${named}, which does not exist`;
  const reachable = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
    signal: AbortSignal.timeout(5000),
  }).then(
    (response) => response.ok,
    () => false,
  );
  return reachable ? undefined : 'VSCODE_EXECUTABLE names no VS Code and none can be downloaded';
}

/** A desktop VS Code, named or downloaded. */
async function desktop(): Promise<Tally> {
  const reason = await desktopLeftOut();
  if (reason !== undefined) {
    console.log(`left out: the suite in a desktop VS Code, because ${reason}`);
    return { passed: 0, failed: 0 };
  }
  return withWorkspace(async (workspace) => {
    const node = [process.execPath, 'scripts/hosts/desktop.ts', workspace];
    const [command = '', ...args] =
      process.platform === 'linux' && process.env['DISPLAY'] === undefined ? ['xvfb-run', '-a', ...node] : node;
    const { code, output } = await run(command, args, { show: true });
    const counts = countsIn(output);
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  });
}

/** Runs the one suite of test/vscode in every VS Code that this machine can have. */
export async function vscodeHosts(only: readonly string[] = []): Promise<Tally> {
  await mkdir(pictures, { recursive: true });
  const tallies: Tally[] = [];
  for (const [name, host] of Object.entries({ node: nodeHost, web: webHost, desktop })) {
    if (only.length > 0 && !only.includes(name)) continue;
    console.log(`   host: ${name}`);
    try {
      tallies.push(await host());
    } catch (error) {
      console.log(`FAILED ${error instanceof Error ? error.message : String(error)}`);
      tallies.push({ passed: 0, failed: 1 });
    }
  }
  return sum(tallies);
}
