import { policies } from '../../mail/dmarc/dmarc.ts';
import { spfTerm } from '../../mail/providers/providers.ts';
import { isSpf, mostLookups, ownCost, ownLookups, parseSpf } from '../../mail/spf/spf.ts';
import type { Choice } from './completion-item.ts';
import { escaped, stop, term } from './completion-item.ts';
import type { ZoneFacts } from './zone-facts.ts';
import { A, AAAA, MX, TXT } from '../../zone/rrtypes/codes.ts';

export interface TextCompletions {
  readonly choices: readonly Choice[];
  /** How many octets before the cursor they replace. */
  readonly replaces: number;
}

const MOST_HOSTS = 40;

type TagTable = readonly { readonly name: string; readonly detail: string; readonly values: readonly Choice[] }[];

const choices = (...rows: readonly (readonly [string, string])[]): readonly Choice[] =>
  rows.map(([label, detail]) => term(label, detail));

const policyWords: Readonly<Record<string, string>> = {
  none: 'no action, only reports',
  quarantine: 'mail that fails goes to the junk folder',
  reject: 'mail that fails is rejected',
};
const policyValues = policies.map((policy) => term(policy, policyWords[policy] ?? '')),
  alignment = choices(['r', 'relaxed: the same organization is enough'], ['s', 'strict: exactly the same domain']);

/** RFC 9989 §4.7. */
const dmarc = (facts: ZoneFacts): TagTable => [
  { name: 'p', detail: 'what receivers do with mail that fails', values: policyValues },
  { name: 'sp', detail: 'the same for names below this one', values: policyValues },
  { name: 'np', detail: "the same for names below that don't exist", values: policyValues },
  { name: 'rua', detail: 'where daily reports go', values: mailto(facts) },
  { name: 'ruf', detail: 'where reports about single messages go', values: mailto(facts) },
  { name: 'adkim', detail: 'how closely the DKIM domain must match', values: alignment },
  { name: 'aspf', detail: 'how closely the SPF domain must match', values: alignment },
  {
    name: 'fo',
    detail: 'when to report single messages',
    values: choices(
      ['0', 'when nothing aligned'],
      ['1', 'when anything failed'],
      ['d', 'when a DKIM signature failed'],
      ['s', 'when SPF failed'],
    ),
  },
  {
    name: 't',
    detail: 'a test: receivers apply the next weaker policy',
    values: choices(['y', 'testing'], ['n', 'not testing']),
  },
  {
    name: 'psd',
    detail: 'whether this is a public suffix',
    values: choices(['y', 'it is'], ['n', "it isn't, and is an organization of its own"], ['u', 'unknown']),
  },
];

/** RFC 6376 §3.6.1. */
const dkim: TagTable = [
  { name: 'k', detail: "the key's type", values: choices(['rsa', 'RSA'], ['ed25519', 'Ed25519 (RFC 8463)']) },
  { name: 'p', detail: 'the key in base64; empty: revoked', values: [] },
  {
    name: 't',
    detail: 'flags',
    values: choices(['y', 'testing'], ['s', 'the signing identity has exactly this domain']),
  },
  { name: 'h', detail: 'accepted hash algorithms', values: choices(['sha256', 'SHA-256']) },
  { name: 's', detail: 'services', values: choices(['email', 'mail'], ['*', 'all']) },
  { name: 'n', detail: 'a note for people', values: [] },
];

const mtaSts = (now: Date): TagTable => [
  {
    name: 'id',
    detail: 'changes with every new policy; often the time',
    values: [term(timeStamp(now), 'the time now, in UTC')],
  },
];
const tlsRpt = (facts: ZoneFacts): TagTable => [
  {
    name: 'rua',
    detail: 'where reports go',
    values: [...mailto(facts), term('https:', 'a web service', 'https://${1:host}/${2:path}')],
  },
];
const bimi = (facts: ZoneFacts): TagTable => [
  {
    name: 'l',
    detail: 'where the logo is',
    values: [term('https:', 'an SVG Tiny PS file', `https://${stop(1, site(facts), 'host')}/\${2:logo}.svg`)],
  },
  {
    name: 'a',
    detail: 'where its certificate is',
    values: [
      term('https:', 'a verified mark certificate', `https://${stop(1, site(facts), 'host')}/\${2:certificate}.pem`),
    ],
  },
  {
    name: 'avp',
    detail: 'whose picture is preferred',
    values: choices(['brand', "the brand's logo"], ['personal', 'the picture of the person who writes']),
  },
];

const site = ({ domain }: ZoneFacts): readonly string[] => (domain === undefined ? [] : [domain]);

function mailto(facts: ZoneFacts): readonly Choice[] {
  const address = facts.reportAddress();
  return address === undefined
    ? [term('mailto:', 'an address', 'mailto:${1:address}')]
    : [term(`mailto:${address}`, "the domain's address for reports")];
}

/** Year to second, without anything between, as policies and serials are often numbered. */
export const timeStamp = (now: Date): string => now.toISOString().replace(/\D/g, '').slice(0, 14);

/** How a text of mail can go on. `before`: the joined strings up to the cursor; `labels`: the owner's, from the left. */
export function textCompletions(
  before: string,
  labels: readonly string[],
  facts: ZoneFacts,
  now: Date,
): TextCompletions {
  if (isSpf(before) && before.includes(' ')) return spfCompletions(before, facts);
  const table = tableOf(before, facts, now);
  if (table !== undefined) return tagCompletions(before, table);
  return /[;\s]/.test(before)
    ? { choices: [], replaces: 0 }
    : { choices: startsFor(labels, facts, now), replaces: before.length };
}

function tableOf(before: string, facts: ZoneFacts, now: Date): TagTable | undefined {
  const version = /^\s*v\s*=\s*([a-z0-9]+)\s*;/i.exec(before)?.[1]?.toUpperCase();
  switch (version) {
    case 'DMARC1':
      return dmarc(facts);
    case 'DKIM1':
      return dkim;
    case 'STSV1':
      return mtaSts(now);
    case 'TLSRPTV1':
      return tlsRpt(facts);
    case 'BIMI1':
      return bimi(facts);
    default:
      return undefined;
  }
}

function tagCompletions(before: string, table: TagTable): TextCompletions {
  const tag = /(?:^|;)\s*([^;=]*?)\s*(?:=\s*([^;]*))?$/.exec(before),
    name = tag?.[1] ?? '',
    written = tag?.[2];
  if (written === undefined)
    return {
      choices: table
        .filter((row) => !new RegExp(`(?:^|;)\\s*${row.name}\\s*=`, 'i').test(before))
        .map((row) => term(`${row.name}=`, row.detail)),
      replaces: name.length,
    };
  const row = table.find((one) => one.name === name.toLowerCase()),
    isUri = row?.values.some(({ label }) => label.includes(':')) === true;
  return { choices: row?.values ?? [], replaces: (isUri ? /[^,\s]*$/ : /[^,:!\s]*$/).exec(written)![0].length };
}

const lookups = (name: keyof typeof ownLookups): string => (ownLookups[name] === 0 ? 'no lookup' : '1 lookup');

function spfCompletions(before: string, facts: ZoneFacts): TextCompletions {
  const word = /[^ ]*$/.exec(before)![0],
    argument = /^([-+~?]?)([a-z0-9]+)([:=])(.*)$/i.exec(word);
  const used = ownCost(parseSpf(before.slice(0, before.length - word.length))),
    ofTen = `; ${used} of ${mostLookups} used`;
  if (argument !== null)
    return {
      choices: argumentsOf(`${argument[2]!.toLowerCase()}${argument[3]!}`, facts),
      replaces: argument[4]!.length,
    };
  if (word.includes('/')) return { choices: [], replaces: 0 };
  const offered = [
    term('mx', `The mail hosts of this domain may send (${lookups('mx')}${ofTen}).`),
    term('a', `The addresses of this name may send (${lookups('a')}${ofTen}).`),
    ...addressTerms(facts),
    ...includeTerms(facts, ofTen),
    term('ip4:', `An IPv4 address or network may send (${lookups('ip4')}).`, `ip4:${stop(1, [], 'address')}`),
    term('ip6:', `An IPv6 address or network may send (${lookups('ip6')}).`, `ip6:${stop(1, [], 'address')}`),
    term('a:', `The addresses of a host may send (${lookups('a')}${ofTen}).`, `a:${stop(1, hostsIn(facts), 'host')}`),
    term('mx:', `The mail hosts of another domain may send (${lookups('mx')}${ofTen}).`, `mx:${stop(1, [], 'domain')}`),
    term(
      'include:',
      `What another record allows may send (${lookups('include')} and those of that record${ofTen}).`,
      `include:${stop(1, [], 'domain')}`,
    ),
    term(
      'exists:',
      `A lookup of the sender's address decides (${lookups('exists')}${ofTen}).`,
      `exists:%{i\\}.${stop(1, facts.domain === undefined ? [] : [`_spf.${facts.domain}`], 'domain')}`,
    ),
    term(
      'redirect=',
      `Another domain's record decides (${lookups('redirect')} and those of that record${ofTen}).`,
      `redirect=${stop(1, [], 'domain')}`,
    ),
    term('exp=', `Where the explanation for rejected senders is (${lookups('exp')}).`, `exp=${stop(1, [], 'domain')}`),
    term('-all', 'No other host may send (fail).'),
    term('~all', 'Other hosts probably may not send (softfail).'),
    term('?all', 'No statement about other hosts (neutral).'),
  ];
  return {
    choices: offered.filter(
      ({ label }) =>
        !before
          .slice(0, before.length - word.length)
          .split(' ')
          .includes(label),
    ),
    replaces: word.length,
  };
}

const hostsIn = (facts: ZoneFacts): readonly string[] => facts.hosts(5).map((host) => facts.inText(host));

/** The addresses of the hosts that take the zone's mail. */
function addressTerms(facts: ZoneFacts): readonly Choice[] {
  return mailAddresses(facts).map(({ address, host }) =>
    term(
      `ip${address.includes(':') ? 6 : 4}:${address}`,
      `The address of ${host} may send (${lookups(`ip${address.includes(':') ? 6 : 4}`)}).`,
    ),
  );
}

function mailAddresses(facts: ZoneFacts): readonly { readonly address: string; readonly host: string }[] {
  const hosts = facts
    .recordsAt(facts.zone.apex, MX)
    .map(({ target }) => target)
    .filter((target) => target > 0)
    .slice(0, 8);
  return hosts.flatMap((host) =>
    [A, AAAA].flatMap((type) =>
      facts.recordsAt(host, type).map((record) => ({ address: record.print('address'), host: facts.inText(host) })),
    ),
  );
}

function includeTerms(facts: ZoneFacts, ofTen: string): readonly Choice[] {
  return facts.providers().flatMap((provider) => {
    const { term: written, open } = spfTerm(provider);
    return !written.startsWith('include:') || open.length > 0
      ? []
      : [term(written, `${provider.name} may send (${lookups('include')} and those of that record${ofTen}).`)];
  });
}

/** What can be behind `include:`, `a:`, … */
function argumentsOf(name: string, facts: ZoneFacts): readonly Choice[] {
  switch (name) {
    case 'include:':
    case 'redirect=':
      return [
        ...includeTerms(facts, '').map(({ label, detail }) => term(label.slice('include:'.length), detail)),
        ...policiesInside(facts),
      ];
    case 'a:':
      return facts
        .hosts(MOST_HOSTS)
        .map((host) => term(facts.inText(host), `its addresses may send (${lookups('a')})`));
    case 'mx:':
      return site(facts).map((domain) => term(domain, `its mail hosts may send (${lookups('mx')})`));
    case 'ip4:':
    case 'ip6:':
      return addressesIn(facts, name === 'ip4:' ? A : AAAA);
    case 'exists:':
      return [
        term(
          '%{i}.',
          "the sender's address",
          `%{i\\}.${stop(1, facts.domain === undefined ? [] : [`_spf.${facts.domain}`], 'domain')}`,
        ),
      ];
    case 'exp=':
      return site(facts).map((domain) => term(`_exp.${domain}`, 'a TXT record with the words'));
    default:
      return [];
  }
}

/** Names of the zone below `_spf` that have a record of their own. */
function policiesInside(facts: ZoneFacts): readonly Choice[] {
  const name = facts.domain === undefined ? -1 : facts.zone.names.find(`_spf.${facts.domain}.`);
  return facts.recordsAt(name, TXT).some(({ text }) => isSpf(text.joined))
    ? [term(facts.inText(name), 'a record of this zone')]
    : [];
}

function addressesIn(facts: ZoneFacts, type: typeof A | typeof AAAA): readonly Choice[] {
  const mail = mailAddresses(facts).filter(({ address }) => address.includes(':') === (type === AAAA)),
    { used } = facts.addresses(type);
  const others = used.filter(({ address }) => !mail.some((one) => one.address === address)).slice(0, MOST_HOSTS);
  return [
    ...mail.map(({ address, host }) => term(address, `${host}, which takes mail`)),
    ...others.map(({ address, host }) => term(address, facts.inText(host))),
  ];
}

/** What a text at this owner name begins with. */
export function startsFor(labels: readonly string[], facts: ZoneFacts, now: Date): readonly Choice[] {
  const [first = '', second = '', third = ''] = labels.map((label) => label.toLowerCase()),
    reports = facts.reportAddress(),
    address = stop(2, reports === undefined ? [] : [reports], 'address');
  if (first === '_dmarc')
    return [
      term(
        'v=DMARC1; p=',
        'what receivers do with mail that fails (RFC 9989)',
        `v=DMARC1; p=\${1|none,quarantine,reject|}; rua=mailto:${address}`,
      ),
    ];
  if (labels.some((label, k) => label === '_report' && labels[k + 1] === '_dmarc'))
    return [term('v=DMARC1', 'reports about that domain may be sent here (RFC 9990)')];
  if (second === '_domainkey')
    return [term('v=DKIM1; k=rsa; p=', 'a key that signs mail (RFC 6376)', 'v=DKIM1; k=${1|rsa,ed25519|}; p=${2:key}')];
  if (first === '_mta-sts')
    return [term('v=STSv1; id=', 'senders must use TLS (RFC 8461)', `v=STSv1; id=\${1:${timeStamp(now)}}`)];
  if (first === '_smtp' && second === '_tls')
    return [term('v=TLSRPTv1; rua=', 'where TLS reports go (RFC 8460)', `v=TLSRPTv1; rua=mailto:${address}`)];
  if (second === '_bimi' || third === '_bimi')
    return [
      term(
        'v=BIMI1; l=',
        'the logo shown next to mail',
        `v=BIMI1; l=https://${stop(1, site(facts), 'host')}/\${2:logo}.svg`,
      ),
    ];
  return first.startsWith('_')
    ? []
    : [
        term(
          'v=spf1 ',
          'which hosts may send mail as this domain (RFC 7208)',
          `v=spf1 ${stop(
            1,
            [
              'mx',
              ...includeTerms(facts, '')
                .slice(0, 4)
                .map(({ label }) => label),
            ],
            'mx',
          )} \${2|-all,~all|}`,
        ),
        ...verifications.map(([label, service]) =>
          term(label, `a token of ${service}`, `${escaped(label)}\${1:token}`),
        ),
      ];
}

const verifications: readonly (readonly [string, string])[] = [
  ['google-site-verification=', 'Google'],
  ['MS=', 'Microsoft'],
  ['apple-domain=', 'Apple'],
  ['facebook-domain-verification=', 'Facebook'],
  ['atlassian-domain-verification=', 'Atlassian'],
];
