import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver';
import type { ApplySnippetEditArguments } from '../../server/src/lsp/protocol/messages.ts';
import type { EditorOptions } from './editor.ts';
import { Editor, marked, oldEditor } from './editor.ts';

const head =
  '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\n@ NS ns2.example.net.\nns1 A 198.51.100.1\n';

/** Lets a test work with an editor, which ends with it. */
async function withEditor(options: EditorOptions, work: (editor: Editor) => Promise<void>): Promise<void> {
  const editor = await Editor.start(options);
  try {
    await work(editor);
  } finally {
    await editor.stop();
  }
}

const standardSnippets: EditorOptions['capabilities'] = {
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
  textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

async function actionsAt(
  editor: Editor,
  text: string,
  only?: readonly string[],
): Promise<{ readonly name: string; readonly actions: readonly CodeAction[] }> {
  const { text: bare, range } = marked(text),
    name = 'example.com.zone';
  editor.open(name, bare);
  return { name, actions: await editor.actions(name, range, only) };
}

const quickfixes = (actions: readonly CodeAction[]): readonly string[] =>
  actions.filter(({ kind }) => kind === 'quickfix').map(({ title }) => title);

describe('the light bulb', () => {
  it('has the fixes of what is found at the cursor, and leaves a tab stop selected where the editor can', () =>
    withEditor({ initializationOptions: { snippetCommand: true } }, async (editor) => {
      const { name, actions } = await actionsAt(editor, `${head}@ MX 10 ma|il\nb A 192.0.2.300\n`);
      const [first] = actions;
      assert.match(first?.title ?? '', /^Add an? A.* record for mail\.example\.com/);
      assert.equal(first?.isPreferred, true);
      assert.equal(first.diagnostics?.[0]?.code, 'mx/no-address');
      assert.ok(!quickfixes(actions).some((title) => title.includes('192.0.2.300')), 'nothing of other lines');
      assert.equal(first.edit ?? first.command, undefined);
      const { command, edit } = await editor.resolve(first),
        [given] = (command?.arguments ?? []) as [ApplySnippetEditArguments];
      assert.equal(edit, undefined);
      assert.equal(command?.command, 'zonewright.applySnippetEdit');
      assert.deepEqual([given.uri, given.version], [editor.uri(name), 1]);
      assert.match(given.edits[0]?.snippet ?? '', /^mail A \$\{1:[^}]+\}\n$/);
    }));

  it("makes the same edit in the terms of the protocol, and isn't offered where a value can't be asked for", async () => {
    await withEditor({ capabilities: standardSnippets }, async (editor) => {
      const {
          actions: [first],
        } = await actionsAt(editor, `${head}@ MX 10 ma|il\n`),
        change = first?.edit?.documentChanges?.[0] as TextDocumentEdit;
      assert.match(JSON.stringify(change.edits), /"snippet":\{"kind":"snippet","value":"mail A \$\{1:/);
    });
    await withEditor({ capabilities: oldEditor }, async (editor) => {
      const { actions } = await actionsAt(editor, `${head}@ MX 10 ma|il\n`);
      assert.ok(actions.some(({ diagnostics }) => diagnostics?.[0]?.code === 'mx/no-address'));
      assert.ok(!quickfixes(actions).some((title) => title.startsWith('Add ')), quickfixes(actions).join());
    });
  });

  it('raises the serial on the SOA record', () =>
    withEditor({ capabilities: oldEditor }, async (editor) => {
      const { name, actions } = await actionsAt(editor, head.replace('hostmaster 1', 'hostmaster |1')),
        raise = actions.find(({ kind }) => kind === 'refactor.rewrite');
      assert.equal(raise?.title, 'Raise the serial to 2');
      await editor.apply(raise!.edit!);
      assert.match(editor.texts.get(name)!.text, /hostmaster 2 7200/);
    }));

  it('takes its finding away', () =>
    withEditor({ capabilities: oldEditor }, async (editor) => {
      const {
        name,
        actions: [first],
      } = await actionsAt(editor, `${head}twice A 192.0.2.80\ntwice A 192.0.2.|80\n`);
      assert.equal(first?.diagnostics?.[0]?.code, 'rrset/duplicate');
      await editor.apply(first.edit!);
      assert.equal(editor.texts.get(name)!.text, `${head}twice A 192.0.2.80\n`);
      const actions = await editor.actions(name, {
        start: { line: 5, character: 8 },
        end: { line: 5, character: 8 },
      });
      assert.ok(!actions.some(({ diagnostics }) => diagnostics?.[0]?.code === 'rrset/duplicate'));
    }));

  it('switches a rule off for a line, and adds to the comment that is there', () =>
    withEditor({}, async (editor) => {
      const { name, actions } = await actionsAt(
        editor,
        `${head}«@ MX 10 mail ; old\n@ MX 20 mail2 ; zonewright-disable-line spf/missing -- soon\n»`,
      );
      const disabling = actions.filter(({ title }) => title === 'Disable mx/no-address for this line');
      assert.equal(disabling.length, 1, 'a rule is offered once');
      await editor.apply(disabling[0]!.edit!);
      const second = (
        await editor.actions(name, { start: { line: 6, character: 9 }, end: { line: 6, character: 9 } })
      ).find(({ title }) => title === 'Disable mx/no-address for this line');
      await editor.apply(second!.edit!);
      assert.deepEqual(editor.texts.get(name)!.text.split('\n').slice(5, 7), [
        '@ MX 10 mail ; old ; zonewright-disable-line mx/no-address',
        '@ MX 20 mail2 ; zonewright-disable-line spf/missing mx/no-address -- soon',
      ]);
      assert.ok(!(await editor.findings(name)).some((finding) => finding.endsWith('mx/no-address')));
    }));

  it('fixes all that is safe at once, and nothing else', () =>
    withEditor({}, async (editor) => {
      const {
        name,
        actions: [all],
      } = await actionsAt(
        editor,
        `${head}|a A 192.0.2.1\na A 192.0.2.1\nb A 192.0.2.2\nb A 192.0.2.2\nb A 192.0.2.2\n@ MX 10 nobody\n`,
        ['source.fixAll'],
      );
      assert.equal(all?.kind, 'source.fixAll.zonewright');
      await editor.apply(all.edit!);
      assert.equal(editor.texts.get(name)!.text, `${head}a A 192.0.2.1\nb A 192.0.2.2\n@ MX 10 nobody\n`);
      assert.deepEqual(
        await editor.actions(name, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, [
          'source.fixAll.zonewright',
        ]),
        [],
      );
    }));

  it('says of a fix what harm it would do, and does not prefer it', () =>
    withEditor({}, async (editor) => {
      const { name, actions } = await actionsAt(editor, `${head}exam|ple.com CNAME www.example.org.\n`),
        dot = actions.find(({ title }) => title.startsWith('Add the final dot'));
      assert.equal(dot?.title, 'Add the final dot (brings another error: cname/and-other)');
      assert.notEqual(dot.isPreferred, true);
      assert.deepEqual(
        await editor.actions(name, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, [
          'source.fixAll',
        ]),
        [],
      );
    }));

  it('does not offer to silence what servers refuse where that is all it has to offer', () =>
    withEditor({}, async (editor) => {
      const { actions } = await actionsAt(editor, `${head}host.exa|mple.com.\n`);
      assert.deepEqual(
        actions.filter(({ title }) => title.startsWith('Disable')).map(({ title }) => title),
        [],
      );
    }));

  it('keeps to the kinds that are asked for', () =>
    withEditor({}, async (editor) => {
      const { name, actions } = await actionsAt(editor, `${head}@ MX 10 ma|il\n`, ['refactor']);
      assert.ok(actions.length > 0 && actions.every(({ kind }) => kind?.startsWith('refactor.') === true));
      assert.ok(
        (
          await editor.actions(name, { start: { line: 5, character: 9 }, end: { line: 5, character: 9 } }, ['quickfix'])
        ).every(({ kind }) => kind === 'quickfix'),
      );
    }));

  it('does nothing when the text has changed since', () =>
    withEditor({ initializationOptions: { snippetCommand: true } }, async (editor) => {
      const {
        name,
        actions: [first],
      } = await actionsAt(editor, `${head}@ MX 10 ma|il\n`);
      editor.change(name, {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        newText: '; new\n',
      });
      const { edit, command } = await editor.resolve(first!);
      assert.equal(edit ?? command, undefined);
    }));

  it('changes another file where the fix belongs there, and makes one that is missing', () =>
    withEditor(
      {
        capabilities: {
          ...standardSnippets,
          workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
        },
        files: {
          '2.0.192.in-addr.arpa.zone': head
            .replaceAll('ns1 ', 'ns1.example.com. ')
            .replace('@ NS ns1\n', '@ NS ns1.example.com.\n')
            .replace(/ns1\S* A.*\n/, ''),
        },
      },
      async (editor) => {
        const { actions } = await actionsAt(editor, `${head}@ MX 10 mail\nmail A 192.0|.2.25\n`),
          pointer = actions.find(({ title }) => title.includes('PTR')),
          change = pointer?.edit?.documentChanges?.[0] as TextDocumentEdit;
        assert.equal(change.textDocument.uri, editor.uri('2.0.192.in-addr.arpa.zone'));
        assert.equal(change.textDocument.version, null);
        editor.close('example.com.zone');
        const other = await actionsAt(editor, `${head}@ MX 10 mail\nmail A 198.51|.100.25\n`),
          created = other.actions.find(
            ({ edit }) => edit?.documentChanges?.some((one) => 'kind' in one && one.kind === 'create') === true,
          );
        if (created === undefined) return;
        const [file, content] = created.edit!.documentChanges as [CreateFile, TextDocumentEdit];
        assert.equal(file.uri, content.textDocument.uri);
        assert.match(file.uri, /100\.51\.198\.in-addr\.arpa/);
      },
    ));
});
