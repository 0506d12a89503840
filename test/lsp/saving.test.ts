import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Editor } from './editor.ts';

const zone = (serial: number, address: string): string =>
  `$TTL 3600\n@ IN SOA ns1 hostmaster ${serial} 7200 3600 1209600 3600\n@ NS ns1\n@ NS ns2.example.net.\nns1 A ${address}\n`;

describe('a zone that is saved', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.start({ settings: { rules: { 'deleg/*': 'off', 'addr/*': 'off' } } });
  });
  after(() => editor.stop());

  const save = (): void =>
    editor.connection.notify('textDocument/didSave', { textDocument: { uri: editor.uri('example.com.zone') } });
  const write = (text: string): void =>
    editor.change('example.com.zone', {
      range: { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } },
      newText: text,
    });

  it('with other records and the same serial is told so, until the serial is raised', async () => {
    editor.open('example.com.zone', zone(17, '198.51.100.1'));
    assert.deepEqual(await editor.findings('example.com.zone'), []);
    write(zone(17, '198.51.100.2'));
    assert.deepEqual(await editor.findings('example.com.zone'), [], 'nothing is said while one types');
    save();
    assert.deepEqual(await editor.findings('example.com.zone'), ['2 zone/serial-unchanged']);
    write(zone(18, '198.51.100.2'));
    assert.deepEqual(await editor.findings('example.com.zone'), []);
    save();
    write(zone(18, '198.51.100.3'));
    assert.deepEqual(await editor.findings('example.com.zone'), []);
  });

  it('with a smaller serial is told so', async () => {
    write(zone(12, '198.51.100.2'));
    save();
    assert.deepEqual(await editor.findings('example.com.zone'), ['2 zone/serial-backwards']);
    write(zone(19, '198.51.100.2'));
    save();
    assert.deepEqual(await editor.findings('example.com.zone'), []);
  });

  it('as it was is told nothing', async () => {
    save();
    assert.deepEqual(await editor.findings('example.com.zone'), []);
  });
});
