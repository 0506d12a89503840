import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAddress } from '../../../../server/src/mail/spf/syntax/address.ts';
import { expandDomain, expandMacros } from '../../../../server/src/mail/spf/expand.ts';
import type { MacroValues } from '../../../../server/src/mail/spf/expand.ts';
import { parseDomainSpec, parseMacroString } from '../../../../server/src/mail/spf/syntax/macro-syntax.ts';

const values = (ip: string): MacroValues => ({
  sender: 'strong-bad@email.example.com',
  localPart: 'strong-bad',
  senderDomain: 'email.example.com',
  domain: 'email.example.com',
  ip: parseAddress(ip) ?? { version: 4, octets: [] },
  helo: 'mx.example.org',
  receiver: 'mx.example.net',
  time: 1_000_000_000.5,
  validatedName: () => 'mx.example.org',
});

describe('the examples of RFC 7208 §7.4', () => {
  const examples: readonly (readonly [macro: string, expansion: string])[] = [
    ['%{s}', 'strong-bad@email.example.com'],
    ['%{o}', 'email.example.com'],
    ['%{d}', 'email.example.com'],
    ['%{d4}', 'email.example.com'],
    ['%{d3}', 'email.example.com'],
    ['%{d2}', 'example.com'],
    ['%{d1}', 'com'],
    ['%{dr}', 'com.example.email'],
    ['%{d2r}', 'example.email'],
    ['%{l}', 'strong-bad'],
    ['%{l-}', 'strong.bad'],
    ['%{lr}', 'strong-bad'],
    ['%{lr-}', 'bad.strong'],
    ['%{l1r-}', 'strong'],
    ['%{ir}.%{v}._spf.%{d2}', '3.2.0.192.in-addr._spf.example.com'],
    ['%{lr-}.lp._spf.%{d2}', 'bad.strong.lp._spf.example.com'],
    ['%{lr-}.lp.%{ir}.%{v}._spf.%{d2}', 'bad.strong.lp.3.2.0.192.in-addr._spf.example.com'],
    ['%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}', '3.2.0.192.in-addr.strong.lp._spf.example.com'],
    ['%{d2}.trusted-domains.example.net', 'example.com.trusted-domains.example.net'],
  ];
  for (const [macro, expansion] of examples) {
    it(`${macro} is ${expansion}`, () => {
      assert.equal(expandMacros(parseMacroString(macro, 0), values('192.0.2.3')), expansion);
    });
  }

  it('an IPv6 address is reversed nibble by nibble', () => {
    const expected = '1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com';
    assert.equal(
      expandMacros(parseMacroString('%{ir}.%{v}._spf.%{d2}', 0), values('2001:db8::cb01')).toLowerCase(),
      expected,
    );
  });
});

describe('a macro', () => {
  const expand = (text: string): string => expandMacros(parseMacroString(text, 0, 'exp-text'), values('192.0.2.3'));

  it('in upper case is URL-escaped', () => {
    assert.equal(expand('%{S}'), 'strong-bad%40email.example.com');
  });

  it('stands for the readable address, the receiver and the time in explanations', () => {
    assert.equal(expand('%{c} %{r} %{t}'), '192.0.2.3 mx.example.net 1000000000');
  });

  it('has escapes for a percent sign and for spaces', () => {
    assert.equal(expand('100%%_%_%-'), '100%_ %20');
  });

  it('is split at each of its delimiters and joined with dots', () => {
    assert.equal(expand('%{s-@}'), '%{s-@}', 'an at sign is no delimiter, so this is no macro');
    assert.equal(expand('%{s2r-.}'), 'bad@email.strong');
  });
});

describe('a name that macros give', () => {
  const target = (text: string): string => expandDomain(parseDomainSpec(text, 0), values('192.0.2.3'));

  it('has no final dot', () => {
    assert.equal(target('%{d}.example.net.'), 'email.example.com.example.net');
  });

  it('loses labels on the left until it has 253 characters at most', () => {
    const long = target(`${'%{o}.'.repeat(20)}example.com`);
    assert.ok(long.length <= 253 && long.length > 253 - 'email.'.length);
    assert.ok(long.endsWith('.email.example.com.example.com'));
  });
});
