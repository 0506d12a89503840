/**
 * Zones that are hostile or merely large in one respect, made to any size. What a zone of a kind costs must not grow faster than its text.
 */
import { badSignature, certificate, dkimKey, hex, randomOctets, SAME_TAG, sameTagKey } from './contents.ts';

export interface Kind {
  /** What there is much of. */
  readonly what: string;
  /** The size at which `npm run growth` begins; it doubles it twice. */
  readonly size: number;
  /** What follows the zone's head. */
  readonly body: (n: number) => string;
  /** A keystroke is tried in the line that holds this text, and must cost no more than the kind's own share: see `growth.test.ts`. */
  readonly keystroke?: string;
}

const HEAD =
  '$ORIGIN example.com.\n$TTL 3600\n@ IN SOA ns1 host 1 7200 3600 1209600 3600\n@ NS ns1\n@ NS ns2\nns1 A 192.0.2.1\nns2 A 198.51.100.1\nlone A 192.0.2.9\n';

/** The line that is edited to see what a keystroke costs elsewhere in the zone. */
export const LONE_LINE = 'lone A 192.0.2.9';

/** `n` lines, each made from its number. */
const lines = (n: number, line: (k: number) => string): string => {
  let text = '';
  for (let k = 0; k < n; k++) text += `${line(k)}\n`;
  return text;
};

const words = (n: number, word: (k: number) => string): string =>
  Array.from({ length: n }, (_, k) => word(k)).join(' ');
const address = (k: number): string => `10.${(k >> 16) & 255}.${(k >> 8) & 255}.${k & 255}`;
const public4 = (k: number): string => `45.${(k >> 16) & 255}.${(k >> 8) & 255}.${k & 255}`;
const public6 = (k: number): string => `2a01:4f8:${(k >> 16).toString(16)}:${(k & 65535).toString(16)}::1`;
const base32hex = (k: number): string => k.toString(32).padStart(32, '0');
const preference = (k: number): number => k % 65536;
const SIGNED = '20300101000000 20200101000000';

export const kinds: Readonly<Record<string, Kind>> = {
  // Many records of one type at one name.
  'a-set': { what: 'A records at one name', size: 25_000, body: (n) => lines(n, (k) => `x A ${address(k)}`) },
  'a-mx-set': {
    what: 'public A records of a mail host',
    size: 8000,
    body: (n) => `@ MX 10 m\n${lines(n, (k) => `m A ${public4(k)}`)}`,
    keystroke: 'm A 45.0.0.7\n',
  },
  'aaaa-mx-set': {
    what: 'public AAAA records of a mail host',
    size: 8000,
    body: (n) => `@ MX 10 m\n${lines(n, (k) => `m AAAA ${public6(k)}`)}`,
  },
  'mx-set': {
    what: 'MX records at the apex',
    size: 2000,
    body: (n) => lines(n, (k) => `@ MX ${preference(k)} m${k}`),
    keystroke: 'MX 7 m7\n',
  },
  'mx-set-known': {
    what: 'MX records at the apex whose hosts have addresses',
    size: 2000,
    body: (n) => lines(n, (k) => `@ MX ${preference(k)} m${k}\nm${k} A ${public4(k)}`),
    keystroke: 'm7 A 45.0.0.7\n',
  },
  'mx-same': {
    what: 'equal MX records',
    size: 2000,
    body: (n) => lines(n, () => '@ MX 10 m'),
    keystroke: '@ MX 10 m\n',
  },
  'mx-one-host': {
    what: 'MX records of different names with one host',
    size: 4000,
    body: (n) => `m A 45.1.2.3\n${lines(n, (k) => `d${k} MX 10 m`)}`,
    keystroke: 'd7 MX 10 m\n',
  },
  'mx-host-edited': {
    what: 'MX records of different names with one host that is edited',
    size: 4000,
    body: (n) => `m A 45.1.2.3\n${lines(n, (k) => `d${k} MX 10 m`)}`,
    keystroke: 'm A 45.1.2.3\n',
  },
  'mx-hosts': {
    what: 'names with an MX record of their own host',
    size: 4000,
    body: (n) => lines(n, (k) => `d${k} MX 10 m${k}\nm${k} A ${public4(k)}`),
    keystroke: 'm7 A 45.0.0.7\n',
  },
  'mx-private': {
    what: 'MX records at the apex whose hosts have private addresses',
    size: 2000,
    body: (n) => lines(n, (k) => `@ MX ${preference(k)} m${k}\nm${k} A ${address(k)}`),
    keystroke: 'm7 A 10.0.0.7\n',
  },
  'mx-names-private': {
    what: 'names with a mail host that has a private address',
    size: 4000,
    body: (n) => lines(n, (k) => `d${k} MX 10 m${k}\nm${k} A ${address(k)}`),
    keystroke: 'm7 A 10.0.0.7\n',
  },
  'mx-usual-host': {
    what: 'MX records with an address for a host, beside a usual host with as many addresses',
    size: 2000,
    body: (n) => lines(n, (k) => `@ MX 10 ${public4(k)}\nmail A ${public4(k)}`),
  },
  'mx-providers': {
    what: 'MX records with hosts of providers',
    size: 2000,
    body: (n) => lines(n, (k) => `d${k} MX 10 d${k}-com.mail.protection.outlook.com.`),
  },
  'mx-addresses': {
    what: 'MX records with an address for a host',
    size: 4000,
    body: (n) => lines(n, (k) => `@ MX 10 ${address(k)}`),
  },
  'ns-set': {
    what: 'name servers of one delegation, with glue',
    size: 4000,
    body: (n) => lines(n, (k) => `sub NS ns${k}.sub\nns${k}.sub A ${public4(k)}`),
    keystroke: 'ns7.sub A 45.0.0.7\n',
  },
  'ns-apex': {
    what: 'name servers of the zone',
    size: 4000,
    body: (n) => lines(n, (k) => `@ NS m${k}\nm${k} A ${public4(k)}`),
    keystroke: '@ NS m7\n',
  },
  'ns-apex-outside': {
    what: 'name servers of the zone in other zones',
    size: 4000,
    body: (n) => lines(n, (k) => `@ NS m${k}.example.net.`),
  },
  'soa-set': {
    what: 'SOA records',
    size: 4000,
    body: (n) => lines(n, (k) => `@ SOA ns1 host ${k} 7200 3600 1209600 3600`),
  },
  'cname-set': {
    what: 'CNAME records at one name',
    size: 8000,
    body: (n) => lines(n, (k) => `x CNAME t${k}`),
    keystroke: 'x CNAME t7\n',
  },
  'dname-set': { what: 'DNAME records at one name', size: 8000, body: (n) => lines(n, (k) => `x DNAME t${k}`) },
  'ptr-set': { what: 'PTR records at one name', size: 5000, body: (n) => lines(n, (k) => `p PTR h${k}`) },
  'txt-set': { what: 'TXT records at one name', size: 10_000, body: (n) => lines(n, (k) => `x TXT "t${k}"`) },
  'txt-apex': {
    what: 'TXT records at the apex, of all sorts',
    size: 4000,
    body: (n) => lines(n, (k) => `@ TXT "google-site-verification=${k}"\n@ TXT "MS=ms${k}"`),
    keystroke: 'MS=ms7"\n',
  },
  'spf-set': {
    what: 'SPF records at one name',
    size: 2000,
    body: (n) => lines(n, (k) => `@ TXT "v=spf1 ip4:192.0.2.${k % 256} -all"`),
  },
  'spf-set-mail': {
    what: 'SPF records of a name with mail',
    size: 2000,
    body: (n) => `@ MX 10 ns1\n${lines(n, (k) => `@ TXT "v=spf1 a:h${k}.example.com -all"`)}`,
  },
  'spf-type-set': {
    what: 'SPF type records at one name',
    size: 2000,
    body: (n) => lines(n, (k) => `@ SPF "v=spf1 ip4:192.0.2.${k % 256} -all"`),
  },
  'dmarc-set': {
    what: 'DMARC records at one name',
    size: 2000,
    body: (n) => lines(n, (k) => `_dmarc TXT "v=DMARC1; p=none; rua=mailto:a${k}@example.com"`),
  },
  'dkim-set': {
    what: 'DKIM keys at one selector',
    size: 1000,
    body: (n) => lines(n, (k) => `s._domainkey TXT ${dkimKey(k)}`),
  },
  'mta-sts-set': {
    what: 'MTA-STS records at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `_mta-sts TXT "v=STSv1; id=${k};"`),
  },
  'tls-rpt-set': {
    what: 'TLS reporting records at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a${k}@example.com"`),
  },
  'bimi-set': {
    what: 'BIMI records at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `default._bimi TXT "v=BIMI1; l=https://example.com/${k}.svg"`),
  },
  'caa-set': {
    what: 'CAA records at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `@ CAA 0 issue "ca${k}.example.net"`),
    keystroke: 'ca7.example.net"\n',
  },
  'caa-iodef': {
    what: 'CAA records of all tags',
    size: 4000,
    body: (n) =>
      lines(
        n,
        (k) => `@ CAA 0 ${['issue', 'issuewild', 'iodef', 'issuemail', `x${k}`][k % 5]!} "mailto:ca${k}@example.net"`,
      ),
  },
  'srv-set': {
    what: 'SRV records of one service',
    size: 4000,
    body: (n) => lines(n, (k) => `_s._tcp SRV 0 0 ${preference(k)} t${k}`),
    keystroke: 'SRV 0 0 7 t7\n',
  },
  'srv-same': {
    what: 'SRV records of one service with one target',
    size: 4000,
    body: (n) => `t A 192.0.2.7\n${lines(n, (k) => `_s._tcp SRV ${k % 9} 0 ${preference(k)} t`)}`,
  },
  'srv-mail': {
    what: 'SRV records of a mail service',
    size: 4000,
    body: (n) => lines(n, (k) => `_imaps._tcp SRV 0 0 993 t${k}`),
  },
  'naptr-set': {
    what: 'NAPTR records at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `n NAPTR ${preference(k)} 1 "u" "E2U+sip" "!^.*$!sip:x@example.com!" .`),
  },
  'naptr-replaced': {
    what: 'NAPTR records with replacements',
    size: 4000,
    body: (n) => lines(n, (k) => `n NAPTR ${preference(k)} 1 "s" "SIP+D2U" "" r${k}`),
  },
  'svcb-set': {
    what: 'HTTPS records at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `@ HTTPS ${1 + (k % 65535)} t${k} alpn=h2`),
  },
  'svcb-alias': {
    what: 'HTTPS records in alias mode at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `w HTTPS 0 t${k}`),
  },
  'tlsa-set': {
    what: 'TLSA records at one name',
    size: 2000,
    body: (n) => `@ MX 10 m\nm A 45.1.2.3\n${lines(n, (k) => `_25._tcp.m TLSA 3 1 1 ${hex(randomOctets(32, k))}`)}`,
    keystroke: '@ MX 10 m\n',
  },
  'tlsa-full': {
    what: 'TLSA records with whole certificates',
    size: 400,
    body: (n) => lines(n, (k) => `_25._tcp.m TLSA 3 0 0 ${hex(certificate(k))}`),
  },
  'sshfp-set': {
    what: 'SSHFP records at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `h SSHFP 4 2 ${hex(randomOctets(32, k))}`),
  },
  'ds-set': {
    what: 'DS records at one delegation',
    size: 4000,
    body: (n) => `sub NS ns1\n${lines(n, (k) => `sub DS ${preference(k)} 13 2 ${hex(randomOctets(32, k))}`)}`,
  },
  'ds-mixed': {
    what: 'DS records of one key with many digests',
    size: 4000,
    body: (n) =>
      `sub NS ns1\n${lines(n, (k) => `sub DS 7 13 ${1 + (k % 2)} ${hex(randomOctets(k % 2 === 0 ? 20 : 32, k))}`)}`,
  },
  'cds-set': {
    what: 'CDS records',
    size: 4000,
    body: (n) => lines(n, (k) => `@ CDS ${preference(k)} 13 2 ${hex(randomOctets(32, k))}`),
  },
  'cdnskey-set': {
    what: 'CDNSKEY records',
    size: 2000,
    body: (n) => lines(n, (k) => `@ CDNSKEY 257 3 13 ${randomOctets(64, k).toString('base64')}`),
  },
  'cds-keys': {
    what: 'keys, and CDS records with old digests',
    size: 1000,
    body: (n) =>
      lines(
        n,
        (k) =>
          `@ DNSKEY 257 3 13 ${randomOctets(64, k).toString('base64')}\n@ CDS ${preference(k)} 13 1 ${hex(randomOctets(20, k))}`,
      ),
  },
  'cdnskey-keys': {
    what: 'keys, and CDNSKEY records with other flags',
    size: 1000,
    body: (n) =>
      lines(
        n,
        (k) =>
          `@ DNSKEY 257 3 13 ${randomOctets(64, k).toString('base64')}\n@ CDNSKEY 256 3 13 ${randomOctets(64, k).toString('base64')}`,
      ),
  },
  'key-set': {
    what: 'KEY records at one name',
    size: 2000,
    body: (n) => lines(n, (k) => `h KEY 512 3 13 ${randomOctets(64, k).toString('base64')}`),
  },
  'afsdb-set': { what: 'AFSDB records at one name', size: 4000, body: (n) => lines(n, (k) => `h AFSDB 1 t${k}`) },
  'kx-set': { what: 'KX records at one name', size: 4000, body: (n) => lines(n, (k) => `h KX ${preference(k)} t${k}`) },
  'lp-set': { what: 'LP records at one name', size: 4000, body: (n) => lines(n, (k) => `h LP ${preference(k)} t${k}`) },
  'ipseckey-set': {
    what: 'IPSECKEY records at one name',
    size: 2000,
    body: (n) => lines(n, (k) => `h IPSECKEY 10 1 2 ${public4(k)} ${randomOctets(60, k).toString('base64')}`),
  },
  'smimea-set': {
    what: 'SMIMEA records at one name',
    size: 2000,
    body: (n) => lines(n, (k) => `${'a'.repeat(56)}._smimecert SMIMEA 3 1 1 ${hex(randomOctets(32, k))}`),
  },
  'deleg-set': {
    what: 'DELEG records at one name',
    size: 2000,
    body: (n) => lines(n, (k) => `sub DELEG server-name=ns${k}.example.net.`),
  },
  'soa-names': {
    what: 'names with an SOA record',
    size: 4000,
    body: (n) => lines(n, (k) => `z${k} SOA ns1 host ${k} 7200 3600 1209600 3600`),
  },
  'csync-set': { what: 'CSYNC records', size: 4000, body: (n) => lines(n, (k) => `@ CSYNC ${k} 3 A NS AAAA`) },
  'dsync-set': {
    what: 'DSYNC records',
    size: 4000,
    body: (n) => lines(n, (k) => `_dsync DSYNC CDS 1 ${preference(k)} r${k}`),
  },
  'zonemd-set': {
    what: 'ZONEMD records',
    size: 2000,
    body: (n) => lines(n, (k) => `@ ZONEMD 1 1 ${1 + (k % 2)} ${hex(randomOctets(k % 2 === 0 ? 48 : 64, k))}`),
  },
  'uri-set': {
    what: 'URI records at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `_h._tcp URI 1 1 "https://example.com/${k}"`),
  },
  'loc-set': {
    what: 'LOC records at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `l LOC ${k % 90} 9 0.000 N 24 39 0.000 E 10.00m 20m 100m 10m`),
  },
  'hinfo-set': { what: 'HINFO records at one name', size: 4000, body: (n) => lines(n, (k) => `l HINFO "c${k}" "o"`) },
  'rp-set': { what: 'RP records at one name', size: 4000, body: (n) => lines(n, (k) => `l RP p${k} t${k}`) },
  'openpgpkey-set': {
    what: 'OPENPGPKEY records at one name',
    size: 2000,
    body: (n) => lines(n, (k) => `l OPENPGPKEY ${randomOctets(60, k).toString('base64')}`),
  },
  'unknown-set': {
    what: 'records of an unknown type at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `l TYPE65400 \\# 4 ${k.toString(16).padStart(8, '0')}`),
  },
  'many-types': {
    what: 'unknown types at one name',
    size: 4000,
    body: (n) => lines(n, (k) => `l TYPE${1024 + (k % 30000)} \\# 2 ${preference(k).toString(16).padStart(4, '0')}`),
  },
  ttls: { what: 'different TTLs in one RRset', size: 10_000, body: (n) => lines(n, (k) => `x ${k} A ${address(k)}`) },
  duplicates: {
    what: 'equal A records',
    size: 10_000,
    body: (n) => lines(n, () => 'x A 192.0.2.1'),
    keystroke: 'x A 192.0.2.1\n',
  },
  'duplicate-txt': { what: 'equal TXT records', size: 4000, body: (n) => lines(n, () => 'x TXT "the same"') },
  'case-duplicates': {
    what: 'records that differ in case only',
    size: 4000,
    body: (n) => lines(n, (k) => `x CNAME ${['www', 'WWW', 'Www', 'wWw'][k % 4]!}`),
  },
  'hash-collisions': {
    what: 'TXT records whose 32-bit hashes are equal',
    size: 2000,
    body: (n) => lines(n, (k) => `x TXT "${k % 7}" "a"`),
  },

  // Names.
  'cname-chain': {
    what: 'links of a chain of aliases',
    size: 1000,
    body: (n) => `${lines(n, (k) => `c${k} CNAME c${k + 1}`)}c${n} A 192.0.2.5\n@ MX 10 c0\n`,
    keystroke: 'c7 CNAME c8\n',
  },
  'cname-chain-missing': {
    what: 'links of a chain of aliases that ends nowhere',
    size: 1000,
    body: (n) => lines(n, (k) => `c${k} CNAME c${k + 1}`),
    keystroke: 'c7 CNAME c8\n',
  },
  'cname-loop': {
    what: 'links of a loop of aliases',
    size: 1000,
    body: (n) => lines(n, (k) => `c${k} CNAME c${(k + 1) % n}`),
    keystroke: 'c7 CNAME c8\n',
  },
  'cname-fan': {
    what: 'aliases of one name',
    size: 8000,
    body: (n) => `${lines(n, (k) => `c${k} CNAME t`)}t A 192.0.2.5\n`,
    keystroke: 'c7 CNAME t\n',
  },
  'cname-tree': {
    what: 'aliases of aliases, sixteen deep',
    size: 4000,
    body: (n) => `${lines(n, (k) => `c${k} CNAME c${k >> 1}x\nc${k}x CNAME c${k}`)}`,
  },
  'mx-to-chain': {
    what: 'MX records whose host is a long chain of aliases',
    size: 1000,
    body: (n) => `${lines(n, (k) => `c${k} CNAME c${k + 1}`)}${lines(n, (k) => `d${k} MX 10 c0`)}`,
  },
  'srv-to-chain': {
    what: 'SRV records whose target is a long chain of aliases',
    size: 1000,
    body: (n) => `${lines(n, (k) => `c${k} CNAME c${k + 1}`)}${lines(n, (k) => `_s._tcp.d${k} SRV 0 0 1 c0`)}`,
  },
  'svcb-chain': {
    what: 'links of a chain of HTTPS aliases',
    size: 1000,
    body: (n) => lines(n, (k) => `c${k} HTTPS 0 c${k + 1}`),
  },
  'dname-chain': {
    what: 'links of a chain of DNAMEs',
    size: 1000,
    body: (n) => lines(n, (k) => `d${k} DNAME d${k + 1}`),
  },
  'dname-apart': {
    what: 'DNAMEs with names below them',
    size: 2000,
    body: (n) => lines(n, (k) => `d${k} DNAME example.net.\nx.d${k} A 192.0.2.3`),
  },
  'dname-below': {
    what: 'names below one DNAME',
    size: 4000,
    body: (n) => `d DNAME example.net.\n${lines(n, (k) => `x${k}.d A 192.0.2.3`)}`,
    keystroke: 'x7.d A 192.0.2.3\n',
  },
  'dname-aliases': {
    what: 'aliases of names below one DNAME',
    size: 4000,
    body: (n) => `d DNAME e\n${lines(n, (k) => `c${k} CNAME x${k}.d\nx${k}.e A 192.0.2.3`)}`,
  },
  wildcards: {
    what: 'wildcards at all depths',
    size: 4000,
    body: (n) => lines(n, (k) => `*.${Array.from({ length: k % 100 }, (_, d) => `${d}.`).join('')}w${k} A 10.0.0.1`),
  },
  'wildcard-below': {
    what: 'names beside one wildcard',
    size: 8000,
    body: (n) => `*.w A 192.0.2.3\n${lines(n, (k) => `c${k} CNAME x${k}.w`)}`,
    keystroke: 'c7 CNAME x7.w\n',
  },
  'wildcard-edited': {
    what: 'names that one wildcard answers',
    size: 4000,
    body: (n) => `*.w A 192.0.2.3\n${lines(n, (k) => `c${k} CNAME x${k}.w`)}`,
    keystroke: '*.w A 192.0.2.3\n',
  },
  nowhere: {
    what: "aliases of names that don't exist",
    size: 5000,
    body: (n) => lines(n, (k) => `a${k} CNAME nowhere${k}`),
    keystroke: 'a7 CNAME nowhere7\n',
  },
  'nowhere-below': {
    what: "aliases of names below one name that doesn't exist",
    size: 5000,
    body: (n) => lines(n, (k) => `a${k} CNAME x${k}.nowhere`),
    keystroke: 'a7 CNAME x7.nowhere\n',
  },
  'nowhere-mx': {
    what: "MX records with hosts below one name that doesn't exist",
    size: 4000,
    body: (n) => lines(n, (k) => `a${k} MX 10 x${k}.nowhere`),
  },
  'nowhere-deep': {
    what: "aliases of deep names that don't exist",
    size: 2000,
    body: (n) => lines(n, (k) => `a${k} CNAME ${'n.'.repeat(100)}x${k}`),
  },
  'near-misses': {
    what: 'names that differ in a letter from what aliases mean',
    size: 5000,
    body: (n) => lines(n, (k) => `www${k} A 192.0.2.1\nwww${k}x CNAME wwww${k}`),
    keystroke: 'www7x CNAME wwww7\n',
  },
  'near-miss-long': {
    what: 'long labels that differ in a letter',
    size: 1000,
    body: (n) => lines(n, (k) => `${'a'.repeat(50)}${k} A 192.0.2.1\nc${k} CNAME ${'a'.repeat(49)}b${k}`),
  },
  'deep-names': {
    what: 'names of 120 labels',
    size: 1000,
    body: (n) => lines(n, (k) => `${[...randomOctets(120, k)].map((octet) => octet % 10).join('.')} A 10.0.0.1`),
  },
  'deep-chain': {
    what: 'names of 100 equal labels',
    size: 2000,
    body: (n) => lines(n, (k) => `${'a.'.repeat(100)}x${k} A 10.0.0.1`),
  },
  'deep-missing': {
    what: 'aliases below a deep name',
    size: 2000,
    body: (n) => lines(n, (k) => `c${k} CNAME x${k}.${'a.'.repeat(100)}y`),
  },
  delegations: {
    what: 'delegations with glue',
    size: 4000,
    body: (n) => lines(n, (k) => `d${k} NS ns.d${k}\nns.d${k} A 192.0.2.7`),
    keystroke: 'd7 NS ns.d7\n',
  },
  'delegations-one-server': {
    what: 'delegations to one server',
    size: 8000,
    body: (n) => lines(n, (k) => `d${k} NS ns1`),
    keystroke: 'd7 NS ns1\n',
  },
  'delegations-no-glue': {
    what: 'delegations without glue',
    size: 4000,
    body: (n) => lines(n, (k) => `d${k} NS ns.d${k}`),
  },
  'delegations-nested': {
    what: 'delegations below one another',
    size: 500,
    body: (n) => lines(n, (k) => `${'a.'.repeat(k % 100)}d${k - (k % 100)} NS ns1`),
  },
  'below-cut': {
    what: 'names below one delegation',
    size: 8000,
    body: (n) => `sub NS ns1\n${lines(n, (k) => `x${k}.sub A 192.0.2.7`)}`,
    keystroke: 'x7.sub A 192.0.2.7\n',
  },
  'below-cut-edited': {
    what: 'names below the delegation that is edited',
    size: 4000,
    body: (n) => `sub NS ns1\n${lines(n, (k) => `x${k}.sub A 192.0.2.7`)}`,
    keystroke: 'sub NS ns1\n',
  },
  'forgotten-dots': {
    what: 'targets with a forgotten dot',
    size: 4000,
    body: (n) => lines(n, (k) => `c${k} CNAME h${k}.example.com`),
  },
  'doubled-owners': {
    what: 'owners with a forgotten dot',
    size: 4000,
    body: (n) => lines(n, (k) => `h${k}.example.com A 192.0.2.7`),
  },
  'outside-zone': {
    what: 'owners outside the zone',
    size: 4000,
    body: (n) => lines(n, (k) => `h${k}.example.net. A 192.0.2.7`),
  },
  underscores: { what: 'hosts with underscores', size: 4000, body: (n) => lines(n, (k) => `h_${k} A 192.0.2.7`) },
  'look-alikes': {
    what: 'internationalized names',
    size: 4000,
    body: (n) => lines(n, (k) => `xn--e1a${k} A 192.0.2.1`),
  },
  'utf8-names': {
    what: "names with letters that aren't ASCII",
    size: 4000,
    body: (n) => lines(n, (k) => `bü${k} A 192.0.2.1`),
  },
  'at-names': {
    what: 'names with an @',
    size: 4000,
    body: (n) => lines(n, (k) => `x${k}.@ A 192.0.2.1\ny${k} CNAME x${k}.@`),
  },
  'split-rrsets': {
    what: 'RRsets whose records are apart',
    size: 4000,
    body: (n) => lines(2 * n, (k) => `x${k % n} A 192.0.2.${k < n ? 1 : 2}`),
  },
  shadowed: {
    what: 'names with an alias and other records',
    size: 4000,
    body: (n) => lines(n, (k) => `x${k} CNAME ns1\nx${k} TXT "t"`),
  },

  // Addresses and reverse zones.
  'arpa-names': {
    what: 'reverse names in a forward zone',
    size: 4000,
    body: (n) => lines(n, (k) => `${k & 255}.${k >> 8}.in-addr.arpa. PTR h${k}`),
  },
  'same-address': { what: 'names with one address', size: 8000, body: (n) => lines(n, (k) => `h${k} A 45.1.2.3`) },

  // Text.
  'long-line': { what: 'octets of one character-string', size: 400_000, body: (n) => `x TXT "${'a'.repeat(n)}"\n` },
  'long-token': { what: 'octets of one name', size: 400_000, body: (n) => `${'a'.repeat(n)} A 192.0.2.1\n` },
  'long-labels': { what: 'labels of one name', size: 200_000, body: (n) => `${'a.'.repeat(n)} A 192.0.2.1\n` },
  'long-comment': { what: 'octets of one comment', size: 400_000, body: (n) => `; ${'a'.repeat(n)}\n` },
  comments: { what: 'comments', size: 40_000, body: (n) => lines(n, (k) => `; comment ${k}`) },
  strings: { what: 'character-strings of one record', size: 100_000, body: (n) => `x TXT ${'"a" '.repeat(n)}\n` },
  'empty-strings': {
    what: 'empty character-strings of one record',
    size: 20_000,
    body: (n) => `x TXT ${'"" '.repeat(n)}\n`,
  },
  semicolons: { what: 'semicolons in a row', size: 50_000, body: (n) => `x TXT a ${';'.repeat(n)}\n` },
  'semicolon-words': {
    what: 'words after semicolons in a row',
    size: 20_000,
    body: (n) => `x TXT a ${'; a '.repeat(n)}\n`,
  },
  'semicolon-tags': {
    what: 'tags after semicolons outside quotation marks',
    size: 10_000,
    body: (n) => `_dmarc TXT v=DMARC1; ${words(n, (k) => `x${k}=1;`)}\n`,
  },
  'semicolon-lines': {
    what: 'lines with tags outside quotation marks',
    size: 8000,
    body: (n) => lines(n, (k) => `s${k}._domainkey TXT v=DKIM1; k=rsa; p=AAAA`),
  },
  backslashes: { what: 'backslashes in a row', size: 200_000, body: (n) => `x TXT ${'\\'.repeat(n)}\n` },
  escapes: { what: 'escaped octets', size: 100_000, body: (n) => `x TXT "${'\\000'.repeat(n)}"\n` },
  'quotation-marks': {
    what: 'quotation marks that are never closed',
    size: 20_000,
    body: (n) => lines(n, () => 'x TXT "a'),
  },
  'open-parenthesis': {
    what: 'lines after a parenthesis that is never closed',
    size: 20_000,
    body: (n) => `y TXT (\n${lines(n, (k) => `x${k} A 192.0.2.1`)}`,
  },
  'open-parentheses': {
    what: 'lines that each open a parenthesis',
    size: 20_000,
    body: (n) => lines(n, () => 'x TXT ('),
  },
  parentheses: { what: 'parentheses in a row', size: 100_000, body: (n) => `x TXT ${'('.repeat(n)}\n` },
  'parenthesis-pairs': {
    what: 'pairs of parentheses in a row',
    size: 100_000,
    body: (n) => `x TXT ${'()'.repeat(n)} a\n`,
  },
  'closing-parentheses': {
    what: 'parentheses that close nothing',
    size: 20_000,
    body: (n) => lines(n, () => 'x A 192.0.2.1 )'),
  },
  'parenthesised-lines': {
    what: 'lines of one entry',
    size: 50_000,
    body: (n) => `x TXT (\n${lines(n, () => '"a"')})\n`,
  },
  'parenthesised-comments': {
    what: 'comments in one entry',
    size: 20_000,
    body: (n) => `x TXT (\n${lines(n, (k) => `"a" ; comment ${k}`)})\n`,
  },
  'blank-lines': { what: 'blank lines', size: 200_000, body: (n) => '\n'.repeat(n) },
  spaces: { what: 'spaces after a record', size: 400_000, body: (n) => `x A 192.0.2.1${' '.repeat(n)}\n` },
  'spaces-in-string': {
    what: 'spaces in a character-string',
    size: 200_000,
    body: (n) => `x TXT "a${' '.repeat(n)}b"\n`,
  },
  tabs: { what: 'tabs between two words', size: 400_000, body: (n) => `x A${'\t'.repeat(n)}192.0.2.1\n` },
  'carriage-returns': {
    what: 'lines that end in a carriage return only',
    size: 20_000,
    body: (n) => 'x A 192.0.2.1\r'.repeat(n),
  },
  nuls: { what: 'NUL octets', size: 200_000, body: (n) => `${'\0'.repeat(n)}\n` },
  templates: { what: 'placeholders of a template language', size: 20_000, body: (n) => `${'{{ '.repeat(n)}\n` },
  'template-lines': {
    what: 'lines with placeholders',
    size: 8000,
    body: (n) => lines(n, (k) => `x${k} A {{ address_${k} }}`),
  },
  'shell-variables': { what: 'unclosed shell variables', size: 50_000, body: (n) => `x TXT "${'${'.repeat(n)}"\n` },
  'merge-marks': { what: 'marks of merge conflicts', size: 8000, body: (n) => lines(n, () => '<<<<<<< HEAD') },
  markup: { what: 'lines of HTML', size: 8000, body: (n) => lines(n, (k) => `<p>line ${k}</p>`) },
  'look-alike-signs': {
    what: 'typographic quotation marks',
    size: 10_000,
    body: (n) => lines(n, (k) => `x${k} TXT “text ${k}”`),
  },
  invisible: { what: 'invisible characters', size: 10_000, body: (n) => lines(n, (k) => `x${k}\u200b A 192.0.2.1`) },
  bidi: {
    what: 'bidirectional controls in comments',
    size: 10_000,
    body: (n) => lines(n, (k) => `x${k} A 192.0.2.1 ; \u202ecomment`),
  },
  'bad-addresses': { what: 'bad addresses', size: 4000, body: (n) => lines(n, (k) => `x${k} A bogus`) },
  'bad-types': { what: 'unknown types', size: 4000, body: (n) => lines(n, (k) => `x${k} BOGUS${k} bogus`) },
  'long-bad-type': { what: 'octets of an unknown type', size: 100_000, body: (n) => `x ${'B'.repeat(n)} bogus\n` },
  'missing-owner': {
    what: 'records without an owner after a bad one',
    size: 8000,
    body: (n) => `a..b A 192.0.2.1\n${lines(n, (k) => ` A ${address(k)}`)}`,
  },
  'blank-owners': {
    what: 'records that inherit one owner',
    size: 10_000,
    body: (n) => `x TXT "a"\n${lines(n, (k) => ` TXT "${k}"`)}`,
  },
  'extra-rdata': { what: 'words after an address', size: 50_000, body: (n) => `x A 192.0.2.1 ${'a '.repeat(n)}\n` },
  'reversed-headers': {
    what: 'headers in a wrong order',
    size: 8000,
    body: (n) => lines(n, (k) => `x${k} A IN 3600 192.0.2.1`),
  },
  units: { what: 'units of one TTL', size: 50_000, body: (n) => `x ${'1s'.repeat(n)} A 192.0.2.1\n` },
  generic: { what: 'octets of generic rdata', size: 60_000, body: (n) => `x TYPE65400 \\# ${n} ${'0a'.repeat(n)}\n` },

  // Directives and comments that steer.
  origins: {
    what: 'changes of the origin',
    size: 4000,
    body: (n) => lines(n, (k) => `$ORIGIN o${k}.example.com.\nx A 192.0.2.1`),
  },
  'origins-nested': { what: 'origins below one another', size: 4000, body: (n) => lines(n, () => '$ORIGIN a') },
  'origins-deep': {
    what: 'deep origins with records',
    size: 2000,
    body: (n) => lines(n, (k) => `$ORIGIN ${'a.'.repeat(100)}o${k}.example.com.\nx A 192.0.2.1`),
  },
  'default-ttls': {
    what: 'changes of the default TTL',
    size: 8000,
    body: (n) => lines(n, (k) => `$TTL ${k}\nx${k} A 192.0.2.1`),
  },
  includes: { what: "files that aren't there", size: 8000, body: (n) => lines(n, (k) => `$INCLUDE part${k}.inc`) },
  'unknown-directives': { what: 'unknown directives', size: 8000, body: (n) => lines(n, (k) => `$BOGUS${k} x`) },
  'generate-lines': {
    what: '$GENERATE lines of a thousand',
    size: 80,
    body: (n) => lines(n, (k) => `$GENERATE 1-1000 h${k}x$ A 10.0.0.1 ; ${' '.repeat(2000)}`),
  },
  'generate-range': {
    what: 'numbers of one $GENERATE',
    size: 10_000,
    body: (n) => `$GENERATE 0-${n} h$ A 10.0.0.1\n${' '.repeat(8 * n)}\n`,
  },
  'generate-alias': {
    what: 'aliases made by one $GENERATE',
    size: 4000,
    body: (n) => `$GENERATE 0-${n} h$ CNAME h\${1}\n${' '.repeat(8 * n)}\n`,
  },
  'generate-mx': {
    what: 'MX records at one name made by one $GENERATE',
    size: 2000,
    body: (n) => `$GENERATE 0-${n} @ MX 10 h$\n${' '.repeat(16 * n)}\n`,
  },
  'generate-small': {
    what: '$GENERATE lines of one',
    size: 4000,
    body: (n) => lines(n, (k) => `$GENERATE 1-1 h${k}x$ A 10.0.0.1`),
  },
  'generate-wide': {
    what: 'numbers filled to the greatest width',
    size: 400,
    body: (n) => lines(n, (k) => `$GENERATE 1-2 h${k}x\${0,60,d} A 10.0.0.1`),
  },
  'generate-bad': {
    what: '$GENERATE lines that are wrong',
    size: 4000,
    body: (n) => lines(n, (k) => `$GENERATE 9-${k % 9} h$ A 10.0.0.1`),
  },
  'generate-refused': {
    what: 'generated lines that are wrong',
    size: 4000,
    body: (n) => `$GENERATE 0-${n} h$ A 10.0.0.$x\n${' '.repeat(8 * n)}\n`,
  },
  suppressions: {
    what: 'comments that silence the next line',
    size: 4000,
    body: (n) => lines(n, (k) => `; zonewright-disable-next-line\nx${k} A bogus`),
  },
  'suppressions-file': {
    what: 'comments that silence a rule',
    size: 4000,
    body: (n) => lines(n, (k) => `; zonewright-disable a/b\nx${k} A bogus`),
  },
  'suppressions-long': {
    what: 'codes in one comment that silences',
    size: 8000,
    body: (n) => `; zonewright-disable ${words(n, (k) => `a/b${k}`)}\n`,
  },
  'suppressions-line': {
    what: 'lines that silence themselves',
    size: 4000,
    body: (n) => lines(n, (k) => `x${k} A bogus ; zonewright-disable-line`),
  },

  // Mail.
  'spf-terms': {
    what: 'terms of one SPF record',
    size: 4000,
    body: (n) => `@ TXT "v=spf1 " ${words(n, (k) => `"ip4:192.0.2.${k % 256} "`)} "-all"\n`,
  },
  'spf-networks': {
    what: 'different networks of one SPF record',
    size: 2000,
    body: (n) => `@ TXT "v=spf1 " ${words(n, (k) => `"ip4:${public4(k * 4)}/30 "`)} "-all"\n`,
  },
  'spf-includes': {
    what: 'includes of one SPF record',
    size: 2000,
    body: (n) =>
      `@ TXT "v=spf1 " ${words(n, (k) => `"include:i${k}.example.com "`)} "-all"\n${lines(n, (k) => `i${k} TXT "v=spf1 ip4:192.0.2.7 -all"`)}`,
  },
  'spf-modifiers': {
    what: 'modifiers of one SPF record',
    size: 2000,
    body: (n) => `@ TXT "v=spf1 " ${words(n, (k) => `"x${k}=1 "`)} "-all"\n`,
  },
  'spf-duplicates': {
    what: 'equal terms of one SPF record',
    size: 2000,
    body: (n) => `@ TXT "v=spf1 " ${words(n, () => '"a:h.example.com "')} "-all"\n`,
  },
  'spf-typos': {
    what: 'unknown terms of one SPF record',
    size: 2000,
    body: (n) => `@ TXT "v=spf1 " ${words(n, (k) => `"inclued:i${k}.example.com "`)} "-all"\n`,
  },
  'spf-many': {
    what: 'SPF records that include one another',
    size: 400,
    body: (n) =>
      lines(
        n,
        (k) =>
          `i${k} TXT "v=spf1 include:i${(k + 1) % n}.example.com include:i${(k * 7 + 3) % n}.example.com mx a ptr exists:%{i}.x -all"`,
      ),
  },
  'spf-to-apex': {
    what: 'SPF records that include the apex',
    size: 1000,
    body: (n) =>
      `${lines(n, (k) => `i${k} TXT "v=spf1 include:example.com -all"`)}@ TXT "v=spf1 ${words(9, (k) => `include:i${k}.example.com`)} -all"\n`,
  },
  'spf-deep': {
    what: 'SPF records of levels that include the next one thrice',
    size: 20,
    body: (n) =>
      `${lines(n, (k) => `i${k} TXT "v=spf1 ${words(3, () => `include:i${k + 1}.example.com`)} -all"`)}i${n} TXT "v=spf1 ip4:192.0.2.1 -all"\n@ TXT "v=spf1 include:i0.example.com -all"\n@ MX 10 ns1\n${' '.repeat(1000 * n)}\n`,
  },
  'spf-macros': {
    what: 'macros of one SPF term',
    size: 4000,
    body: (n) => `@ TXT "v=spf1 exists:" ${words(n, () => '"%{i}."')} "x -all"\n`,
  },
  'spf-mx': {
    what: 'SPF records that ask for a large MX set',
    size: 1000,
    body: (n) => `${lines(n, (k) => `m MX 10 m${k}\ni${k} TXT "v=spf1 mx:m.example.com -all"`)}`,
  },
  'spf-hosts': {
    what: 'SPF records of mail hosts',
    size: 1000,
    body: (n) => lines(n, (k) => `@ MX 10 m${k}\nm${k} A ${public4(k)}\nm${k} TXT "v=spf1 a -all"`),
  },
  'spf-covers': {
    what: 'mail hosts that one SPF record of as many terms names',
    size: 1000,
    body: (n) =>
      `${lines(n, (k) => `@ MX 10 m${k}\nm${k} A ${public4(k)}`)}@ TXT "v=spf1 " ${words(n, (k) => `"ip4:${public4(k)} "`)} "-all"\n`,
  },
  'dmarc-tags': {
    what: 'tags of one DMARC record',
    size: 1250,
    body: (n) => `_dmarc TXT "v=DMARC1; p=none; " ${words(n, (k) => `"x${k}=1; "`)}\n`,
  },
  'dmarc-same-tags': {
    what: 'equal tags of one DMARC record',
    size: 1250,
    body: (n) => `_dmarc TXT "v=DMARC1; p=none; " ${words(n, () => '"rua=mailto:a@example.com; "')}\n`,
  },
  'dmarc-addresses': {
    what: 'report addresses of one DMARC record',
    size: 2000,
    body: (n) => `_dmarc TXT "v=DMARC1; p=none; rua=" ${words(n, (k) => `"mailto:a${k}@e${k}.example,"`)}\n`,
  },
  'dmarc-reports': {
    what: 'DMARC records that report to one another',
    size: 2000,
    body: (n) => lines(n, (k) => `_dmarc.d${k} TXT "v=DMARC1; p=none; rua=mailto:a@d${(k + 1) % n}.example.com"`),
  },
  'dmarc-deep': {
    what: 'domains below one DMARC record',
    size: 4000,
    body: (n) => `_dmarc TXT "v=DMARC1; p=reject"\n${lines(n, (k) => `d${k} MX 10 ns1`)}`,
    keystroke: 'p=reject"\n',
  },
  'dkim-selectors': {
    what: 'DKIM keys',
    size: 500,
    body: (n) => lines(n, (k) => `s${k}._domainkey TXT ${dkimKey(k)}`),
    keystroke: 's7._domainkey TXT',
  },
  'dkim-domains': {
    what: 'domains with a DKIM key',
    size: 500,
    body: (n) => lines(n, (k) => `s._domainkey.d${k} TXT ${dkimKey(k)}`),
  },
  'dmarc-permissions': {
    what: 'permissions for DMARC reports',
    size: 4000,
    body: (n) => lines(n, (k) => `d${k}.example.net._report._dmarc TXT "v=DMARC1"`),
  },
  'dmarc-externals': {
    what: 'DMARC records that report to one other domain',
    size: 2000,
    body: (n) => lines(n, (k) => `_dmarc.d${k} TXT "v=DMARC1; p=none; rua=mailto:a@example.net"`),
  },
  'tlsa-hosts': {
    what: 'mail hosts with TLSA records',
    size: 2000,
    body: (n) =>
      lines(
        n,
        (k) => `d${k} MX 10 m${k}\nm${k} A ${public4(k)}\n_25._tcp.m${k} TLSA 3 1 1 ${hex(randomOctets(32, k))}`,
      ),
  },
  'mta-sts-domains': {
    what: 'domains with MTA-STS',
    size: 2000,
    body: (n) => lines(n, (k) => `d${k} MX 10 ns1\n_mta-sts.d${k} TXT "v=STSv1; id=${k}"`),
  },
  'spf-all-domains': {
    what: 'domains with mail and an SPF record',
    size: 2000,
    body: (n) =>
      lines(n, (k) => `d${k} MX 10 ns1\nd${k} TXT "v=spf1 mx a:h${k}.example.com include:_spf.google.com -all"`),
  },
  'dkim-same': {
    what: 'selectors with one DKIM key',
    size: 500,
    body: (n) => lines(n, (k) => `s${k}._domainkey TXT ${dkimKey(1)}`),
  },
  'dkim-garbage': {
    what: 'DKIM keys that are none',
    size: 500,
    body: (n) =>
      lines(n, (k) => `s${k}._domainkey TXT "v=DKIM1; k=rsa; p=" "${randomOctets(186, k).toString('base64')}"`),
  },
  'dkim-tags': {
    what: 'tags of one DKIM key',
    size: 1250,
    body: (n) => `s._domainkey TXT "v=DKIM1; " ${words(n, (k) => `"x${k}=1; "`)} "p=AAAA"\n`,
  },
  'dkim-nested': {
    what: 'nested structures of one DKIM key',
    size: 4000,
    body: (n) =>
      `s._domainkey TXT "v=DKIM1; k=rsa; p=" ${words(Math.ceil(n / 186), () => `"${Buffer.alloc(186, Buffer.from([0x30, 0x80])).toString('base64')}"`)}\n`,
  },
  'dkim-aliases': {
    what: 'aliases of selectors',
    size: 4000,
    body: (n) => lines(n, (k) => `s${k}._domainkey CNAME s${k}.dkim.example.net.`),
  },
  'mta-sts-tags': {
    what: 'fields of one MTA-STS record',
    size: 1250,
    body: (n) => `_mta-sts TXT "v=STSv1; id=1; " ${words(n, (k) => `"x${k}=1; "`)}\n`,
  },
  'tls-rpt-tags': {
    what: 'report addresses of one TLS reporting record',
    size: 1250,
    body: (n) => `_smtp._tls TXT "v=TLSRPTv1; rua=" ${words(n, (k) => `"mailto:a${k}@example.com,"`)}\n`,
  },
  'bimi-tags': {
    what: 'tags of one BIMI record',
    size: 1250,
    body: (n) => `default._bimi TXT "v=BIMI1; l=; " ${words(n, (k) => `"x${k}=1; "`)}\n`,
  },
  'caa-parameters': {
    what: 'parameters of one CAA record',
    size: 4000,
    body: (n) => `@ CAA 0 issue "ca.example.net; ${words(n, (k) => `x${k}=1;`)}"\n`,
  },
  verifications: {
    what: 'misplaced SPF records',
    size: 2000,
    body: (n) => lines(n, (k) => `_spf${k} TXT "v=spf1 -all"\nw${k} TXT "spf2.0/pra -all"`),
  },

  // One record.
  'svcb-keys': {
    what: 'keys of one HTTPS record',
    size: 8000,
    body: (n) => `@ HTTPS 1 . ${words(n, (k) => `key${k}=x`)}\n`,
  },
  'svcb-same-keys': {
    what: 'equal keys of one HTTPS record',
    size: 8000,
    body: (n) => `@ HTTPS 1 . ${words(n, () => 'key700=x')}\n`,
  },
  'svcb-mandatory': {
    what: 'mandatory keys of one HTTPS record',
    size: 4000,
    body: (n) => `@ HTTPS 1 . mandatory=${Array.from({ length: n }, (_, k) => `key${k + 1000}`).join(',')}\n`,
  },
  'svcb-protocols': {
    what: 'protocols of one HTTPS record',
    size: 8000,
    body: (n) => `@ HTTPS 1 . alpn=${Array.from({ length: n }, (_, k) => `h${k}`).join(',')}\n`,
  },
  'svcb-hints': {
    what: 'address hints of one HTTPS record',
    size: 8000,
    body: (n) => `@ HTTPS 1 . ipv4hint=${Array.from({ length: n }, (_, k) => public4(k)).join(',')}\n`,
  },
  'apl-items': {
    what: 'items of one APL record',
    size: 8000,
    body: (n) => `x APL ${words(n, (k) => `1:10.${(k >> 8) & 255}.${k & 255}.0/24`)}\n`,
  },
  'hip-servers': {
    what: 'servers of one HIP record',
    size: 4000,
    body: (n) =>
      `x HIP 2 200100107B1A74DF365639CC39F1D578 AwEAAbdxyhNuSutc5EMzxTs9LBPCIkOFH8cIvM4p ${words(n, (k) => `r${k}`)}\n`,
  },
  'nsec-types': {
    what: 'types of NSEC records',
    size: 400,
    body: (n) => lines(n, (k) => `n${k} NSEC n${k + 1} ${words(199, (t) => `TYPE${t + 1}`)}`),
  },
  'nsec-type-list': {
    what: 'equal types of one NSEC record',
    size: 20_000,
    body: (n) => `n NSEC o ${words(n, (k) => `TYPE${(k % 65535) + 1}`)}\n`,
  },
  base64: { what: 'octets of one key', size: 200_000, body: (n) => `@ DNSKEY 257 3 13 ${'A'.repeat(n)}\n` },
  hexadecimal: {
    what: 'octets of one certificate',
    size: 100_000,
    body: (n) => `_25._tcp.m TLSA 3 0 0 ${'A'.repeat(n)}\n`,
  },
  'hexadecimal-words': { what: 'words of one digest', size: 20_000, body: (n) => `sub DS 1 13 2 ${'AB '.repeat(n)}\n` },
  'certificate-nested': {
    what: 'nested structures of one certificate',
    size: 20_000,
    body: (n) => `_25._tcp.m TLSA 3 0 0 ${'3080'.repeat(n)}\n`,
  },
  'naptr-expression': {
    what: 'quantifiers of one regular expression',
    size: 4000,
    body: (n) => `n NAPTR 1 1 "u" "E2U+sip" "!^(${'a+'.repeat(Math.min(n, 100))})+$!\\\\1!" .\n${' '.repeat(n)}\n`,
  },

  // DNSSEC.
  'keys-same-tag': {
    what: 'keys with one tag and signatures with it',
    size: 200,
    body: (n) =>
      `${lines(n, (k) => `@ DNSKEY 256 3 8 ${sameTagKey(k)}`)}${lines(n, (k) => `@ RRSIG SOA 8 2 3600 ${SIGNED} ${SAME_TAG} example.com. ${badSignature(k)}`)}`,
  },
  keys: {
    what: 'keys',
    size: 1000,
    body: (n) => lines(n, (k) => `@ DNSKEY 256 3 13 ${randomOctets(64, k).toString('base64')}`),
  },
  signatures: {
    what: 'signatures over one RRset',
    size: 2000,
    body: (n) =>
      lines(n, (k) => `@ RRSIG SOA 13 2 3600 ${SIGNED} 1 example.com. ${randomOctets(64, k).toString('base64')}`),
  },
  'signatures-tags': {
    what: 'signatures over one RRset with different tags',
    size: 2000,
    body: (n) =>
      lines(
        n,
        (k) =>
          `@ RRSIG SOA 13 2 3600 ${SIGNED} ${preference(k)} example.com. ${randomOctets(64, k).toString('base64')}`,
      ),
  },
  'signatures-names': {
    what: 'signed names of one key',
    size: 1000,
    body: (n) =>
      `@ DNSKEY 256 3 13 ${randomOctets(64, 1).toString('base64')}\n${lines(n, (k) => `h${k} A 192.0.2.7\nh${k} RRSIG A 13 3 3600 ${SIGNED} 1 example.com. ${randomOctets(64, k).toString('base64')}`)}`,
  },
  'signed-set': {
    what: 'records of one signed RRset',
    size: 2000,
    body: (n) =>
      `@ DNSKEY 256 3 8 ${sameTagKey(0)}\n${lines(n, (k) => `x A ${address(k)}`)}x RRSIG A 8 3 3600 ${SIGNED} ${SAME_TAG} example.com. ${badSignature(1)}\n`,
  },
  'signed-set-signatures': {
    what: 'records of one RRset and signatures over it',
    size: 400,
    body: (n) =>
      `@ DNSKEY 256 3 8 ${sameTagKey(0)}\n${lines(n, (k) => `x A ${address(k)}\nx RRSIG A 8 3 3600 ${SIGNED} ${SAME_TAG} example.com. ${badSignature(k)}`)}`,
  },
  'nsec-chain': {
    what: 'NSEC records',
    size: 2000,
    body: (n) =>
      `@ DNSKEY 256 3 13 ${randomOctets(64, 1).toString('base64')}\n${lines(n, (k) => `n${String(k).padStart(6, '0')} A 192.0.2.7\nn${String(k).padStart(6, '0')} NSEC n${String(k + 1).padStart(6, '0')} A NSEC RRSIG`)}`,
  },
  'nsec-one-next': {
    what: 'NSEC records that lead to one name',
    size: 2000,
    body: (n) =>
      `@ DNSKEY 256 3 13 ${randomOctets(64, 1).toString('base64')}\n@ NSEC z A NSEC\n${lines(n, (k) => `n${k} A 192.0.2.7\nn${k} NSEC z A NSEC RRSIG`)}`,
  },
  'nsec-set': {
    what: 'NSEC records at one name',
    size: 2000,
    body: (n) =>
      `@ DNSKEY 256 3 13 ${randomOctets(64, 1).toString('base64')}\n${lines(n, (k) => `n NSEC m${k} A NSEC RRSIG`)}`,
  },
  'nsec3-chain': {
    what: 'NSEC3 records',
    size: 2000,
    body: (n) =>
      `@ DNSKEY 256 3 13 ${randomOctets(64, 1).toString('base64')}\n@ NSEC3PARAM 1 0 0 -\n${lines(n, (k) => `${base32hex(k)} NSEC3 1 0 0 - ${base32hex(k + 1)} A RRSIG\nn${k} A 192.0.2.7`)}`,
  },
  'nsec3-collisions': {
    what: 'NSEC3 records that lead to one hash',
    size: 2000,
    body: (n) =>
      `@ DNSKEY 256 3 13 ${randomOctets(64, 1).toString('base64')}\n@ NSEC3PARAM 1 0 0 -\n${lines(n, (k) => `${base32hex(k)} NSEC3 1 0 0 - ${base32hex(0)} A RRSIG`)}`,
  },
  'nsec3-set': {
    what: 'NSEC3 records at one name',
    size: 2000,
    body: (n) => `@ NSEC3PARAM 1 0 0 -\n${lines(n, (k) => `${base32hex(1)} NSEC3 1 0 0 - ${base32hex(k)} A RRSIG`)}`,
  },
  'nsec3-iterations': {
    what: 'names that would be hashed 65,536 times',
    size: 400,
    body: (n) =>
      `@ DNSKEY 256 3 13 ${randomOctets(64, 1).toString('base64')}\n@ NSEC3PARAM 1 0 65535 AABB\n${lines(n, (k) => `${base32hex(k)} NSEC3 1 0 65535 AABB ${base32hex(k + 1)} A RRSIG\nn${k} A 192.0.2.7`)}`,
  },
  'nsec3-deep': {
    what: 'deep names in a zone with NSEC3',
    size: 200,
    body: (n) =>
      `@ DNSKEY 256 3 13 ${randomOctets(64, 1).toString('base64')}\n@ NSEC3PARAM 1 0 50 AABB\n${base32hex(1)} NSEC3 1 0 50 AABB ${base32hex(2)} A RRSIG\n${lines(n, (k) => `${[...randomOctets(110, k)].map((octet) => octet % 10).join('.')} A 192.0.2.7`)}`,
  },
  'nsec3-chains': {
    what: 'chains of NSEC3 with parameters of their own',
    size: 400,
    body: (n) =>
      `@ DNSKEY 256 3 13 ${randomOctets(64, 1).toString('base64')}\n${lines(n, (k) => `@ NSEC3PARAM 1 0 0 ${preference(k).toString(16).padStart(4, '0')}\n${base32hex(k)} NSEC3 1 0 0 ${preference(k).toString(16).padStart(4, '0')} ${base32hex(k)} A RRSIG\nn${k} A 192.0.2.7`)}`,
  },
  'nsec3param-set': {
    what: 'NSEC3PARAM records',
    size: 2000,
    body: (n) => lines(n, (k) => `@ NSEC3PARAM 1 0 ${preference(k)} AABB`),
  },
  'keys-signed': {
    what: 'keys of the zone, and signatures over them',
    size: 400,
    body: (n) =>
      lines(
        n,
        (k) =>
          `@ DNSKEY 257 3 13 ${randomOctets(64, k).toString('base64')}\n@ RRSIG DNSKEY 13 2 3600 ${SIGNED} ${preference(k)} example.com. ${randomOctets(64, k).toString('base64')}`,
      ),
  },
  'signatures-types': {
    what: 'types with a signature at one name',
    size: 1000,
    body: (n) =>
      `@ DNSKEY 256 3 13 ${randomOctets(64, 1).toString('base64')}\n${lines(n, (k) => `h TYPE${1024 + (k % 30000)} \\# 1 00\nh RRSIG TYPE${1024 + (k % 30000)} 13 3 3600 ${SIGNED} 1 example.com. ${randomOctets(64, k).toString('base64')}`)}`,
  },
  'nsec-many-types': {
    what: 'types at a name with an NSEC record',
    size: 1000,
    body: (n) =>
      `@ DNSKEY 256 3 13 ${randomOctets(64, 1).toString('base64')}\n@ NSEC h A NSEC\nh NSEC @ A NSEC\n${lines(n, (k) => `h TYPE${1024 + (k % 30000)} \\# 1 00`)}`,
  },
  'sig-apart': {
    what: 'signatures without records',
    size: 2000,
    body: (n) =>
      lines(n, (k) => `h${k} RRSIG A 13 3 3600 ${SIGNED} 1 example.com. ${randomOctets(64, k).toString('base64')}`),
  },

  // Zones for other things.
  catalog: {
    what: 'members of a catalog',
    size: 4000,
    body: (n) => `version TXT "2"\n${lines(n, (k) => `u${k}.zones PTR z${k}.example.`)}`,
    keystroke: 'PTR z7.example.\n',
  },
  'catalog-same': {
    what: 'members of a catalog with one zone',
    size: 4000,
    body: (n) => `version TXT "2"\n${lines(n, (k) => `u${k}.zones PTR z.example.`)}`,
    keystroke: 'u7.zones PTR z.example.\n',
  },
  'catalog-groups': {
    what: 'properties of one member of a catalog',
    size: 4000,
    body: (n) => `version TXT "2"\nu.zones PTR z.example.\n${lines(n, (k) => `group.u.zones TXT "g${k}"`)}`,
  },
  policy: {
    what: 'triggers of a response policy zone',
    size: 8000,
    body: (n) => lines(n, (k) => `h${k}.bad CNAME .`),
    keystroke: 'h7.bad CNAME .\n',
  },
  'policy-addresses': {
    what: 'address triggers of a response policy zone',
    size: 4000,
    body: (n) => lines(n, (k) => `32.${k & 255}.${(k >> 8) & 255}.2.10.rpz-ip CNAME .`),
  },
  services: {
    what: 'services of one host',
    size: 4000,
    body: (n) => lines(n, (k) => `_s${k}._tcp SRV 0 0 ${preference(k)} ns1`),
  },
  'service-pointers': {
    what: 'DNS-SD instances',
    size: 2000,
    body: (n) =>
      lines(n, (k) => `_ipp._tcp PTR i${k}._ipp._tcp\ni${k}._ipp._tcp SRV 0 0 1 ns1\ni${k}._ipp._tcp TXT "a=b"`),
  },
};

/** The whole text of a zone of a kind. */
export function zoneOfKind(kind: Kind, n: number): string {
  return HEAD + kind.body(n);
}
