import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allTypes,
  CLASS_CH,
  CLASS_HS,
  CLASS_IN,
  classAt,
  className,
  isKnownType,
  typeAt,
  typeByCode,
  typeByMnemonic,
  typeName,
  typeOf,
} from '../../../../server/src/zone/rrtypes/registry/registry.ts';
import { nearestType } from '../../../../server/src/zone/rrtypes/kinds/type-mnemonics.ts';
import { CLASS_NONE } from '../../../../server/src/zone/rrtypes/kinds/type-mnemonics.ts';
import { CLASS_CS } from '../../../../server/src/zone/rrtypes/kinds/type-mnemonics.ts';
import { CLASS_ANY } from '../../../../server/src/zone/rrtypes/kinds/type-mnemonics.ts';

function at(look: (bytes: Uint8Array, start: number, end: number) => number, word: string): number {
  const bytes = Uint8Array.from(` ${word}x`, (c) => c.charCodeAt(0));
  return look(bytes, 1, bytes.length - 1);
}

/** IANA registry "Resource Record (RR) TYPEs", 2026-07: data types, and those of queries and messages. */
const REGISTERED = [
  'A 1',
  'NS 2',
  'MD 3',
  'MF 4',
  'CNAME 5',
  'SOA 6',
  'MB 7',
  'MG 8',
  'MR 9',
  'NULL 10',
  'WKS 11',
  'PTR 12',
  'HINFO 13',
  'MINFO 14',
  'MX 15',
  'TXT 16',
  'RP 17',
  'AFSDB 18',
  'X25 19',
  'ISDN 20',
  'RT 21',
  'NSAP 22',
  'NSAP-PTR 23',
  'SIG 24',
  'KEY 25',
  'PX 26',
  'GPOS 27',
  'AAAA 28',
  'LOC 29',
  'NXT 30',
  'EID 31',
  'NIMLOC 32',
  'SRV 33',
  'ATMA 34',
  'NAPTR 35',
  'KX 36',
  'CERT 37',
  'A6 38',
  'DNAME 39',
  'SINK 40',
  'OPT 41',
  'APL 42',
  'DS 43',
  'SSHFP 44',
  'IPSECKEY 45',
  'RRSIG 46',
  'NSEC 47',
  'DNSKEY 48',
  'DHCID 49',
  'NSEC3 50',
  'NSEC3PARAM 51',
  'TLSA 52',
  'SMIMEA 53',
  'HIP 55',
  'NINFO 56',
  'RKEY 57',
  'TALINK 58',
  'CDS 59',
  'CDNSKEY 60',
  'OPENPGPKEY 61',
  'CSYNC 62',
  'ZONEMD 63',
  'SVCB 64',
  'HTTPS 65',
  'DSYNC 66',
  'HHIT 67',
  'BRID 68',
  'SPF 99',
  'UINFO 100',
  'UID 101',
  'GID 102',
  'UNSPEC 103',
  'NID 104',
  'L32 105',
  'L64 106',
  'LP 107',
  'EUI48 108',
  'EUI64 109',
  'NXNAME 128',
  'TKEY 249',
  'TSIG 250',
  'IXFR 251',
  'AXFR 252',
  'MAILB 253',
  'MAILA 254',
  'ANY 255',
  'URI 256',
  'CAA 257',
  'AVC 258',
  'DOA 259',
  'AMTRELAY 260',
  'RESINFO 261',
  'WALLET 262',
  'CLA 263',
  'IPN 264',
  'TA 32768',
  'DLV 32769',
];

test('every type of the registry is here under its number, and nothing else but those of Windows servers', () => {
  assert.deepEqual(
    allTypes.map(({ mnemonic, code }) => `${mnemonic} ${code}`),
    [...REGISTERED, 'WINS 65281', 'WINSR 65282'],
  );
});

test('a type is found by its mnemonic in any case, and by TYPE and its number', () => {
  for (const { mnemonic, code } of allTypes) {
    assert.equal(at(typeAt, mnemonic), code);
    assert.equal(at(typeAt, mnemonic.toLowerCase()), code);
    assert.equal(at(typeAt, `type${code}`), code);
    assert.equal(typeByMnemonic(mnemonic), typeByCode(code));
    assert.equal(typeName(code), mnemonic);
    assert.ok(isKnownType(code));
  }
  assert.equal(at(typeAt, 'TYPE65535'), 65535);
  assert.equal(at(typeAt, 'TYPE00015'), 15);
});

test('no other word is a type', () => {
  for (const word of [
    '',
    'B',
    'AA',
    'MXX',
    'M',
    'TYPE',
    'TYPE65536',
    'TYPE999999',
    'TYPE1x',
    'TYPE-1',
    'IN',
    '300',
    '@',
    'NSAPMPTR',
    '\x01',
    'n\x53',
    'A'.repeat(300),
  ])
    assert.equal(at(typeAt, word), word === 'n\x53' ? 2 : -1, word);
});

test('an unknown type is written as octets, and has a name with its number', () => {
  const type = typeOf(65280);
  assert.deepEqual([type.mnemonic, type.genericOnly, type.fields.length], ['TYPE65280', true, 0]);
  assert.equal(typeOf(65280), type);
  assert.equal(typeByCode(65280), undefined);
  assert.equal(typeOf(200).status, 'meta');
  assert.equal(typeByMnemonic('NONSENSE'), undefined);
});

test('classes are found by mnemonic and by number', () => {
  assert.deepEqual(
    ['IN', 'in', 'CS', 'CH', 'CHAOS', 'HS', 'hesiod', 'NONE', 'ANY', 'CLASS32', 'class1'].map((word) =>
      at(classAt, word),
    ),
    [CLASS_IN, CLASS_IN, CLASS_CS, CLASS_CH, CLASS_CH, CLASS_HS, CLASS_HS, CLASS_NONE, CLASS_ANY, 32, 1],
  );
  for (const word of ['', 'I', 'INN', 'ON', 'CLASS', 'CLASS65536', 'MX', '1'])
    assert.equal(at(classAt, word), -1, word);
  assert.deepEqual([1, 2, 3, 4, 254, 255, 32].map(className), ['IN', 'CS', 'CH', 'HS', 'NONE', 'ANY', 'CLASS32']);
});

test('a mistyped mnemonic is guessed', () => {
  assert.equal(nearestType('CNMAE'), 'CNAME');
  assert.equal(nearestType('aaaaa'), 'AAAA');
  assert.equal(nearestType('-'), undefined);
});

test('a type says what its fields are in words', () => {
  for (const { mnemonic, fields, summary, source, status, replacedBy, genericOnly } of allTypes) {
    assert.match(summary, /^[A-Z].*\.$/, mnemonic);
    assert.match(source, /^(?:RFC \d+( §[\d.]+)?|draft-|IANA registry|ATM Forum|MS-DNSP)/, mnemonic);
    assert.equal(status === 'obsolete', replacedBy !== undefined && status !== 'meta', mnemonic);
    assert.ok(fields.length > 0 || genericOnly || status === 'meta', mnemonic);
    assert.ok(fields.filter(({ target }) => target).length <= 1, mnemonic);
    for (const field of fields) {
      assert.match(field.name, /^[a-z0-9-]+$/, mnemonic);
      assert.match(field.summary, /^["A-Z0-9].*\.$/, `${mnemonic} ${field.name}`);
      assert.match(field.kind.label, /^["a-z0-9]/, `${mnemonic} ${field.name}`);
    }
  }
});
