import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { InsertMailRecordResult, MailRecordKinds } from '../../server/src/lsp/protocol/messages.ts';
import { Editor } from './editor.ts';

const head =
  '$TTL 3600\n@ IN SOA ns1.example.net. hostmaster.example.net. 1 7200 3600 1209600 300\n@ IN NS ns1.example.net.\n@ IN NS ns2.example.org.\n';

describe('a mail record that is to be inserted', () => {
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

  async function inserted(text: string, prefix: string): Promise<string> {
    const name = opened(text),
      [result, ...others] =
        (await editor.connection.request<InsertMailRecordResult>('zonewright/insertMailRecord', {
          uri: editor.uri(name),
          prefix,
        })) ?? [];
    assert.equal(result?.uri, editor.uri(name));
    assert.deepEqual(others, []);
    editor.change(name, ...result.edits.toReversed().map(({ range, snippet }) => ({ range, newText: snippet })));
    return editor.texts.get(name)!.text;
  }

  it('is one of those that make mail work, of a provider as well', async () => {
    const kinds = await editor.connection.request<MailRecordKinds>('zonewright/mailRecords', {
      uri: editor.uri(opened(head)),
    });
    assert.deepEqual(
      kinds.map(([plain]) => plain?.prefix),
      ['mx', 'a', 'aaaa', 'spf', 'dkim', 'dmarc', 'mta-sts', 'tls-rpt', 'bimi', 'caa', 'srv', 'null-mx'],
    );
    for (const kind of ['mx', 'spf', 'dkim'])
      for (const provider of ['microsoft365', 'google'])
        assert.ok(
          kinds.flat().some(({ prefix }) => prefix === `${kind}-${provider}`),
          `${kind}-${provider}`,
        );
  });

  it('goes where it belongs', async () => {
    assert.equal(
      await inserted(`${head}@ IN MX 10 mail\nwww IN A 198.51.100.80\n`, 'mx'),
      `${head}@ IN MX 10 mail\n@ IN MX \${2:20} \${1:www}\nwww IN A 198.51.100.80\n`,
    );
    assert.equal(
      await inserted(`${head}www IN A 198.51.100.80\n`, 'a'),
      `${head}www IN A 198.51.100.80\n\${1:host} IN A \${2|198.51.100.81,198.51.100.80|}\n`,
    );
  });

  it('may be several, at different places', async () => {
    assert.equal(
      await inserted(`${head}www IN A 198.51.100.80\n`, 'null-mx'),
      `${head}@ IN MX 0 .\n@ IN TXT "v=spf1 -all"\n_dmarc IN TXT "v=DMARC1; p=reject"\nwww IN A 198.51.100.80\n`,
    );
    assert.equal(
      await inserted(`${head}www IN A 198.51.100.80`, 'mta-sts').then((text) =>
        text.replace(/id=\$\{1:\d{14}\}/, 'id='),
      ),
      `${head}_mta-sts IN TXT "v=STSv1; id="\nwww IN A 198.51.100.80\nmta-sts IN A \${2|198.51.100.81,198.51.100.80|}\n`,
    );
  });

  it('has nothing that RFC 9989 took out of DMARC', async () =>
    assert.doesNotMatch(await inserted(head, 'dmarc'), /\b(?:pct|rf|ri)=/));
});
