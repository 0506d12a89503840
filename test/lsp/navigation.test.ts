import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentLink,
  FoldingRange,
  InlayHint,
  LinkedEditingRanges,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { Editor, marked, replaced } from './editor.ts';

const head = '$TTL 3600\n@ IN SOA ns1 hostmaster 2024030102 7200 3600 1209600 300\n@ NS ns1\nns1 A 198.51.100.1\n';
const reverse =
  '$TTL 3600\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 300\n@ NS ns1.example.com.\n25 PTR Mail.Example.com.\n';

describe('finding the way in a zone', () => {
  let editor: Editor,
    documents = 0;
  before(async () => {
    editor = await Editor.start({
      files: { '2.0.192.in-addr.arpa.zone': reverse },
      settings: {
        inlayHints: { ttl: false, durations: true, names: true, owners: true },
        codeLens: { names: true, lookups: true },
      },
    });
  });
  after(() => editor.stop());

  function opened(
    text: string,
    name = `${++documents}/example.com.zone`,
  ): { readonly name: string; readonly position: ReturnType<typeof marked>['position']; readonly text: string } {
    const { text: bare, position } = marked(text);
    editor.open(name, bare);
    return { name, position, text: bare };
  }
  const ask = <T>(method: string, name: string, more: object = {}): Promise<T> =>
    editor.connection.request<T>(`textDocument/${method}`, { textDocument: { uri: editor.uri(name) }, ...more });
  const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

  async function hints(name: string): Promise<readonly string[]> {
    return (await ask<readonly InlayHint[]>('inlayHint', name, { range: everything })).map(
      ({ position: { line, character }, label }) => `${line}:${character} ${String(label)}`,
    );
  }

  it('hints say what records leave out: owners, ends of names, times in words, key tags', async () => {
    const { name } = opened(
      '@ 86400 IN NS ns1\r\n\t7200\tMX 10 (\r\n\t\tmail ; here\r\n\t)\r\nsub 1d A 192.0.2.1\r\n@ 90 DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==\r\n',
    );
    assert.deepEqual(await hints(name), [
      '0:1 example.com.',
      '0:7 1 day',
      '0:17 .example.com.',
      '1:0 @',
      '1:5 2 hours',
      '2:6 .example.com.',
      '4:3 .example.com.',
      '5:1 example.com.',
      '5:4 1 minute 30 seconds',
      '5:109 key tag 2371',
    ]);
  });

  it('the address of a reverse name is shown after it', async () => {
    const { name } = opened(reverse, '2.0.192.in-addr.arpa.zone');
    assert.ok((await hints(name)).includes('3:2 192.0.2.25'));
    editor.close(name);
  });

  it('folding takes the text of an $ORIGIN, the records of an owner and sections with headings', async () => {
    const { name } = opened(
      '; --- Hosts ---\na A 192.0.2.1\n  AAAA 2001:db8::1\n; between\n  TXT "x"\nb A 192.0.2.2\n\n; --- Mail ---\n@ MX 10 a\n\n$ORIGIN sub\nx A 192.0.2.3\ny A 192.0.2.4\n\n$ORIGIN example.com.\nz A 192.0.2.5\n',
    );
    const folds = await ask<readonly FoldingRange[]>('foldingRange', name);
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 5],
        [1, 4],
        [7, 15],
        [10, 12],
        [14, 15],
      ],
    );
  });

  it('a selection grows from the token over field, rdata, record and owner to the file', async () => {
    const { name, position, text } = opened(
      `${head}www A 192.0.2.1 ; first\n    TXT ( "one tw|o"\n      "three" ) ; last\nx A 192.0.2.2\n`,
    );
    const [range] = await ask<readonly SelectionRange[]>('selectionRange', name, { positions: [position] });
    const texts: string[] = [];
    for (let at = range; at !== undefined; at = at.parent) {
      const { start, end } = at.range;
      texts.push(cut(text, start, end));
    }
    assert.deepEqual(texts, [
      'one two',
      '"one two"',
      '"one two"\n      "three"',
      '    TXT ( "one two"\n      "three"',
      'www A 192.0.2.1 ; first\n    TXT ( "one two"\n      "three"',
      text,
    ]);
  });

  it('semantic tokens tell the apex, names of other zones and $GENERATE, and an edit sends only what it changes', async () => {
    const { name } = opened('@ MX 10 mx.example.net.\n$GENERATE 1-3 h$ A 192.0.2.$\n@ MD a\n');
    const { legend } = editor.capabilities['semanticTokensProvider'] as {
      legend: { tokenModifiers: readonly string[] };
    };
    const { data, resultId } = await ask<SemanticTokens>('semanticTokens/full', name);
    const modifiers: string[] = [];
    for (let k = 0; k < data.length; k += 5)
      modifiers.push(legend.tokenModifiers.filter((_, bit) => (data[k + 4]! & (1 << bit)) !== 0).join(' '));
    assert.equal(modifiers[0], 'declaration apex');
    assert.ok(modifiers.includes('outOfZone') && modifiers.includes('generated') && modifiers.includes('deprecated'));
    editor.change(name, { range: { start: { line: 2, character: 5 }, end: { line: 2, character: 6 } }, newText: 'bb' });
    const delta = await ask<SemanticTokensDelta>('semanticTokens/full/delta', name, { previousResultId: resultId });
    const [edit] = delta.edits;
    assert.ok(delta.edits.length === 1 && edit !== undefined && (edit.data?.length ?? 0) <= 5, JSON.stringify(delta));
    const patched = [...data];
    patched.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    assert.deepEqual(patched, (await ask<SemanticTokens>('semanticTokens/full', name)).data);
  });

  it('a name is typed in all its places at once only where they are in one file and written alike', async () => {
    const linked = async (text: string): Promise<number> => {
      const { name, position } = opened(text);
      await editor.diagnostics(name);
      return (await editor.at<LinkedEditingRanges | null>('linkedEditingRange', name, position))?.ranges.length ?? 0;
    };
    assert.equal(await linked(`${head}@ MX 10 web\nw|eb A 192.0.2.1\nweb AAAA 2001:db8::1\n`), 3);
    assert.equal(await linked(`${head}@ MX 10 web.example.com.\nw|eb A 192.0.2.1\n`), 0);
    assert.equal(await linked(`${head}|@ A 192.0.2.1\n@ AAAA 2001:db8::1\n`), 0);
    assert.equal(await linked(`${head}$GENERATE 1-2 h$ A 192.0.2.$\nx CNAME h|1\ny CNAME h1\n`), 0);
    assert.equal(await linked(`${head}@ TXT "v=spf1 a:web.example.com -all"\nw|eb A 192.0.2.1\nx CNAME web\n`), 0);
  });

  it('RFC numbers in comments and codes in suppressions are links, and those in strings are not', async () => {
    const { name } = opened(
      `; see RFC 7208, section 4.6.4\n${head}@ TXT "RFC 1035; not a link" ; rfc1912 §2.2\n@ MX 10 a ; zonewright-disable-line mx/no-address -- later\n`,
    );
    const links = await ask<readonly DocumentLink[]>('documentLink', name);
    assert.deepEqual(
      links.map(({ range: { start, end }, target }) => [start.line, start.character, end.character, target]),
      [
        [0, 6, 29, 'https://www.rfc-editor.org/rfc/rfc7208.html#section-4.6.4'],
        [5, 31, 43, 'https://www.rfc-editor.org/rfc/rfc1912.html#section-2.2'],
        [6, 36, 49, 'https://github.com/zonewright/zonewright/blob/main/docs/rules/mx/no-address.md'],
      ],
    );
  });

  it('lines above records count records and references, follow aliases and bump the serial', async () => {
    const { name } = opened(`${head}www CNAME web\nweb CNAME ns1\n`),
      lenses = await ask<readonly CodeLens[]>('codeLens', name),
      titles: string[] = [];
    for (const lens of lenses) {
      const { command, range } = await editor.connection.request<CodeLens>('codeLens/resolve', lens);
      titles.push(`${range.start.line} ${command?.title ?? ''}`);
    }
    assert.ok(titles.includes('4 Leads to web.example.com → ns1.example.com: 198.51.100.1'), titles.join('\n'));
    assert.ok(titles.includes('3 1 record, 3 references'), titles.join('\n'));
    assert.ok(
      titles.some((title) => /^1 Serial 2024030102: bump to \d{10}$/.test(title)),
      titles.join('\n'),
    );
  });

  it('names and zones of the workspace are found by their letters', async () => {
    const { name } = opened(`${head}webmail A 192.0.2.1\n`, 'example.com.zone');
    await editor.diagnostics(name);
    const found = await editor.connection.request<readonly WorkspaceSymbol[]>('workspace/symbol', { query: 'webmail' });
    assert.deepEqual(
      found.map((symbol) => [symbol.name, symbol.containerName]),
      [['webmail.example.com', 'example.com']],
    );
    const zones = await editor.connection.request<readonly WorkspaceSymbol[]>('workspace/symbol', { query: 'inaddr' });
    assert.equal(zones[0]?.name, '2.0.192.in-addr.arpa');
    editor.close(name);
  });

  it('the call hierarchy of a name shows what leads to it and where it leads, in other zones too', async () => {
    const { name, position } = opened(`${head}@ MX 10 mail\nma|il A 192.0.2.25\nwww CNAME mail\n`, 'example.com.zone');
    await editor.diagnostics(name);
    const [item] = await editor.at<readonly CallHierarchyItem[]>('prepareCallHierarchy', name, position);
    assert.equal(item?.name, 'mail.example.com');
    const calls = await editor.connection.request<readonly CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item,
    });
    assert.deepEqual(calls.map(({ from }) => from.name).toSorted(), [
      '25.2.0.192.in-addr.arpa',
      'example.com',
      'www.example.com',
    ]);
    const apex = calls.find(({ from }) => from.name === 'example.com')!.from;
    const out = await editor.connection.request<readonly CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: apex,
    });
    assert.deepEqual(out.map(({ to }) => to.name).toSorted(), [
      'hostmaster.example.com',
      'mail.example.com',
      'ns1.example.com',
    ]);
    editor.close(name);
  });

  describe('rename', () => {
    const rename = async (text: string, newName: string, name = 'example.com.zone'): Promise<string> => {
      const { position } = opened(text, name);
      try {
        await editor.apply(await editor.at<WorkspaceEdit>('rename', name, position, { newName }));
        return editor.texts.get(name)!.text;
      } finally {
        editor.close(name);
        editor.close('2.0.192.in-addr.arpa.zone');
      }
    };
    const zone = (mark: string): string => `${head}@ MX 10 mail\nmail A 192.0.2.25\n@ TXT "v=spf1 a:${mark} -all"\n`;

    it('takes a bare label typed over a name that is written out', async () => {
      assert.match(await rename(zone('ma|il.example.com'), 'smtp'), /a:smtp\.example\.com -all/);
      editor.open('example.com.zone', marked(zone('mail.example.com')).text);
      const renamed = await rename(reverse.replace('Mail', 'Ma|il'), 'smtp', '2.0.192.in-addr.arpa.zone');
      assert.match(renamed, /25 PTR smtp\.Example\.com\./);
    });

    it('turns letters beyond ASCII into A-labels, and takes a whole name without its final dot', async () => {
      assert.match(await rename(`${head}a| A 192.0.2.1\n`, 'bücher'), /\nxn--bcher-kva A 192/);
      assert.match(await rename(`${head}a| A 192.0.2.1\n`, 'b.example.com'), /\nb A 192/);
    });

    it('refuses what would collide, with a name, a delegation or a policy name below', async () => {
      const mail = `${head}m| A 192.0.2.1\n_25._tcp.m TLSA 3 1 1 00\n_25._tcp.n TLSA 3 1 1 00\nsub NS ns1.example.net.\nd DNAME example.net.\n`;
      await assert.rejects(rename(mail, 'n'), /_25\._tcp\.n\.example\.com already has records/);
      await assert.rejects(rename(mail, 'x.sub'), /below the delegation of sub\.example\.com/);
      await assert.rejects(rename(mail, 'x.d'), /below the DNAME record of d\.example\.com/);
    });
  });
});

describe('raising serials', () => {
  const start = async (mode: string): Promise<{ readonly editor: Editor; readonly applied: WorkspaceEdit[] }> => {
    const editor = await Editor.start({ settings: { serial: { bumpOnSave: mode } }, capabilities: saving }),
      applied: WorkspaceEdit[] = [];
    editor.connection.answers['workspace/applyEdit'] = ({ edit }: { readonly edit: WorkspaceEdit }) => {
      applied.push(edit);
      return { applied: true };
    };
    return { editor, applied };
  };
  const saving = {
    workspace: { configuration: true, workspaceFolders: true, applyEdit: true },
    textDocument: { synchronization: { willSaveWaitUntil: true }, publishDiagnostics: {} },
  };
  const insert = {
    range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
    newText: 'new A 192.0.2.9\n',
  };
  const willSave = (editor: Editor, name: string): Promise<readonly TextEdit[]> =>
    editor.connection.request('textDocument/willSaveWaitUntil', { textDocument: { uri: editor.uri(name) }, reason: 1 });

  it('is a command for one zone, and for those that have changed', async () => {
    const { editor, applied } = await start('off');
    try {
      editor.open('example.com.zone', head);
      editor.open('example.net.zone', head);
      await editor.symbols('example.com.zone');
      const run = (command: string, ...argumentsOf: readonly object[]): Promise<readonly { readonly zone: string }[]> =>
        editor.connection.request('workspace/executeCommand', { command, arguments: argumentsOf });
      assert.deepEqual(await run('zonewright.server.bumpChangedSerials'), []);
      editor.change('example.net.zone', insert);
      assert.deepEqual(
        (await run('zonewright.server.bumpChangedSerials')).map(({ zone }) => zone),
        ['example.net'],
      );
      const [one] = await run('zonewright.server.bumpSerial', { uri: editor.uri('example.com.zone') });
      assert.equal(one?.zone, 'example.com');
      assert.equal(applied.length, 2);
      await editor.apply(applied[1]!);
      assert.doesNotMatch(editor.texts.get('example.com.zone')!.text, /2024030102/);
    } finally {
      await editor.stop();
    }
  });

  it('happens while saving where the setting says always, once, and only if records changed', async () => {
    const { editor } = await start('always');
    try {
      editor.open('example.com.zone', head);
      await editor.symbols('example.com.zone');
      await editor.connection.request('workspace/executeCommand', { command: 'zonewright.server.bumpChangedSerials' });
      assert.deepEqual(await willSave(editor, 'example.com.zone'), []);
      editor.change('example.com.zone', insert);
      const edits = await willSave(editor, 'example.com.zone');
      assert.equal(edits.length, 1);
      assert.match(edits[0]!.newText, /^20\d{8}$/);
      editor.change('example.com.zone', edits[0]!);
      assert.deepEqual(await willSave(editor, 'example.com.zone'), []);
    } finally {
      await editor.stop();
    }
  });

  it('asks after saving where the setting says ask', async () => {
    const { editor, applied } = await start('ask');
    try {
      const asked = new Promise<string>((resolve) => {
        editor.connection.answers['window/showMessageRequest'] = ({
          message,
          actions,
        }: {
          message: string;
          actions: readonly object[];
        }) => {
          resolve(message);
          return actions[0];
        };
      });
      editor.open('example.com.zone', head);
      await editor.symbols('example.com.zone');
      await editor.connection.request('workspace/executeCommand', { command: 'zonewright.server.bumpChangedSerials' });
      editor.change('example.com.zone', insert);
      assert.deepEqual(await willSave(editor, 'example.com.zone'), []);
      editor.connection.notify('textDocument/didSave', { textDocument: { uri: editor.uri('example.com.zone') } });
      assert.match(await asked, /example\.com has changed, but its serial is the same/);
      while (applied.length === 0) await editor.symbols('example.com.zone');
      assert.match(JSON.stringify(applied[0]), /"newText":"20\d{8}"/);
    } finally {
      await editor.stop();
    }
  });
});

function cut(
  text: string,
  start: { line: number; character: number },
  end: { line: number; character: number },
): string {
  const rest = replaced(text, { start: { line: 0, character: 0 }, end: start }, ''),
    tail = replaced(text, { start: { line: 0, character: 0 }, end }, '');
  return rest.slice(0, rest.length - tail.length);
}
