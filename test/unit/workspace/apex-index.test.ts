import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApexIndex } from '../../../server/src/workspace/apex-index.ts';
import type { IndexedZone } from '../../../server/src/workspace/apex-index.ts';

const zone = (name: string, view?: string): IndexedZone => ({ uri: `file:///work/${name}.zone`, view });

function indexOf(...apexes: readonly string[]): ApexIndex<IndexedZone> {
  const index = new ApexIndex<IndexedZone>();
  for (const apex of apexes) index.add(apex, zone(apex));
  return index;
}

describe('an index of zones', () => {
  it('knows whether there is a zone at or below a name, as long as there is', () => {
    const index = indexOf('2.0.192.in-addr.arpa.'),
      second = zone('3.0.192.in-addr.arpa');
    index.add('3.0.192.in-addr.arpa.', second);
    for (const name of ['in-addr.arpa.', '192.in-addr.arpa.', '3.0.192.in-addr.arpa.', '.'])
      assert.ok(index.hasZoneBelow(name, undefined), name);
    for (const name of ['ip6.arpa.', '1.3.0.192.in-addr.arpa.', 'addr.arpa.'])
      assert.ok(!index.hasZoneBelow(name, undefined), name);
    assert.ok(!index.hasZoneBelow('in-addr.arpa.', 'internal'));
    index.remove('3.0.192.in-addr.arpa.', second);
    assert.ok(!index.hasZoneBelow('3.0.192.in-addr.arpa.', undefined));
    assert.ok(index.hasZoneBelow('192.in-addr.arpa.', undefined));
  });

  it('takes an escaped dot for a part of its label', () => {
    const index = indexOf('a\\.b.example.com.');
    assert.ok(index.hasZoneBelow('example.com.', undefined));
    assert.ok(!index.hasZoneBelow('b.example.com.', undefined));
  });

  it('knows a domain that is alone: reverse zones, the root and other views of it do not count', () => {
    const index = indexOf('example.com.', '2.0.192.in-addr.arpa.', '.');
    index.add('example.com.', zone('in/example.com', 'internal'));
    assert.ok(index.isOnlyDomain('example.com.'));
    assert.ok(!index.isOnlyDomain('example.net.'));
    const other = zone('example.net');
    index.add('example.net.', other);
    assert.ok(!index.isOnlyDomain('example.com.'));
    index.remove('example.net.', other);
    assert.ok(index.isOnlyDomain('example.com.'));
  });
});
