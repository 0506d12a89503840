import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  MarkupContent,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { PasteRecordsResult } from '../../server/src/lsp/protocol/messages.ts';
import { Editor, marked } from './editor.ts';

const head =
  '$TTL 3600\n@ IN SOA ns1 hostmaster 2024030102 7200 3600 1209600 300\n@ NS ns1\n@ NS ns2.example.net.\nns1 A 198.51.100.1\n';

describe('a feature of the server', () => {
  let editor: Editor,
    documents = 0;
  before(async () => {
    editor = await Editor.start({
      files: {
        '2.0.192.in-addr.arpa.zone':
          '$TTL 3600\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 300\n@ NS ns1.example.com.\n25 PTR mail.example.com.\n',
        'inc/hosts.inc': 'www A 198.51.100.2\n',
      },
      settings: { inlayHints: { ttl: true } },
    });
  });
  after(() => editor.stop());

  /** Opens a document with a cursor `|` or a marked range, and gives its name and the place. */
  function opened(
    text: string,
    name = `${++documents}/example.com.zone`,
  ): {
    readonly name: string;
    readonly position: ReturnType<typeof marked>['position'];
    readonly range: ReturnType<typeof marked>['range'];
    readonly text: string;
  } {
    const { text: bare, position, range } = marked(text);
    editor.open(name, bare);
    return { name, position, range, text: bare };
  }

  async function hovered(text: string): Promise<string> {
    const { name, position } = opened(text),
      hover = await editor.hover(name, position);
    return (hover?.contents as MarkupContent | undefined)?.value ?? '';
  }

  async function offered(text: string): Promise<readonly CompletionItem[]> {
    const { name, position } = opened(text);
    return (await editor.completions(name, position)).items;
  }

  const labels = (items: readonly CompletionItem[]): readonly string[] =>
    items.toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map(({ label }) => label);

  /** What the text is when an item is taken. */
  async function taken(text: string, label: string): Promise<string> {
    const { name, position, text: bare } = opened(text),
      { items } = await editor.completions(name, position),
      item = items.find((one) => one.label === label);
    assert.ok(
      item?.textEdit !== undefined && 'range' in item.textEdit,
      `${label} is not among ${items.map((one) => one.label).join(', ')}`,
    );
    editor.change(name, item.textEdit);
    return editor.texts
      .get(name)!
      .text.split('\n')
      .at(bare.split('\n').length - 1)!;
  }

  describe('hover', () => {
    it('tells where a name is, what records it has and who points at it', async () => {
      const text = await hovered(`${head}mai|l A 192.0.2.25\n@ MX 10 mail\n`);
      assert.match(text, /\*\*mail\\\.example\\\.com\*\*/);
      assert.match(text, /A 192\.0\.2\.25/);
      assert.match(text, /Pointed at by[^]*`example\.com MX`, line 7/);
    });

    it('follows a target', async () => {
      assert.match(await hovered(`${head}mail A 192.0.2.25\n@ MX 10 m|ail\n`), /`exchange` — [^]*A 192\.0\.2\.25/);
      assert.match(await hovered(`${head}@ MX 10 nob|ody\n`), /It has no records/);
      assert.match(
        await hovered(`${head}sub NS ns1.sub\nns1.sub A 192.0.2.1\n@ MX 10 mail.s|ub\n`),
        /below the delegation of sub\\\.example\\\.com/,
      );
    });

    it('explains a type by its fields and source', async () => {
      const text = await hovered(`${head}@ M|X 10 ns1\n`);
      assert.match(text, /\*\*MX\*\*[^]*`preference`[^]*`exchange`[^]*RFC 1035/);
    });

    it('gives a TTL and timers in words, and reads a serial', async () => {
      assert.match(await hovered(`${head}a 9|0061 A 192.0.2.1\n`), /1 day 1 hour 1 minute 1 second/);
      assert.match(await hovered(head.replace('1209600', '12|09600')), /2 weeks/);
      assert.match(await hovered(head.replace('2024030102', '2024|030102')), /2024\\-03\\-01, change 2/);
    });

    it('explains an address with its reverse name and PTR', async () => {
      const text = await hovered(`${head}mail A 192.0|.2.25\n`);
      assert.match(text, /for examples/);
      assert.match(text, /`25\.2\.0\.192\.in-addr\.arpa`/);
      assert.match(text, /PTR: `mail\.example\.com`/);
    });

    it('explains the term of an SPF, DKIM or DMARC text, across its strings and escapes', async () => {
      assert.match(await hovered(`${head}@ TXT "v=spf1 a m|x -all"\n`), /mail hosts/);
      assert.match(await hovered(`${head}@ TXT "v=spf1 a mx" " -a|ll"\n`), /fail/);
      assert.match(await hovered(`${head}@ TXT "v=spf1 \\109|x -all"\n`), /mail hosts/);
      assert.match(await hovered(`${head}_dmarc TXT "v=DMARC1; p=rej|ect"\n`), /reject|refuse/i);
      assert.match(await hovered(`${head}s._domainkey TXT "v=DKIM1; k=r|sa; p="\n`), /Key type/);
    });

    it('says nothing in comments and blank space', async () => {
      assert.equal(await hovered(`${head}a A 192.0.2.1 ; a com|ment\n`), '');
      assert.equal(await hovered(`${head}\n|\n`), '');
    });

    it('finds its place behind characters of two code units, and in CR LF', async () => {
      assert.match(await hovered(`${head}a TXT "😀é" "x"\nb A 192.0.|2.1\n`.replaceAll('\n', '\r\n')), /for examples/);
      const { name, position } = opened(`${head}a TXT "😀é" ; 😀\n😀 A 192.|0.2.1\n`),
        hover = await editor.hover(name, position);
      assert.deepEqual(hover?.range, { start: { line: 6, character: 5 }, end: { line: 6, character: 14 } });
    });
  });

  describe('completion', () => {
    it('offers types where one belongs, the usual ones first', async () => {
      const items = labels(await offered(`${head}www |`));
      assert.deepEqual(items.slice(0, 4), ['IN', 'A', 'AAAA', 'CNAME']);
      assert.ok(items.includes('SVCB'));
      assert.deepEqual(labels(await offered(`${head}www IN A|`)).slice(0, 2), ['A', 'AAAA']);
      assert.equal(await taken(`${head}  300 IN ca|`, 'CAA'), '  300 IN CAA');
    });

    it('offers names and directives at the start of a line', async () => {
      const items = labels(await offered(`${head}|`));
      assert.equal(items[0], '@');
      assert.ok(items.includes('ns1') && items.includes('$TTL') && items.includes('_dmarc'));
      assert.equal(await taken(`${head}$T|`, '$TTL'), '$TTL ${1:3600}'.replace('$TTL', '\\$TTL'));
    });

    it('offers hosts with an address first where a record points at a host', async () => {
      const items = labels(await offered(`${head}alias CNAME ns1\nmail A 192.0.2.25\n@ MX 10 |`));
      assert.ok(items.includes('mail') && !items.includes('alias'));
      assert.ok(items.includes('smtp.google.com.'));
      assert.equal(await taken(`${head}mail A 192.0.2.25\n@ MX 10 ma|`, 'mail'), '@ MX 10 mail');
    });

    it('writes names as the origin makes them', async () => {
      assert.equal(
        await taken(`${head}$ORIGIN sub.example.com.\nhost A 192.0.2.1\nx CNAME |`, 'ns1.example.com.'),
        'x CNAME ns1.example.com.',
      );
      assert.equal(
        await taken(`${head}$ORIGIN sub.example.com.\nhost A 192.0.2.1\nx CNAME h|`, 'host'),
        'x CNAME host',
      );
    });

    it('offers SPF terms inside the string, and providers behind include', async () => {
      assert.equal(await taken(`${head}@ TXT "v=spf1 mx -|"`, '-all'), '@ TXT "v=spf1 mx -all"');
      assert.equal(
        await taken(`${head}@ TXT "v=spf1 include:_spf.g|"`, '_spf.google.com'),
        '@ TXT "v=spf1 include:_spf.google.com"',
      );
      assert.equal(await taken(`${head}@ TXT "v=spf1 a" " m|"`, 'mx'), '@ TXT "v=spf1 a" " mx"');
    });

    it('offers DMARC and DKIM tags with their values', async () => {
      const tags = labels(await offered(`${head}_dmarc TXT "v=DMARC1; p=none; |"`));
      assert.ok(tags.includes('rua=') && tags.includes('np=') && !tags.includes('p='));
      assert.ok(!tags.includes('pct='), 'RFC 9989 removed pct');
      assert.equal(
        await taken(`${head}_dmarc TXT "v=DMARC1; p=qu|"`, 'quarantine'),
        '_dmarc TXT "v=DMARC1; p=quarantine"',
      );
      assert.deepEqual(labels(await offered(`${head}s._domainkey TXT "v=DKIM1; k=|"`)), ['rsa', 'ed25519']);
      assert.match(
        await taken(`${head}_dmarc TXT "|"`, 'v=DMARC1; p='),
        /v=DMARC1; p=\$\{1\|none,quarantine,reject\|\}/,
      );
    });

    it('offers the values of a field', async () => {
      assert.ok(labels(await offered(`${head}@ CAA 0 |`)).includes('issuewild'));
      assert.ok(labels(await offered(`${head}@ HTTPS 1 . |`)).includes('alpn='));
    });

    it('describes a type or a name when it is looked at', async () => {
      const { name, position } = opened(`${head}www |`),
        item = (await editor.completions(name, position)).items.find(({ label }) => label === 'MX');
      assert.equal(item?.documentation, undefined);
      assert.match(
        (
          (await editor.connection.request<CompletionItem>('completionItem/resolve', item!))
            .documentation as MarkupContent
        ).value,
        /`preference`/,
      );
      const target = (await offered(`${head}@ MX 10 |`)).find(({ label }) => label === 'ns1');
      assert.match(
        (
          (await editor.connection.request<CompletionItem>('completionItem/resolve', target!))
            .documentation as MarkupContent
        ).value,
        /198\.51\.100\.1/,
      );
    });

    it("offers a whole zone first in an empty file, with the file's name", async () => {
      const { name, position } = opened('|', `${++documents}/example.org.zone`),
        { items } = await editor.completions(name, position);
      assert.equal(labels(items)[0], 'zone');
      assert.match(
        (items.find(({ label }) => label === 'zone')!.textEdit as TextEdit).newText,
        /\$ORIGIN example\.org\./,
      );
    });

    it('offers files of the folder to include', async () => {
      const { name, position } = opened(`${head}$INCLUDE |`, 'example.net.zone');
      assert.deepEqual(labels((await editor.completions(name, position)).items), [
        '2.0.192.in-addr.arpa.zone',
        'inc/hosts.inc',
      ]);
    });

    it('offers nothing in comments', async () => {
      assert.deepEqual(await offered(`${head}a A 192.0.2.1 ; M|`), []);
    });
  });

  it('a line that is finished goes into the columns of those around it', async () => {
    const { name, position } = opened(
      '$TTL 1h\n@       IN SOA   ns1 hostmaster 1 7200 3600 1209600 300\n        IN NS    ns1\nns1 IN A 198.51.100.1\n|',
    );
    assert.deepEqual(
      (
        await editor.at<TextEdit[]>('onTypeFormatting', name, position, {
          ch: '\n',
          options: { tabSize: 8, insertSpaces: true },
        })
      ).map(({ range, newText }) => [range.start.line, range.start.character, newText.length]),
      [
        [3, 3, 5],
        [3, 8, 5],
      ],
    );
  });

  it('text from elsewhere is offered as records where one may start', async () => {
    const { name, position } = opened(`${head}|`),
      ask = (text: string): Promise<PasteRecordsResult | null> =>
        editor.connection.request('zonewright/pasteRecords', { uri: editor.uri(name), position, text });
    assert.deepEqual(await ask('198.51.100.7 db web\n'), {
      text: 'db A 198.51.100.7\nweb A 198.51.100.7\n',
      title: 'Insert 2 DNS records from a hosts file',
    });
    assert.equal(await ask('db A 198.51.100.7\n'), null);
  });

  it('signature help names the fields and the one at the cursor', async () => {
    const { name, position } = opened(`${head}_sip._tcp SRV 0 1| `),
      help = await editor.at<SignatureHelp>('signatureHelp', name, position);
    assert.equal(help.signatures[0]?.label, 'SRV priority weight port target');
    assert.equal(help.signatures[0]?.activeParameter, 1);
    const behind = opened(`${head}_sip._tcp SRV 0 1 |`);
    assert.equal(
      (await editor.at<SignatureHelp>('signatureHelp', behind.name, behind.position)).signatures[0]?.activeParameter,
      2,
    );
    const before = opened(`${head}_sip._tcp SR|V 0 1`);
    assert.equal(await editor.at('signatureHelp', before.name, before.position), null);
  });

  it('the outline has the names with their records, and directives', async () => {
    const { name } = opened(`${head}$ORIGIN sub\nwww A 192.0.2.1\n    AAAA 2001:db8::1\n`);
    const shown = (symbols: readonly DocumentSymbol[]): readonly string[] =>
      symbols.flatMap(({ name: one, children = [] }) => [one, ...children.map((child) => `  ${child.name}`)]);
    assert.deepEqual(shown(await editor.symbols(name)), [
      '$TTL',
      'example.com',
      '  SOA ns1 hostmaster 2024030102 7200 3600 1209600 300',
      '  NS ns1',
      '  NS ns2.example.net.',
      'ns1.example.com',
      '  A 198.51.100.1',
      '$ORIGIN',
      'www.sub.example.com',
      '  A 192.0.2.1',
      '  AAAA 2001:db8::1',
    ]);
  });

  it('folding takes entries and comments of several lines, and regions', async () => {
    const { name } = opened(
      '; one\n; two\n$TTL 3600\n@ IN SOA ns1 hostmaster (\n 1 7200 ; remark\n ; another\n 3600 1209600 300 )\n; #region mail\n@ MX 10 a\n; #endregion\n; single\n',
    );
    const folds = await editor.connection.request<readonly FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri: editor.uri(name) },
    });
    assert.deepEqual(
      folds.map(({ startLine, endLine, kind }) => [startLine, endLine, kind ?? 'entry']),
      [
        [0, 1, 'comment'],
        [3, 6, 'entry'],
        [7, 9, 'region'],
      ],
    );
  });

  it('the definition of a target is its records, of an address its PTR', async () => {
    const target = opened(`${head}@ MX 10 ma|il\nmail A 192.0.2.25\n  AAAA 2001:db8::25\n`);
    assert.deepEqual(
      (await editor.at<readonly Location[]>('definition', target.name, target.position)).map(
        ({ range }) => range.start.line,
      ),
      [6, 7],
    );
    const address = opened(`${head}mail A 192.0.2|.25\n`),
      [pointer] = await editor.at<readonly Location[]>('definition', address.name, address.position);
    assert.deepEqual([pointer?.uri, pointer?.range.start.line], [editor.uri('2.0.192.in-addr.arpa.zone'), 3]);
  });

  it('references are all places where a name is written, in reverse zones and SPF too', async () => {
    const { name, position } = opened(
      `${head}@ MX 10 mail\nma|il A 192.0.2.25\n     AAAA 2001:db8::25\n@ TXT "v=spf1 a:mail.example.com -all"\n`,
      'example.com.zone',
    );
    const found = (await editor.references(name, position))
      .map(
        ({ uri, range: { start, end } }) =>
          `${uri.split('/').at(-1)} ${start.line}:${start.character}-${end.character}`,
      )
      .sort();
    assert.deepEqual(found, [
      '2.0.192.in-addr.arpa.zone 3:7-24',
      'example.com.zone 5:8-12',
      'example.com.zone 6:0-4',
      'example.com.zone 8:16-32',
    ]);
    const highlights = await editor.at<readonly DocumentHighlight[]>('documentHighlight', name, position);
    assert.deepEqual(highlights.map(({ kind, range }) => [range.start.line, kind]).sort(), [
      [5, 2],
      [6, 3],
      [8, 2],
    ]);
    editor.close(name);
  });

  describe('rename', () => {
    const rename = async (text: string, newName: string): Promise<string> => {
      const name = 'example.com.zone',
        { position } = opened(text, name);
      try {
        await editor.apply(await editor.at<WorkspaceEdit>('rename', name, position, { newName }));
        return editor.texts.get(name)!.text.slice(head.length);
      } finally {
        editor.close(name);
      }
    };

    it('changes every place, relative and absolute as each is written, with what is about the name alone', async () => {
      const zone =
        '@ MX 10 ma|il.example.com.\nmail A 192.0.2.25\n_25._tcp.mail TLSA 3 1 1 00\nimap.mail A 192.0.2.26\n$ORIGIN mail.example.com.\n@ AAAA 2001:db8::25\nx CNAME @\n';
      assert.equal(
        await rename(head + zone, 'smtp'),
        '@ MX 10 smtp.example.com.\nsmtp A 192.0.2.25\n_25._tcp.smtp TLSA 3 1 1 00\nimap.mail A 192.0.2.26\n$ORIGIN mail.example.com.\nsmtp.example.com. AAAA 2001:db8::25\nx CNAME smtp.example.com.\n',
      );
      assert.match(editor.texts.get('2.0.192.in-addr.arpa.zone')?.text ?? '', /25 PTR smtp\.example\.com\./);
      editor.close('2.0.192.in-addr.arpa.zone');
    });

    it('refuses the zone itself, names that exist, names outside and what is no name', async () => {
      await assert.rejects(rename(`${head}@| A 192.0.2.1\n`, 'x'), /is the zone itself/);
      await assert.rejects(rename(`${head}a| A 192.0.2.1\n`, 'ns1'), /already has records/);
      await assert.rejects(rename(`${head}a| A 192.0.2.1\n`, 'a.example.org.'), /isn't in the zone/);
      await assert.rejects(rename(`${head}a| A 192.0.2.1\n`, 'b..c'), /isn't a valid domain name/);
      await assert.rejects(rename(`${head}$GENERATE 1-3 h$ A 192.0.2.$\n@ MX 10 h|1\n`, 'x'), /\$GENERATE/);
    });
  });

  it('an $INCLUDE links to its file', async () => {
    await editor.write('linked/part.inc', 'www A 192.0.2.1\n');
    const { name } = opened(`${head}$INCLUDE part.inc\n`, 'linked/example.com.zone');
    await editor.diagnostics(name);
    const links = await editor.connection.request<readonly DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: editor.uri(name) },
    });
    assert.deepEqual(
      links.map(({ target, range }) => [target, range.start.line, range.start.character, range.end.character]),
      [[editor.uri('linked/part.inc'), 5, 9, 17]],
    );
  });

  it('formatting puts what is in columns under each other, and refuses a text whose parenthesis is never closed', async () => {
    const format = (name: string, insertSpaces: boolean): Promise<readonly TextEdit[]> =>
      editor.connection.request('textDocument/formatting', {
        textDocument: { uri: editor.uri(name) },
        options: { tabSize: 8, insertSpaces },
      });
    const { name, text } = opened(
        'www             300 IN A     192.0.2.1\nmail-host 300 IN AAAA 2001:db8::1\nftp             300 IN A     192.0.2.2\n',
      ),
      lines = text.split('\n');
    for (const {
      range: { start, end },
      newText,
    } of (await format(name, true)).toReversed()) {
      assert.equal(start.line, end.line);
      lines[start.line] =
        lines[start.line]!.slice(0, start.character) + newText + lines[start.line]!.slice(end.character);
    }
    assert.deepEqual(lines, [
      'www             300 IN A     192.0.2.1',
      'mail-host       300 IN AAAA  2001:db8::1',
      'ftp             300 IN A     192.0.2.2',
      '',
    ]);
    await assert.rejects(format(opened('www A ( 192.0.2.1\n').name, true), /never closed/);
  });

  it('semantic tokens tell owners, types, classes, numbers and names', async () => {
    const { name } = opened('a 300 IN MX 10 b\n'),
      legend = (editor.capabilities['semanticTokensProvider'] as { legend: { tokenTypes: readonly string[] } }).legend
        .tokenTypes;
    const { data } = await editor.connection.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri: editor.uri(name) },
    });
    const tokens: unknown[] = [];
    for (let k = 0, at = 0; k < data.length; k += 5) {
      at += data[k + 1]!;
      tokens.push([at, data[k + 2], legend[data[k + 3]!]]);
    }
    assert.deepEqual(tokens, [
      [0, 1, 'variable'],
      [2, 3, 'number'],
      [6, 2, 'modifier'],
      [9, 2, 'type'],
      [12, 2, 'number'],
      [15, 1, 'variable'],
    ]);
  });

  it('inlay hints show the TTL that a record inherits, where the settings ask for it', async () => {
    const { name } = opened(`${head}a A 192.0.2.1\nb 60 A 192.0.2.2\n`);
    const hints = await editor.connection.request<readonly InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: editor.uri(name) },
      range: { start: { line: 5, character: 0 }, end: { line: 7, character: 0 } },
    });
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, position.character, label]),
      [[5, 2, '3600']],
    );
  });
});
