import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { installPackages } from '../hosts/packages.ts';
import { noticesOf, noticesText } from '../notices.ts';
import { root } from '../paths.ts';
import { readExamples } from './examples.ts';

/** Where the page is put together: static files for any server. */
export const playgroundFolder = path.join(root, 'dist/playground');
/** Octets of all its files. */
export const largestPlayground = 4_000_000;

const source = path.join(root, 'playground');

/** Installs the editor that the page is made of, when it's first needed. */
export function installEditor(): void {
  installPackages('playground', 'the editor of the playground into playground/node_modules (110 MB)');
}

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  write: false,
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
};

/** The page's two programs that are packed: of the page, and of the editor's worker. Beside them come the style and the icons' font. */
async function bundleApp(): Promise<{
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly inputs: readonly string[];
}> {
  const { outputFiles = [], metafile } = await build({
    ...shared,
    entryPoints: {
      app: 'playground/src/app.ts',
      'editor-worker': 'playground/node_modules/monaco-editor/esm/vs/editor/editor.worker.start.js',
    },
    outdir: 'dist/playground',
    define: { ZONEWRIGHT_EXAMPLES: JSON.stringify(await readExamples()) },
  });
  return {
    files: new Map(outputFiles.map(({ path: file, contents }) => [path.basename(file), contents])),
    inputs: Object.keys(metafile?.inputs ?? {}),
  };
}

async function put(name: string, contents: string | Uint8Array): Promise<void> {
  await writeFile(path.join(playgroundFolder, name), contents);
}

const putPacked = (name: string, contents: string | Uint8Array): Promise<void> =>
  put(`${name}.packed`, gzipSync(contents, { level: 9 }));

async function bundleInto(entry: string, name: string, options: BuildOptions): Promise<void> {
  const { outputFiles = [] } = await build({ ...shared, entryPoints: [entry], outfile: name, ...options });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`${entry} gave no bundle.`);
  await put(name, file.contents);
}

/** The names of all files, and a digest of what is in them. */
async function listing(): Promise<{ readonly files: readonly string[]; readonly version: string }> {
  const files = (await readdir(playgroundFolder)).toSorted(),
    hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(path.join(playgroundFolder, file)));
  return { files, version: hash.digest('hex').slice(0, 16) };
}

/** Puts the page together from the sources and dist/server.js, which is built already. */
export async function buildPlayground(): Promise<void> {
  installEditor();
  await rm(playgroundFolder, { recursive: true, force: true });
  await mkdir(playgroundFolder, { recursive: true });
  const { files, inputs } = await bundleApp();
  for (const [name, contents] of files) await (name.endsWith('.js') ? putPacked : put)(name, contents);
  const textFile = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');
  await putPacked('server.js', await textFile('dist/server.js'));
  await putPacked('grammar.json', JSON.stringify(JSON.parse(await textFile('syntaxes/dns-zone.tmLanguage.json'))));
  await putPacked('onig.wasm', await readFile(path.join(source, 'node_modules/vscode-oniguruma/release/onig.wasm')));
  await bundleInto('playground/src/loader.ts', 'loader.js', {});
  for (const file of ['index.html', 'style.css']) await cp(path.join(source, file), path.join(playgroundFolder, file));
  await cp(path.join(root, 'docs/images/icon.svg'), path.join(playgroundFolder, 'icon.svg'));
  const notices = `${await textFile('dist/third-party-notices.txt')}\n${noticesText(noticesOf(inputs))}`;
  await put('third-party-notices.txt', notices);
  const { files: all, version } = await listing();
  await bundleInto('playground/src/service-worker.ts', 'service-worker.js', {
    format: 'iife',
    define: {
      ZONEWRIGHT_FILES: JSON.stringify(['./', ...all.filter((file) => file !== 'third-party-notices.txt')]),
      ZONEWRIGHT_VERSION: JSON.stringify(version),
    },
  });
}

/** Octets of all files of the page. */
export async function playgroundSize(): Promise<number> {
  const files = await readdir(playgroundFolder);
  const sizes = await Promise.all(files.map(async (file) => (await stat(path.join(playgroundFolder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
