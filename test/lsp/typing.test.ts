import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Position } from 'vscode-languageserver';
import { Editor } from './editor.ts';

const head =
  '$TTL 3600\n@ IN SOA ns1.example.net. hostmaster.example.net. 1 7200 3600 1209600 300\n@ IN NS ns1.example.net.\n@ IN NS ns2.example.org.\n';

describe('while an entry is being typed', () => {
  let editor: Editor,
    documents = 0;
  before(async () => {
    editor = await Editor.start();
  });
  after(() => editor.stop());

  function opened(text: string): string {
    const name = `${++documents}/example.com.zone`;
    editor.open(name, text);
    return name;
  }

  const end = (name: string): Position => {
    const lines = editor.texts.get(name)!.text.split('\n');
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  const type = (name: string, newText: string, at = end(name)): void =>
    editor.change(name, { range: { start: at, end: at }, newText });

  it('findings about it wait, and come when a second has passed without a keystroke', async () => {
    const name = opened(`${head}www IN A 198.51.100.80\n`);
    assert.deepEqual(await editor.findings(name), []);
    const nextRequest = (): Promise<void> =>
      new Promise((resolve) => {
        editor.connection.answers['workspace/diagnostic/refresh'] = () => {
          resolve();
          return null;
        };
      });
    let asked = nextRequest();
    for (const letter of 'ftp IN AA') type(name, letter);
    assert.deepEqual(await editor.findings(name), []);
    // The server may ask for a refresh for other reasons before the second has passed.
    for (let found = false; !found; ) {
      await asked;
      asked = nextRequest();
      found = (await editor.findings(name)).includes('6 syn/unknown-type');
    }
  });

  it('findings about it come when it ends with its line', async () => {
    const name = opened(head);
    type(name, 'ftp IN AA');
    assert.deepEqual(await editor.findings(name), []);
    type(name, '\n');
    assert.deepEqual(await editor.findings(name), ['5 syn/unknown-type']);
  });

  it('findings about other entries, and those that were shown already, stay', async () => {
    const name = opened(`${head}www IN A 198.51.100\nftp IN A 198.51.100`);
    const shown = await editor.findings(name);
    type(name, '.');
    assert.ok((await editor.findings(name)).some((finding) => finding.startsWith('5 ')) && shown.length > 0);
  });

  it('findings about a change inside of a line come at once', async () => {
    const name = opened(`${head}www IN A 198.51.100.80 ; web\n`);
    await editor.findings(name);
    type(name, '9', { line: 4, character: 22 });
    assert.ok((await editor.findings(name)).some((finding) => finding.startsWith('5 ')));
  });
});

describe('a file without records', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.start();
  });
  after(() => editor.stop());

  it('says what it could become', async () => {
    editor.open('example.org.zone', '');
    const [finding, ...others] = await editor.diagnostics('example.org.zone');
    assert.equal(finding?.severity, 3);
    assert.match(String(finding.message), /Type "zone".*example\.org/);
    assert.deepEqual(others, []);
  });

  it('is missing its SOA record when another one is there', async () => {
    editor.open('example.net.zone', 'www.example.net. 60 IN A 198.51.100.1\n');
    assert.ok(
      (await editor.diagnostics('example.net.zone')).some(
        ({ code, severity }) => code === 'zone/no-soa' && severity === 1,
      ),
    );
  });
});
