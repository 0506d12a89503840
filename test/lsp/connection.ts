import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

let bundle: string | undefined;

/** The server in one file, made from the sources once a test file: hundreds of modules take longer to load than most tests run. */
function serverFile(): string {
  if (bundle !== undefined) return bundle;
  const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-server-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  bundle = path.join(folder, 'server.mjs');
  buildSync({
    entryPoints: [path.join(import.meta.dirname, '../../server/src/main-node.ts')], outfile: bundle, bundle: true, platform: 'node', format: 'esm', mainFields: ['module', 'main'], logLevel: 'error', sourcemap: 'inline',
    banner: { js: "import { createRequire as requireOfBundle } from 'node:module'; const require = requireOfBundle(import.meta.url);" },
  });
  return bundle;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** JSON-RPC over the server's standard input and output, without a library: what another editor would do. */
export class StdioConnection {
  /** Notifications of the server, in the order in which they came. */
  readonly notifications: { readonly method: string; readonly params: unknown }[] = [];
  /** Answers to requests of the server, by method; null to all others. */
  readonly answers: Record<string, (params: never) => unknown> = {};
  readonly requests: string[] = [];
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, Waiting>();
  private rest = Buffer.alloc(0);
  private errors = '';
  private lastId = 0;
  private listeners: (() => void)[] = [];

  constructor(command: readonly string[] = [process.execPath, '--enable-source-maps', serverFile(), '--stdio']) {
    this.process = spawn(command[0]!, command.slice(1));
    this.process.stdout.on('data', (data: Buffer) => this.read(data));
    this.process.stderr.on('data', (data: Buffer) => { this.errors += data.toString(); });
    this.process.stdin.on('error', () => undefined);
    this.process.on('exit', (code) => { for (const { reject } of this.waiting.values()) reject(new Error(`The server ended with ${code}: ${this.errors}`)); });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.start<T>(method, params).answer;
  }

  /** A request with its number, so that it can be cancelled. */
  start<T>(method: string, params: unknown): { readonly id: number; readonly answer: Promise<T> } {
    const id = ++this.lastId;
    this.send({ jsonrpc: '2.0', id, method, params });
    return {
      id,
      answer: new Promise<T>((resolve, reject) => {
        const timer = setTimeout(() => {
          this.process.kill('SIGKILL');
          reject(new Error(`${method} was not answered in time. ${this.errors}`));
        }, 30_000);
        this.waiting.set(id, { resolve: (value) => { clearTimeout(timer); resolve(value as T); }, reject: (reason) => { clearTimeout(timer); reject(reason); } });
      }),
    };
  }

  notify(method: string, params: unknown): void { this.send({ jsonrpc: '2.0', method, params }); }

  /** Resolves with the first notification, of those that come from now on, that fits. */
  async next<T>(method: string, fits: (params: T) => boolean = () => true): Promise<T> {
    for (let seen = this.notifications.length, left = 300; left > 0; left--) {
      for (; seen < this.notifications.length; seen++) {
        const { method: name, params } = this.notifications[seen]!;
        if (name === method && fits(params as T)) return params as T;
      }
      await new Promise<void>((resolve) => { this.listeners.push(resolve); setTimeout(resolve, 100).unref(); });
    }
    throw new Error(`${method} did not come. ${this.errors}`);
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.on('exit', resolve));
    await this.request('shutdown', null);
    this.notify('exit', null);
    return ended;
  }

  private send(message: object): void {
    const body = Buffer.from(JSON.stringify(message));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  private read(data: Buffer): void {
    this.rest = Buffer.concat([this.rest, data]);
    for (;;) {
      const head = this.rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(this.rest.subarray(0, head).toString())?.[1]), end = head + 4 + length;
      if (this.rest.length < end) return;
      const message = JSON.parse(this.rest.subarray(head + 4, end).toString()) as Message;
      this.rest = this.rest.subarray(end);
      this.take(message);
    }
  }

  private take({ id, method, params, result, error }: Message): void {
    if (method !== undefined && id !== undefined) {
      this.requests.push(method);
      const answer = this.answers[method] as ((params: unknown) => unknown) | undefined;
      this.send({ jsonrpc: '2.0', id, result: answer === undefined ? null : answer(params) });
    } else if (method !== undefined) this.notifications.push({ method, params });
    else if (id !== undefined) {
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (error !== undefined) waiting?.reject(Object.assign(new Error(error.message), { code: error.code }));
      else waiting?.resolve(result);
    }
    const { listeners } = this;
    this.listeners = [];
    for (const listener of listeners) listener();
  }
}
