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
    entryPoints: [path.join(import.meta.dirname, '../../server/src/main-node.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    sourcemap: 'inline',
    banner: {
      js: "import { createRequire as requireOfBundle } from 'node:module'; const require = requireOfBundle(import.meta.url);",
    },
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

interface Expected extends Waiting {
  readonly method: string;
  readonly fits: (params: unknown) => boolean;
}

/** Milliseconds after which a server that doesn't answer counts as hung. */
const patience = 30_000;

/** JSON-RPC over the server's standard input and output, without a library: what another editor would do. */
export class StdioConnection {
  /** Answers to requests of the server, by method; null to all others. */
  readonly answers: Record<string, (params: never) => unknown> = {};
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, Waiting>();
  private readonly expected = new Set<Expected>();
  private rest = Buffer.alloc(0);
  private errors = '';
  private lastId = 0;

  constructor(command: readonly string[] = [process.execPath, '--enable-source-maps', serverFile(), '--stdio']) {
    this.process = spawn(command[0]!, command.slice(1));
    this.process.stdout.on('data', (data: Buffer) => this.read(data));
    this.process.stderr.on('data', (data: Buffer) => {
      this.errors += data.toString();
    });
    this.process.stdin.on('error', () => undefined);
    this.process.on('exit', (code) => {
      for (const { reject } of [...this.waiting.values(), ...this.expected])
        reject(new Error(`The server ended with ${code}: ${this.errors}`));
    });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.start<T>(method, params).answer;
  }

  /** A request with its number, so that it can be cancelled. */
  start<T>(method: string, params: unknown): { readonly id: number; readonly answer: Promise<T> } {
    const id = ++this.lastId;
    this.send({ jsonrpc: '2.0', id, method, params });
    return { id, answer: this.patiently<T>(`${method} was not answered`, (waiting) => this.waiting.set(id, waiting)) };
  }

  notify(method: string, params: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** Resolves with the first notification or request of the server, of those that come from now on, that fits. */
  next<T>(method: string, fits: (params: T) => boolean = () => true): Promise<T> {
    return this.patiently<T>(`${method} did not come`, (waiting) =>
      this.expected.add({ ...waiting, method, fits: (params) => fits(params as T) }),
    );
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
      const length = Number(/content-length: (\d+)/i.exec(this.rest.subarray(0, head).toString())?.[1]),
        end = head + 4 + length;
      if (this.rest.length < end) return;
      const message = JSON.parse(this.rest.subarray(head + 4, end).toString()) as Message;
      this.rest = this.rest.subarray(end);
      this.take(message);
    }
  }

  private take({ id, method, params, result, error }: Message): void {
    if (method === undefined) {
      if (id !== undefined) this.takeAnswer(id, result, error);
      return;
    }
    if (id !== undefined) {
      const answer = this.answers[method] as ((params: unknown) => unknown) | undefined;
      this.send({ jsonrpc: '2.0', id, result: answer === undefined ? null : answer(params) });
    }
    for (const one of this.expected) {
      if (one.method !== method || !one.fits(params)) continue;
      this.expected.delete(one);
      one.resolve(params);
    }
  }

  private takeAnswer(id: number, result: unknown, error: Message['error']): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error !== undefined) waiting?.reject(Object.assign(new Error(error.message), { code: error.code }));
    else waiting?.resolve(result);
  }

  /** A promise that fails, with what the server said of errors, where it is not kept in a time that a server needs only when it hangs. */
  private patiently<T>(failure: string, begin: (waiting: Waiting) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.process.kill('SIGKILL');
        reject(new Error(`${failure} in ${patience / 1000} s. ${this.errors}`));
      }, patience);
      begin({
        resolve: (value) => {
          clearTimeout(timer);
          resolve(value as T);
        },
        reject: (reason) => {
          clearTimeout(timer);
          reject(reason);
        },
      });
    });
  }
}
