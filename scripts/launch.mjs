// Runs a script of this project under a Node that strips TypeScript types (22.18 or later), whatever Node npm itself runs on.
// Usage: node scripts/launch.mjs FILE [ARGUMENT…]
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const stripsTypes = major >= 23 || (major === 22 && minor >= 18);

/** The Node binary that an optional dependency of this project carries for this platform, or undefined. */
function packagedNode() {
  const executable = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return [`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`]
    .map((name) => path.join(root, 'node_modules', name, executable))
    .find((file) => existsSync(file));
}

const node = stripsTypes ? process.execPath : packagedNode();
if (node === undefined) {
  console.error(
    `Node ${process.versions.node} is too old to run this project's scripts, and no newer one is in node_modules.\n` +
      `Either install Node 24, or run "npm ci" with optional dependencies, which brings Node 24 for linux-x64, linux-arm64, darwin-x64, darwin-arm64 and win-x64.`,
  );
  process.exit(1);
}

const [script = '', ...args] = process.argv.slice(2);
const child = spawn(node, [path.resolve(root, script), ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`${node} did not start: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
