// Runs a script of this project under the Node that package.json names in optionalDependencies, or a newer one, whatever Node npm
// itself runs on. Plain JavaScript, since an older Node has to read it.
// Usage: node scripts/launch.mjs FILE [ARGUMENT…]
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { optionalDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Packages that hold a Node binary each, by the name of a platform: "linux-x64", "win-x64", … */
const packages = Object.fromEntries(
  Object.keys(optionalDependencies).map((name) => [name.replace(/^node-(bin-)?/, ''), name]),
);
const major = (version) => Number(/\d+/.exec(version)[0]);
const wanted = Math.min(...Object.values(optionalDependencies).map(major));

/** The Node binary that one of these packages has brought for this platform, or undefined. */
function packagedNode() {
  const windows = process.platform === 'win32';
  const name = packages[`${windows ? 'win' : process.platform}-${process.arch}`];
  const file = name && path.join(root, 'node_modules', name, windows ? 'bin/node.exe' : 'bin/node');
  return file && existsSync(file) ? file : undefined;
}

const node = major(process.versions.node) >= wanted ? process.execPath : packagedNode();
if (node === undefined) {
  console.error(
    `Node ${process.versions.node} is too old to run this project's scripts, and no newer one is in node_modules.\n` +
      `Either install Node ${wanted}, or run "npm ci" with optional dependencies, which brings Node ${wanted} for ${Object.keys(packages).join(', ')}.`,
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
