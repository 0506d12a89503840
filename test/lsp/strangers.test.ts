/** What a folder from a stranger may hold, and what the server must not do with it. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Editor } from './editor.ts';

const noPipes =
  process.platform === 'win32' ? 'Windows has no named pipes in folders, and links need a privilege' : false;
const head =
  '$TTL 1h\n@ SOA ns1 hostmaster 2024010101 7200 3600 1209600 3600\n  NS ns1\n  NS ns2.example.net.\nns1 A 192.0.2.1\n';
const faulty = `${head}a A 192.0.2.300\n`;

async function editing(
  files: Readonly<Record<string, string>>,
  prepare: (folder: string) => void,
  use: (editor: Editor) => Promise<void>,
): Promise<void> {
  const editor = await Editor.start({ files });
  try {
    prepare(editor.folder);
    await use(editor);
  } finally {
    await editor.stop();
  }
}

describe('the server among files of a stranger', { skip: noPipes }, () => {
  it('gives the findings of a zone whose includes are a pipe, a device and a file outside', async () => {
    const outside = await mkdtemp(path.join(tmpdir(), 'zonewright-outside-'));
    await writeFile(path.join(outside, 'secret'), 'secret A 192.0.2.300\n');
    await editing(
      {},
      (folder) => {
        execFileSync('mkfifo', [path.join(folder, 'pipe.inc')]);
        symlinkSync('/dev/zero', path.join(folder, 'zero.inc'));
        symlinkSync('pipe.inc', path.join(folder, 'linked.inc'));
        symlinkSync(path.join(outside, 'secret'), path.join(folder, 'secret.inc'));
        symlinkSync(outside, path.join(folder, 'folder'));
      },
      async (editor) => {
        editor.open(
          'example.com.zone',
          `${faulty}$INCLUDE pipe.inc\n$INCLUDE zero.inc\n$INCLUDE linked.inc\n$INCLUDE secret.inc\n$INCLUDE folder/secret\n$INCLUDE /dev/zero\n$INCLUDE ${path.join(outside, 'secret')}\n`,
        );
        assert.deepEqual(await editor.findings('example.com.zone'), [
          '6 a/bad',
          '7 syn/include-unreadable',
          '8 syn/include-outside-root',
          '9 syn/include-unreadable',
          '10 syn/include-outside-root',
          '11 syn/include-outside-root',
          '12 syn/include-outside-root',
          '13 syn/include-outside-root',
        ]);
        const links = await editor.connection.request<readonly unknown[]>('textDocument/documentLink', {
          textDocument: { uri: editor.uri('example.com.zone') },
        });
        assert.deepEqual(links, []);
      },
    );
    await rm(outside, { recursive: true });
  });

  it('searches a folder that holds pipes and links to devices as zones, configurations, settings and policies', async () => {
    const workspace = await mkdtemp(path.join(tmpdir(), 'zonewright-stranger-'));
    for (const name of ['a.zone', 'named.conf', '.zonewright.json', 'mta-sts.txt'])
      execFileSync('mkfifo', [path.join(workspace, name)]);
    for (const name of ['zero.zone', 'nsd.conf']) symlinkSync('/dev/zero', path.join(workspace, name));
    await writeFile(path.join(workspace, 'example.net.zone'), faulty);
    const editor = await Editor.start({ at: workspace });
    editor.open('example.com.zone', faulty);
    assert.deepEqual(await editor.findings('example.com.zone'), ['6 a/bad']);
    const { items } = await editor.workspaceReport();
    assert.deepEqual(
      items
        .filter((item) => item.kind === 'full' && item.items.length > 0)
        .map(({ uri }) => path.basename(uri))
        .toSorted(),
      ['example.com.zone', 'example.net.zone'],
    );
    await editor.stop();
  });

  it('hears that a pipe took the place of a zone, and of the settings, and goes on', async () => {
    await editing(
      { 'example.net.zone': faulty, '.zonewright.json': '{ "rules": { "a/bad": "warning" } }' },
      () => undefined,
      async (editor) => {
        editor.open('example.com.zone', faulty);
        assert.equal((await editor.diagnostics('example.com.zone'))[0]?.severity, 2);
        for (const name of ['example.net.zone', '.zonewright.json']) {
          await rm(path.join(editor.folder, name));
          execFileSync('mkfifo', [path.join(editor.folder, name)]);
        }
        editor.tellChanges({ 'example.net.zone': 2, '.zonewright.json': 2 });
        assert.equal((await editor.diagnostics('example.com.zone'))[0]?.severity, 1);
      },
    );
  });

  it('reads nothing of a configuration or of settings that are links to outside', async () => {
    const outside = await mkdtemp(path.join(tmpdir(), 'zonewright-outside-')),
      workspace = await mkdtemp(path.join(tmpdir(), 'zonewright-stranger-'));
    await writeFile(path.join(outside, 'settings'), '{ "rules": { "a/bad": "off" }, "hunter2": 1 }');
    await writeFile(path.join(outside, 'conf'), 'zone "example.com" { type hunter2; };\n');
    symlinkSync(path.join(outside, 'settings'), path.join(workspace, '.zonewright.json'));
    symlinkSync(path.join(outside, 'conf'), path.join(workspace, 'named.conf'));
    const editor = await Editor.start({ at: workspace });
    editor.open('example.com.zone', faulty);
    assert.deepEqual(await editor.findings('example.com.zone'), ['6 a/bad']);
    assert.doesNotMatch(JSON.stringify(await editor.workspaceReport()), /hunter2/);
    await editor.stop();
    await rm(outside, { recursive: true });
  });
});
