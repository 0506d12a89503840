import assert from 'node:assert/strict';
import { isIPv4, isIPv6 } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  dottedAddress,
  formatAddress,
  inNetwork,
  networkAddress,
  parseAddress,
  parseIp4,
  parseIp6,
  reverseName,
  unmapped,
} from '../../../../server/src/mail/spf/syntax/address.ts';
import type { IpAddress } from '../../../../server/src/mail/spf/syntax/address.ts';

function address(text: string): IpAddress {
  const parsed = parseAddress(text);
  assert.ok(parsed !== undefined, text);
  return parsed;
}

describe('an IPv4 address in an SPF record', () => {
  it('has four decimal numbers up to 255 without leading zeros', () => {
    assert.deepEqual(parseIp4('192.0.2.255')?.octets, [192, 0, 2, 255]);
    for (const text of [
      '',
      '192.0.2',
      '192.0.2.1.1',
      '192.0.2.256',
      '192.0.02.1',
      '192.0.2.x',
      ' 192.0.2.1',
      '192.0.2.1.',
      '1.2.3.-4',
    ])
      assert.equal(parseIp4(text), undefined, text);
  });
});

describe('an IPv6 address in an SPF record', () => {
  it('is one exactly where the platform takes it for one, zones aside', () => {
    const group = fc.constantFrom('', '0', 'db8', 'FFFF', '12345', 'g', '192.0.2.1', '1.2.3');
    fc.assert(
      fc.property(fc.array(group, { maxLength: 9 }), (groups) => {
        const text = groups.join(':');
        assert.equal(parseIp6(text) !== undefined, isIPv6(text), text);
        assert.equal(parseIp4(text) !== undefined, isIPv4(text), text);
      }),
      { numRuns: 2000 },
    );
  });

  it('is printed as RFC 5952 recommends', () => {
    for (const [written, printed] of [
      ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
      ['0:0:1:0:0:0:0:0', '0:0:1::'],
      ['1:0:2:0:3:0:4:0', '1:0:2:0:3:0:4:0'],
      ['::', '::'],
      ['::192.0.2.1', '::c000:201'],
      ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ] as const) {
      assert.equal(formatAddress(address(written)), printed);
    }
  });

  it('is IPv4 where it is mapped', () => {
    assert.equal(formatAddress(unmapped(address('::ffff:192.0.2.1'))), '192.0.2.1');
    assert.equal(unmapped(address('::fffe:192.0.2.1')).version, 6);
  });
});

describe('a network', () => {
  it('holds an address whose first bits are the same', () => {
    assert.ok(inNetwork(address('192.0.2.77'), address('192.0.2.64'), 26));
    assert.ok(!inNetwork(address('192.0.2.128'), address('192.0.2.64'), 26));
    assert.ok(inNetwork(address('2001:db8:ffff::1'), address('2001:db8::'), 32));
    assert.ok(inNetwork(address('203.0.113.1'), address('192.0.2.1'), 0));
    assert.ok(!inNetwork(address('192.0.2.1'), address('::'), 0));
  });

  it('begins where the bits after the prefix are cleared', () => {
    assert.equal(formatAddress(networkAddress(address('192.0.2.77'), 26)), '192.0.2.64');
    assert.equal(formatAddress(networkAddress(address('2001:db8:1234::1'), 33)), '2001:db8::');
  });
});

describe('the reverse of an address', () => {
  it('is its octets or nibbles backwards', () => {
    assert.equal(reverseName(address('10.20.30.40')), '40.30.20.10.in-addr.arpa');
    assert.equal(reverseName(address('2001:db8::1')), `1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`);
    assert.equal(dottedAddress(address('2001:db8::cb01')), `2.0.0.1.0.D.B.8.${'0.'.repeat(20)}C.B.0.1`);
  });
});
