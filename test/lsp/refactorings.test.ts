import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CodeAction } from 'vscode-languageserver';
import { Editor, marked } from './editor.ts';

const head = '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\nns1 A 198.51.100.1\n\n';

describe('a refactoring of the server', () => {
  let editor: Editor,
    documents = 0;
  before(async () => {
    editor = await Editor.start();
  });
  after(() => editor.stop());

  async function offered(
    text: string,
    only?: readonly string[],
    folder = String(++documents),
  ): Promise<{ readonly name: string; readonly actions: readonly CodeAction[] }> {
    const { text: bare, range } = marked(text),
      name = `${folder}/example.com.zone`;
    editor.open(name, bare);
    return { name, actions: await editor.actions(name, range, only) };
  }

  async function taken(text: string, title: RegExp, kind: string): Promise<string> {
    const { name, actions } = await offered(text, [kind]),
      action = actions.find((one) => title.test(one.title));
    assert.ok(action?.edit !== undefined, actions.map((one) => one.title).join(' | '));
    assert.equal(action.kind, kind);
    await editor.apply(action.edit);
    return editor.texts.get(name)!.text.slice(head.length);
  }

  it('works over a selection, and keeps comments and CR LF', async () => {
    assert.equal(
      await taken(
        `${head}«b A 192.0.2.2 ; two\r\n\tAAAA 2001:db8::2\r\na A 192.0.2.1\r\n»`,
        /canonical/,
        'refactor.rewrite',
      ),
      'a A 192.0.2.1\r\nb A 192.0.2.2 ; two\r\n\tAAAA 2001:db8::2\r\n',
    );
  });

  it('has the kind that editors list it under', async () => {
    assert.match(
      await taken(`${head}«a.sub A 192.0.2.1\nb.sub A 192.0.2.2\n»`, /under \$ORIGIN/, 'refactor.extract'),
      /^\$ORIGIN sub\.example\.com\.\na A/,
    );
    assert.equal(
      await taken(`${head}«$GENERATE 1-2 h$ A 192.0.2.$\n»`, /Write out/, 'refactor.inline'),
      'h1 A 192.0.2.1\nh2 A 192.0.2.2\n',
    );
  });

  it('moves records to a file that it makes and includes', async () => {
    const { actions } = await offered(`${head}«a.sub A 192.0.2.1\nb.sub A 192.0.2.2\n»`, ['refactor.move']),
      changes = actions[0]?.edit?.documentChanges ?? [];
    assert.deepEqual(
      changes.map((change) =>
        'kind' in change
          ? `${change.kind} ${change.kind === 'create' ? change.uri.split('/').at(-1)! : ''}`
          : change.edits.map((edit) => ('newText' in edit ? edit.newText : '')).join(),
      ),
      ['create sub.example.com.inc', 'a.sub A 192.0.2.1\nb.sub A 192.0.2.2\n', '$INCLUDE sub.example.com.inc\n'],
    );
  });

  it("isn't offered where it would change a record, and not to a cursor that only moves", async () => {
    const { name, actions } = await offered(
      '@ 3600 IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n\n«b 60 A 192.0.2.2\na A 192.0.2.1\n»',
    );
    assert.ok(!actions.some(({ title }) => /Sort/.test(title)), actions.map(({ title }) => title).join());
    const automatic = await editor.connection.request<readonly CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: editor.uri(name) },
      range: { start: { line: 2, character: 1 }, end: { line: 2, character: 1 } },
      context: { diagnostics: [], triggerKind: 2 },
    });
    assert.ok(!automatic.some(({ kind }) => kind?.startsWith('refactor') === true && kind !== 'refactor.rewrite'));
    assert.ok(!automatic.some(({ title }) => /absolute/.test(title)));
  });

  it('answers at once in a zone of half a million records', async () => {
    const lines = Array.from({ length: 500_000 }, (_, n) => `h${n} A 192.0.2.${n % 256}\n`).join(''),
      { name } = await offered(head + lines, undefined, 'large'),
      range = { start: { line: 300_000, character: 0 }, end: { line: 300_020, character: 0 } };
    await editor.actions(name, range, ['refactor']);
    const started = performance.now(),
      actions = await editor.actions(name, range, ['refactor']);
    assert.ok(
      actions.some(({ title }) => /absolute/.test(title)),
      actions.map(({ title }) => title).join(),
    );
    const took = performance.now() - started;
    assert.ok(took < 2000, `${Math.round(took)} ms`);
  });
});
