import { existsSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../paths.ts';
import { runNode } from './processes.ts';
import type { Tally } from './tally.ts';

/** Octets. A download that nobody waits for, also on a train. */
const largestPackage = 2_000_000;

const vsce = ['node_modules/@vscode/vsce/vsce'];
export const vsixFile = path.join(root, 'dist/zonewright.vsix');

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly browser: string;
  readonly contributes: {
    readonly languages: readonly { readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string }[];
  };
}

/** The files that package.json promises to VS Code, relative to the checkout. */
async function promisedFiles(): Promise<readonly string[]> {
  const { icon, main, browser, contributes } = JSON.parse(
    await readFile(path.join(root, 'package.json'), 'utf8'),
  ) as Manifest;
  return [
    icon,
    main,
    `${browser}.js`,
    'dist/server-node.js',
    'dist/server.js',
    ...contributes.languages.map(({ configuration }) => configuration),
    ...contributes.grammars.map((grammar) => grammar.path),
  ].map((file) => path.posix.normalize(file));
}

/** The files that the VSIX holds, relative to the checkout. */
export async function packagedFiles(): Promise<readonly string[]> {
  const { code, output } = await runNode([...vsce, 'ls', '--no-dependencies']);
  if (code !== 0) throw new Error(`vsce does not tell what it would package:\n${output}`);
  return output.split('\n').filter((line) => existsSync(path.join(root, line)) && line !== '');
}

/** Packages dist/zonewright.vsix and checks its size and that everything promised is inside. */
export async function packageVsix(): Promise<Tally> {
  await mkdir(path.dirname(vsixFile), { recursive: true });
  const { code, output } = await runNode([
    ...vsce,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    vsixFile,
  ]);
  if (code !== 0) {
    console.log(`FAILED vsce package\n${output}`);
    return { passed: 0, failed: 1 };
  }
  const packaged = new Set(await packagedFiles());
  const missing = (await promisedFiles()).filter((file) => !packaged.has(file));
  for (const file of missing) console.log(`FAILED the VSIX lacks ${file}, which package.json promises`);
  const { size } = await stat(vsixFile);
  const tooLarge = size >= largestPackage;
  console.log(
    `${tooLarge ? 'FAILED' : 'ok    '} ${path.relative(root, vsixFile)} has ${Math.round(size / 1000)} kB of at most ${largestPackage / 1000} kB, in ${packaged.size} files`,
  );
  return { passed: (missing.length === 0 ? 1 : 0) + (tooLarge ? 0 : 1), failed: missing.length + (tooLarge ? 1 : 0) };
}
