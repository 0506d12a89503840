// Packages that are large and seldom needed: those that carry VS Code and a browser (test/vscode), the playground's editor, the
// documentation site's generator. Each folder has its own package.json and lock file, and its packages are installed when they are
// first needed or the lock file has changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.ts';

const vscodeFolder = 'test/vscode';

/** Runs npm in a folder as if called by hand there. No script of a package runs. */
export function npmIn(cwd: string, args: readonly string[]): void {
  const all = [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // Under "npm run" the environment holds this project's folder and settings, which would win over the folder's own.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local_prefix)/i.test(name)),
  );
  const options = { cwd, env, encoding: 'utf8' } as const;
  const npm = process.env['npm_execpath'];
  const done =
    npm === undefined
      ? spawnSync('npm', all, { ...options, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...all], options);
  if (done.status === 0) return;
  throw new Error(
    `npm ${args.join(' ')} failed in ${path.relative(root, cwd)}:\n${done.error?.message ?? ''}${done.stdout ?? ''}${done.stderr ?? ''}`,
  );
}

/** Says what is done once and takes a while, does it, and says how long it took. */
export function once(what: string, work: () => void): void {
  console.log(`${what}, once …`);
  const started = performance.now();
  work();
  console.log(`   done in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

/** Installs the packages of a folder where they are not, or no longer as its lock file says. `what`: for the line that says so. */
export function installPackages(name: string, what: string): void {
  const folder = path.join(root, name),
    lock = readFileSync(path.join(folder, 'package-lock.json'), 'utf8'),
    // A copy of the lock file that was installed, written last: an installation that broke off has none.
    installedLock = path.join(folder, 'node_modules/.installed-lock.json');
  if (existsSync(installedLock) && readFileSync(installedLock, 'utf8') === lock) return;
  once(`Installing ${what}`, () => npmIn(folder, ['ci']));
  writeFileSync(installedLock, lock);
}

/** The folder of one of the packages that carry VS Code and a browser. */
export function packageFolder(name: string): string {
  installPackages(vscodeFolder, 'VS Code and a browser into test/vscode/node_modules (320 MB)');
  return path.join(root, vscodeFolder, 'node_modules', name);
}
