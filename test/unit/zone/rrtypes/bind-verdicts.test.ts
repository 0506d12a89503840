import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { allTypes } from '../../../../server/src/zone/rrtypes/registry/registry.ts';
import { assertAgreement, bind, findsOnlyLater } from '../../../oracles/oracle.ts';
import { verdictsOfBind } from './bind.ts';
import type { ZoneLine } from './bind.ts';
import { printedRecords } from './printed-records.ts';
import { readRdata } from './reading.ts';

const skip = bind.absent;

/** What stands in for each token, one after the other, and behind the last one. */
const VALUES = [
  '-1',
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '254',
  '255',
  '256',
  '128',
  '127',
  '65535',
  '65536',
  '4294967295',
  '4294967296',
  '99999999999999999999',
  'abc',
  'A',
  '1e3',
  '0x10',
  '0x1F',
  '01',
  '1.2.3.4',
  '1.2.3',
  '01.2.3.4',
  '1.2.3.256',
  '1.2.3.4.5',
  '::1',
  '2001:db8::1',
  '::ffff:1.2.3.4',
  '1::2::3',
  '12345::',
  ':1',
  '1:2:3:4:5:6:7',
  '::1%eth0',
  '::1/64',
  '.',
  'a..b',
  '.a',
  'a.',
  '@',
  '*',
  'a'.repeat(63),
  'a'.repeat(64),
  `${`${'a'.repeat(60)}.`.repeat(4)}b.`,
  '\\300',
  '\\255',
  'a\\.b',
  'a\\@',
  '\\1',
  '\\12x',
  '\\#',
  'a\\;b',
  '""',
  '"abc"',
  '"1"',
  '1h',
  '1h30',
  '1h30m',
  '1w',
  '5000000w',
  '=',
  '!!',
  '-',
  'AAAA',
  'AAA=',
  'AA==',
  'AB==',
  'AAB=',
  'A===',
  'zz',
  'zzz',
  'abcd',
  'ABC',
  'D2CF0294C020CE6C',
  'D2C',
  '2T7B4G4VSA5SMI47K61MV5BV1A22BOJR',
  '2T7B4G4VSA5SMI47K61MV5BV1A22BOJ',
  '20240101000000',
  '20241301000000',
  '20240230000000',
  '20240101246000',
  '19000101000000',
  '21500101000000',
  'MX',
  'mx',
  'TYPE15',
  'TYPE65535',
  'TYPE65536',
  'TYPE',
  'type0',
  'NOTATYPE',
  'RSASHA256',
  'rsasha256',
  'ED25519',
  'SHA-256',
  'sha1',
  'PKIX',
  'DNSSEC',
  'ZONE',
  'ZONE|KSK',
  'NOKEY',
  '49152',
  'NOTIFY',
  'N',
  'S',
  'E',
  '10m',
  '10.5m',
  '-10m',
  '10.555',
  '99999999m',
  '1:1.2.3.4/24',
  '!1:1.2.3.4/33',
  '2:::/0',
  '3:1.2.3.4/5',
  'tcp',
  'udp',
  'smtp',
  'domain',
  'telnet',
  '0x1234',
  '0x123',
  '+61.2',
  '+61..2',
  'f.e',
  'alpn=h2',
  'alpn="h2,h3"',
  'alpn=',
  'alpn=,h2',
  'alpn=h2,',
  'port=53',
  'port=x',
  'port="53"',
  '"port=53"',
  'mandatory=alpn',
  'mandatory=port',
  'key7=a',
  'key00=1',
  'key65536',
  'key65535',
  'ipv4hint=1.2.3.4,5.6.7.8',
  'ipv4hint=::1',
  'ipv6hint=::1',
  'ech=AAAA',
  'ech=AAA',
  'ech',
  'no-default-alpn',
  'dohpath=/{?dns}',
  'dohpath=/x',
  'foo=bar',
  'ALPN=h2',
  'key3="\\001\\187"',
  'key3=abc',
  'key1=h2',
  'PORT=ab',
  'key667="a b"',
  '!^.*$!x!',
  '!a!\\\\1!',
  '!a!b',
  '1a!b!c1',
  '!a!b!x',
];

const GENERIC = [
  '\\# 0',
  '\\# 1 00',
  '\\# 4 c0000201',
  '\\# 4 c00002',
  '\\# 16 00000000000000000000000000000001',
  '\\# 6 000a03666f6f',
  '\\# 7 000a03666f6f00',
  '\\# 5 03666f6f00',
  '\\# 4 03616263',
  '\\# 3 zz',
  '\\# x',
  '\\#',
  '\\# 65536 00',
  '"\\#" 1 00',
  '\\# 2 0 0 1 1',
  '\\# 3 00',
  '\\# 1 0000',
  '\\# "1" 00',
  '\\# 1 "00"',
  `\\# 20 ${'00'.repeat(20)}`,
  `\\# 24 ${'01'.repeat(24)}`,
  `\\# 64 ${'02'.repeat(64)}`,
];

/** Types that BIND 9.18 does not know, or refuses whatever they say; and the top of the zone. */
const NOT_COMPARED = new Set(['MD', 'MF', 'CLA', 'IPN', 'WINS', 'WINSR']);

function* mutated(tokens: readonly string[]): Generator<readonly string[]> {
  yield tokens;
  yield [];
  for (let i = 0; i < tokens.length; i++) {
    yield tokens.toSpliced(i, 1);
    yield tokens.toSpliced(i, 0, tokens[i]!);
    yield tokens.with(i, `"${tokens[i]!.replaceAll('"', '')}"`);
    yield tokens.slice(0, i + 1);
    for (const value of VALUES) yield tokens.with(i, value);
  }
  for (const value of VALUES) yield [...tokens, value];
}

function compare(t: TestContext, lines: readonly ZoneLine[]): void {
  const verdicts = verdictsOfBind(lines),
    differences: string[] = [];
  let refused = 0;
  lines.forEach(({ type, rdata }, k) => {
    const theirs = verdicts[k],
      { good, problems } = readRdata(type, rdata);
    if (theirs !== undefined) refused++;
    // BIND says nothing of these about a record that it could read: they are about the zone.
    if (theirs !== undefined && /SOA record not at top|multiple RRs/.test(theirs)) return;
    if (theirs === undefined && problems.length > 0 && problems.every(({ code }) => findsOnlyLater(bind, code))) return;
    if (good !== (theirs === undefined))
      differences.push(
        `${type} ${rdata}: BIND says ${theirs ?? 'yes'}, we say ${good ? 'yes' : problems.map(({ code }) => code).join()}`,
      );
  });
  assert.ok(refused > lines.length / 10, `only ${refused} of ${lines.length} records were refused: was the zone read?`);
  assertAgreement(t, bind, differences);
}

test('BIND refuses the same mutated records of every type', { skip }, (t) => {
  const lines: ZoneLine[] = [];
  for (const { mnemonic, example, status, code } of allTypes) {
    if (status === 'meta' || NOT_COMPARED.has(mnemonic)) continue;
    const tokens = example.match(/(?:[^\s"]|"[^"]*")+/g)!.slice(4);
    const owner = (): string => (mnemonic === 'SOA' ? '@' : `r${lines.length}`);
    for (const rdata of mutated(tokens)) lines.push({ owner: owner(), type: mnemonic, rdata: rdata.join(' ') });
    if (code < 65280) for (const rdata of GENERIC) lines.push({ owner: owner(), type: mnemonic, rdata });
  }
  assert.ok(lines.length > 40000);
  compare(t, lines);
});

test('BIND takes every record of the table', { skip }, (t) => {
  const lines = printedRecords
    .filter(({ type }) => !NOT_COMPARED.has(type) && type !== 'SOA')
    .map(({ type, rdata }, k) => ({ owner: `r${k}`, type, rdata }));
  assertAgreement(
    t,
    bind,
    verdictsOfBind(lines).filter((verdict) => verdict !== undefined),
  );
});

const PARAMETERS = [
  'alpn=h2',
  'alpn="h2,h3"',
  'alpn=h2\\,h3',
  'alpn="a\\\\,b,c"',
  'alpn=a\\\\\\\\b',
  'alpn=\\\\',
  'alpn=a\\044b',
  'alpn="a,,b"',
  'alpn=","',
  'alpn',
  'no-default-alpn',
  'no-default-alpn=',
  'no-default-alpn=""',
  'no-default-alpn=x',
  'port=1',
  'port=0001',
  'port="80"',
  'port=',
  'port=\\053',
  'mandatory=alpn',
  'mandatory=alpn,port',
  'mandatory=port,alpn',
  'mandatory=alpn,alpn',
  'mandatory=',
  'mandatory',
  'mandatory=mandatory',
  'mandatory=key1',
  'mandatory=KEY1',
  'mandatory=ALPN',
  'mandatory=key65000',
  'mandatory=alpn,',
  'ipv4hint="1.2.3.4,5.6.7.8"',
  'ipv4hint=1.2.3.4,',
  'ipv4hint=01.2.3.4',
  'ipv6hint=::1,2001:db8::',
  'ipv6hint=1.2.3.4',
  'ech=',
  'ech="AA=="',
  'ech=AA=',
  'ech=AB==',
  'ech=AA==AAAA',
  'key5=abc',
  'key65000="a b\\"c\\200"',
  'key65000=\\300',
  'key1="\\002h2"',
  'key1=h2',
  'key2',
  'key2=a',
  'key4=abcd',
  'key4=abcde',
  'key0="\\000\\001"',
  'key0="\\000\\001\\000\\001"',
  'key6=abcdabcdabcdabcd',
  'dohpath=/q{?dns}',
  'dohpath=/{?a,dns}',
  'dohpath=/{?dns:3}',
  'dohpath=q{?dns}',
  'dohpath=/%zz{?dns}',
  'dohpath=/{?dns',
  'dohpath=/\\195\\164{?dns}',
  'dohpath=/\\255{?dns}',
  'dohpath',
  'key7',
  '=x',
  'key',
  'keyx',
  'key1x',
  '"alpn=h2"',
  'alpn="h2"port=3',
  'alpn=h2"x"',
  'ALPN="\\002h2"',
  'Port="\\001\\002"',
  'key65536',
  'key-1',
  `alpn=${'a'.repeat(255)}`,
  `alpn=${'a'.repeat(256)}`,
  'a\\=b=c',
  'key9=a',
];

test('BIND refuses the same parameters of SVCB and HTTPS, alone and together', { skip }, (t) => {
  const lines: ZoneLine[] = [];
  const add = (rdata: string): void => {
    lines.push({ owner: `r${lines.length}`, type: lines.length % 2 === 0 ? 'SVCB' : 'HTTPS', rdata });
  };
  for (const first of PARAMETERS) {
    add(`1 . ${first}`);
    add(`0 . ${first}`);
    for (const second of PARAMETERS) add(`1 . ${first} ${second}`);
  }
  compare(t, lines);
});

test('BIND refuses the same regular expressions of NAPTR', { skip }, (t) => {
  const expressions = [
    '',
    '*',
    '.*',
    '.**',
    '.*?',
    '(',
    '()',
    '(|)',
    '(a|)',
    '(|b)',
    '(a|b)',
    '(a)\\\\1',
    '(a)\\\\2',
    'a|',
    '|a',
    'a||b',
    '[',
    '[]',
    '[^]',
    '[]]',
    '[^]]',
    '[a',
    '[a-',
    '[a-]',
    '[b-a]',
    '[a-c-e]',
    '[--a]',
    '[a-c]',
    '[[:alpha:]]',
    '[[:alphb:]]',
    '[[:alpha:]-z]',
    '[[=a=]]',
    '[a-[=b=]]',
    '[[.a.]]',
    '[[.-.]-z]',
    '[[:alpha:',
    '[[.a]',
    '.{1}',
    '.{1,}',
    '.{1,2}',
    '.{2,1}',
    '.{1,256}',
    '.{256}',
    '.{1',
    '.{,1}',
    '.{a}',
    '{1}',
    '.{1}{2}',
    '.{1}*',
    '^',
    '$',
    '^*',
    '$+',
    'a+?',
    '\\\\',
    '\\\\.',
    'a\\\\',
    ')',
    'a)',
    '(a))',
    '((a)',
    '(a)(b)(c)',
    '[a]]',
    '{',
    '}',
    '[[a]',
    '[\\\\]]',
  ];
  const replacements = ['x', '\\\\1', '\\\\2', '\\\\0', '\\\\9', '', '\\\\\\\\'];
  const lines: ZoneLine[] = expressions.flatMap((expression) =>
    replacements.map((replacement) => ({
      owner: 'r',
      type: 'NAPTR',
      rdata: `1 1 "" "" "~${expression}~${replacement}~" .`,
    })),
  );
  for (const whole of [
    '~',
    '~~',
    '~~~',
    '~a~',
    '~a~b~i',
    '~a~b~ii',
    '~a~b~c',
    '~a~b~c~',
    'ia i bi',
    '0a0b0',
    'aababac',
    '\\\\a\\\\b\\\\',
    '/a\\\\/b/c/',
  ])
    lines.push({ owner: 'r', type: 'NAPTR', rdata: `1 1 "" "" "${whole}" .` });
  compare(
    t,
    lines.map((line, k) => ({ ...line, owner: `r${k}` })),
  );
});
