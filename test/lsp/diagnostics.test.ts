import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { Editor, oldEditor } from './editor.ts';

const head =
  '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\n@ NS ns2.example.net.\nns1 A 198.51.100.1\n';

describe('the server', () => {
  let editor: Editor;
  before(async () => {
    editor = await Editor.start();
  });
  after(() => editor.stop());

  it('finds nothing in a zone that is right', async () => {
    editor.open('example.com.zone', head);
    assert.deepEqual(await editor.findings('example.com.zone'), []);
  });

  it('finds what is wrong while one types, and no longer when it is right', async () => {
    const end = { line: 5, character: 0 };
    editor.change('example.com.zone', { range: { start: end, end }, newText: '@ MX 10 mail\n' });
    const finding = (await editor.diagnostics('example.com.zone')).find(({ code }) => code === 'mx/no-address');
    assert.ok(finding !== undefined);
    assert.deepEqual(finding.range, { start: { line: 5, character: 8 }, end: { line: 5, character: 12 } });
    assert.equal(finding.severity, 1);
    assert.match(finding.codeDescription?.href ?? '', /docs\/rules\/mx\/no-address\.md$/);
    editor.change('example.com.zone', {
      range: { start: { line: 5, character: 8 }, end: { line: 5, character: 12 } },
      newText: 'ns1',
    });
    assert.ok(!(await editor.findings('example.com.zone')).includes('6 mx/no-address'));
  });

  it('takes several changes at once, each in the text that the one before left', async () => {
    editor.open('batch.zone', head.replaceAll('\n', '\r\n'));
    editor.change(
      'batch.zone',
      {
        range: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } },
        newText: 'a TXT "é😀"\r\nb A 192.0.2.1\r\n',
      },
      { range: { start: { line: 5, character: 7 }, end: { line: 5, character: 10 } }, newText: '' },
      { range: { start: { line: 6, character: 4 }, end: { line: 6, character: 13 } }, newText: '192.0.2.300' },
    );
    assert.equal(editor.texts.get('batch.zone')!.text.split('\r\n')[6], 'b A 192.0.2.300');
    assert.ok(
      (await editor.findings('batch.zone')).some((finding) => finding.startsWith('7 a/')),
      'the address on line 7 is found',
    );
  });

  it('takes a whole text without a range', async () => {
    editor.open('whole.zone', 'nonsense');
    editor.connection.notify('textDocument/didChange', {
      textDocument: { uri: editor.uri('whole.zone'), version: 2 },
      contentChanges: [{ text: `; zone: example.com\n${head}` }],
    });
    assert.deepEqual(await editor.findings('whole.zone'), []);
  });

  it('says "unchanged" while the findings are the same', async () => {
    const first = await editor.report('example.com.zone');
    assert.equal(first.kind, 'full');
    assert.deepEqual(await editor.report('example.com.zone', first.resultId!), {
      kind: 'unchanged',
      resultId: first.resultId,
    });
    editor.change('example.com.zone', {
      range: { start: { line: 0, character: 9 }, end: { line: 0, character: 9 } },
      newText: ' ; a remark',
    });
    assert.equal((await editor.report('example.com.zone', first.resultId!)).kind, 'unchanged');
    editor.change('example.com.zone', {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      newText: 'a A 1\n',
    });
    assert.equal((await editor.report('example.com.zone', first.resultId!)).kind, 'full');
  });

  it('judges a file as the zone that its first lines tell, and anew when they tell another one', async () => {
    editor.open('some.txt', `; zone: example.org\n${head}www A 192.0.2.1\n`);
    const status = (): Promise<{ apex: string | null; serial: number | null; records: number }> =>
      editor.connection.request('zonewright/zoneStatus', { uri: editor.uri('some.txt') });
    assert.deepEqual(await status(), { apex: 'example.org.', serial: 1, records: 5 });
    editor.change('some.txt', {
      range: { start: { line: 0, character: 8 }, end: { line: 0, character: 19 } },
      newText: 'example.net',
    });
    await editor.diagnostics('some.txt');
    assert.equal((await status()).apex, 'example.net.');
  });

  it('stays silent where a comment says so, and says when that is of no use', async () => {
    editor.open(
      'quiet.example.com.zone',
      `${head}@ MX 10 mail ; zonewright-disable-line mx/no-address\n@ MX 20 ns1 ; zonewright-disable-line mx/no-address\n`,
    );
    assert.deepEqual(
      (await editor.findings('quiet.example.com.zone')).filter((finding) => /mx\/no-address|suppression/.test(finding)),
      ['7 suppression/unused'],
    );
  });

  it('shows the 1,000 worst findings of a file that has more', async () => {
    const gone = Array.from({ length: 1500 }, (_, n) => `t${n} CNAME gone${n}`).join('\n');
    editor.open(
      'many.example.com.zone',
      `${head}${gone}\n${Array.from({ length: 300 }, (_, n) => `m${n} A bad${n}`).join('\n')}\n`,
    );
    const findings = await editor.diagnostics('many.example.com.zone');
    assert.equal(findings.length, 1000);
    assert.equal(findings.filter(({ code }) => String(code).startsWith('a/')).length, 300);
  });

  it('shows what says the same many times once, with a count', async () => {
    const twice = Array.from({ length: 1500 }, (_, n) => `t${n} A 198.51.100.2\nt${n} A 198.51.100.2`).join('\n');
    editor.open('twice.example.com.zone', `${head}${twice}\n`);
    const findings = await editor.diagnostics('twice.example.com.zone');
    assert.deepEqual(
      findings.map(({ code, message }) => `${String(code)}: ${String(message).replace(/^.* \(/, '(')}`),
      ['rrset/duplicate: (and at least 999 more like it)'],
    );
  });

  it('forgets a document that is closed', async () => {
    editor.close('batch.zone');
    assert.deepEqual(await editor.findings('batch.zone'), []);
  });
});

describe('the server in a workspace', () => {
  let editor: Editor;
  const withPart = `${head.replace('ns2.example.net.', 'ns2.example.org.')}$INCLUDE ../parts/hosts.inc\n`;
  const forward = `${head}@ MX 10 mail\nmail A 192.0.2.25\n`,
    reverse =
      '$TTL 3600\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 300\n@ NS ns1.example.com.\n@ NS ns2.example.net.\n';
  before(async () => {
    editor = await Editor.start({
      files: {
        'example.com.zone': forward,
        '2.0.192.in-addr.arpa.zone': reverse,
        'parts/hosts.inc': 'web A 192.0.2.80\nweb A 192.0.2.80\n',
        'with-part/example.net.zone': withPart,
        'example.org/named.conf':
          'zone "example.org" { type primary; file "data/main"; };\nzone "x" { type primary; };\n',
        'example.org/data/main': `${head}@ MX 10 nobody\n`,
      },
    });
  });
  after(() => editor.stop());

  /** Resolves when the server asks the editor to ask for findings again. Each reason to is awaited by its own test, so that none is taken for another. */
  const askedToLookAgain = (): Promise<unknown> => editor.connection.next('workspace/diagnostic/refresh');

  it('sees the reverse zone in a file that nobody opened', async () => {
    editor.open('example.com.zone', forward);
    assert.ok((await editor.findings('example.com.zone')).includes('7 ptr/missing'));
  });

  it('looks again when that file changes on the disk', async () => {
    const asked = askedToLookAgain();
    await editor.write('2.0.192.in-addr.arpa.zone', `${reverse}25 PTR mail.example.com.\n`);
    editor.tellChanges({ '2.0.192.in-addr.arpa.zone': 2 });
    assert.ok(!(await editor.findings('example.com.zone')).includes('7 ptr/missing'));
    await asked;
  });

  it('takes the text of the editor, not that of the disk, while the file is open', async () => {
    const opened = askedToLookAgain();
    editor.open('2.0.192.in-addr.arpa.zone', reverse);
    assert.ok((await editor.findings('example.com.zone')).includes('7 ptr/missing'));
    await opened;
    const closed = askedToLookAgain();
    editor.close('2.0.192.in-addr.arpa.zone');
    assert.ok(!(await editor.findings('example.com.zone')).includes('7 ptr/missing'));
    await closed;
  });

  it('asks the editor to look again at one zone when another one, open beside it, is edited', async () => {
    const opened = askedToLookAgain();
    editor.open('2.0.192.in-addr.arpa.zone', reverse);
    assert.ok((await editor.findings('example.com.zone')).includes('7 ptr/missing'));
    await opened;
    const edited = askedToLookAgain();
    const end = { line: reverse.split('\n').length - 1, character: 0 };
    editor.change('2.0.192.in-addr.arpa.zone', { range: { start: end, end }, newText: '25 PTR mail.example.com.\n' });
    await edited;
    assert.ok(!(await editor.findings('example.com.zone')).includes('7 ptr/missing'));
    editor.close('2.0.192.in-addr.arpa.zone');
  });

  it('judges an included file with the zone that includes it', async () => {
    const text = withPart;
    editor.open('with-part/example.net.zone', text);
    const report = await editor.report('with-part/example.net.zone');
    assert.deepEqual(report.kind === 'full' ? report.items : undefined, []);
    assert.deepEqual(
      Object.entries(report.relatedDocuments ?? {}).map(([uri, related]) => [
        uri,
        'items' in related ? related.items.map(({ code }) => code) : [],
      ]),
      [[editor.uri('parts/hosts.inc'), ['rrset/duplicate']]],
    );
    editor.open('parts/hosts.inc', 'web A 192.0.2.80\n');
    assert.deepEqual(await editor.findings('parts/hosts.inc'), []);
    editor.change('parts/hosts.inc', {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      newText: 'ns1 A 198.51.100.1\n',
    });
    assert.deepEqual(await editor.findings('parts/hosts.inc'), ['2 rrset/duplicate']);
  });

  it('reads no included file outside of the workspace', async () => {
    editor.open(
      'outside.example.com.zone',
      `${head}$INCLUDE ../../../../../etc/passwd\n$INCLUDE /etc/passwd\n$INCLUDE nothing-here.inc\n`,
    );
    assert.deepEqual(
      (await editor.findings('outside.example.com.zone')).filter((finding) => finding.includes('include')),
      ['6 syn/include-outside-root', '7 syn/include-outside-root', '8 syn/include-missing'],
    );
  });

  it('follows no symbolic link out of the workspace', async () => {
    await symlink('/etc/hostname', path.join(editor.folder, 'link.inc'));
    await symlink(path.join(editor.folder, 'parts/hosts.inc'), path.join(editor.folder, 'inner.inc'));
    editor.open('links.example.com.zone', `${head}$INCLUDE link.inc\n$INCLUDE inner.inc\n`);
    assert.deepEqual(
      (await editor.findings('links.example.com.zone')).filter((finding) => finding.includes('include')),
      ['6 syn/include-outside-root'],
    );
  });

  it('finds an included file that comes later', async () => {
    await editor.write('nothing-here.inc', 'late A 192.0.2.7\n');
    editor.tellChanges({ 'nothing-here.inc': 1 });
    assert.ok(!(await editor.findings('outside.example.com.zone')).includes('8 syn/include-missing'));
  });

  it('reports every file of the workspace, configuration too, and then only what is new', async () => {
    const report = await editor.workspaceReport(),
      codes = new Map(
        report.items.map((item) => [item.uri, item.kind === 'full' ? item.items.map(({ code }) => String(code)) : []]),
      );
    assert.ok(
      codes.get(editor.uri('example.org/data/main'))?.includes('mx/no-address'),
      'a file that named.conf names is a zone',
    );
    assert.ok(codes.get(editor.uri('example.org/named.conf'))?.includes('config/no-file'));
    const ids = report.items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
    assert.deepEqual((await editor.workspaceReport(ids)).items, []);
  });
});

describe('the server whose editor opens another folder', () => {
  it('reads the zones of that one too, and forgets them with it', async (t) => {
    const editor = await Editor.start({
      files: { 'one/example.com.zone': head, 'two/example.org.zone': `${head}@ MX 10 nobody\n` },
      folder: false,
    });
    const change = (added: readonly string[], removed: readonly string[]): void => {
      const folders = (names: readonly string[]): unknown => names.map((name) => ({ uri: editor.uri(name), name }));
      editor.connection.notify('workspace/didChangeWorkspaceFolders', {
        event: { added: folders(added), removed: folders(removed) },
      });
    };
    t.after(() => editor.stop());
    // The answer to a workspace's report waits for something new.
    change(['one', 'two'], []);
    const { items } = await editor.workspaceReport();
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [editor.uri('two/example.org.zone')],
    );
    change([], ['two']);
    const {
      items: [gone, ...others],
    } = await editor.workspaceReport(items.map(({ uri, resultId }) => ({ uri, value: resultId! })));
    assert.deepEqual(gone, { kind: 'full', uri: editor.uri('two/example.org.zone'), version: null, items: [] });
    assert.deepEqual(others, []);
  });
});

describe('the server of an editor that does not ask for diagnostics', () => {
  it('sends them when they are there, with their version, and takes them back', async () => {
    const editor = await Editor.start({ capabilities: oldEditor });
    const published = editor.connection.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
    editor.open('example.com.zone', `${head}@ MX 10 mail\n`);
    const { uri, version, diagnostics } = await published;
    assert.equal(uri, editor.uri('example.com.zone'));
    assert.equal(version, 1);
    assert.ok(diagnostics.some(({ code }) => code === 'mx/no-address'));
    const withdrawn = editor.connection.next<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      ({ diagnostics: none }) => none.length === 0,
    );
    editor.close('example.com.zone');
    assert.equal((await withdrawn).uri, uri);
    await editor.stop();
  });
});
