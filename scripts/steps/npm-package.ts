import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { noticesOf, noticesText } from '../notices.ts';
import { root } from '../paths.ts';
import { runNode } from './processes.ts';

/** Octets, unpacked. */
export const largestUnpacked = 3_000_000;

/** Where the npm package is put together. */
export const npmFolder = path.join(root, 'dist/npm');

/** The repository, as package registries and provenance statements name it. */
export const repository = 'https://github.com/zonewright/zonewright';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly keywords: readonly string[];
}

export async function manifest(): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Manifest;
}

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** The program, the language server and the library, which share most of their code. */
const entries = {
  'cli-run': 'server/src/cli/run.ts',
  'server-node': 'server/src/main-node.ts',
  library: 'server/src/main-library.ts',
};

/** Puts the npm package together in a folder. Two builds of the same sources are the same, octet for octet. */
export async function buildNpmPackage(folder = npmFolder): Promise<void> {
  const out = path.join(folder, 'dist');
  await rm(folder, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const cli = path.join(out, 'cli.js');
  await build({
    ...shared,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: cli,
    banner: { js: '#!/usr/bin/env node' },
  });
  const { metafile } = await build({
    ...shared,
    entryPoints: entries,
    outdir: out,
    splitting: true,
    chunkNames: 'part-[hash]',
    metafile: true,
    banner: {
      js: "import { createRequire as zonewrightRequire } from 'node:module'; const require = zonewrightRequire(import.meta.url);",
    },
  });
  await chmod(cli, 0o755);
  await writeDeclarations(path.join(out, 'types'));
  await writeFile(path.join(out, 'third-party-notices.txt'), noticesText(noticesOf(Object.keys(metafile.inputs))));
  await cp(path.join(root, 'docs/zonewright.1'), path.join(out, 'zonewright.1'));
  await cp(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  const { name, version, description, license, keywords } = await manifest();
  await writeFile(
    path.join(folder, 'README.md'),
    withWholeLinks(await readFile(path.join(root, 'README.md'), 'utf8'), version),
  );
  const made = {
    name,
    version,
    description,
    license,
    keywords,
    repository: { type: 'git', url: `git+${repository}.git` },
    homepage: `${repository}#readme`,
    bugs: `${repository}/issues`,
    type: 'module',
    bin: { [name]: 'dist/cli.js' },
    man: './dist/zonewright.1',
    types: './dist/types/main-library.d.ts',
    exports: {
      '.': { types: './dist/types/main-library.d.ts', default: './dist/library.js' },
      './package.json': './package.json',
    },
    files: ['dist'],
    engines: { node: '>=20' },
    publishConfig: { access: 'public' },
  };
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(made, null, 2)}\n`);
}

/** The declarations of the library, and of what they name. */
async function writeDeclarations(folder: string): Promise<void> {
  await mkdir(path.join(root, 'dist'), { recursive: true });
  const all = await mkdtemp(path.join(root, 'dist/declarations-'));
  try {
    const project = path.join(all, 'tsconfig.json');
    await writeFile(
      project,
      JSON.stringify({
        extends: '../../tsconfig.base.json',
        files: ['../../server/src/main-library.ts', '../../server/src/names/tr46.d.ts'],
        compilerOptions: {
          noEmit: false,
          emitDeclarationOnly: true,
          declaration: true,
          stripInternal: true,
          types: ['node'],
          lib: ['ES2023'],
          rootDir: '../../server/src',
          outDir: './out',
        },
      }),
    );
    const { code, output } = await runNode(['node_modules/typescript/bin/tsc', '-p', project]);
    if (code !== 0) throw new Error(`The library's types can't be written:\n${output}`);
    const waiting = ['main-library.d.ts'],
      taken = new Set<string>();
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (taken.has(file)) continue;
      taken.add(file);
      const text = (await readFile(path.join(all, 'out', file), 'utf8')).replace(
        /(from ['"]|import\(['"])(\.[^'"]*)\.ts(['"])/g,
        '$1$2.js$3',
      );
      for (const [, imported = ''] of text.matchAll(/(?:from |import\()['"](\.[^'"]*)\.js['"]/g))
        waiting.push(`${path.posix.join(path.posix.dirname(file), imported)}.d.ts`);
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
  } finally {
    await rm(all, { recursive: true, force: true });
  }
}

/** Away from the repository, links to its files need its address. */
function withWholeLinks(markdown: string, version: string): string {
  return markdown.replace(
    /(!?)\[([^\]]*)\]\((?!https?:|#|mailto:)([^)\s]+)\)/g,
    (_, picture: string, text: string, target: string) =>
      `${picture}[${text}](${picture === '' ? `${repository}/blob/v${version}` : `https://raw.githubusercontent.com/zonewright/zonewright/v${version}`}/${target})`,
  );
}

/** How much a folder holds, in octets. */
export async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files.filter((file) => file.isFile()).map(async (file) => (await stat(path.join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Runs npm as `npm run` does, or as it is beside Node. */
export async function npm(args: readonly string[], cwd: string): Promise<string> {
  const beside = path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    script = process.env['npm_execpath'] ?? (existsSync(beside) ? beside : undefined);
  if (script === undefined) throw new Error("npm isn't beside Node; start this with npm run.");
  const { code, output } = await runNode([script, ...args], { cwd });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${output}`);
  return output;
}

/** Packs the folder into a tarball in another folder. Returns its file name. npm gives every file the same date, so that equal files make equal tarballs. */
export async function packNpm(folder: string, into: string): Promise<string> {
  await mkdir(into, { recursive: true });
  await npm(['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', into], folder);
  const { name, version } = await manifest();
  return path.join(into, `${name}-${version}.tgz`);
}
