// Builds the extension and opens the examples with it: in desktop VS Code where the command `code` is, else in a real VS Code
// in the browser, served on 127.0.0.1 until Ctrl-C. With --browser, always there.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { startNodeHost } from './hosts/node-host.ts';
import { root } from './paths.ts';
import { runNode } from './steps/processes.ts';
import { packageVsix, vsixFile } from './steps/vsix.ts';

const examples = path.join(root, 'examples');
const firstZone = path.join(examples, 'mail-flow/broken/1-a-missing/shudnow.net.zone');

const windows = process.platform === 'win32';
const answers = (command: string): boolean =>
  spawnSync(command, ['--version'], { stdio: 'ignore', shell: windows }).status === 0;

/** Opens the examples in an Extension Development Host: nothing is installed into the person's own VS Code. */
function openDesktop(): void {
  spawnSync('code', [`--extensionDevelopmentPath=${root}`, '--new-window', examples, '--goto', firstZone], {
    stdio: 'inherit',
    shell: windows,
  });
  console.log('The examples are open in VS Code, in a window with Zonewright from this folder.');
}

/** Shows an address in the person's browser where there is a way to. */
function openAddress(address: string): void {
  const opener = { darwin: 'open', win32: 'start ""' }[process.platform as 'darwin' | 'win32'] ?? 'xdg-open';
  const child = spawn(opener, [windows ? `"${address}"` : address], {
    stdio: 'ignore',
    shell: windows,
    detached: true,
  });
  // Without a desktop there is nothing to open it with; the address is printed in any case.
  child.on('error', () => undefined);
  child.unref();
}

async function serveBrowser(): Promise<void> {
  const host = await startNodeHost({ vsix: vsixFile });
  const address = host.address(examples, [['openFile', host.remoteUri(firstZone)]]);
  console.log(`\nThe examples are open in VS Code at\n\n  ${address}\n\nPress Ctrl-C to stop.`);
  openAddress(address);
  await new Promise<void>((resolve) => {
    // A terminal sends the signal to every process of a command, and the launcher passes it on: the second must not cut off the end.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
  await host.stop();
}

const built = await runNode(['scripts/build.ts']);
if (built.code !== 0) {
  console.error(built.output);
  process.exit(1);
}
if (!process.argv.includes('--browser') && answers('code')) openDesktop();
else {
  const { failed } = await packageVsix();
  if (failed > 0) process.exit(1);
  await serveBrowser();
}
