import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationInWords } from '../../../../../server/src/zone/rrtypes/kinds/seconds.ts';
import { groupsOf } from '../../../../../server/src/zone/rrtypes/kinds/regular-expression.ts';
import { isDohPath, isUtf8 } from '../../../../../server/src/zone/rrtypes/kinds/uri-template.ts';
import { RdataReader } from '../../../../../server/src/zone/rrtypes/fields/rdata.ts';
import { allTypes, typeByMnemonic } from '../../../../../server/src/zone/rrtypes/registry/registry.ts';
import { readFields } from '../reading.ts';

/** What the fields of a record mean, by their names. */
function meanings(mnemonic: string, rdata: string): Record<string, string> {
  const { octets, spans } = readFields(mnemonic, rdata),
    found: Record<string, string> = {};
  typeByMnemonic(mnemonic)!.fields.forEach((field, k) => {
    const meaning = field.kind.describe?.(new RdataReader(octets, spans[4 * k + 2]!, spans[4 * k + 3]!), field);
    if (meaning !== undefined) found[field.name] = meaning;
  });
  return found;
}

test('numbers are explained in words', () => {
  assert.deepEqual(meanings('TLSA', '3 1 1 00'), {
    'certificate-usage': 'the certificate of the server',
    selector: 'the public key',
    'matching-type': 'by SHA-256',
  });
  assert.deepEqual(meanings('DS', `1 13 2 ${'00'.repeat(32)}`), {
    algorithm: 'ECDSA P-256 with SHA-256',
    'digest-type': 'SHA-256',
  });
  assert.deepEqual(meanings('DNSKEY', '257 3 8 AAAA'), {
    flags: 'key signing key (zone key with SEP)',
    protocol: 'DNSSEC',
    algorithm: 'RSA with SHA-256',
  });
  assert.deepEqual(meanings('DNSKEY', '384 3 8 AAAA').flags, 'zone signing key, revoked');
  assert.deepEqual(meanings('SOA', 'a b 1 7200 90 1209600 0'), {
    refresh: '2 hours',
    retry: '1 minute 30 seconds',
    expire: '2 weeks',
    minimum: '0 seconds',
  });
  assert.deepEqual(meanings('RRSIG', 'A 8 2 1 20380119031407 20240101000000 1 @ AAAA'), {
    algorithm: 'RSA with SHA-256',
    'signature-expiration': '2038-01-19 03:14:07 UTC',
    'signature-inception': '2024-01-01 00:00:00 UTC',
  });
  assert.deepEqual(meanings('CAA', '128 issuewild ";"'), {
    flags: "certificate authorities that don't know the tag must not issue",
    tag: 'which certificate authority may issue wildcard certificates (RFC 8659 §4.3)',
  });
  assert.deepEqual(meanings('LOC', '52 22 23 N 4 53 32 E -2m'), {
    location: '52°22′23.000″ N, 4°53′32.000″ E, -2.00m high',
  });
  assert.deepEqual(meanings('AMTRELAY', '10 1 2 ::'), { 'relay-type': 'an IPv6 address' });
});

test('fields that know their values offer them', () => {
  const offered = (mnemonic: string, field: string): string[] => {
    const { kind, ...rest } = typeByMnemonic(mnemonic)!.fields.find(({ name }) => name === field)!;
    return (kind.complete?.({ kind, ...rest }) ?? []).map(({ text }) => text);
  };
  assert.deepEqual(offered('TLSA', 'certificate-usage'), ['0', '1', '2', '3']);
  assert.ok(offered('CAA', 'tag').includes('issuemail'));
  assert.ok(offered('HTTPS', 'params').includes('alpn=') && offered('HTTPS', 'params').includes('no-default-alpn'));
  assert.ok(offered('NSEC', 'type-bit-maps').includes('RRSIG'));
  assert.ok(offered('CERT', 'type').includes('PKIX') && offered('DS', 'algorithm').includes('13'));
});

test('the fields of a record lie one behind the other, in the text and in the octets', () => {
  for (const { mnemonic, example, status, fields } of allTypes) {
    if (status === 'meta' || mnemonic.startsWith('WINS')) continue;
    const { octets, spans } = readFields(mnemonic, example.split(' ').slice(4).join(' '));
    let token = 0,
      octet = 0;
    fields.forEach(({ name }, k) => {
      const [start, end, from, to] = spans.subarray(4 * k, 4 * k + 4);
      assert.ok(start! >= token && end! >= start!, `${mnemonic} ${name}`);
      assert.equal(from, octet, `${mnemonic} ${name}`);
      token = end!;
      octet = to!;
    });
    if (fields.length > 0) assert.equal(octet, octets.length, mnemonic);
  }
});

test('a duration is told in its units', () => {
  assert.equal(durationInWords(1 + 60 + 3600 + 86400 + 604800), '1 week 1 day 1 hour 1 minute 1 second');
  assert.equal(durationInWords(0), '0 seconds');
});

test('groups of a POSIX extended regular expression are counted', () => {
  assert.deepEqual(['a', '(a)(b)', '((a)b)\\2', '[(]', '\\(', '^$', 'a{2,3}'].map(groupsOf), [0, 2, 2, 0, 0, 0, 0]);
  assert.deepEqual(
    ['', '*', '(', 'a**', '[', '[z-a]', '(a)\\2', 'a|', 'a{3,2}', '[[:nonsense:]]'].map(groupsOf),
    new Array(10).fill(-1),
  );
});

test('a path of DNS over HTTPS is a URI template with the variable dns', () => {
  const path = (text: string): boolean => isDohPath(Uint8Array.from(text, (c) => c.charCodeAt(0)));
  assert.deepEqual(['/dns-query{?dns}', '/{dns}', '/{?a,dns*}', '/a%20b{?dns:3}', '/\xc3\xa4{?dns}'].map(path), [
    true,
    true,
    true,
    true,
    true,
  ]);
  assert.deepEqual(
    ['', '/dns-query', 'dns-query{?dns}', '/{?dnsx}', '/%2{?dns}', '/{?dns', '/\xff{?dns}', '/{?dns:0}'].map(path),
    new Array(8).fill(false),
  );
  assert.deepEqual(
    [
      [0xc0, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe2, 0x82],
      [0xf0, 0x9f, 0x98, 0x80],
    ].map((octets) => isUtf8(Uint8Array.from(octets))),
    [false, false, false, false, true],
  );
});
