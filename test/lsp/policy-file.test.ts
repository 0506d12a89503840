import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { MailPathResult, MailPathStep } from '../../server/src/lsp/protocol/messages.ts';
import { Editor, oldEditor } from './editor.ts';

const zone = 'zones/example.com.zone',
  policy = 'web/.well-known/mta-sts.txt';
const text =
  '$TTL 3600\n@ IN SOA ns1.example.net. hostmaster 1 7200 3600 1209600 300\n@ NS ns1.example.net.\n@ NS ns2.example.org.\n@ MX 10 mx1.example.net.\n@ MX 20 mx2.example.net.\n@ TXT "v=spf1 mx -all"\n_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"\n_mta-sts TXT "v=STSv1; id=1"\nmta-sts A 192.0.2.80\n';
const lines = (...mx: readonly string[]): string =>
  ['version: STSv1', 'mode: enforce', ...mx.map((host) => `mx: ${host}`), 'max_age: 604800']
    .map((line) => `${line}\r\n`)
    .join('');
const atStart = { line: 0, character: 0 };

describe('an MTA-STS policy in the workspace', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.start({
      files: { [policy]: lines('mx1.example.net') },
      initializationOptions: { mailPath: true },
    });
    editor.open(zone, text);
    await editor.diagnostics(zone);
  });
  after(() => editor.stop());

  it('is held against the MX records, and said at the record', async () => {
    assert.deepEqual(await editor.findings(zone), ['6 mtasts/policy-mx-unmatched']);
    const [found] = await editor.diagnostics(zone);
    assert.equal(found?.relatedInformation?.[0]?.location.uri, editor.uri(policy));
  });

  it('is edited by the light bulb at the MX record', async () => {
    const [action] = await editor.actions(zone, (await editor.diagnostics(zone))[0]!.range),
      { edit } = await editor.resolve(action!);
    assert.equal(action?.title, 'Add "mx: mx2.example.net" to the policy');
    await editor.apply(edit!);
    assert.equal(editor.texts.get(policy)?.text, lines('mx1.example.net', 'mx2.example.net'));
    assert.deepEqual([await editor.findings(zone), await editor.findings(policy)], [[], []]);
  });

  it('is part of the mail path', async () => {
    const path = await editor.connection.request<MailPathResult>('zonewright/mailPath', { uri: editor.uri(zone) });
    const titles = (steps: readonly MailPathStep[]): readonly string[] =>
      steps.flatMap(({ kind, state, title, steps: below }) => [
        ...(kind === 'mta-sts' ? [`${title}: ${state}`] : []),
        ...titles(below),
      ]);
    assert.deepEqual(titles(path.receiving.flat()), ['MTA-STS enforce: good', 'MTA-STS enforce: good']);
  });

  it('has its own findings while one types in it, and so has the zone', async () => {
    editor.change(policy, {
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 7 } },
      newText: 'old',
    });
    assert.deepEqual(
      [await editor.findings(zone), await editor.findings(policy)],
      [['5 mtasts/policy-mx-unmatched'], ['3 mtasts/policy-mx-unmatched']],
    );
    const actions = await editor.actions(policy, { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Remove the line'],
    );
    editor.change(zone, {
      range: { start: { line: 4, character: 8 }, end: { line: 4, character: 11 } },
      newText: 'old',
    });
    assert.deepEqual([await editor.findings(zone), await editor.findings(policy)], [[], []]);
    editor.change(policy, {
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 13 } },
      newText: 'enforced',
    });
    assert.deepEqual([await editor.findings(zone), await editor.findings(policy)], [[], ['2 mtasts/policy-mode']]);
  });

  it('is no zone, and answers nothing that a zone would', async () => {
    assert.equal(await editor.hover(policy, { line: 0, character: 3 }), null);
    assert.deepEqual(await editor.symbols(policy), []);
  });

  it('is the file on the disk when it is closed, changed or gone', async () => {
    editor.close(policy);
    assert.deepEqual(await editor.findings(zone), ['5 mtasts/policy-mx-unmatched', '6 mtasts/policy-mx-unmatched']);
    await editor.write(policy, lines('*.example.net'));
    editor.tellChanges({ [policy]: 2 });
    assert.deepEqual(await editor.findings(zone), []);
    await editor.write(policy, lines('mx.example.org'));
    editor.tellChanges({ [policy]: 2 });
    assert.deepEqual(await editor.findings(zone), ['5 mtasts/policy-mx-unmatched', '6 mtasts/policy-mx-unmatched']);
    const report = await editor.workspaceReport(),
      reported = new Map(
        report.items.map((item) => [item.uri, item.kind === 'full' ? item.items.map(({ code }) => code) : []]),
      );
    assert.deepEqual(reported.get(editor.uri(policy)), ['mtasts/policy-mx-unmatched']);
    await rm(path.join(editor.folder, policy));
    editor.tellChanges({ [policy]: 3 });
    assert.deepEqual(await editor.findings(zone), []);
    assert.ok(
      (await editor.workspaceReport([{ uri: editor.uri(policy), value: 'before' }])).items.some(
        ({ uri, kind }) => uri === editor.uri(policy) && kind === 'full',
      ),
    );
  });

  it('of another domain is left alone as soon as there is another domain', async () => {
    await editor.write(policy, lines('mx.example.org'));
    editor.tellChanges({ [policy]: 1 });
    assert.deepEqual(await editor.findings(zone), ['5 mtasts/policy-mx-unmatched', '6 mtasts/policy-mx-unmatched']);
    editor.open('zones/example.org.zone', text);
    await editor.diagnostics('zones/example.org.zone');
    assert.deepEqual(await editor.findings(zone), []);
    editor.change(zone, { range: { start: atStart, end: atStart }, newText: '; a comment\n' });
    assert.deepEqual(await editor.findings(zone), []);
  });
});

describe('an MTA-STS policy in an editor that does not ask', () => {
  it('has its findings sent with those of the zone', async () => {
    const editor = await Editor.start({
      files: { [policy]: lines('mx1.example.net', 'mx2.example.net', 'mx3.example.net') },
      capabilities: oldEditor,
    });
    const sent = editor.connection.next<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      ({ uri }) => uri === editor.uri(policy),
    );
    editor.open(zone, text);
    assert.deepEqual(
      (await sent).diagnostics.map(({ code }) => code),
      ['mtasts/policy-mx-unmatched'],
    );
    const withdrawn = editor.connection.next<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      ({ uri }) => uri === editor.uri(policy),
    );
    await rm(path.join(editor.folder, policy));
    editor.tellChanges({ [policy]: 3 });
    assert.deepEqual((await withdrawn).diagnostics, []);
    await editor.stop();
  });
});
