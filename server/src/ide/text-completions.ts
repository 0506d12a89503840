import { policies } from '../mail/dmarc/dmarc.ts';
import { providers, spfTerm } from '../mail/providers/providers.ts';
import type { CompletionItem } from './completion-item.ts';

/** One way to go on, before it has a place. */
type Choice = Omit<CompletionItem, 'start' | 'end'>;

const choice = (label: string, detail: string, snippet?: string): Choice => ({ label, detail, kind: 'term', ...(snippet === undefined ? {} : { snippet }) });

const spfTerms: readonly Choice[] = [
  choice('mx', 'The mail hosts of this domain may send.'), choice('a', 'The addresses of this name may send.'), choice('a:', 'The addresses of a host may send.', 'a:${1:host.example.com}'),
  choice('mx:', 'The mail hosts of another domain may send.', 'mx:${1:example.com}'), choice('ip4:', 'An IPv4 address or network may send.', 'ip4:${1:192.0.2.0/24}'), choice('ip6:', 'An IPv6 address or network may send.', 'ip6:${1:2001:db8::/32}'),
  choice('include:', 'Hosts that another record allows may send.', 'include:${1:_spf.example.com}'), choice('exists:', 'A lookup decides.', 'exists:${1:%{i\\}._spf.example.com}'), choice('redirect=', 'Another domain\'s record decides.', 'redirect=${1:_spf.example.com}'),
  choice('exp=', 'Where the explanation for rejected senders is.', 'exp=${1:explain._spf.example.com}'), choice('-all', 'No other host may send (fail).'), choice('~all', 'Other hosts probably may not send (softfail).'), choice('?all', 'No statement about other hosts (neutral).'),
];

const tags = (rows: readonly (readonly [string, string, readonly (readonly [string, string])[]])[]): TagTable => rows.map(([name, detail, values]) => ({ name, detail, values }));
type TagTable = readonly { readonly name: string; readonly detail: string; readonly values: readonly (readonly [string, string])[] }[];

const policyWords: Readonly<Record<string, string>> = { none: 'no action, only reports', quarantine: 'mail that fails goes to the junk folder', reject: 'mail that fails is rejected' };
const policyValues = policies.map((policy) => [policy, policyWords[policy] ?? ''] as const), alignment = [['r', 'relaxed: the same organization is enough'], ['s', 'strict: exactly the same domain']] as const;

/** RFC 9989 §4.7. */
const dmarc = tags([
  ['p', 'what receivers do with mail that fails', policyValues], ['sp', 'the same for names below this one', policyValues], ['np', 'the same for names below that don\'t exist', policyValues],
  ['rua', 'where daily reports go', [['mailto:dmarc@example.com', 'an address']]], ['ruf', 'where reports about single messages go', [['mailto:dmarc@example.com', 'an address']]],
  ['adkim', 'how closely the DKIM domain must match', alignment], ['aspf', 'how closely the SPF domain must match', alignment],
  ['fo', 'when to report single messages', [['0', 'when nothing aligned'], ['1', 'when anything failed'], ['d', 'when a DKIM signature failed'], ['s', 'when SPF failed']]],
  ['t', 'a test: receivers apply the next weaker policy', [['y', 'testing'], ['n', 'not testing']]], ['psd', 'whether this is a public suffix', [['y', 'it is'], ['n', 'it isn\'t, and is an organization of its own'], ['u', 'unknown']]],
]);

/** RFC 6376 §3.6.1. */
const dkim = tags([
  ['k', 'the key\'s type', [['rsa', 'RSA'], ['ed25519', 'Ed25519 (RFC 8463)']]], ['p', 'the key in base64; empty: revoked', []], ['t', 'flags', [['y', 'testing'], ['s', 'the signing identity has exactly this domain']]],
  ['h', 'accepted hash algorithms', [['sha256', 'SHA-256']]], ['s', 'services', [['email', 'mail'], ['*', 'all']]], ['n', 'a note for people', []],
]);

const mtaSts = tags([['id', 'changes with every new policy; often the time', []]]);
const tlsRpt = tags([['rua', 'where reports go', [['mailto:tls-reports@example.com', 'an address'], ['https://example.com/tls-reports', 'a web service']]]]);
const bimi = tags([['l', 'where the logo is', [['https://example.com/logo.svg', 'an SVG Tiny PS file']]], ['a', 'where its certificate is', [['https://example.com/vmc.pem', 'a certificate']]]]);

const tables: readonly (readonly [RegExp, TagTable])[] = [[/^\s*v\s*=\s*DMARC1/i, dmarc], [/^\s*v\s*=\s*DKIM1/i, dkim], [/^\s*v\s*=\s*STSv1/i, mtaSts], [/^\s*v\s*=\s*TLSRPTv1/i, tlsRpt], [/^\s*v\s*=\s*BIMI1/i, bimi]];

/**
 * How a text of mail can go on. `before`: the joined strings up to the cursor; `labels`: the owner's, from the left.
 * Gives the choices and how many octets before the cursor they replace.
 */
export function textCompletions(before: string, labels: readonly string[]): { readonly choices: readonly Choice[]; readonly replaces: number } {
  if (/^v=spf1 /i.test(before)) return spfCompletions(before);
  const table = tables.find(([version]) => version.test(before))?.[1];
  if (table !== undefined) return tagCompletions(before, table);
  return /[;\s]/.test(before) ? { choices: [], replaces: 0 } : { choices: startsFor(labels), replaces: before.length };
}

function spfCompletions(before: string): ReturnType<typeof textCompletions> {
  const word = /[^ ]*$/.exec(before)![0];
  const included = /^[-+~?]?include:(.*)$/i.exec(word);
  if (included !== null) {
    const choices = providers.flatMap((provider) => {
      const { term } = spfTerm(provider), domain = /^include:(\S+)$/.exec(term)?.[1];
      return provider.retired !== undefined || domain === undefined || domain.includes('{') ? [] : [choice(domain, provider.name)];
    });
    return { choices, replaces: included[1]!.length };
  }
  return /[:=/]/.test(word) ? { choices: [], replaces: 0 } : { choices: spfTerms, replaces: word.length };
}

function tagCompletions(before: string, table: TagTable): ReturnType<typeof textCompletions> {
  const tag = /(?:^|;)\s*([^;=]*?)\s*(?:=\s*([^;]*))?$/.exec(before), name = tag?.[1] ?? '', value = tag?.[2];
  if (value === undefined) return { choices: table.filter((row) => !new RegExp(`(?:^|;)\\s*${row.name}\\s*=`).test(before)).map((row) => choice(`${row.name}=`, row.detail)), replaces: name.length };
  const item = /[^,:!\s]*$/.exec(value)![0], row = table.find((one) => one.name === name.toLowerCase());
  const whole = value.startsWith('mailto:') || row?.values.some(([text]) => text.includes(':')) === true ? value : item;
  return { choices: (row?.values ?? []).map(([text, detail]) => choice(text, detail)), replaces: whole.length };
}

/** What a text at this owner name begins with. */
function startsFor(labels: readonly string[]): readonly Choice[] {
  const [first = '', second = ''] = labels.map((label) => label.toLowerCase());
  if (first === '_dmarc') return [choice('v=DMARC1; p=', 'what receivers do with mail that fails (RFC 9989)', 'v=DMARC1; p=${1|none,quarantine,reject|}; rua=mailto:${2:dmarc@example.com}')];
  if (second === '_domainkey') return [choice('v=DKIM1; k=rsa; p=', 'a key that signs mail (RFC 6376)', 'v=DKIM1; k=${1|rsa,ed25519|}; p=${2:MIIB}')];
  if (first === '_mta-sts') return [choice('v=STSv1; id=', 'senders must use TLS (RFC 8461)', 'v=STSv1; id=${1:20240101000000}')];
  if (first === '_smtp' && second === '_tls') return [choice('v=TLSRPTv1; rua=', 'where TLS reports go (RFC 8460)', 'v=TLSRPTv1; rua=mailto:${1:tls-reports@example.com}')];
  if (second === '_bimi') return [choice('v=BIMI1; l=', 'the logo shown next to mail', 'v=BIMI1; l=${1:https://example.com/logo.svg}')];
  return first.startsWith('_') ? [] : [choice('v=spf1 ', 'which hosts may send mail as this domain (RFC 7208)', 'v=spf1 ${1:mx} ${2|-all,~all|}')];
}
