import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CodeLens } from 'vscode-languageserver';
import type {
  MailContext,
  MailPathResult,
  MailPlan,
  MailPathStep,
  ShowMailPathArguments,
} from '../../server/src/lsp/protocol/messages.ts';
import { Editor } from './editor.ts';

const head = '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\nns1 A 198.51.100.1\n';
const records =
  '@ MX 10 mail\n@ TXT "v=spf1 mx -all"\n_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"\nmail A 192.0.2.25\nsales MX 10 gone\n';
const reverse =
  '$TTL 3600\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 300\n@ NS ns1.example.com.\n25 PTR mail.example.com.\n';
const zone = 'example.com.zone',
  reverseZone = '2.0.192.in-addr.arpa.zone';

const walk = function* (steps: readonly MailPathStep[]): Iterable<MailPathStep> {
  for (const step of steps) {
    yield step;
    yield* walk(step.steps);
  }
};
const states = ({ receiving, sending }: MailPathResult): ReadonlyMap<string, string> =>
  new Map([...walk([...receiving.flat(), ...sending])].map(({ kind, state }) => [kind, state]));

describe('mail in an editor', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.start({
      files: { [reverseZone]: reverse },
      initializationOptions: { mailPath: true },
      settings: { mail: { hosts: { 'mail.example.com': { banner: 'mail.example.com' } } } },
    });
    editor.open(zone, head + records);
    await editor.diagnostics(zone);
  });
  after(() => editor.stop());

  const path = (domain?: string): Promise<MailPathResult | null> =>
    editor.connection.request('zonewright/mailPath', {
      uri: editor.uri(zone),
      ...(domain === undefined ? {} : { domain }),
    });

  it('has its way walked through all zones, with the settings, each step with its place', async () => {
    const found = await path();
    assert.ok(found !== null);
    assert.deepEqual(
      [found.domain, found.state, found.domains],
      ['example.com', 'good', ['example.com', 'sales.example.com']],
    );
    assert.equal(states(found).get('banner'), 'good');
    const ptr = [...walk(found.receiving.flat())].find(({ kind }) => kind === 'ptr');
    assert.deepEqual(ptr?.place, {
      uri: editor.uri(reverseZone),
      range: { start: { line: 3, character: 7 }, end: { line: 3, character: 24 } },
    });
  });

  it('is walked for the domain that is asked for', async () => {
    assert.equal((await path('sales.example.com'))?.state, 'bad');
    assert.equal((await path('example.net'))?.state, 'unknown');
    assert.equal(await editor.connection.request('zonewright/mailPath', { uri: editor.uri('nobody.zone') }), null);
  });

  it('follows the text, also of another file', async () => {
    const told = editor.connection.next('zonewright/mailPathChanged');
    editor.change(zone, {
      range: { start: { line: 7, character: 0 }, end: { line: 7, character: 17 } },
      newText: 'mail A 192.0.2.26',
    });
    await told;
    assert.equal(states((await path())!).get('ptr'), 'bad');
    const again = editor.connection.next('zonewright/mailPathChanged');
    editor.open(reverseZone, `${reverse}26 PTR mail.example.com.\n`);
    await again;
    await editor.diagnostics(zone);
    assert.equal(states((await path())!).get('ptr'), 'good');
    editor.close(reverseZone);
    editor.change(zone, {
      range: { start: { line: 7, character: 0 }, end: { line: 7, character: 17 } },
      newText: 'mail A 192.0.2.25',
    });
  });

  it('has a line above its records that opens the way', async () => {
    await editor.diagnostics(zone);
    const lenses = await editor.connection.request<readonly CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: editor.uri(zone) },
    });
    const resolved = await Promise.all(
      lenses.map((lens) => editor.connection.request<CodeLens>('codeLens/resolve', lens)),
    );
    assert.deepEqual(
      resolved.map(({ command, range }) => `${range.start.line + 1} ${command?.title}`),
      [
        '5 MX: 1 of 1 mail host has an address with a matching PTR record',
        '6 SPF: 1 of 10 lookups, covers 1 of 1 mail host',
        '7 DMARC: reject, reports to a@example.com',
        `9 MX: gone.example.com doesn't exist`,
        '2 Serial 1: bump to 2',
      ],
    );
    assert.equal(resolved[3]?.command?.command, 'zonewright.showMailPath');
    assert.deepEqual(resolved[3]?.command?.arguments, [
      { uri: editor.uri(zone), domain: 'sales.example.com' } satisfies ShowMailPathArguments,
    ]);
  });

  it('is set up by a wizard, which asks the server what there is and what the answers come to', async () => {
    const uri = editor.uri(zone),
      context = await editor.connection.request<MailContext>('zonewright/mailContext', {
        uri,
        position: { line: 6, character: 3 },
      });
    assert.deepEqual(
      [
        context.domain,
        context.mailHosts,
        context.spf?.terms.map(({ text }) => text),
        context.dmarc?.policy,
        context.reports,
      ],
      ['example.com', ['mail.example.com'], ['mx'], 'reject', ['a@example.com']],
    );
    assert.ok(context.providers.some(({ id, receives, sends }) => id === 'google' && receives && sends));
    assert.deepEqual(
      await editor.connection.request('zonewright/hostsWithoutAddress', {
        uri,
        domain: 'example.com',
        hosts: ['mail', 'smtp', 'mx.example.net', 'ns1.example.com'],
      }),
      ['smtp'],
    );
    assert.match(
      await editor.connection.request<string>('zonewright/checkMailAnswer', {
        uri,
        kind: 'addresses',
        text: '192.0.2.1, 95.0.X.X',
      }),
      /95\.0\.X\.X/,
    );
    const none = { mailHosts: false, addresses: [], providers: [], includes: [] };
    const plan = await editor.connection.request<MailPlan>('zonewright/planMail', {
      uri,
      domain: 'example.com',
      task: { kind: 'spf', keep: ['mx'], add: { ...none, addresses: ['192.0.2.9'] }, all: null },
    });
    assert.deepEqual(plan.edits, [
      {
        uri,
        range: { start: { line: 5, character: 6 }, end: { line: 5, character: 22 } },
        newText: '"v=spf1 mx ip4:192.0.2.9 -all"',
      },
    ]);
    assert.deepEqual([plan.problems, plan.version], [[], editor.texts.get(zone)!.version]);
    const outside = await editor.connection.request<MailPlan>('zonewright/planMail', {
      uri,
      domain: 'example.net',
      task: { kind: 'dmarc', policy: 'none', subdomainPolicy: null, strict: false, reports: [] },
    });
    assert.match(outside.problems[0] ?? '', /is outside the zone example\.com/);
  });
});
