import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RecordView } from '../../../server/src/zone/model/record-view.ts';
import { allTypes } from '../../../server/src/zone/rrtypes/registry/registry.ts';
import { labels, offered } from './offered.ts';
import { opened } from './opened.ts';

const zone = `$TTL 1h
@ IN SOA ns1 hostmaster 2026112401 7200 3600 1209600 300
@ NS ns1
@ MX 10 mail
@ TXT "v=spf1 mx -all"
_dmarc TXT "v=DMARC1; p=none; rua=mailto:reports@example.com"
ns1 A 198.51.100.53
mail 600 A 198.51.100.25
mail AAAA 2001:db8::25
www A 198.51.100.80
alias CNAME www
`;

/** Why nothing is offered. */
type Reason = {
  readonly none:
    | 'made from a key, a certificate or data'
    | 'made by a signer'
    | 'the number of a device or a network'
    | 'a free text'
    | 'coordinates';
};
const key: Reason = { none: 'made from a key, a certificate or data' },
  signer: Reason = { none: 'made by a signer' },
  device: Reason = { none: 'the number of a device or a network' },
  text: Reason = { none: 'a free text' },
  place: Reason = { none: 'coordinates' };

/** What is offered first for each field of each record type, in the zone above, when the fields before it are those of the type's example. */
const table: Readonly<Record<string, string | Reason>> = {
  'A.address': '198.51.100.81 | 198.51.100.53 | 198.51.100.25',
  'NS.nsdname': 'ns1 | mail | www',
  'MD.madname': 'ns1 | mail | www',
  'MF.madname': 'ns1 | mail | www',
  'CNAME.cname': '@ | ns1 | mail',
  'SOA.mname': 'ns1 | mail | www',
  'SOA.rname': 'hostmaster | postmaster | reports.example.com.',
  'SOA.serial': '2026112402',
  'SOA.refresh': '7200 | 14400 | 86400',
  'SOA.retry': '3600 | 900 | 7200',
  'SOA.expire': '1209600 | 2419200 | 604800',
  'SOA.minimum': '3600 | 300 | 86400',
  'MB.madname': 'ns1 | mail | www',
  'MG.mgmname': 'hostmaster | postmaster | reports.example.com.',
  'MR.newname': 'hostmaster | postmaster | reports.example.com.',
  'WKS.address': '198.51.100.81 | 198.51.100.53 | 198.51.100.25',
  'WKS.protocol': '6 | 17 | 0',
  'WKS.bit-map': 'smtp | domain | http',
  'PTR.ptrdname': 'ns1 | mail | www',
  'HINFO.cpu': '"RFC8482"',
  'HINFO.os': '""',
  'MINFO.rmailbx': 'hostmaster | postmaster | reports.example.com.',
  'MINFO.emailbx': 'hostmaster | postmaster | reports.example.com.',
  'MX.preference': '20 | 0',
  'MX.exchange': 'www | ns1 | mail',
  'TXT.txt-data': '"v=spf1 " | "google-site-verification=" | "MS="',
  'RP.mbox-dname': 'hostmaster | postmaster | reports.example.com.',
  'RP.txt-dname': 'ns1 | mail | _dmarc',
  'AFSDB.subtype': '1 | 2',
  'AFSDB.hostname': 'ns1 | mail | www',
  'X25.psdn-address': device,
  'ISDN.isdn-address': device,
  'ISDN.sa': text,
  'RT.preference': '10 | 0',
  'RT.intermediate-host': 'ns1 | mail | www',
  'NSAP.address': device,
  'NSAP-PTR.owner': 'ns1 | mail | www',
  'SIG.type-covered': 'A | NS | MD',
  'SIG.algorithm': '13 | 15 | 8',
  'SIG.labels': '2',
  'SIG.original-ttl': '600 | 3600',
  'SIG.signature-expiration': '20261224120000',
  'SIG.signature-inception': '20261124120000',
  'SIG.key-tag': signer,
  'SIG.signer-name': '@ | ns1 | mail',
  'SIG.signature': signer,
  'KEY.flags': '257 | 256',
  'KEY.protocol': '3 | 0 | 1',
  'KEY.algorithm': '13 | 15 | 8',
  'KEY.public-key': key,
  'PX.preference': '10 | 0',
  'PX.map822': 'ns1 | mail | _dmarc',
  'PX.mapx400': 'ns1 | mail | _dmarc',
  'GPOS.longitude': place,
  'GPOS.latitude': place,
  'GPOS.altitude': '0.0',
  'AAAA.address': '2001:db8::26 | 2001:db8::25',
  'LOC.location': '52 22 23 N 4 53 32 E 0m',
  'NXT.next-domain-name': 'ns1 | mail | _dmarc',
  'NXT.type-bit-map': 'A | NS | SOA',
  'EID.endpoint-identifier': device,
  'NIMLOC.nimrod-locator': device,
  'SRV.priority': '0 | 10',
  'SRV.weight': '0 | 1 | 10',
  'SRV.port': '465',
  'SRV.target': 'ns1 | mail | www',
  'ATMA.address': device,
  'NAPTR.order': '100 | 10',
  'NAPTR.preference': '10 | 20',
  'NAPTR.flags': '"S" | "A" | "U"',
  'NAPTR.services': '"SIP+D2U" | "SIP+D2T" | "SIPS+D2T"',
  'NAPTR.regexp': '"" | "!^.*$!…!"',
  'NAPTR.replacement': 'ns1 | mail | _dmarc',
  'KX.preference': '10 | 0',
  'KX.exchanger': 'ns1 | mail | www',
  'CERT.type': 'PKIX | SPKI | PGP',
  'CERT.key-tag': '0',
  'CERT.algorithm': 'RSAMD5 | DH | DSA',
  'CERT.certificate': key,
  'A6.prefix-length': '0 | 64',
  'A6.address-suffix': '2001:db8::26 | 2001:db8::25',
  'A6.prefix-name': '@ | ns1 | mail',
  'DNAME.target': '@ | ns1 | mail',
  'SINK.meaning': '0',
  'SINK.coding': key,
  'SINK.subcoding': key,
  'SINK.data': key,
  'APL.prefixes': '1:198.51.100.0/24 | 1: | 2:',
  'DS.key-tag': key,
  'DS.algorithm': '13 | 15 | 8',
  'DS.digest-type': '2 | 4 | 1',
  'DS.digest': key,
  'SSHFP.algorithm': '4 | 3 | 1',
  'SSHFP.fp-type': '2 | 1',
  'SSHFP.fingerprint': key,
  'IPSECKEY.precedence': '10',
  'IPSECKEY.gateway-type': '0 | 1 | 2',
  'IPSECKEY.algorithm': '2 | 1 | 3',
  'IPSECKEY.gateway': '198.51.100.81 | 198.51.100.53 | 198.51.100.25',
  'IPSECKEY.public-key': key,
  'RRSIG.type-covered': 'A | NS | MD',
  'RRSIG.algorithm': '13 | 15 | 8',
  'RRSIG.labels': '2',
  'RRSIG.original-ttl': '600 | 3600',
  'RRSIG.signature-expiration': '20261224120000',
  'RRSIG.signature-inception': '20261124120000',
  'RRSIG.key-tag': signer,
  'RRSIG.signer-name': '@ | ns1 | mail',
  'RRSIG.signature': signer,
  'NSEC.next-domain-name': 'ns1 | mail | _dmarc',
  'NSEC.type-bit-maps': 'A | NS | MD',
  'DNSKEY.flags': '257 | 256',
  'DNSKEY.protocol': '3 | 0 | 1',
  'DNSKEY.algorithm': '13 | 15 | 8',
  'DNSKEY.public-key': key,
  'DHCID.data': key,
  'NSEC3.hash-algorithm': '1',
  'NSEC3.flags': '0 | 1',
  'NSEC3.iterations': '0',
  'NSEC3.salt': '-',
  'NSEC3.next-hashed-owner-name': signer,
  'NSEC3.type-bit-maps': 'A | NS | MD',
  'NSEC3PARAM.hash-algorithm': '1',
  'NSEC3PARAM.flags': '0 | 1',
  'NSEC3PARAM.iterations': '0',
  'NSEC3PARAM.salt': '-',
  'TLSA.certificate-usage': '3 | 2 | 0',
  'TLSA.selector': '1 | 0',
  'TLSA.matching-type': '1 | 2 | 0',
  'TLSA.certificate-association-data': key,
  'SMIMEA.certificate-usage': '3 | 2 | 0',
  'SMIMEA.selector': '1 | 0',
  'SMIMEA.matching-type': '1 | 2 | 0',
  'SMIMEA.certificate-association-data': key,
  'HIP.pk-algorithm': '2 | 1 | 3',
  'HIP.hit': key,
  'HIP.public-key': key,
  'HIP.rendezvous-servers': '@ | ns1 | mail',
  'NINFO.zs-data': text,
  'RKEY.flags': '257 | 256',
  'RKEY.protocol': '3 | 0 | 1',
  'RKEY.algorithm': '13 | 15 | 8',
  'RKEY.public-key': key,
  'TALINK.previous': '@ | ns1 | mail',
  'TALINK.next': '@ | ns1 | mail',
  'CDS.key-tag': key,
  'CDS.algorithm': '13 | 15 | 8',
  'CDS.digest-type': '2 | 4 | 1',
  'CDS.digest': key,
  'CDNSKEY.flags': '257 | 256',
  'CDNSKEY.protocol': '3 | 0 | 1',
  'CDNSKEY.algorithm': '13 | 15 | 8',
  'CDNSKEY.public-key': key,
  'OPENPGPKEY.public-key': key,
  'CSYNC.soa-serial': '2026112401',
  'CSYNC.flags': '3 | 1 | 2',
  'CSYNC.type-bit-map': 'A | NS | MD',
  'ZONEMD.serial': '2026112401',
  'ZONEMD.scheme': '1',
  'ZONEMD.hash-algorithm': '1 | 2',
  'ZONEMD.digest': key,
  'SVCB.priority': '1 | 0',
  'SVCB.target-name': '. | ns1 | mail',
  'SVCB.params': 'alpn= | port= | ipv4hint=',
  'HTTPS.priority': '1 | 0',
  'HTTPS.target-name': '. | ns1 | mail',
  'HTTPS.params': 'alpn= | port= | ipv4hint=',
  'DSYNC.rrtype': 'CDS | CSYNC | A',
  'DSYNC.scheme': 'NOTIFY',
  'DSYNC.port': '5359 | 53',
  'DSYNC.target': 'ns1 | mail | www',
  'HHIT.data': key,
  'BRID.data': key,
  'SPF.txt-data': '"v=spf1 " | "google-site-verification=" | "MS="',
  'NID.preference': '10 | 0',
  'NID.node-id': device,
  'L32.preference': '10 | 0',
  'L32.locator32': '198.51.100.81 | 198.51.100.53 | 198.51.100.25',
  'L64.preference': '10 | 0',
  'L64.locator64': device,
  'LP.preference': '10 | 0',
  'LP.fqdn': '@ | ns1 | mail',
  'EUI48.address': device,
  'EUI64.address': device,
  'URI.priority': '10',
  'URI.weight': '1',
  'URI.target': '"https://"',
  'CAA.flags': '0 | 128',
  'CAA.tag': 'issue | issuewild | iodef',
  'CAA.value': '"letsencrypt.org" | "pki.goog" | "digicert.com"',
  'AVC.avc-data': text,
  'DOA.enterprise': '0',
  'DOA.type': '0 | 1',
  'DOA.location': '1 | 2 | 3',
  'DOA.media-type': '"text/plain"',
  'DOA.data': key,
  'AMTRELAY.precedence': '10',
  'AMTRELAY.discovery-optional': '0 | 1',
  'AMTRELAY.relay-type': '0 | 1 | 2',
  'AMTRELAY.relay': '198.51.100.81 | 198.51.100.53 | 198.51.100.25',
  'RESINFO.keys': 'qnamemin | exterr= | infourl=',
  'WALLET.text': '"BTC" | "ETH"',
  'CLA.text': text,
  'IPN.cbhe-node-number': device,
  'TA.key-tag': key,
  'TA.algorithm': '13 | 15 | 8',
  'TA.digest-type': '2 | 4 | 1',
  'TA.digest': key,
  'DLV.key-tag': key,
  'DLV.algorithm': '13 | 15 | 8',
  'DLV.digest-type': '2 | 4 | 1',
  'DLV.digest': key,
  'WINS.settings': 'LOCAL L2 C900',
  'WINSR.settings': 'LOCAL L2 C900',
};

/** Owners of these types are in a reverse zone. */
const examples: Readonly<Record<string, string>> = {
  WINS: 'example.com. 3600 IN WINS LOCAL L2 C900 192.0.2.1',
  WINSR: 'example.com. 3600 IN WINSR LOCAL L2 C900 example.net.',
};

describe('every field of every record type', () => {
  for (const type of allTypes) {
    if (type.fields.length === 0 || type.status === 'meta') continue;
    const example = examples[type.mnemonic] ?? type.example,
      [owner = ''] = example.split(' '),
      { linted } = opened(`${example}\n`, '.');
    const record = new RecordView(linted.zone, linted.zone.root.blocks[0]!.records[0]!),
      apex = owner.endsWith('.in-addr.arpa.') ? '2.0.192.in-addr.arpa.' : 'example.com.';
    for (const field of type.fields) {
      const cell = `${type.mnemonic}.${field.name}`,
        expected = table[cell];
      it(`has its values offered, or a reason why not: ${cell}`, () => {
        const start =
          examples[type.mnemonic] === undefined ? record.span(field.name).start : example.indexOf(' LOCAL') + 1;
        const first = labels(offered(`${zone}${example.slice(0, start)}|\n`, apex))
          .slice(0, 3)
          .join(' | ');
        assert.equal(first, typeof expected === 'string' ? expected : '');
        assert.notEqual(expected, undefined, 'the table has no such row');
      });
    }
  }

  it('is one that there is', () => {
    const known = allTypes.flatMap(({ mnemonic, fields }) => fields.map(({ name }) => `${mnemonic}.${name}`));
    assert.deepEqual(
      Object.keys(table).filter((cell) => !known.includes(cell)),
      [],
    );
  });
});

describe('every argument of every directive', () => {
  const arguments_: readonly (readonly [string, string])[] = [
    ['$TTL |', '600 | 3600 | 300'],
    ['$ORIGIN |', 'ns1 | mail | _dmarc'],
    ['$INCLUDE |', 'hosts.inc | sub/more.inc'],
    ['$INCLUDE hosts.inc |', 'ns1 | mail | _dmarc'],
    ['$GENERATE |', '1-254 | 0-255 | 1-10'],
    ['$GENERATE 1-10 |', '$ | host$ | host${0,3,d}'],
    ['$GENERATE 1-10 host$ |', 'A | AAAA | PTR'],
    ['$GENERATE 1-10 host$ A |', '198.51.100.$ | host-$ | $'],
  ];
  for (const [line, expected] of arguments_)
    it(`has its values offered: ${line}`, () =>
      assert.equal(
        labels(offered(`${zone}${line}`, 'example.com.', ['hosts.inc', 'sub/more.inc']))
          .slice(0, 3)
          .join(' | '),
        expected,
      ));
});
