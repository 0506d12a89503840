import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { zoneTokenTypes } from './tokenizer.ts';

interface LanguageConfiguration {
  readonly autoClosingPairs: readonly {
    readonly open: string;
    readonly close: string;
    readonly notIn: readonly string[];
  }[];
  readonly wordPattern: string;
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
  readonly onEnterRules: readonly { readonly beforeText: string; readonly action: { readonly indent: string } }[];
}

const configuration = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../language-configuration.json'), 'utf8'),
) as LanguageConfiguration;

describe('a word in a zone file', () => {
  const words = (text: string): readonly string[] => text.match(new RegExp(configuration.wordPattern, 'g')) ?? [];

  for (const name of [
    'example.com.',
    '_sip._tcp.example.com',
    'a-b.example.com.',
    '*.example.com',
    '@',
    'host\\.name\\032x.example.com',
    'xn--bcher-kva.example',
    'bücher.example',
    '0/25.2.0.192.in-addr.arpa.',
    'admin@example.com',
  ]) {
    it(`is the whole of ${name}`, () => assert.deepEqual(words(`x ${name} y`), ['x', name, 'y']));
  }
  for (const address of ['192.0.2.1', '2001:db8::1', '::1', '::ffff:192.0.2.1', '2001:db8:0:0:8:800:200c:417a']) {
    it(`is the whole address ${address}`, () => assert.deepEqual(words(`AAAA ${address};c`), ['AAAA', address, 'c']));
  }
  it('ends at comments, parentheses and quotation marks', () =>
    assert.deepEqual(words('a(b)c;d "e"'), ['a', 'b', 'c', 'd', 'e']));
  it('is a directive with its dollar sign', () =>
    assert.deepEqual(words('$ORIGIN example.com.'), ['$ORIGIN', 'example.com.']));
  it('is one part of an SPF term', () =>
    assert.deepEqual(words('"v=spf1 a:mail.example.com ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all"'), [
      'v',
      'spf1',
      'a',
      'mail.example.com',
      'ip4',
      '192.0.2.0/24',
      'ip6',
      '2001:db8::',
      '/32',
      'all',
    ]));
  it('is one part of a tag', () =>
    assert.deepEqual(words('p=none; rua=mailto:a@example.com,mailto:b@example.com'), [
      'p',
      'none',
      'rua',
      'mailto',
      'a@example.com',
      'mailto',
      'b@example.com',
    ]));
});

describe('folding', () => {
  const { start, end } = configuration.folding.markers;
  it('begins at ; #region and ends at ; #endregion', () => {
    assert.match('; #region mail', new RegExp(start));
    assert.match('  ;#region', new RegExp(start));
    assert.match('; #endregion', new RegExp(end));
  });
  it('does not begin at a comment about a region, or at a string', () => {
    assert.doesNotMatch('; region north', new RegExp(start));
    assert.doesNotMatch('a TXT "; #region"', new RegExp(start));
  });
});

describe('the line after Enter', () => {
  const indentAfter = (line: string): string | undefined =>
    configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line))?.action.indent;
  it('is indented inside parentheses', () => {
    assert.equal(indentAfter('@ IN SOA ns1 admin ('), 'indent');
    assert.equal(indentAfter('@ IN SOA ns1 admin ( ; serial next'), 'indent');
    assert.equal(indentAfter('s1._domainkey TXT ( "v=DKIM1; k=rsa;"'), 'indent');
  });
  it('begins at the margin behind a closing parenthesis', () => {
    assert.equal(indentAfter('    3600 )'), 'none');
    assert.equal(indentAfter('    "end; of (text" ) ; done'), 'none');
  });
  it('is left alone elsewhere', () => {
    for (const line of ['www A 192.0.2.1', '@ SOA ns1 admin ( 1 2 3 4 5 )', 'a TXT "("', '; (', 'a TXT ")"'])
      assert.equal(indentAfter(line), undefined, line);
  });
});

describe('quotation marks and parentheses', () => {
  /** Whether VS Code closes what is typed at `|`: it looks at what a letter would be there. */
  async function closes(open: string, line: string): Promise<boolean> {
    const pair = configuration.autoClosingPairs.find((one) => one.open === open)!,
      at = line.indexOf('|'),
      typeAt = await zoneTokenTypes();
    const types = [typeAt(line.replace('|', 'a'), at), at === 0 ? 'other' : typeAt(line.replace('|', ''), at - 1)];
    return !types.some((type) => pair.notIn.includes(type));
  }

  for (const line of [
    '@ TXT |',
    '@ IN TXT |',
    's1._domainkey TXT |',
    '@ CAA 0 issue |',
    '@ SOA ns1 admin |',
    '@ HINFO |',
    '@ DNSKEY 257 3 13 |',
    'www A |',
    '|',
  ]) {
    it(`close themselves at ${line}`, async () => {
      assert.ok(await closes('"', line));
      assert.ok(await closes('(', line));
    });
  }
  for (const line of ['@ TXT "v=spf1 |"', '@ TXT "v=spf1 -all |', '; a comment |', 'www A 192.0.2.1 ; |']) {
    it(`don't at ${line}`, async () => {
      assert.ok(!(await closes('"', line)));
      assert.ok(!(await closes('(', line)));
    });
  }
});
