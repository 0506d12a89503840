import type { Span } from '../grammar/problem.ts';
import type { LookupType, Resolver } from '../dns/resolver.ts';

/** `unknown`: no zone at hand tells, and nothing else does. */
export type StepState = 'good' | 'doubtful' | 'bad' | 'unknown';

export type StepKind =
  | 'mx'
  | 'address'
  | 'ptr'
  | 'banner'
  | 'tls'
  | 'certificate'
  | 'tlsa'
  | 'mta-sts'
  | 'spf'
  | 'sender'
  | 'dkim'
  | 'selector'
  | 'dmarc'
  | 'reports'
  | 'destination';

/** The record that a step hangs on: where a person goes to put it right. */
export interface StepRecord {
  /** Absolute. */
  readonly name: string;
  readonly type: LookupType;
  /** Which of several records of the name: see `recordIdentity`. The first one where it is left out. */
  readonly identity?: string;
  /** Octets of a TXT record's joined strings, where only a part of it is meant. */
  readonly part?: Span;
}

/** One thing that a mail server looks at on its way. */
export interface MailStep {
  readonly kind: StepKind;
  readonly state: StepState;
  /** What it found, in a few words. */
  readonly title: string;
  /** What that means to mail, in one or two sentences. */
  readonly reason: string;
  readonly record?: StepRecord;
  /** What it looks at for this one alone: the PTR record of an address, the verdict on each sender. */
  readonly steps: readonly MailStep[];
}

/** A mail host as the settings tell it. Names without the final dot. */
export interface MailHostFacts {
  readonly host: string;
  /** The name in its SMTP banner, and in HELO when it sends. */
  readonly banner?: string;
  /** Names in its STARTTLS certificate. */
  readonly certificateNames?: readonly string[];
  /** Addresses that it sends from; empty where it sends no mail. */
  readonly sendingAddresses?: readonly string[] | undefined;
}

/** What no look-up tells. */
export interface MailPathFacts {
  readonly hosts: readonly MailHostFacts[];
  /** The zone is for inside use, so private addresses are right. */
  readonly internal: boolean;
  /** Selectors that have a record below `_domainkey`; undefined where that lies in no zone at hand. */
  readonly selectors: readonly string[] | undefined;
  /** Text of the domain's MTA-STS policy file. */
  readonly mtaStsPolicy?: string;
}

export const noFacts: MailPathFacts = { hosts: [], internal: false, selectors: undefined };

/** The domain under inspection, and whom to ask. */
export interface Walk {
  /** Absolute, lower case. */
  readonly domain: string;
  readonly resolver: Resolver;
  readonly facts: MailPathFacts;
}

const ranks: Readonly<Record<StepState, number>> = { unknown: 0, good: 1, doubtful: 2, bad: 3 };

/** The worst of them. What is unknown weighs less than what is good, for it takes nothing away from that. */
export function worstState(states: readonly StepState[]): StepState {
  return states.reduce<StepState>((worst, state) => (ranks[state] > ranks[worst] ? state : worst), 'unknown');
}

/** All steps, each before those that belong to it. */
export function* allSteps(steps: readonly MailStep[]): Iterable<MailStep> {
  for (const step of steps) {
    yield step;
    yield* allSteps(step.steps);
  }
}

/** For people: without the final dot. */
export function shown(name: string): string {
  return name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
}

/** Whether two names are the same, in any case, with or without final dots. */
export function sameName(one: string, other: string): boolean {
  return shown(one).toLowerCase() === shown(other).toLowerCase();
}

/** `one host`, `3 hosts`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count === 1 ? 'one' : count} ${count === 1 ? one : several}`;
}

/** Why nothing is known of a name. */
export function whyUnknown(resolver: Resolver, name: string): string {
  const [target] = resolver.lookup(name, 'CNAME').records;
  return target === undefined
    ? `No zone here contains ${shown(name)}.`
    : `${shown(name)} is an alias of ${shown(target)}, which no zone here contains.`;
}

/** What the settings say about a host. */
export function factsOfHost(facts: MailPathFacts, host: string): MailHostFacts | undefined {
  return facts.hosts.find((known) => sameName(known.host, host));
}

/** The addresses of a host and why there are none: `unknown` where it can't be said. */
export interface HostAddresses {
  readonly addresses: readonly { readonly type: 'A' | 'AAAA'; readonly address: string }[];
  readonly status: 'ok' | 'none' | 'nxdomain' | 'unknown' | 'failed';
}

export function addressesOf(resolver: Resolver, host: string): HostAddresses {
  const answers = (['A', 'AAAA'] as const).map((type) => ({ type, answer: resolver.lookup(host.toLowerCase(), type) }));
  const addresses = answers.flatMap(({ type, answer }) => answer.records.map((address) => ({ type, address })));
  const statuses = answers.map(({ answer }) => answer.status);
  if (addresses.length > 0) return { addresses, status: 'ok' };
  if (statuses.includes('unknown') || statuses.includes('timeout')) return { addresses, status: 'unknown' };
  if (statuses.includes('servfail')) return { addresses, status: 'failed' };
  return { addresses, status: statuses.includes('nxdomain') ? 'nxdomain' : 'none' };
}
