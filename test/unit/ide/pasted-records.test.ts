import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pastedRecords } from '../../../server/src/ide/pasted-records.ts';
import { opened } from './opened.ts';

const head = '$TTL 3600\n@    IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n     IN NS  ns1\n';

function pasted(text: string, into = `${head}|`): string {
  const {
    linted: { zone },
    source,
    position,
  } = opened(into);
  return pastedRecords(zone, source, position, text)?.text ?? '';
}

describe('what is pasted becomes records', () => {
  it('from the output of dig', () => {
    const dig =
      '\n; <<>> DiG 9.20 <<>> example.com MX\n;; Got answer:\n;; flags: qr rd ra; QUERY: 1, ANSWER: 2\n;; OPT PSEUDOSECTION:\n; EDNS: version: 0\n;; QUESTION SECTION:\n;example.com.\t\tIN\tMX\n\n;; ANSWER SECTION:\nexample.com.\t\t3600\tIN\tMX\t10 mail.example.com.\nmail.example.com.\t60\tIN\tA\t198.51.100.25\nother.example.net.\t60\tIN\tA\t198.51.100.26\n\n;; Query time: 12 msec\n';
    assert.equal(pasted(dig), '@    IN MX  10 mail.example.com.\nmail 60 IN A 198.51.100.25\n');
  });

  it("from a hosts file, without the machine's own names", () => {
    assert.equal(
      pasted(
        '127.0.0.1 localhost\n::1 localhost ip6-localhost\n# servers\n198.51.100.5 db.example.com db\n2001:db8::5 db # new\n198.51.100.6 elsewhere.example.net\n',
      ),
      'db   IN A   198.51.100.5\ndb   IN AAAA 2001:db8::5\n',
    );
  });

  it("from a provider's table, with its headings or without", () => {
    const rows =
      'A\twww\t198.51.100.80\tAuto\nMX\t@\tmx.example.net\tAuto\nTXT\t@\tv=spf1 include:_spf.example.net ~all\t1 hour\nCNAME\tshop.example.com\tshops.example.org\t300\n';
    assert.equal(
      pasted(`Type\tName\tContent\tTTL\tPriority\n${rows.replace('mx.example.net\tAuto', 'mx.example.net\tAuto\t10')}`),
      'www  IN A   198.51.100.80\n@    IN MX  10 mx.example.net.\n@    IN TXT "v=spf1 include:_spf.example.net ~all"\nshop 300 IN CNAME shops.example.org.\n',
    );
    assert.equal(
      pasted('CNAME\tselector1._domainkey\tselector1.example.net\t3600\n'),
      'selector1._domainkey IN CNAME selector1.example.net.\n',
    );
    assert.equal(
      pasted('| Type | Host | Value |\n| ---- | ---- | ----- |\n| TXT  | @    | abc=1 |\n'),
      '@    IN TXT "abc=1"\n',
    );
  });

  it('from a page that names type, name and value', () =>
    assert.equal(
      pasted('Add this record:\n\nType: TXT\nHost: @\nValue: MS=ms12345678\nTTL: 3600\n'),
      '@    IN TXT "MS=ms12345678"\n',
    ));

  it('from a value alone', () => {
    assert.equal(
      pasted('v=spf1 include:_spf.example.net -all'),
      '@    IN TXT "v=spf1 include:_spf.example.net -all"\n',
    );
    assert.equal(pasted('"v=DMARC1; p=none"'), '_dmarc IN TXT "v=DMARC1; p=none"\n');
  });

  it('in the columns of the zone, the first ones of an empty file too', () => {
    assert.equal(
      pasted('v=spf1 -all', '$TTL 1h\n@\tIN\tSOA\tns1 hostmaster 1 7200 3600 1209600 300\n|'),
      '@\tIN\tTXT\t"v=spf1 -all"\n',
    );
    assert.equal(pasted('v=spf1 -all', '|'), '@               IN TXT   "v=spf1 -all"\n');
  });
});

describe('what is pasted stays as it is', () => {
  for (const [what, text] of [
    ['records of a zone file', 'www IN A 198.51.100.1\n@ 3600 IN MX 10 mail\n'],
    ['the same with tabs', 'www\tIN\tA\t198.51.100.1\nftp\t3600\tA\t198.51.100.1\n'],
    ['prose', 'A sentence about MX records. Another one.\nAnd more.'],
    ['an address', '198.51.100.1'],
    ["a value of a row that can't be", 'A\twww\tnot an address\n'],
  ] as const)
    it(`where it is ${what}`, () => assert.equal(pasted(text), ''));

  it('inside of a record, a string or a comment', () => {
    for (const into of [`${head}@ TXT "|"`, `${head}www |`, `${head}@ TXT (\n|)\n`, `${head}; |`])
      assert.equal(pasted('v=spf1 -all', into), '', into);
  });
});
