import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import vm from 'node:vm';
import { build } from 'esbuild';
import type { RelatedFullDocumentDiagnosticReport } from 'vscode-languageserver';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

const head = '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\n@ NS ns2.example.net.\nns1 A 198.51.100.1\n';

/** The server as a web worker has it: nothing of Node, and files only through the editor. */
class WebEditor {
  readonly files: Readonly<Record<string, string>>;
  readonly read: string[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly waiting = new Map<number, (result: unknown) => void>();
  private readonly channels: MessageChannel[] = [];
  private toServer: (event: { readonly data: unknown }) => void = () => undefined;
  private lastId = 0;

  constructor(script: string, files: Readonly<Record<string, string>>) {
    this.files = files;
    const { timers, channels } = this, take = (message: Message): void => this.take(message), listen = (listener: WebEditor['toServer']): void => { this.toServer = listener; };
    const self = { postMessage: take, addEventListener: (type: string, listener: WebEditor['toServer']) => { if (type === 'message') listen(listener); }, set onmessage(listener: WebEditor['toServer']) { listen(listener); } };
    class Channel extends MessageChannel { constructor() { super(); channels.push(this); } }
    const later = (work: (...given: unknown[]) => void, milliseconds: number, ...given: unknown[]): NodeJS.Timeout => { const timer = setTimeout(work, milliseconds, ...given); timers.add(timer); return timer; };
    vm.runInContext(script, vm.createContext({ self, performance, setTimeout: later, clearTimeout, MessageChannel: Channel, TextEncoder, TextDecoder, atob, console, queueMicrotask }));
  }

  request<T>(method: string, params: unknown): Promise<T> {
    const id = ++this.lastId;
    return new Promise((resolve) => {
      this.waiting.set(id, (result) => resolve(result as T));
      this.toServer({ data: { jsonrpc: '2.0', id, method, params } });
    });
  }

  notify(method: string, params: unknown): void { this.toServer({ data: { jsonrpc: '2.0', method, params } }); }

  end(): void {
    for (const timer of this.timers) clearTimeout(timer);
    for (const { port1, port2 } of this.channels) { port1.close(); port2.close(); }
  }

  private take({ id, method, params, result }: Message): void {
    if (id === undefined) return;
    if (method === undefined) { this.waiting.get(id)?.(result); return; }
    this.toServer({ data: { jsonrpc: '2.0', id, result: this.answer(method, params as { readonly uri: string; readonly items: readonly unknown[] }) } });
  }

  private answer(method: string, { uri, items }: { readonly uri: string; readonly items: readonly unknown[] }): unknown {
    switch (method) {
      case 'zonewright/findFiles': return Object.keys(this.files);
      case 'zonewright/readFile': this.read.push(uri); return { base64: this.files[uri] === undefined ? null : Buffer.from(this.files[uri]).toString('base64') };
      case 'workspace/configuration': return items.map(() => null);
      default: return null;
    }
  }
}

describe('the server in a web worker', () => {
  let script = '';
  before(async () => {
    const { outputFiles } = await build({
      entryPoints: [path.join(import.meta.dirname, '../../server/src/main-browser.ts')], bundle: true, write: false, platform: 'browser', format: 'iife', target: 'es2022', mainFields: ['browser', 'module', 'main'], define: { global: 'globalThis' }, logLevel: 'error',
    });
    script = outputFiles[0]!.text;
  });

  let editor: WebEditor;
  after(() => editor.end());

  it('judges a document with the files that the editor hands over, and asks for none outside of the folder', async () => {
    editor = new WebEditor(script, {
      'memfs:/web/zones/2.0.192.in-addr.arpa.zone': '$TTL 3600\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 300\n@ NS ns1.example.com.\n@ NS ns2.example.net.\n',
      'memfs:/web/zones/part.inc': 'www A 192.0.2.80\nwww A 192.0.2.80\n',
    });
    await editor.request('initialize', {
      processId: null, rootUri: 'memfs:/web/zones', workspaceFolders: [{ uri: 'memfs:/web/zones', name: 'web' }], initializationOptions: { snippetCommand: true, fileRequests: true },
      capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: { diagnostic: { relatedDocumentSupport: true } } },
    });
    editor.notify('initialized', {});
    const uri = 'memfs:/web/zones/example.com.zone';
    editor.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'dns-zone', version: 1, text: `${head}@ MX 10 mail\nmail A 192.0.2.25\n$INCLUDE part.inc\n$INCLUDE ../secret\n` } });
    const report = await editor.request<RelatedFullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    const codes = report.items.map(({ code }) => code);
    assert.ok(codes.includes('ptr/missing'), 'the reverse zone is seen');
    assert.ok(codes.includes('syn/include-outside-root'));
    assert.deepEqual(Object.keys(report.relatedDocuments ?? {}), ['memfs:/web/zones/part.inc']);
    assert.ok(editor.read.every((read) => read.startsWith('memfs:/web/zones/')), editor.read.join(' '));
  });
});
