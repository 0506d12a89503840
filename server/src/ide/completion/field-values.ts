import { recommendedIssuers } from '../../lint/kit/caa-value.ts';
import { serialAfter } from '../../lint/kit/raise-serial.ts';
import { mailServices } from '../../mail/owners/mail-owner.ts';
import { dkimRecords, mxRecords } from '../../mail/providers/providers.ts';
import type { NameId } from '../../names/name-tree.ts';
import { ROOT } from '../../names/name-tree.ts';
import { RecordView } from '../../zone/model/record-view.ts';
import type { Field, RecordType } from '../../zone/rrtypes/fields/record-type.ts';
import { durationInWords } from '../../zone/rrtypes/kinds/seconds.ts';
import { servicePort } from '../../zone/rrtypes/kinds/services.ts';
import { SVC_KEYS } from '../../zone/rrtypes/kinds/svc-keys.ts';
import type { Choice } from './completion-item.ts';
import { stop, term, value } from './completion-item.ts';
import { startsFor } from './mail-text.ts';
import type { ZoneFacts } from './zone-facts.ts';
import { A, AAAA, SOA } from '../../zone/rrtypes/codes.ts';

/** Where a field's value is about to be written. */
export interface FieldPlace {
  readonly facts: ZoneFacts;
  readonly type: RecordType;
  readonly field: Field;
  readonly owner: NameId;
  readonly origin: NameId;
  /** The record's own id, as far as it could be read; -1 else. */
  readonly record: number;
  /** The words of the rdata before this one. */
  readonly words: readonly string[];
  /** What is typed of this word, quotation marks left out; `quoted` whether it is inside of them. */
  readonly typed: string;
  readonly quoted: boolean;
  readonly now: Date;
}

/** What can be written, and how many characters before the cursor it takes the place of; undefined for all that is typed of the word. */
export interface FieldValues {
  readonly choices: readonly Choice[];
  readonly replaces?: number;
}

const MOST_ADDRESSES = 100;

/** Values that a field can have where this record is; names are offered by `namesFor`. */
export function fieldValues(place: FieldPlace): FieldValues {
  const { type, field } = place,
    special = byField[`${type.mnemonic}.${field.name}`] ?? byName[field.name] ?? byKind[field.kind.id];
  const offered = special?.(place);
  if (offered !== undefined)
    return Array.isArray(offered) ? { choices: offered as readonly Choice[] } : (offered as FieldValues);
  const known = field.kind.complete?.(field) ?? [],
    listed =
      known.length > 0
        ? known
        : Object.entries(field.values ?? {}).map(([text, { mnemonic, meaning }]) => ({
            text,
            detail: mnemonic === undefined ? meaning : `${mnemonic}: ${meaning}`,
          }));
  const seen = new Set<string>(),
    first = preferred[`${type.mnemonic}.${field.name}`] ?? preferred[field.name] ?? [],
    rankOf = (text: string): number => (first.includes(text) ? first.indexOf(text) : first.length);
  return {
    choices: listed
      .filter(({ text }) => !seen.has(text) && seen.add(text))
      .toSorted((a, b) => rankOf(a.text) - rankOf(b.text))
      .map(({ text, detail }) => value(text, detail)),
  };
}

/** The values that new records have today: RFC 8624 for DNSSEC, RFC 7671 for DANE. */
const preferred: Readonly<Record<string, readonly string[]>> = {
  algorithm: ['13', '15', '8', '14', '16'],
  'digest-type': ['2', '4'],
  flags: ['257', '256', '0'],
  protocol: ['3'],
  'certificate-usage': ['3', '2'],
  selector: ['1', '0'],
  'matching-type': ['1', '2'],
  'SSHFP.algorithm': ['4', '3', '1'],
  'SSHFP.fp-type': ['2'],
  'WKS.protocol': ['tcp', 'udp', '6', '17'],
  'DSYNC.rrtype': ['CDS', 'CSYNC'],
  'IPSECKEY.algorithm': ['2'],
  'CERT.algorithm': ['0'],
};

type Offer = (place: FieldPlace) => readonly Choice[] | FieldValues | undefined;

const preference: Offer = ({ facts, owner, type, field, record }) => [
  value(facts.nextStep(owner, type.code, field.name, record), 'the next step at this name'),
  value(0, 'before all others'),
];

const addresses =
  (type: typeof A | typeof AAAA): Offer =>
  ({ facts, origin }) =>
    addressValues(facts, origin, type);

function addressValues(facts: ZoneFacts, origin: NameId, type: typeof A | typeof AAAA): readonly Choice[] {
  const { used, free } = facts.addresses(type);
  return [
    ...(free === undefined ? [] : [value(free, 'the next free one after those in use here')]),
    ...used.slice(0, MOST_ADDRESSES).map(({ address, host }) => value(address, facts.written(host, origin))),
  ];
}

const timers: Readonly<Record<string, readonly number[]>> = {
  refresh: [7200, 14_400, 86_400],
  retry: [3600, 900, 7200],
  expire: [1_209_600, 2_419_200, 604_800],
  minimum: [3600, 300, 86_400],
};
const timer: Offer = ({ field }) =>
  (timers[field.name] ?? []).map((seconds) => value(seconds, durationInWords(seconds)));

const serial: Offer = ({ facts: { zone }, now }) => {
  const today = (now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate()) * 100 + 1,
    [soa] = zone.records.ofType(SOA);
  const written = soa === undefined ? NaN : new RecordView(zone, soa).number('serial');
  return Number.isNaN(written)
    ? [value(today, 'date and count'), value(1, 'a counter')]
    : [value(serialAfter(written, now), `follows ${written}`)];
};

const soaSerial: Offer = ({ facts: { zone } }) => {
  const [soa] = zone.records.ofType(SOA),
    written = soa === undefined ? NaN : new RecordView(zone, soa).number('serial');
  return Number.isNaN(written) ? [] : [value(written, "the zone's serial")];
};

const ttlOfSet: Offer = ({ facts }) => facts.ttls().map(({ seconds }) => value(seconds, durationInWords(seconds)));

const signer: Offer = ({ facts: { zone }, facts, origin }) => [value(facts.written(zone.apex, origin), 'the zone')];

const DAY = 86_400_000;
const time =
  (days: number, what: string): Offer =>
  ({ now }) => [value(new Date(now.getTime() + days * DAY).toISOString().replace(/\D/g, '').slice(0, 14), what)];

/** Ports that clients expect of the service in the owner name. */
const port: Offer = ({ facts: { zone }, owner }) => {
  if (owner <= ROOT) return [];
  const [service = '', protocol = ''] = zone.names.text(owner).split('.'),
    ports = servicePorts[service] ?? mailServices[service] ?? [];
  const known =
    ports.length > 0
      ? ports
      : [servicePort(service.replace(/^_/, ''), protocol === '_udp' ? 17 : 6)].filter((one) => one !== undefined);
  return known.map((one) => value(one, `the port of ${service}`));
};

/** Ports by service label: IANA "Service Name and Transport Protocol Port Number Registry", for those that Unix systems have no name for. */
const servicePorts: Readonly<Record<string, readonly number[]>> = {
  _autodiscover: [443],
  _caldav: [80],
  _caldavs: [443],
  _carddav: [80],
  _carddavs: [443],
  _jmap: [443],
  _matrix: [8448],
  '_matrix-fed': [8448],
  _minecraft: [25565],
  _mongodb: [27017],
  _sips: [5061],
  _stun: [3478],
  _stuns: [5349],
  _turn: [3478],
  _turns: [5349],
  _xmpps: [5223],
  '_xmpps-client': [5223],
  '_xmpps-server': [5270],
  _mqtt: [1883],
  _mqtts: [8883],
  _teamspeak: [9987],
  _ts3: [9987],
  _sipfederationtls: [5061],
  _gc: [3268],
  _vlmcs: [1688],
  _wpad: [80],
  _kpasswd: [464],
  '_etcd-server': [2380],
  '_etcd-client': [2379],
};

const report = (facts: ZoneFacts): string | undefined => facts.reportAddress()?.replace(/^dmarc@/, 'hostmaster@');

const caaValue: Offer = ({ facts, words, quoted }) => {
  const tag = (words[1] ?? '').toLowerCase(),
    around = (text: string): string => (quoted ? text : `"${text}"`),
    address = report(facts);
  const offered = (text: string, detail: string): Choice => value(around(text), detail);
  if (tag === 'iodef')
    return address === undefined
      ? [term(around('mailto:'), 'an address', around('mailto:${1:address}'))]
      : [offered(`mailto:${address}`, 'refused requests are reported there')];
  if (tag === 'contactemail') return address === undefined ? [] : [offered(address, 'an address of the domain')];
  if (tag === 'contactphone') return [term(around('+'), 'a number with its country', around('+${1:number}'))];
  const used = facts.zone.records.ofType(257),
    own: string[] = [];
  for (const id of used) {
    const issuer = new RecordView(facts.zone, id).source().match(/^\d+\s+issue\w*\s+"?([a-z0-9.-]+)/i)?.[1];
    if (issuer !== undefined && !own.includes(issuer)) own.push(issuer);
    if (own.length > 20) break;
  }
  return [
    ...own.map((issuer) => offered(issuer, 'already in this zone')),
    ...recommendedIssuers.filter(([issuer]) => !own.includes(issuer)).map(([issuer, name]) => offered(issuer, name)),
    offered(';', 'no certificate authority'),
  ];
};

const alpnIds: readonly (readonly [string, string])[] = [
  ['h2', 'HTTP/2'],
  ['h3', 'HTTP/3'],
  ['h3,h2', 'HTTP/3 and HTTP/2'],
  ['http/1.1', 'HTTP/1.1'],
  ['dot', 'DNS over TLS'],
  ['doq', 'DNS over QUIC'],
];

const usualParams: readonly string[] = ['alpn', 'port', 'ipv4hint', 'ipv6hint', 'ech', 'dohpath'];
const paramRank = (name: string): number =>
  usualParams.includes(name) ? usualParams.indexOf(name) : usualParams.length;

const svcParams: Offer = ({ facts, typed, quoted, words, owner, origin }) => {
  const last = words.at(-1) ?? '',
    isValue = quoted || typed.includes('='),
    key = quoted ? /^([a-z0-9-]+)=$/.exec(last)?.[1] : typed.slice(0, typed.indexOf('=')),
    written = quoted ? typed : typed.slice(typed.indexOf('=') + 1);
  const present = words.slice(2).map((word) => word.replace(/=.*$/, ''));
  if (!isValue)
    return SVC_KEYS.filter(({ name }) => !present.includes(name))
      .toSorted((a, b) => paramRank(a.name) - paramRank(b.name))
      .map(({ name, encoding, meaning }) => value(encoding === 'empty' ? name : `${name}=`, meaning));
  const replaces = /[^,]*$/.exec(written)![0].length;
  return { choices: svcValue(key ?? '', facts, present, owner, origin), replaces };
};

function svcValue(
  key: string,
  facts: ZoneFacts,
  present: readonly string[],
  owner: NameId,
  origin: NameId,
): readonly Choice[] {
  switch (key) {
    case 'alpn':
      return alpnIds.map(([id, meaning]) => value(id, meaning));
    case 'port':
      return [value(443, 'the port of HTTPS'), value(8443, 'another port'), value(853, 'the port of DNS over TLS')];
    case 'mandatory':
      return present.filter((name) => name !== 'mandatory').map((name) => value(name, 'a key of this record'));
    case 'ipv4hint':
    case 'ipv6hint':
      return hints(facts, key === 'ipv4hint' ? A : AAAA, owner, origin);
    case 'dohpath':
      return [value('/dns-query{?dns}', 'the usual path (RFC 8484)')];
    case 'docpath':
      return [value('dns', 'a path (RFC 9953)')];
    case 'tls-supported-groups':
      return [value('29', 'x25519'), value('23', 'secp256r1'), value('4588', 'X25519MLKEM768')];
    default:
      return [];
  }
}

/** Addresses of the owner first: clients of a record with target "." connect to them. */
function hints(facts: ZoneFacts, type: typeof A | typeof AAAA, owner: NameId, origin: NameId): readonly Choice[] {
  const own = facts.recordsAt(owner, type).map((record) => record.print('address'));
  return [
    ...own.map((address) => value(address, 'the address of this name')),
    ...facts
      .addresses(type)
      .used.filter(({ address }) => !own.includes(address))
      .slice(0, MOST_ADDRESSES)
      .map(({ address, host }) => value(address, facts.written(host, origin))),
  ];
}

/** The strings of a text that has none yet, with their quotation marks. */
const strings: Offer = ({ facts: { zone }, facts, owner, now, words, quoted }) =>
  words.length > 0 || quoted || owner < 0
    ? []
    : startsFor(zone.names.text(owner).split('.'), facts, now).map((one) => ({
        ...one,
        label: `"${one.label}"`,
        snippet: `"${one.snippet ?? one.label}"`,
      }));

const resinfo: Offer = ({ words }) =>
  [
    value('qnamemin', 'the resolver minimizes names (RFC 9606)'),
    value('exterr=', 'extended errors that it gives'),
    value('infourl=', 'a page about the resolver'),
  ].filter(({ label }) => !words.some((word) => word.startsWith(label)));

/** `1:` and `2:` with the networks that most addresses are in. */
const prefixes: Offer = ({ facts }) => {
  const networks = [
    ...new Set(facts.addresses(A).used.map(({ address }) => `1:${address.replace(/\.\d+$/, '.0/24')}`)),
  ];
  return [
    ...networks.slice(0, 10).map((network) => value(network, 'a network in use here')),
    term('1:', 'an IPv4 network', '1:${1:network}'),
    term('2:', 'an IPv6 network', '2:${1:network}'),
    term('!1:', 'all but an IPv4 network', '!1:${1:network}'),
  ];
};

const mailbox: Offer = ({ facts, origin }) => {
  const { zone } = facts,
    address = facts.reportAddress(),
    names = ['hostmaster', 'postmaster'].map((label) => zone.names.intern(`${label}.${zone.names.text(zone.apex)}`));
  const offered = names
    .filter((name) => name >= 0)
    .map((name) => value(facts.written(name, origin), 'a mail address, its @ a dot'));
  return address === undefined || address.startsWith('dmarc@')
    ? offered
    : [
        ...offered,
        value(
          `${address.slice(0, address.indexOf('@')).replace(/\./g, '\\.')}.${address.slice(address.indexOf('@') + 1)}.`,
          `the address ${address}`,
        ),
      ];
};

const gateway: Offer = ({ words, facts, origin, type }) => {
  const kind = words[type.mnemonic === 'AMTRELAY' ? 2 : 1];
  if (kind === '1') return addressValues(facts, origin, A);
  if (kind === '2') return addressValues(facts, origin, AAAA);
  return kind === '3'
    ? facts.hosts(MOST_ADDRESSES).map((host) => value(facts.written(host, origin), 'a host of this zone'))
    : [value('.', 'no gateway')];
};

const selectorTarget: Offer = ({ facts, owner }) => {
  const { zone, domain } = facts,
    selector = owner > ROOT ? /^(.+?\._domainkey)\./.exec(zone.names.text(owner))?.[1] : undefined;
  if (selector === undefined || domain === undefined) return undefined;
  return facts.providers().flatMap((provider) =>
    dkimRecords(provider, domain)
      .filter((record) => record.owner === selector)
      .map(
        ({ target, open }): Choice => ({
          label: target,
          detail: `${provider.name}'s key`,
          kind: 'name',
          ...(open.length === 0 ? {} : { snippet: openStops(target) }),
        }),
      ),
  );
};

/** Words in braces as tab stops. */
export function openStops(text: string): string {
  let number = 0;
  return text.replace(/[$\\]/g, '\\$&').replace(/\{([^}]*)\}/g, (_, what: string) => stop(++number, [], what));
}

const byKind: Readonly<Record<string, Offer>> = {
  ipv4: addresses(A),
  ipv6: addresses(AAAA),
  'svc-params': svcParams,
  'mailbox-name': mailbox,
  'address-prefixes': prefixes,
  'ipsec-gateway': gateway,
  'amt-relay': gateway,
  'nxt-bitmap': () => ['A', 'NS', 'SOA', 'MX', 'TXT', 'NXT'].map((type) => value(type, 'record type')),
};

const byName: Readonly<Record<string, Offer>> = { preference, port };

const byField: Readonly<Record<string, Offer>> = {
  'SOA.serial': serial,
  'SOA.refresh': timer,
  'SOA.retry': timer,
  'SOA.expire': timer,
  'SOA.minimum': timer,
  'CSYNC.soa-serial': soaSerial,
  'ZONEMD.serial': soaSerial,
  'CSYNC.flags': () => [
    value(3, 'at once, and only for a newer serial'),
    value(1, 'at once'),
    value(2, 'only for a newer serial'),
    value(0, 'neither'),
  ],
  'SRV.priority': ({ facts, owner, record }) =>
    [...new Set([0, facts.nextStep(owner, 33, 'priority', record)])].map((one) =>
      value(one, one === 0 ? 'before all others' : 'the next step at this name'),
    ),
  'SRV.weight': () => [
    value(0, 'no choice among equals'),
    value(1, 'the same share as others with 1'),
    value(10, 'a share of ten'),
  ],
  'URI.priority': ({ facts, owner, record }) => [
    value(facts.nextStep(owner, 256, 'priority', record), 'the next step at this name'),
  ],
  'URI.weight': () => [value(1, 'the same share as others with 1')],
  'URI.target': ({ facts: { domain }, quoted }) => [
    term(
      quoted ? 'https://' : '"https://"',
      'an address of the web',
      quoted
        ? `https://${stop(1, domain === undefined ? [] : [domain], 'host')}/`
        : `"https://${stop(1, domain === undefined ? [] : [domain], 'host')}/"`,
    ),
  ],
  'SVCB.priority': () => [value(1, 'the first of the services'), value(0, 'an alias of the target')],
  'HTTPS.priority': () => [value(1, 'the first of the services'), value(0, 'an alias of the target')],
  'NAPTR.order': () => [value(100, 'the usual first one'), value(10, 'before that')],
  'NAPTR.preference': () => [value(10, 'the usual first one'), value(20, 'the next one')],
  'NAPTR.flags': () =>
    ['S', 'A', 'U', 'P', ''].map((flag) =>
      value(
        `"${flag}"`,
        { S: 'an SRV record follows', A: 'an address follows', U: 'the result is a URI', P: 'the protocol decides' }[
          flag
        ] ?? 'another NAPTR record follows',
      ),
    ),
  'NAPTR.services': () =>
    [
      ['SIP+D2U', 'SIP over UDP'],
      ['SIP+D2T', 'SIP over TCP'],
      ['SIPS+D2T', 'SIP over TLS'],
      ['E2U+sip', 'a phone number by SIP'],
      ['E2U+email', 'a phone number by mail'],
    ].map(([service, what]) => value(`"${service!}"`, what!)),
  'NAPTR.regexp': ({ facts: { domain } }) => [
    value('""', 'none: the replacement counts'),
    term(
      '"!^.*$!…!"',
      'a URI',
      `"!^.*\\$!\${1:sip:}${domain === undefined ? '${2:user@domain}' : `\${2:info}@${domain}`}!"`,
    ),
  ],
  'CAA.value': caaValue,
  'TXT.txt-data': strings,
  'SPF.txt-data': strings,
  'WALLET.text': ({ words }) => (words.length > 0 ? [] : [value('"BTC"', 'Bitcoin'), value('"ETH"', 'Ethereum')]),
  'RESINFO.keys': resinfo,
  'CNAME.cname': selectorTarget,
  'CERT.key-tag': () => [value(0, 'no tag')],
  'NSEC3.iterations': () => [value(0, 'as RFC 9276 §3.1 wants it')],
  'NSEC3PARAM.iterations': () => [value(0, 'as RFC 9276 §3.1 wants it')],
  'NSEC3.salt': () => [value('-', 'none, as RFC 9276 §3.1 wants it')],
  'NSEC3PARAM.salt': () => [value('-', 'none, as RFC 9276 §3.1 wants it')],
  'RRSIG.labels': ({ facts: { zone }, owner }) =>
    owner < 0 ? [] : [value(zone.names.depth(owner), 'labels of the owner name')],
  'SIG.labels': ({ facts: { zone }, owner }) =>
    owner < 0 ? [] : [value(zone.names.depth(owner), 'labels of the owner name')],
  'RRSIG.original-ttl': ttlOfSet,
  'SIG.original-ttl': ttlOfSet,
  'RRSIG.signer-name': signer,
  'SIG.signer-name': signer,
  'RRSIG.signature-expiration': time(30, 'in 30 days'),
  'SIG.signature-expiration': time(30, 'in 30 days'),
  'RRSIG.signature-inception': time(0, 'now'),
  'SIG.signature-inception': time(0, 'now'),
  'IPSECKEY.precedence': () => [value(10, 'the usual first one')],
  'AMTRELAY.precedence': () => [value(10, 'the usual first one')],
  'AMTRELAY.discovery-optional': () => [value(0, 'discovery first'), value(1, 'without discovery')],
  'HIP.pk-algorithm': () => [value(2, 'RSA'), value(1, 'DSA'), value(3, 'ECDSA')],
  'HINFO.cpu': () => [value('"RFC8482"', 'the short answer to ANY (RFC 8482)')],
  'HINFO.os': () => [value('""', 'nothing')],
  'LOC.location': () => [
    term(
      '52 22 23 N 4 53 32 E 0m',
      'degrees, minutes, seconds; height',
      '${1:52} ${2:22} ${3:23} ${4|N,S|} ${5:4} ${6:53} ${7:32} ${8|E,W|} ${9:0}m',
    ),
  ],
  'WKS.bit-map': () => [value('smtp', 'port 25'), value('domain', 'port 53'), value('http', 'port 80')],
  'A6.prefix-length': () => [value(0, 'the whole address'), value(64, 'the last 64 bits')],
  'A6.address-suffix': addresses(AAAA),
  'DOA.enterprise': () => [value(0, 'none')],
  'DOA.type': () => [value(0, 'none'), value(1, 'contact')],
  'DOA.media-type': () => [value('"text/plain"', 'plain text')],
  'DSYNC.port': () => [value(5359, 'a port of its own'), value(53, 'the port of DNS')],
  'WINS.settings': () => [value('LOCAL L2 C900', 'not sent to other servers')],
  'WINSR.settings': () => [value('LOCAL L2 C900', 'not sent to other servers')],
  'SINK.meaning': () => [value(0, 'none')],
  'GPOS.altitude': () => [value('0.0', 'sea level')],
};

/** MX hosts that providers give their customers, as far as their names are fixed. */
export function providerHosts(facts: ZoneFacts): readonly Choice[] {
  return facts.providers().flatMap((provider) =>
    mxRecords(provider, facts.domain ?? '{domain}')
      .filter(({ exchange }) => facts.domain !== undefined || !exchange.includes('{'))
      .map(
        ({ exchange, open }): Choice => ({
          label: exchange,
          detail: provider.name,
          kind: 'name',
          ...(open.length === 0 ? {} : { snippet: openStops(exchange) }),
        }),
      ),
  );
}
