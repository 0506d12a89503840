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

const head =
  '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\n@ NS ns2.example.net.\nns1 A 198.51.100.1\n';

/** Signed with ECDSA P-256 by dnssec-signzone, until 2036. */
const signedZone = `$ORIGIN example.com.
$TTL 3600
@ IN SOA ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600
@ IN RRSIG SOA 13 2 3600 20360101000000 20260101000000 51356 example.com. xXjPHYppYrM2tPp8V0l5pvNZypi2qvKB4BSmiKpqwbf7wLKY/Oj+w8d5P0hwfE6L6paEZ00cbAO3GLiD1GtB0A==
@ IN NS ns1.example.net.
@ IN NS ns2.example.org.
@ IN RRSIG NS 13 2 3600 20360101000000 20260101000000 51356 example.com. YzKOIN+h9cnvRVztRa/H29sHY6Bk73AsTrSB9Xdg89QVriF4EiJdlv5DwYPxWNXeZtULOWSt/W7LXH0ZqpI5oA==
@ IN NSEC www.example.com. NS SOA RRSIG NSEC DNSKEY
@ IN RRSIG NSEC 13 2 3600 20360101000000 20260101000000 51356 example.com. vU5WPaO0n86msC05UDcnJAHxh9U3eIhC4j/TADk3wv0wAtIXyvObYoxRKV0ov0NVbNZy4un+CtprA1VDyVBGhg==
@ IN DNSKEY 256 3 13 4+2kR+eWyBZ2PN2UAJfGyxBSy2EBbqikH1XWhsCWMIsz4aB5oIo9cHt4yEPHh5gV20GRzPoNhS5Ksc0LPy9rzQ==
@ IN DNSKEY 257 3 13 WLxzreQwXrhT0JWj6XQL096cMBlzCy4Q4BrGrb4gbSQzN72JWQ+6LiQlDcswTwO3c393TBiFD7IFm1/960khpg==
@ IN RRSIG DNSKEY 13 2 3600 20360101000000 20260101000000 25469 example.com. n+AfU8BbqEeO0eMTfY6R1Wx4nySJ96fqpYZXVSw6ZMFJIRBodIaH9SCGmLVApEPRUsTSdRGWvoATttFwJLEbew==
@ IN RRSIG DNSKEY 13 2 3600 20360101000000 20260101000000 51356 example.com. I0VVK6W30d4f8FFZfxq4FAUBCAqEzbpJFVycf1UyvzA17Viqw+4VD+axbEVMxd0CsujZkP+5Yc1bDttPEVoMjA==
www IN A 192.0.2.80
www IN RRSIG A 13 3 3600 20360101000000 20260101000000 51356 example.com. QZYilKfSeJSBoF7Sm+rwsfA0FS5v/VqCg0vSY/tj4MtstZhJ1+H0a+e0MNaPFTU5KyohGAuidG+cc4D1HzS8zw==
www IN NSEC example.com. A RRSIG NSEC
www IN RRSIG NSEC 13 3 3600 20360101000000 20260101000000 51356 example.com. xYGW5ck07RxmyU4730xe3jxyUPW4rth+PStqUJx+yhY1cTK0VhlV4ddAGqPYOMsztuKjl/3qtN4kabl0nfJxRw==
`;

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
    const { timers, channels } = this,
      take = (message: Message): void => this.take(message),
      listen = (listener: WebEditor['toServer']): void => {
        this.toServer = listener;
      };
    const self = {
      postMessage: take,
      addEventListener: (type: string, listener: WebEditor['toServer']) => {
        if (type === 'message') listen(listener);
      },
      set onmessage(listener: WebEditor['toServer']) {
        listen(listener);
      },
    };
    class Channel extends MessageChannel {
      constructor() {
        super();
        channels.push(this);
      }
    }
    const later = (work: (...given: unknown[]) => void, milliseconds: number, ...given: unknown[]): NodeJS.Timeout => {
      const timer = setTimeout(work, milliseconds, ...given);
      timers.add(timer);
      return timer;
    };
    vm.runInContext(
      script,
      vm.createContext({
        self,
        performance,
        setTimeout: later,
        clearTimeout,
        MessageChannel: Channel,
        TextEncoder,
        TextDecoder,
        atob,
        console,
        queueMicrotask,
      }),
    );
  }

  request<T>(method: string, params: unknown): Promise<T> {
    const id = ++this.lastId;
    return new Promise((resolve) => {
      this.waiting.set(id, (result) => resolve(result as T));
      this.toServer({ data: { jsonrpc: '2.0', id, method, params } });
    });
  }

  notify(method: string, params: unknown): void {
    this.toServer({ data: { jsonrpc: '2.0', method, params } });
  }

  end(): void {
    for (const timer of this.timers) clearTimeout(timer);
    for (const { port1, port2 } of this.channels) {
      port1.close();
      port2.close();
    }
  }

  private take({ id, method, params, result }: Message): void {
    if (id === undefined) return;
    if (method === undefined) {
      this.waiting.get(id)?.(result);
      return;
    }
    this.toServer({
      data: {
        jsonrpc: '2.0',
        id,
        result: this.answer(method, params as { readonly uri: string; readonly items: readonly unknown[] }),
      },
    });
  }

  private answer(
    method: string,
    { uri, items }: { readonly uri: string; readonly items: readonly unknown[] },
  ): unknown {
    switch (method) {
      case 'zonewright/findFiles':
        return Object.keys(this.files);
      case 'zonewright/readFile':
        this.read.push(uri);
        return { base64: this.files[uri] === undefined ? null : Buffer.from(this.files[uri]).toString('base64') };
      case 'workspace/configuration':
        return items.map(() => null);
      default:
        return null;
    }
  }
}

describe('the server in a web worker', () => {
  let script = '';
  before(async () => {
    const { outputFiles } = await build({
      entryPoints: [path.join(import.meta.dirname, '../../server/src/main-browser.ts')],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      target: 'es2022',
      mainFields: ['browser', 'module', 'main'],
      define: { global: 'globalThis' },
      logLevel: 'error',
    });
    script = outputFiles[0]!.text;
  });

  let editor: WebEditor;
  after(() => editor.end());

  it('judges a document with the files that the editor hands over, and asks for none outside of the folder', async () => {
    editor = new WebEditor(script, {
      'memfs:/web/zones/2.0.192.in-addr.arpa.zone':
        '$TTL 3600\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 300\n@ NS ns1.example.com.\n@ NS ns2.example.net.\n',
      'memfs:/web/zones/part.inc': 'www A 192.0.2.80\nwww A 192.0.2.80\n',
    });
    await editor.request('initialize', {
      processId: null,
      rootUri: 'memfs:/web/zones',
      workspaceFolders: [{ uri: 'memfs:/web/zones', name: 'web' }],
      initializationOptions: { snippetCommand: true, fileRequests: true },
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: { diagnostic: { relatedDocumentSupport: true } },
      },
    });
    editor.notify('initialized', {});
    const uri = 'memfs:/web/zones/example.com.zone';
    editor.notify('textDocument/didOpen', {
      textDocument: {
        uri,
        languageId: 'dns-zone',
        version: 1,
        text: `${head}@ MX 10 mail\nmail A 192.0.2.25\n$INCLUDE part.inc\n$INCLUDE ../secret\n`,
      },
    });
    const report = await editor.request<RelatedFullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    const codes = report.items.map(({ code }) => code);
    assert.ok(codes.includes('ptr/missing'), 'the reverse zone is seen');
    assert.ok(codes.includes('syn/include-outside-root'));
    assert.deepEqual(Object.keys(report.relatedDocuments ?? {}), ['memfs:/web/zones/part.inc']);
    assert.ok(
      editor.read.every((read) => read.startsWith('memfs:/web/zones/')),
      editor.read.join(' '),
    );
  });

  it('verifies signatures without anything of Node', async () => {
    const uri = 'memfs:/web/zones/signed.example.com.zone',
      text = signedZone.replace('192.0.2.80', '192.0.2.81');
    editor.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'dns-zone', version: 1, text: `; zone: example.com\n${signedZone}` },
    });
    editor.notify('textDocument/didOpen', {
      textDocument: {
        uri: `${uri}.changed.zone`,
        languageId: 'dns-zone',
        version: 1,
        text: `; zone: example.com\n${text}`,
      },
    });
    const counts = await Promise.all(
      [uri, `${uri}.changed.zone`].map(async (each) => {
        const report = await editor.request<RelatedFullDocumentDiagnosticReport>('textDocument/diagnostic', {
          textDocument: { uri: each },
        });
        return report.items.filter(({ code }) => code === 'rrsig/invalid').length;
      }),
    );
    assert.deepEqual(counts, [0, 1]);
  });
});
