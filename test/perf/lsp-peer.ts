import type { ChildProcess } from 'node:child_process';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The client's end of a language server on standard input and output: as little as a benchmark needs. */
export class LspPeer {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<
    number,
    { readonly done: (result: unknown) => void; readonly failed: (reason: Error) => void }
  >();
  private received = Buffer.alloc(0);
  private last = 0;

  constructor(child: ChildProcess) {
    this.child = child;
    child.stdout?.on('data', (data: Buffer) => this.take(data));
    child.on('exit', (code) => {
      for (const { failed } of this.waiting.values()) failed(new Error(`the server ended with ${code}`));
    });
  }

  async initialize(): Promise<void> {
    await this.request('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } },
    });
    this.notify('initialized', {});
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.last;
    this.send({ jsonrpc: '2.0', id, method, params });
    return new Promise((done, failed) => this.waiting.set(id, { done, failed }));
  }

  notify(method: string, params: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  async stop(): Promise<void> {
    await this.request('shutdown', null);
    this.notify('exit', null);
  }

  private send(message: object): void {
    const body = Buffer.from(JSON.stringify(message));
    this.child.stdin?.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.child.stdin?.write(body);
  }

  private take(data: Buffer): void {
    this.received = Buffer.concat([this.received, data]);
    for (;;) {
      const head = this.received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(this.received.subarray(0, head).toString())?.[1]),
        end = head + 4 + length;
      if (this.received.length < end) return;
      const message = JSON.parse(this.received.subarray(head + 4, end).toString()) as Message;
      this.received = this.received.subarray(end);
      this.handle(message);
    }
  }

  private handle(message: Message): void {
    if (message.id === undefined) return;
    if (message.method !== undefined) {
      this.send({ jsonrpc: '2.0', id: message.id, result: null });
      return;
    }
    const wait = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error === undefined) wait?.done(message.result);
    else wait?.failed(new Error(message.error.message));
  }
}
