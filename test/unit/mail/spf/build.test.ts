import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkHost } from '../../../../server/src/mail/spf/check-host.ts';
import {
  buildSpf,
  coverSpf,
  mergeSpf,
  repairSpf,
  withAll,
  withMechanism,
  withoutMechanism,
} from '../../../../server/src/mail/spf/build-spf.ts';
import { parseSpf } from '../../../../server/src/mail/spf/syntax/parse.ts';
import { tableResolver } from '../../../conformance/spf-table.ts';

describe('a built SPF record', () => {
  it('has its mechanisms once each, then all', () => {
    assert.equal(
      buildSpf({ mechanisms: ['mx', 'a:mail.example.com', 'MX', '+mx', 'include:_spf.example.com.'], all: '-' }),
      'v=spf1 mx a:mail.example.com include:_spf.example.com. -all',
    );
    assert.equal(buildSpf({ mechanisms: [], all: undefined }), 'v=spf1');
    assert.equal(buildSpf({ mechanisms: ['mx'], all: '+' }), 'v=spf1 mx all');
  });

  it('leaves out what is no mechanism', () => {
    assert.equal(
      buildSpf({ mechanisms: ['mx all', '-all', 'ipv4:192.0.2.1', 'a:192.0.2.1', '', 'mx\n'], all: '~' }),
      'v=spf1 ~all',
    );
  });

  it('has a redirect only without all', () => {
    assert.equal(
      buildSpf({
        mechanisms: ['mx'],
        all: undefined,
        redirect: '_spf.example.com',
        exp: 'why.example.com',
        modifiers: ['ra=postmaster'],
      }),
      'v=spf1 mx redirect=_spf.example.com exp=why.example.com ra=postmaster',
    );
    assert.equal(buildSpf({ mechanisms: ['mx'], all: '-', redirect: '_spf.example.com' }), 'v=spf1 mx -all');
  });
});

describe('two SPF records', () => {
  it('become one with the mechanisms of both and the weaker all', () => {
    assert.equal(
      mergeSpf('v=spf1 mx ip4:192.0.2.1 -all', 'v=spf1 include:_spf.example.com MX ~all'),
      'v=spf1 mx ip4:192.0.2.1 include:_spf.example.com ~all',
    );
    assert.equal(mergeSpf('v=spf1 mx ?all', 'v=spf1 a'), 'v=spf1 mx a ?all');
    assert.equal(mergeSpf('v=spf1 mx', 'v=spf1 a'), 'v=spf1 mx a');
  });

  it('keep a redirect that both have, and include the others', () => {
    assert.equal(
      mergeSpf('v=spf1 mx redirect=a.example.com', 'v=spf1 redirect=A.example.com'),
      'v=spf1 mx redirect=a.example.com',
    );
    assert.equal(
      mergeSpf('v=spf1 mx redirect=a.example.com', 'v=spf1 redirect=b.example.com'),
      'v=spf1 mx include:a.example.com include:b.example.com',
    );
    assert.equal(
      mergeSpf('v=spf1 redirect=a.example.com', 'v=spf1 mx -all exp=e.example.com'),
      'v=spf1 include:a.example.com mx -all exp=e.example.com',
    );
  });

  it('are repaired on the way, and lose what was never reached', () => {
    assert.equal(
      mergeSpf('v=spf1 ipv4:192.0.2.1, a:192.0.2.2 \xe2\x80\x93all', 'v=spf1 mx ~all ptr'),
      'v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 mx ~all',
    );
  });
});

describe('an SPF record that is to cover addresses', () => {
  it('gets those that it does not let pass yet, before all', () => {
    assert.equal(
      coverSpf('v=spf1 mx ip4:192.0.2.0/24 -all', ['192.0.2.7', '198.51.100.1', '2001:DB8::1', 'nonsense']),
      'v=spf1 mx ip4:192.0.2.0/24 ip4:198.51.100.1 ip6:2001:db8::1 -all',
    );
    assert.equal(coverSpf('v=spf1', ['192.0.2.7']), 'v=spf1 ip4:192.0.2.7');
  });

  it('gets them before a network that turns them away', () => {
    assert.equal(
      coverSpf('v=spf1 -ip4:192.0.2.0/24 mx -all', ['192.0.2.7']),
      'v=spf1 ip4:192.0.2.7 -ip4:192.0.2.0/24 mx -all',
    );
  });

  it('lets all of them pass afterwards', () => {
    const term = fc.constantFrom(
      'mx',
      '-mx',
      'ip4:192.0.2.0/24',
      '-ip4:192.0.2.0/25',
      '~ip6:2001:db8::/32',
      'a:example.com',
      'ip4:192.0.2.1',
      'all',
      '-all',
      'redirect=example.com',
      '?ip4:0.0.0.0/0',
    );
    const address = fc.constantFrom('192.0.2.1', '192.0.2.200', '198.51.100.1', '2001:db8::1', '::ffff:192.0.2.3');
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), fc.array(address, { maxLength: 4 }), (terms, addresses) => {
        const text = coverSpf(
          `v=spf1 ${terms.filter((one) => !one.includes('mx') && !one.startsWith('a:')).join(' ')}`,
          addresses,
        );
        const resolver = tableResolver({ 'x.example.com': [{ TXT: text }], 'example.com': [{ TXT: 'v=spf1 -all' }] });
        if (
          !parseSpf(text).mechanisms.some(
            (mechanism) => mechanism.qualifier !== '+' && mechanism.known !== 'all' && mechanism.network === undefined,
          )
        ) {
          for (const ip of addresses)
            assert.equal(checkHost({ ip, sender: 'u@x.example.com', helo: '' }, resolver).result, 'pass', text);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('changes to an SPF record', () => {
  it('set its all, add a mechanism and take one out', () => {
    assert.equal(withAll('v=spf1 mx ?all', '-'), 'v=spf1 mx -all');
    assert.equal(withAll('v=spf1 mx redirect=example.com', '~'), 'v=spf1 mx ~all');
    assert.equal(
      withMechanism('v=spf1 mx -all', 'include:_spf.example.com'),
      'v=spf1 mx include:_spf.example.com -all',
    );
    assert.equal(withMechanism('v=spf1 mx redirect=a.example.com', 'a'), 'v=spf1 mx a redirect=a.example.com');
    assert.equal(withoutMechanism('v=spf1 mx include:A.example.com -all', 'include:a.example.com'), 'v=spf1 mx -all');
  });

  it('put right what has one safe remedy', () => {
    assert.equal(
      repairSpf('v=spf1; mx, ipv4:192.0.2.1 include: _spf.example.com \xe2\x80\x93all'),
      'v=spf1 mx ip4:192.0.2.1 include:_spf.example.com -all',
    );
    assert.equal(repairSpf('v=spf1 mx mx +all'), 'v=spf1 mx mx +all');
  });

  it('give valid records, whatever comes in', () => {
    const piece = fc.constantFrom(
      'v=spf1',
      ' ',
      ' ',
      'mx',
      'a:',
      '-all',
      '+all',
      ',',
      'ip4:192.0.2.1',
      'include:',
      'example.com',
      'redirect=',
      'exp=',
      '%{d}',
      '%',
      '\xe2\x80\x93',
      'x=',
      '\xe9',
      '"',
      'ptr',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 16 }).map((pieces) => `v=spf1 ${pieces.join('')}`),
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const made of [
          mergeSpf(a, b),
          coverSpf(a, [b, '192.0.2.1']),
          withAll(a, '-'),
          withMechanism(a, b),
          withoutMechanism(a, b),
          buildSpf({ mechanisms: [a, b], all: '~', redirect: a, exp: b, modifiers: [a, b] }),
        ]) {
          assert.ok(parseSpf(made).valid, `${JSON.stringify([a, b])} → ${made}`);
        }
      }),
      { numRuns: 800 },
    );
  });
});
