/** How mail gets to a domain: its MX records by preference, and each host as a sending server finds it (RFC 5321 §5.1). */

import { addressOctets, addressUse, unreachableAddress } from '../../text/address.ts';
import { legacyAdvice, nearProvider, providerOfMx } from '../providers/providers.ts';
import type { MxData } from '../dns/resolver.ts';
import { bannerStep } from './banner.ts';
import { ptrStep } from './ptr.ts';
import { addressesOf, factsOfHost, shown, whyUnknown } from './step.ts';
import type { HostAddresses, MailStep, StepRecord, StepState, Walk } from './step.ts';
import { tlsStep } from './tls.ts';

/** One chain of steps for each mail host, the one that is tried first in front. */
export function receivingChains(walk: Walk, sends: boolean | undefined): readonly (readonly MailStep[])[] {
  const { domain, resolver } = walk,
    answer = resolver.lookup(domain, 'MX');
  if (answer.status === 'ok') {
    const [first, ...others] = answer.records.toSorted((a, b) => a.preference - b.preference);
    if (first !== undefined && others.length === 0 && first.exchange === '.') return [[nullMx(domain, sends)]];
    return answer.records
      .toSorted((a, b) => a.preference - b.preference)
      .map((mx, k, all) => hostChain(walk, mx, k, all));
  }
  if (answer.status === 'nodata' || answer.status === 'nxdomain')
    return [withoutMx(walk, answer.status === 'nxdomain', sends)];
  const reason =
    answer.status === 'unknown'
      ? whyUnknown(resolver, domain)
      : `The MX records of ${shown(domain)} can't be read, so senders try again later and then bounce the mail.`;
  return [[step('mx', answer.status === 'servfail' ? 'bad' : 'unknown', 'MX', reason, { name: domain, type: 'MX' })]];
}

function step(kind: MailStep['kind'], state: StepState, title: string, reason: string, record?: StepRecord): MailStep {
  return { kind, state, title, reason, steps: [], ...(record === undefined ? {} : { record }) };
}

/** RFC 7505 §3 and §4.2. */
function nullMx(domain: string, sends: boolean | undefined): MailStep {
  const record: StepRecord = { name: domain, type: 'MX', identity: '.' };
  if (sends === true)
    return step(
      'mx',
      'doubtful',
      'MX 0 . (null MX)',
      `${shown(domain)} takes no mail but lets hosts send: receivers may refuse mail that can't be answered.`,
      record,
    );
  return step(
    'mx',
    'good',
    'MX 0 . (null MX)',
    `${shown(domain)} takes no mail and says so, so senders bounce it at once.`,
    record,
  );
}

/** Without MX records the domain itself is the mail host, where it has an address (RFC 5321 §5.1). */
function withoutMx(walk: Walk, isMissing: boolean, sends: boolean | undefined): readonly MailStep[] {
  const { domain, resolver } = walk,
    name = shown(domain),
    found = addressesOf(resolver, domain),
    spf: StepRecord = { name: domain, type: 'TXT' };
  if (isMissing)
    return [
      step('mx', 'bad', 'No such domain', `${name} doesn't exist: mail to it bounces, and mail from it is refused.`),
    ];
  if (found.status === 'unknown')
    return [
      step('mx', 'unknown', 'No MX', `${name} has no MX record, and no zone here says whether it has an address.`),
    ];
  if (found.addresses.length > 0) {
    const reason = `${name} has no MX record, so senders try its own ${found.addresses.length === 1 ? 'address' : 'addresses'}. Add an MX record, or "MX 0 ." if it takes no mail.`;
    return [
      step('mx', 'doubtful', 'No MX', reason, addressRecord(domain, found)),
      ...addressSteps(walk, domain, found),
    ];
  }
  if (sends === true)
    return [
      step(
        'mx',
        'bad',
        'No MX',
        `${name} sends mail but takes none: replies can't reach it, and receivers may refuse its mail.`,
        spf,
      ),
    ];
  return [step('mx', 'good', 'No MX', `${name} takes no mail: it has neither an MX record nor an address.`)];
}

/** When senders come to a host: the lowest preference first, among equals by chance (RFC 5321 §5.1). */
function turnOf({ preference }: MxData, index: number, all: readonly MxData[], isFound: boolean): string {
  if (all.length === 1) return isFound ? 'Senders deliver to this host.' : 'Senders try this host.';
  const equals = all.filter((mx) => mx.preference === preference).length,
    first = all[0]?.preference === preference;
  if (equals > 1)
    return `Senders try this host ${first ? 'first' : 'later'}, or one of the ${equals - 1 === 1 ? 'other' : `${equals - 1} others`} with preference ${preference}.`;
  return index === 0 ? 'Senders try this host first.' : `Senders try this host when the ones before it don't answer.`;
}

function hostChain(walk: Walk, mx: MxData, index: number, all: readonly MxData[]): readonly MailStep[] {
  const { resolver, domain, facts } = walk,
    host = mx.exchange,
    found = addressesOf(resolver, host);
  const record: StepRecord = { name: domain, type: 'MX', identity: host };
  if (host === '.')
    return [
      step(
        'mx',
        'bad',
        `MX ${mx.preference} . (null MX)`,
        'This null MX says the domain takes no mail, but it has other MX records: some senders bounce the mail, others deliver it.',
        record,
      ),
    ];
  const first = mxStep(
    walk,
    mx,
    found,
    record,
    turnOf(mx, index, all, found.status === 'ok' || found.status === 'unknown'),
  );
  if (found.status !== 'ok')
    return [
      first,
      noAddress(host, found.status, record),
      ...(found.status === 'unknown' ? [tlsStep(walk, host, record)] : []),
    ];
  const known = factsOfHost(facts, host);
  return [
    first,
    ...addressSteps(walk, host, found),
    bannerStep(walk, host, known, found, record),
    tlsStep(walk, host, record),
  ];
}

function mxStep(
  { resolver }: Walk,
  { preference, exchange }: MxData,
  { status }: HostAddresses,
  record: StepRecord,
  turn: string,
): MailStep {
  const title = `MX ${preference} ${shown(exchange)}`,
    alias = resolver.lookup(exchange.toLowerCase(), 'CNAME'),
    [target] = alias.records;
  const tell = (state: StepState, reason: string): MailStep => step('mx', state, title, reason, record);
  const isGone = status === 'nxdomain' || status === 'none';
  const address = /^\d{1,3}(?:\.\d{1,3}){3}(?=\.)/.exec(exchange)?.[0];
  if (address !== undefined)
    return tell(
      'bad',
      `${address} is an address, but an MX record takes a host name: senders look for a host called ${shown(exchange)}.`,
    );
  if (isGone && isDoubled(exchange))
    return tell(
      'bad',
      `The name lacks its final dot in the file, so the zone's name was appended. Senders look for ${shown(exchange)}.`,
    );
  if (target !== undefined)
    return tell(
      'bad',
      `${shown(exchange)} is an alias of ${shown(target)}, which an MX record must not name (RFC 2181 §10.3): some senders refuse the mail or loop.`,
    );
  const legacy = legacyAdvice('mx', exchange);
  if (legacy !== undefined)
    return tell('doubtful', `${shown(exchange)} is an old host of ${legacy.provider.name}. ${legacy.advice}`);
  const provider = providerOfMx(exchange),
    near = provider === undefined && status === 'unknown' ? nearProvider(exchange) : undefined;
  if (near !== undefined)
    return tell('doubtful', `${shown(exchange)} looks like a typo for ${near.host} of ${near.provider.name}.`);
  return tell('good', provider === undefined ? turn : `${provider.name} takes the mail. ${turn}`);
}

/** Whether a name ends in the same two labels or more twice: `smtp.example.com.example.com.` */
function isDoubled(name: string): boolean {
  const labels = shown(name).toLowerCase().split('.');
  for (let count = 2; 2 * count <= labels.length; count++)
    if (labels.slice(-count).join('.') === labels.slice(-2 * count, -count).join('.')) return true;
  return false;
}

const whyNone: Readonly<
  Record<Exclude<HostAddresses['status'], 'ok'>, (host: string) => readonly [StepState, string]>
> = {
  none: (host) => [
    'bad',
    `${host} has no address, so senders can't connect and bounce the mail if no other host takes it.`,
  ],
  nxdomain: (host) => [
    'bad',
    `${host} doesn't exist, so senders can't connect and bounce the mail if no other host takes it.`,
  ],
  failed: (host) => ['bad', `The addresses of ${host} can't be found: its aliases lead nowhere or in a loop.`],
  unknown: (host) => ['unknown', `No zone here contains ${host}.`],
};

function noAddress(host: string, status: Exclude<HostAddresses['status'], 'ok'>, record: StepRecord): MailStep {
  const [state, reason] = whyNone[status](shown(host)),
    provider = status === 'unknown' ? providerOfMx(host) : undefined;
  return step(
    'address',
    state,
    status === 'unknown' ? 'Address' : 'No address',
    provider === undefined ? reason : `${reason} ${provider.name} runs it.`,
    record,
  );
}

const addressRecord = (host: string, { addresses }: HostAddresses): StepRecord => ({
  name: host,
  type: addresses[0]?.type ?? 'A',
});

function addressSteps(walk: Walk, host: string, { addresses }: HostAddresses): readonly MailStep[] {
  return addresses.map(({ type, address }): MailStep => {
    const octets = addressOctets(address),
      use = octets === undefined ? undefined : addressUse(octets),
      what = use && unreachableAddress[use];
    const isInside = walk.facts.internal && (use === 'private' || use === 'shared' || use === 'link-local');
    const record: StepRecord = { name: host, type, identity: address };
    const [state, reason]: readonly [StepState, string] =
      what === undefined || isInside
        ? [
            'good',
            isInside
              ? 'Internal senders connect here; the zone is internal.'
              : `Senders connect to ${shown(host)} here.`,
          ]
        : ['bad', `${address} is ${what}, which senders on the internet can't reach.`];
    return {
      kind: 'address',
      state,
      title: `${type} ${address}`,
      reason,
      record,
      steps: octets === undefined ? [] : [ptrStep(walk, host, address, octets, record)],
    };
  });
}
