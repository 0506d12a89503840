// Bundles the command line, the two language servers, the two extension entry points and the VS Code test suite into dist/.
// An entry point that is not in the tree is left out, with a word, so that a partial checkout still builds.
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { noticesOf, noticesText } from './notices.ts';
import { root } from './paths.ts';

interface Bundle {
  readonly entry: string;
  readonly out: string;
  readonly options: BuildOptions;
}

const shared: BuildOptions = {
  bundle: true,
  // The "main" of some packages is a wrapper for all module systems, whose requires a bundler does not see.
  mainFields: ['module', 'main'],
  minify: !process.argv.includes('--dev'),
  sourcemap: process.argv.includes('--dev') ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
  metafile: true,
};

/** VS Code before 1.100 loads extensions as CommonJS only, and 1.91 carries Node 20. */
const extensionHost: BuildOptions = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
};
/** The package is "type": "module", so a .js file is ESM; the CommonJS dependencies inside it still expect a `require`. */
const nodeModule: BuildOptions = {
  ...shared,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: {
    js: "import { createRequire as zonewrightRequire } from 'node:module'; const require = zonewrightRequire(import.meta.url);",
  },
};
const browser: BuildOptions = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  define: { global: 'globalThis' },
  external: ['vscode'],
};

/** The package that shares its name with a module of Node which is on its way out goes into the bundle. */
const modulesOfNode = builtinModules.filter((name) => name !== 'punycode');

/** Both halves of the language server in one script that a web worker takes as it is, and Node through dist/server-node.js. */
const server: BuildOptions = {
  ...shared,
  platform: 'neutral',
  format: 'iife',
  target: ['node20', 'es2022'],
  conditions: ['node', 'browser'],
  external: ['node:*', ...modulesOfNode],
};

const bundles: readonly Bundle[] = [
  {
    entry: 'server/src/cli/main.ts',
    out: 'dist/cli.js',
    options: { ...nodeModule, banner: { js: '#!/usr/bin/env node' } },
  },
  { entry: 'server/src/cli/run.ts', out: 'dist/cli-run.js', options: nodeModule },
  { entry: 'server/src/main.ts', out: 'dist/server.js', options: server },
  { entry: 'server/src/load-node.ts', out: 'dist/server-node.js', options: { ...nodeModule, banner: {} } },
  { entry: 'client/src/extension-node.ts', out: 'dist/client/extension-node.cjs', options: extensionHost },
  // In a web worker VS Code takes no ES modules, tells CommonJS by the ending .cjs (since the package is "type": "module"),
  // and then adds .js to the name. So package.json says extension-browser.cjs, and the file is this.
  {
    entry: 'client/src/extension-browser.ts',
    out: 'dist/client/extension-browser.cjs.js',
    options: { ...browser, format: 'cjs' },
  },
  // The page of the mail path view, which runs in a frame of its own.
  {
    entry: 'client/src/mail-path/webview/panel.ts',
    out: 'dist/client/mail-path.js',
    options: { ...browser, format: 'iife', external: [] },
  },
  // Mocha's parallel runner, which no one starts here, asks for its files beside it.
  {
    entry: 'test/vscode/run-node.ts',
    out: 'dist/test/vscode/run-node.cjs',
    options: { ...extensionHost, minify: false, logOverride: { 'require-resolve-not-external': 'silent' } },
  },
  {
    entry: 'test/vscode/run-browser.ts',
    out: 'dist/test/vscode/run-browser.cjs',
    options: {
      ...browser,
      format: 'cjs',
      minify: false,
      footer: { js: 'module.exports = globalThis.zonewrightSuite;' },
    },
  },
];

/** Returns the files that went into the bundle. */
async function bundle({ entry, out, options }: Bundle): Promise<readonly string[]> {
  if (!existsSync(path.join(root, entry))) {
    console.log(`left out ${out}: there is no ${entry}`);
    return [];
  }
  // Written beside and then renamed: whoever runs the old bundle meanwhile never meets half a file.
  const fresh = `${out}.${process.pid}.new`;
  await mkdir(path.dirname(path.join(root, out)), { recursive: true });
  const { metafile } = await build({ ...options, entryPoints: [entry], outfile: fresh });
  await rename(path.join(root, fresh), path.join(root, out));
  if (options.sourcemap === 'linked') await rename(path.join(root, `${fresh}.map`), path.join(root, `${out}.map`));
  console.log(`${out}  ${Math.round((await stat(path.join(root, out))).size / 1024)} kB`);
  return out.startsWith('dist/test/') ? [] : Object.keys(metafile?.inputs ?? {});
}

try {
  const inputs = await Promise.all(bundles.map(bundle));
  await writeFile(path.join(root, 'dist/third-party-notices.txt'), noticesText(noticesOf(inputs.flat())));
  const cli = path.join(root, 'dist/cli.js');
  if (existsSync(cli)) await chmod(cli, 0o755);
} catch (error) {
  // esbuild has printed each error with its place already.
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exitCode = 1;
}
