/** How mail reaches a domain, and what receivers make of mail from it: every step that another mail server takes. */

import { dkimStep } from './dkim-step.ts';
import { dmarcStep, reportsStep } from './dmarc-step.ts';
import { receivingChains } from './receiving.ts';
import { spfStep, spfTexts } from './spf-step.ts';
import { allSteps, shown, whyUnknown, worstState } from './step.ts';
import type { MailPathFacts, MailStep, StepState, Walk } from './step.ts';
import { describePosture, mailPosture, spfPermits } from '../posture/mail-posture.ts';
import { lookupName } from '../dns/resolver.ts';
import type { Resolver } from '../dns/resolver.ts';
import { addressesOf } from './step.ts';

export type { MailHostFacts, MailPathFacts, MailStep, StepRecord, StepState } from './step.ts';
export { spfVerdict } from './spf-step.ts';
export { tlsaIdentity } from './tls.ts';

export interface MailPath {
  /** Without the final dot. */
  readonly domain: string;
  /** One sentence. */
  readonly summary: string;
  /** That of the worst step. */
  readonly state: StepState;
  /** For each mail host the steps of a server that sends to it, the host that is tried first in front. */
  readonly receiving: readonly (readonly MailStep[])[];
  /** The steps of a server that gets mail from the domain. */
  readonly sending: readonly MailStep[];
}

/**
 * The way of mail to and from a domain, as far as the resolver and the facts tell. Pure; never throws.
 * @param domain as a person writes it, the final dot may stand or not. What is no domain name gives a path without steps.
 */
export function mailPath(domain: string, resolver: Resolver, facts: MailPathFacts): MailPath {
  const name = lookupName(domain);
  if (name === undefined)
    return { domain, summary: `"${domain}" isn't a domain name.`, state: 'bad', receiving: [], sending: [] };
  const walk: Walk = { domain: name, resolver, facts };
  const texts = spfTexts(resolver, name),
    [spf] = texts ?? [],
    permits = spf === undefined ? undefined : spfPermits(spf);
  const receiving = receivingChains(walk, permits),
    hosts = mailHostsOf(walk),
    sending = sendingSteps(walk, hosts, permits);
  return {
    domain: shown(name),
    summary: summaryOf(walk, spf),
    state: worstState([...allSteps([...receiving.flat(), ...sending])].map(({ state }) => state)),
    receiving,
    sending,
  };
}

/** The exchanges of a domain's MX records, absolute, without the null MX. */
export function mailHostsOf({ domain, resolver }: Pick<Walk, 'domain' | 'resolver'>): readonly string[] {
  return resolver
    .lookup(domain, 'MX')
    .records.map(({ exchange }) => exchange)
    .filter((exchange) => exchange !== '.');
}

function sendingSteps(walk: Walk, hosts: readonly string[], permits: boolean | undefined): readonly MailStep[] {
  const { domain, resolver } = walk;
  // A name that the zones at hand know nothing of, or that isn't there, sends nothing that could be judged.
  if (resolver.lookup(domain, 'MX').status === 'nxdomain') return [];
  const spf = spfStep(walk, hosts, permits),
    dmarc = dmarcStep(walk),
    sends = permits !== false;
  return [spf, ...(sends ? [dkimStep(walk)] : []), dmarc.step, reportsStep(walk, dmarc, hosts.length > 0)];
}

function summaryOf({ domain, resolver, facts }: Walk, spf: string | undefined): string {
  const { status, records } = resolver.lookup(domain, 'MX'),
    name = shown(domain);
  if (status === 'unknown') return whyUnknown(resolver, domain);
  if (status === 'nxdomain') return `${name} doesn't exist.`;
  const dmarc = resolver.lookup(`_dmarc.${domain}`, 'TXT').records[0]?.join('');
  const postured = {
    domain: name,
    mx: records.map(({ exchange }) => exchange),
    spf,
    dmarc,
    dkim: facts.selectors === undefined ? undefined : facts.selectors.length > 0,
    hasAddress: addressesOf(resolver, domain).status === 'ok',
  };
  return describePosture(postured, mailPosture(postured));
}

/** The step that a person should look at first: the first bad one, else the first doubtful one; not a step that is only as bad as one within it. */
export function worstStep(steps: readonly MailStep[]): MailStep | undefined {
  const all = [...allSteps(steps)],
    first = (wanted: StepState): MailStep | undefined =>
      all.find(({ state, steps: within }) => state === wanted && !within.some((one) => one.state === wanted));
  return first('bad') ?? first('doubtful');
}
