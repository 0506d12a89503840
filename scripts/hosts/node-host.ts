// A real VS Code whose extensions run in Node: the server and browser workbench inside the npm package code-server.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { npmIn, once, packageFolder } from './packages.ts';
import { quietSettings } from './settings.ts';

/**
 * The folder of VS Code's server, with what the server itself depends on. npm installs that in a script of code-server that
 * this project does not run, for it builds native modules; the server works without them.
 */
function preparedVscode(): string {
  const vscode = path.join(packageFolder('code-server'), 'lib/vscode');
  const marker = path.join(vscode, 'node_modules/.zonewright-prepared');
  if (existsSync(marker)) return vscode;
  once('Installing the packages that VS Code itself needs', () =>
    npmIn(vscode, ['install', '--omit=dev', '--omit=optional']),
  );
  writeFileSync(marker, '');
  return vscode;
}

/** A TCP port that nothing uses on 127.0.0.1. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() =>
          address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
        );
      });
  });
}

export interface NodeHost {
  readonly port: number;
  /**
   * The address that opens a folder.
   * @param payload what the workbench is told beyond that: extensionDevelopmentPath, extensionTestsPath, openFile, …
   */
  readonly address: (folder: string, payload?: readonly (readonly [string, string])[]) => string;
  /** A file of this machine as the workbench in the browser names it. */
  readonly remoteUri: (file: string) => string;
  readonly stop: () => Promise<void>;
}

interface NodeHostOptions {
  readonly vsix: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Lets the address's payload start tests; otherwise VS Code ignores that silently. */
  readonly automation?: boolean;
}

/** Whether a program ended by itself or by a signal. */
const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

async function answering(port: number, server: ChildProcess, log: string): Promise<void> {
  for (;;) {
    if (hasEnded(server))
      throw new Error(`VS Code's server ended at once:\n${(await readFile(log, 'utf8')).slice(-2000)}`);
    const answered = await fetch(`http://127.0.0.1:${port}/version`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Starts VS Code's server on 127.0.0.1 with the packaged extension installed and nothing else. */
export async function startNodeHost({ vsix, settings = {}, automation = false }: NodeHostOptions): Promise<NodeHost> {
  const serverMain = path.join(preparedVscode(), 'out/server-main.js');
  const data = await mkdtemp(path.join(os.tmpdir(), 'zonewright-vscode-'));
  await mkdir(path.join(data, 'User'), { recursive: true });
  await writeFile(path.join(data, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const folders = [
    '--server-data-dir',
    data,
    '--user-data-dir',
    data,
    '--extensions-dir',
    path.join(data, 'extensions'),
    '--telemetry-level',
    'off',
  ];

  const installed = spawnSync(process.execPath, [serverMain, '--install-extension', vsix, ...folders], {
    encoding: 'utf8',
  });
  if (!installed.stdout.includes('successfully installed'))
    throw new Error(`${vsix} was not installed:\n${installed.stdout}${installed.stderr}`);

  const port = await freePort();
  // The server runs commands for whoever reaches it, and every user of this machine reaches 127.0.0.1.
  const token = randomUUID();
  const server = spawn(
    process.execPath,
    [
      ...[
        serverMain,
        '--host',
        '127.0.0.1',
        '--port',
        `${port}`,
        '--connection-token',
        token,
        '--accept-server-license-terms',
      ],
      ...['--disable-telemetry', '--disable-workspace-trust', ...(automation ? ['--enable-smoke-test-driver'] : [])],
      ...folders,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  const log = path.join(data, 'server.log');
  const stream = createWriteStream(log);
  server.stdout.pipe(stream, { end: false });
  server.stderr.pipe(stream, { end: false });

  const stop = async (): Promise<void> => {
    if (!hasEnded(server) && server.pid !== undefined) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // The process group: the server, the extension host and the language server.
      if (process.platform === 'win32') spawnSync('taskkill', ['/pid', `${server.pid}`, '/t', '/f']);
      else process.kill(-server.pid, 'SIGKILL');
      await ended;
    }
    stream.end();
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    await answering(port, server, log);
  } catch (error) {
    await stop();
    throw error;
  }
  const origin = `127.0.0.1:${port}`;
  return {
    port,
    address: (folder, payload = []) =>
      `http://${origin}/?tkn=${token}&folder=${encodeURI(folder)}${payload.length === 0 ? '' : `&payload=${encodeURIComponent(JSON.stringify([['skipWelcome', 'true'], ...payload]))}`}`,
    remoteUri: (file) => `vscode-remote://${origin}${path.resolve(file)}`,
    stop,
  };
}
