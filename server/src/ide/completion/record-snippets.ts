import { firstLine, linesLike } from '../../lint/kit/record-style.ts';
import { dkimRecords, mxRecords, spfTerm } from '../../mail/providers/providers.ts';
import type { Provider } from '../../mail/providers/providers.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { RecordView } from '../../zone/model/record-view.ts';
import { stop } from './completion-item.ts';
import { openStops } from './field-values.ts';
import { timeStamp } from './mail-text.ts';
import type { ZoneFacts } from './zone-facts.ts';
import { A, AAAA } from '../../zone/rrtypes/codes.ts';

/** A record of a snippet. */
export interface SnippetRecord {
  /** Relative to the name that the snippet is for: `@`, `_dmarc`. */
  readonly owner: string;
  /** The same with tab stops. */
  readonly ownerSnippet?: string;
  readonly type: string;
  /** With tab stops. */
  readonly rdata: string;
}

/** Records that are inserted together. */
export interface RecordSnippet {
  /** The word that brings it while typing. */
  readonly prefix: string;
  /** What it is a variant of: the prefix of the plain one. */
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly records: readonly SnippetRecord[];
}

const MOST_CHOICES = 8;

const one = (
  prefix: string,
  title: string,
  description: string,
  ...records: readonly SnippetRecord[]
): RecordSnippet => ({ prefix, kind: prefix, title, description, records });
const at = (owner: string, type: string, rdata: string): SnippetRecord => ({ owner, type, rdata });
const named = (texts: readonly string[], what: string, type: string, rdata: string): SnippetRecord => ({
  owner: texts[0] ?? what,
  ownerSnippet: stop(1, texts, what),
  type,
  rdata,
});

/** The snippets of records, filled with what the zone has. `owner` is the name that they are for, `origin` what completes names where they go. */
export function recordSnippets(facts: ZoneFacts, owner: NameId, origin: NameId, now: Date): readonly RecordSnippet[] {
  const hosts = hostChoices(facts, origin),
    report = facts.reportAddress(),
    address = (number: number): string => stop(number, report === undefined ? [] : [report], 'address'),
    wanted = facts
      .wanted(MOST_CHOICES)
      .map((name) => facts.written(name, origin))
      .filter((name) => !name.startsWith('_'));
  const free = (type: typeof A | typeof AAAA, number: number): string =>
      stop(number, addressChoices(facts, type), 'address'),
    next = String(facts.nextStep(owner, 15, 'preference', -1));
  const all = [
    one(
      'mx',
      'Mail exchanger (MX)',
      'The host that receives mail for a name (RFC 1035 §3.3.9).',
      at('@', 'MX', `\${2:${next}} ${stop(1, hosts.length > 0 ? hosts : ['mail'], 'host')}`),
    ),
    ...facts.providers().flatMap((provider) => providerMx(provider, facts)),
    one('a', 'IPv4 address (A)', "A host's IPv4 address.", named(wanted, 'host', 'A', free(A, 2))),
    one(
      'aaaa',
      'IPv6 address (AAAA)',
      "A host's IPv6 address (RFC 3596).",
      named(wanted, 'host', 'AAAA', free(AAAA, 2)),
    ),
    one(
      'cname',
      'Alias (CNAME)',
      'Another name for a host; nothing else may be at the alias (RFC 1034 §3.6.2).',
      named([], 'alias', 'CNAME', stop(2, hosts, 'host')),
    ),
    one(
      'spf',
      'Sender policy (SPF)',
      'Which hosts may send mail for a name (RFC 7208). One record per name.',
      at('@', 'TXT', '"v=spf1 ${1:mx} ${2|-all,~all,?all|}"'),
    ),
    ...facts.providers().flatMap((provider) => providerSpf(provider)),
    one(
      'dkim',
      'Signing key (DKIM)',
      'The public key for verifying signatures (RFC 6376 §3.6.1). A string holds at most 255 octets: split a longer key into several.',
      {
        owner: 'selector._domainkey',
        ownerSnippet: '${1:selector}._domainkey',
        type: 'TXT',
        rdata: '"v=DKIM1; k=${2|rsa,ed25519|}; p=" "${3:key}"',
      },
    ),
    ...facts.providers().flatMap((provider) => providerDkim(provider, facts)),
    one(
      'dmarc',
      'Message authentication policy (DMARC)',
      'What receivers do with mail that fails SPF and DKIM, and where they send reports (RFC 9989).',
      at('_dmarc', 'TXT', `"v=DMARC1; p=\${1|none,quarantine,reject|}; rua=mailto:${address(2)}"`),
    ),
    one(
      'mta-sts',
      'Strict transport security (MTA-STS)',
      'Announces a policy at https://mta-sts.DOMAIN/.well-known/mta-sts.txt (RFC 8461 §3.1). A new id makes senders fetch it again.',
      at('_mta-sts', 'TXT', `"v=STSv1; id=\${1:${timeStamp(now)}}"`),
      at('mta-sts', 'A', free(A, 2)),
    ),
    one(
      'tls-rpt',
      'TLS reports (TLS-RPT)',
      'Where senders report TLS failures (RFC 8460 §3).',
      at('_smtp._tls', 'TXT', `"v=TLSRPTv1; rua=mailto:${address(1)}"`),
    ),
    one(
      'bimi',
      'Logo (BIMI)',
      'The logo that mail programs show next to mail.',
      at(
        'default._bimi',
        'TXT',
        `"v=BIMI1; l=https://${stop(1, facts.domain === undefined ? [] : [facts.domain], 'host')}/\${2:logo}.svg"`,
      ),
    ),
    one(
      'caa',
      'Certificate authority (CAA)',
      'Which certificate authorities may issue certificates for a name and everything below it (RFC 8659).',
      at('@', 'CAA', '0 ${1|issue,issuewild,issuemail|} "${2:letsencrypt.org}"'),
    ),
    one('srv', 'Service (SRV)', "Where a domain's service is: priority, weight, port, host (RFC 2782).", {
      owner: '_submissions._tcp',
      ownerSnippet:
        '_${1|submissions,imaps,submission,pop3s,sieve,caldavs,carddavs,sip,xmpp-client,ldap|}._${2|tcp,udp|}',
      type: 'SRV',
      rdata: `\${3:0} \${4:1} \${5:465} ${stop(6, hosts, 'host')}`,
    }),
    one(
      'https',
      'Service binding (HTTPS)',
      'How clients connect to a web site (RFC 9460).',
      at('@', 'HTTPS', '1 . alpn=${1:h2}'),
    ),
    one(
      'null-mx',
      'No mail at all (null MX)',
      'A name that neither receives nor sends mail: null MX (RFC 7505), plus SPF and DMARC that refuse everything.',
      at('@', 'MX', '0 .'),
      at('@', 'TXT', '"v=spf1 -all"'),
      at('_dmarc', 'TXT', '"v=DMARC1; p=reject"'),
    ),
  ];
  const pointer = one(
    'ptr',
    'Name of an address (PTR)',
    'The name of an address, in its reverse zone. For a mail host, it must resolve back to the address.',
    named([], 'number', 'PTR', stop(2, [], 'host.')),
  );
  return facts.isReverse ? [pointer] : all;
}

/** Hosts that usually take mail first. */
function hostChoices(facts: ZoneFacts, origin: NameId): readonly string[] {
  const hosts = facts.hosts(200).map((host) => facts.written(host, origin)),
    isMail = (name: string): boolean => /^(?:mail|smtp|mx|post)\d*(?:\.|$)/.test(name);
  return [...hosts.filter(isMail), ...hosts.filter((name) => !isMail(name) && !/^ns\d*$/.test(name))].slice(
    0,
    MOST_CHOICES,
  );
}

function addressChoices(facts: ZoneFacts, type: typeof A | typeof AAAA): readonly string[] {
  const { used, free } = facts.addresses(type);
  return [...(free === undefined ? [] : [free]), ...used.map(({ address }) => address)].slice(0, MOST_CHOICES);
}

const variant = (
  kind: string,
  provider: Provider,
  title: string,
  description: string,
  records: readonly SnippetRecord[],
): readonly RecordSnippet[] =>
  records.length === 0 ? [] : [{ prefix: `${kind}-${provider.id}`, kind, title, description, records }];

/** Words in braces that only the provider's page tells become tab stops, numbered through. */
function providerMx(provider: Provider, { domain }: ZoneFacts): readonly RecordSnippet[] {
  const records = mxRecords(provider, domain ?? '{domain}');
  return variant(
    'mx',
    provider,
    `Mail exchanger at ${provider.name} (MX)`,
    `${provider.name} receives the mail.`,
    records.map(({ preference, exchange }) => at('@', 'MX', `${preference} ${openStops(exchange)}`)),
  );
}

function providerSpf(provider: Provider): readonly RecordSnippet[] {
  const { term } = spfTerm(provider);
  return term === '' || !provider.roles.some((role) => role !== 'gateway')
    ? []
    : variant('spf', provider, `Sender policy of ${provider.name} (SPF)`, `${provider.name} may send mail.`, [
        at(
          '@',
          'TXT',
          `"v=spf1 ${openStops(term.replace(/%\{/g, '%\u0000')).replaceAll('%\u0000', '%{')} \${9|-all,~all|}"`,
        ),
      ]);
}

function providerDkim(provider: Provider, { domain }: ZoneFacts): readonly RecordSnippet[] {
  if (provider.dkim.type === 'TXT') {
    const [selector] = provider.dkim.selectors;
    return selector === undefined || selector.includes('*')
      ? []
      : variant('dkim', provider, `Signing key of ${provider.name} (DKIM)`, `The key that ${provider.name} shows.`, [
          at(`${selector}._domainkey`, 'TXT', '"v=DKIM1; k=rsa; p=" "${1:key}"'),
        ]);
  }
  return domain === undefined
    ? []
    : variant(
        'dkim',
        provider,
        `Signing keys of ${provider.name} (DKIM)`,
        `Aliases of ${provider.name}'s keys.`,
        dkimRecords(provider, domain).map(({ owner, target }) => at(owner, 'CNAME', openStops(target))),
      );
}

/** The texts of snippets where `model` is the nearest record; a file without records gets columns. */
export function snippetTexts(
  snippets: readonly RecordSnippet[],
  facts: ZoneFacts,
  owner: NameId,
  model: RecordView | undefined,
): readonly string[] {
  const { zone } = facts,
    all = snippets.flatMap(({ records }) => records),
    lineBreak = zone.root.text.chunks[0]?.bytes.includes(13) === true ? '\r\n' : '\n';
  const lines =
    model === undefined
      ? all.map(({ owner: relative, ownerSnippet, type, rdata }) =>
          firstLine(ownerSnippet ?? relative, type, rdata, relative),
        )
      : linesLike(
          model,
          all.map(({ owner: relative, ownerSnippet, type, rdata }) => ({
            owner: nameIn(facts, owner, relative),
            type,
            rdata,
            ...(ownerSnippet === undefined ? {} : { ownerSnippet }),
          })),
        );
  let at = 0;
  return snippets.map(({ records }) => lines.slice(at, (at += records.length)).join(lineBreak));
}

/** The name that a snippet's owner is below the one that the snippet is for. */
export function nameIn({ zone }: ZoneFacts, owner: NameId, relative: string): NameId {
  if (relative === '@') return owner;
  const above = zone.names.text(owner);
  return zone.names.intern(relative.endsWith('.') ? relative : above === '.' ? `${relative}.` : `${relative}.${above}`);
}

/** A whole zone for a file that has no SOA record yet. */
export function zoneSnippet(facts: ZoneFacts, now: Date): string {
  const { domain } = facts,
    name = domain ?? '${1:domain}',
    lines = [
      `\\$ORIGIN ${name}.`,
      '\\$TTL 3600',
      ...soaLines(
        '@',
        facts.isReverse ? '${2:ns1.domain}.' : `ns1.${name}.`,
        facts.isReverse ? '${3:hostmaster.domain}.' : `hostmaster.${name}.`,
        now,
      ),
    ];
  if (facts.isReverse)
    return [
      ...lines,
      firstLine('', 'NS', '${2:ns1.domain}.'),
      firstLine('${4:number}', 'PTR', '${5:host.domain}.', 'number'),
      '$0',
    ].join('\n');
  const records = [
    firstLine('', 'NS', 'ns1'),
    firstLine('', 'NS', 'ns2'),
    firstLine('', 'MX', '10 mail'),
    firstLine('', 'TXT', '"v=spf1 mx -all"'),
    firstLine('_dmarc', 'TXT', `"v=DMARC1; p=\${6|none,quarantine,reject|}; rua=mailto:dmarc@${name}"`),
    firstLine('ns1', 'A', '${2:address}'),
    firstLine('ns2', 'A', '${3:address}'),
    firstLine('mail', 'A', '${4:address}'),
    firstLine('www', 'A', '${5:address}'),
  ];
  return [...lines, ...records, '$0'].join('\n');
}

/** The SOA record with the timers that RIPE and others recommend. */
export function soaLines(owner: string, mname: string, rname: string, now: Date): readonly string[] {
  const serial = (now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate()) * 100 + 1,
    indent = ' '.repeat(25);
  return [
    firstLine(owner, 'SOA', `${mname} ${rname} (`),
    `${indent}${serial} ; serial`,
    `${indent}7200       ; refresh: 2 hours`,
    `${indent}3600       ; retry: 1 hour`,
    `${indent}1209600    ; expire: 2 weeks`,
    `${indent}3600 )     ; negative answers: 1 hour`,
  ];
}

/** Which snippets make mail work, in the order in which mail is set up. */
export const mailSnippetKinds: readonly string[] = [
  'mx',
  'a',
  'aaaa',
  'ptr',
  'spf',
  'dkim',
  'dmarc',
  'mta-sts',
  'tls-rpt',
  'bimi',
  'caa',
  'srv',
  'null-mx',
];
