import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isSpf, parseSpf, parseTerm } from '../../../../server/src/mail/spf/syntax/parse.ts';
import { lookupTerms } from '../../../../server/src/mail/spf/limits.ts';
import type { SpfTerm } from '../../../../server/src/mail/spf/syntax/spf-record.ts';
import { versionSection } from '../../../../server/src/mail/spf/syntax/version.ts';

describe('an SPF record', () => {
  it('begins with v=spf1 in any case, and a space or nothing after it', () => {
    for (const text of ['v=spf1', 'V=SPF1', 'v=spf1 ', 'v=sPf1 -all']) assert.ok(isSpf(text), text);
    for (const text of ['', 'v=spf10', 'v=spf1;', ' v=spf1', 'v=spf1\t-all', 'v=spf1\n', 'spf1', 'v=spf2 -all'])
      assert.ok(!isSpf(text), text);
  });

  it('is recognised where its version is nearly right', () => {
    for (const [text, fault] of [
      ['v=spf1;mx', 'separator'],
      ['v=spf1, mx', 'separator'],
      ['v=spf1\tmx', 'separator'],
      ['v=spf1mx', 'no-space'],
      ['v=spf1-all', 'no-space'],
      ['v=spf2 mx', 'number'],
      ['v=spf1.0 mx', 'number'],
      ['v=spf', 'spelling'],
      ['v=spfv1 mx', 'spelling'],
      ['v=spfl mx', 'spelling'],
      ['vspf1 mx', 'spelling'],
      ['v:spf1 mx', 'spelling'],
      ['v = spf1 mx', 'spelling'],
      ['v=sfp1 include:example.com', 'spelling'],
      ['spf1 mx', 'spelling'],
      [' v=spf1 mx', 'leading'],
      ['"v=spf1 mx', 'leading'],
      ['\xef\xbb\xbfv=spf1', 'leading'],
      ['\xe2\x80\x9cv=spf1 mx', 'leading'],
      ['spf2.0/pra mx', 'sender-id'],
      ['spf2.0/mfrom,pra', 'sender-id'],
      ['example.com. IN TXT "v=spf1 mx', 'owner'],
      ['@ v=spf1 mx', 'owner'],
      ['send.example.com v=spf1 mx', 'owner'],
      ['TXT v=spf1 -all', 'owner'],
      ['SPF: v=spf1 -all', 'owner'],
    ] as const)
      assert.equal(versionSection(text)?.fault, fault, text);
  });

  it('is no text of another kind', () => {
    for (const text of [
      '',
      'v=DMARC1; p=none',
      'v=DKIM1; p=',
      'v=STSv1; id=1',
      'v=TLSRPTv1; rua=mailto:a@example.com',
      'v=BIMI1; l=',
      'google-site-verification=abc',
      'MS=ms123',
      'spf',
      'v=',
      'v',
      'spf-check=1',
      'all mx include',
      'we have v=spf1 in the other record',
      'apple-domain=x',
      'v=verifydomain MS=1',
      'spf record below',
      'v=spam1',
      'dkim=spf1',
    ])
      assert.equal(versionSection(text), undefined, text);
  });

  it('keeps every term, in order, with the octets where it stands', () => {
    const text = 'v=spf1  mx -IP4:192.0.2.0/24 a:Mail.example.com/28//64 redirect=%{d2}.example.com';
    const record = parseSpf(text);
    assert.ok(record.valid);
    assert.deepEqual(
      record.terms.map((term) => text.slice(term.start, term.end)),
      ['mx', '-IP4:192.0.2.0/24', 'a:Mail.example.com/28//64', 'redirect=%{d2}.example.com'],
    );
    const [mx, ip4, a] = record.mechanisms;
    assert.equal(mx?.qualifier, '+');
    assert.equal(mx?.qualifierPart, undefined);
    assert.deepEqual(
      [ip4?.known, ip4?.qualifier, ip4?.name.text, ip4?.network?.address?.octets, ip4?.cidr4?.value],
      ['ip4', '-', 'IP4', [192, 0, 2, 0], 24],
    );
    assert.deepEqual(
      [a?.domain?.text, a?.cidr4?.value, a?.cidr6?.value, a?.cidr4?.text, a?.cidr6?.text],
      ['Mail.example.com', 28, 64, '/28', '//64'],
    );
    assert.deepEqual(
      record.redirect?.domain?.parts.map((part) => [part.kind, text.slice(part.start, part.end)]),
      [
        ['macro', '%{d2}'],
        ['literal', '.example.com'],
      ],
    );
  });

  it('has slashes and colons in names, and prefix lengths behind them', () => {
    const term = parseTerm('a:foo:bar/baz.example.com/24');
    assert.ok(term.kind === 'mechanism' && term.faults.length === 0);
    assert.equal(term.domain?.text, 'foo:bar/baz.example.com');
    assert.equal(term.cidr4?.value, 24);
  });

  it('counts as look-ups what is reached and asks the DNS', () => {
    const names = (text: string): readonly string[] => lookupTerms(parseSpf(text)).map((term: SpfTerm) => term.text);
    assert.deepEqual(
      names(
        'v=spf1 a mx ptr ip4:192.0.2.1 include:a.example.com exists:b.example.com -all mx redirect=c.example.com exp=d.example.com',
      ),
      ['a', 'mx', 'ptr', 'include:a.example.com', 'exists:b.example.com'],
    );
    assert.deepEqual(names('v=spf1 a redirect=c.example.com'), ['a', 'redirect=c.example.com']);
  });
});

describe('the grammar of a term', () => {
  const good = [
    'all',
    '-ALL',
    '?All',
    'a',
    'a/0',
    'a//0',
    'a/32//128',
    'a:%{d}',
    'a:%{d}/24',
    'a:example.com.',
    'a:_spf.example.com',
    'a:example.xn--p1ai',
    'a:1.example.1a',
    'mx',
    '+mx:example.com//64',
    'ptr',
    'ptr:example.com',
    'ip4:192.0.2.1',
    'ip4:192.0.2.1/32',
    'ip6:::',
    'ip6:::1.1.1.1/0',
    'ip6:2001:db8::/128',
    'include:example.com',
    'exists:%{i}.%{s1}.100/86400.rate.%{d}',
    'exists:%{L1R-._}',
    'exists:a%%b%_c%-d.example.com',
    'exists:%%',
    'a:.com',
    'redirect=example.com',
    'REDIRECT=%{d}',
    'exp=%{ir}.example.com',
    'moo.cow-far_out=man:dog/cat',
    'default=',
    'include=example.com',
    'a=b',
    'x=%{s}',
  ];
  const bad = [
    'all.',
    'all:x',
    'all/8',
    'a/33',
    'a/00',
    'a/024',
    'a//129',
    'a/24/64',
    'a/',
    'a//',
    'a/x',
    'a:',
    'a:/24',
    'a:example',
    'a:example.',
    'a:example.123',
    'a:example.-com',
    'a:example.com-',
    'a:example.com:80',
    'a:192.0.2.1',
    'a:%{d}x',
    'a:%',
    'a:%{d',
    'a:%{}',
    'a:%{z}',
    'a:%{d0}',
    'a:%{dr2}',
    'a:%{d!}',
    'a:%{c}',
    'a:%{r}.example.com',
    'a:%(d)',
    'a:caf\xe9.example.com',
    'a:a\x00.example.com',
    'a\t',
    'ptr/24',
    'ptr:',
    'ip4',
    'ip4:',
    'ip4:192.0.2',
    'ip4:192.0.2.1/33',
    'ip4:192.0.2.1//32',
    'ip4:192.0.2.1/',
    'ip4:2001:db8::',
    'ip4:%{i}',
    'ip6',
    'ip6:2001:db8::/129',
    'ip6:2001:db8::1::1',
    'ip6:192.0.2.1',
    'include',
    'include:',
    'include:example.com/24',
    'include/24',
    'exists',
    'exists:',
    'exists:example.com/24',
    'moo',
    'moo:x',
    '++all',
    '-',
    ':',
    '=all',
    '1up=x',
    'redirect=',
    'redirect:example.com',
    'redirect=example',
    'redirect=example.com/24',
    'exp=',
    'exp=-all',
    'x=%',
    'x=%abc',
    'x=%{c}',
    'x=\xe9',
    '-redirect=example.com',
    '\xe2\x80\x93all',
  ];
  for (const text of good)
    it(`takes ${text}`, () => {
      assert.deepEqual(parseTerm(text).faults, []);
    });
  for (const text of bad)
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.notEqual(parseTerm(text).faults.length, 0);
    });

  it('takes redirect and exp once each, and other modifiers as often as they stand there', () => {
    assert.deepEqual(
      parseSpf('v=spf1 redirect=example.com exp=example.com Redirect=example.com EXP=example.com').faults.map(
        (fault) => fault.kind,
      ),
      ['repeated-modifier', 'repeated-modifier'],
    );
    assert.ok(parseSpf('v=spf1 x=1 x=2').valid);
  });
});

describe('the parser', () => {
  const token = fc.constantFrom(
    ' ',
    '  ',
    'v=spf1',
    'mx',
    '-',
    'all',
    'a',
    ':',
    '/',
    '//',
    '24',
    '%',
    '{',
    'd',
    '}',
    'include',
    'ip4',
    'ip6',
    '192.0.2.1',
    '::',
    '=',
    'redirect',
    'exp',
    '.',
    'com',
    '\xe9',
    '\x00',
    '\n',
    ',',
    ';',
    '"',
  );
  const text = fc.oneof(
    fc.array(token, { maxLength: 14 }).map((tokens) => `v=spf1 ${tokens.join('')}`),
    fc.array(token, { maxLength: 14 }).map((tokens) => tokens.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('never throws, and the spans of its parts are what they say', () => {
    fc.assert(
      fc.property(text, (input) => {
        const record = parseSpf(input);
        for (const part of [
          ...record.terms,
          ...record.faults,
          ...record.mechanisms.flatMap(({ name, argument, domain, network, cidr4, cidr6 }) => [
            name,
            argument,
            domain,
            network,
            cidr4,
            cidr6,
          ]),
        ]) {
          if (part !== undefined) assert.equal(input.slice(part.start, part.end), part.text);
        }
        for (const domain of record.terms.map((term) => term.domain))
          assert.equal(domain?.parts.map((part) => part.text).join(''), domain?.text);
      }),
      { numRuns: 3000 },
    );
  });

  it('loses no octet but the spaces between terms', () => {
    fc.assert(
      fc.property(text, (input) => {
        if (!isSpf(input)) return;
        assert.equal(
          parseSpf(input)
            .terms.map((term) => term.text)
            .join(' '),
          input
            .slice(6)
            .split(' ')
            .filter((piece) => piece !== '')
            .join(' '),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
