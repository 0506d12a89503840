import type { Resolver } from '../dns/resolver.ts';
import { appliedPolicy } from './dmarc-policy.ts';
import type { AppliedPolicy, DmarcRelation } from './dmarc-policy.ts';
import { parseDmarc } from './dmarc-record.ts';
import type { DmarcRecord } from './dmarc-record.ts';

/** One query of a DNS Tree Walk. */
export interface TreeWalkStep {
  /** Absolute, in lower case. */
  readonly domain: string;
  /** The one valid DMARC record at `_dmarc` below the domain; undefined where there is none or several. */
  readonly record: DmarcRecord | undefined;
  /** How many DMARC records were found; more than one are all discarded. */
  readonly found: number;
  /** Whether the answer is known: false where it lies outside of what the resolver knows, or failed. */
  readonly known: boolean;
}

/** RFC 9989 §4.10: no more than eight queries. */
const maxQueries = 8;

const parentOf = (domain: string): string => /^(?:\\.|[^\\.])*\.(.*)$/s.exec(domain)?.[1] ?? '';

function countLabels(domain: string): number {
  let count = 0;
  for (let rest = domain; rest !== ''; rest = parentOf(rest)) count++;
  return count;
}

function shorten(domain: string, labels: number): string {
  let rest = domain;
  for (let count = countLabels(domain); count > labels; count--) rest = parentOf(rest);
  return rest;
}

function query(resolver: Resolver, domain: string): TreeWalkStep {
  const answer = resolver.lookup(`_dmarc.${domain}`, 'TXT');
  const known = answer.status === 'ok' || answer.status === 'nodata' || answer.status === 'nxdomain';
  const records = validRecords(answer.records);
  return { domain, record: records.length === 1 ? records[0] : undefined, found: records.length, known };
}

/** By the TXT records of an answer, which a resolver may give again. */
const valid = new WeakMap<readonly (readonly string[])[], readonly DmarcRecord[]>();

function validRecords(texts: readonly (readonly string[])[]): readonly DmarcRecord[] {
  const known = valid.get(texts);
  if (known !== undefined) return known;
  const records = texts.map((strings) => parseDmarc(strings.join(''))).filter((record) => record.valid);
  valid.set(texts, records);
  return records;
}

const endsWalk = (step: TreeWalkStep): boolean => step.record !== undefined && step.record.psd !== 'u';

/** The walk of RFC 9989 §4.10 from a domain (absolute, lower case) up to its top-level domain. */
export function treeWalk(resolver: Resolver, domain: string): readonly TreeWalkStep[] {
  const steps: TreeWalkStep[] = [];
  const labels = countLabels(domain);
  let target = domain;
  while (target !== '' && steps.length < maxQueries) {
    const step = query(resolver, target);
    steps.push(step);
    if (endsWalk(step)) break;
    target = steps.length === 1 && labels >= maxQueries ? shorten(domain, maxQueries - 1) : parentOf(target);
  }
  return steps;
}

export interface OrganizationalDomain {
  /** Absolute, in lower case. */
  readonly domain: string;
  readonly decidedBy: 'psd=n' | 'psd=y' | 'fewestLabels' | 'noRecord';
  /** False where a query of the walk had no answer that is known, so a record there could change the result. */
  readonly certain: boolean;
}

function selectDomain(domain: string, steps: readonly TreeWalkStep[]): Omit<OrganizationalDomain, 'certain'> {
  const found = steps.filter((step) => step.record !== undefined);
  for (const step of found) {
    if (step.record?.psd === 'n') return { domain: step.domain, decidedBy: 'psd=n' };
    if (step.record?.psd === 'y' && step.domain !== domain) {
      return { domain: shorten(domain, countLabels(step.domain) + 1), decidedBy: 'psd=y' };
    }
  }
  const top = found.at(-1);
  return top === undefined ? { domain, decidedBy: 'noRecord' } : { domain: top.domain, decidedBy: 'fewestLabels' };
}

/** The organizational domain of a domain (RFC 9989 §4.10.2), found by the tree walk, without a public suffix list. */
export function organizationalDomain(resolver: Resolver, domain: string): OrganizationalDomain {
  const steps = treeWalk(resolver, domain);
  return { ...selectDomain(domain, steps), certain: steps.every((step) => step.known) };
}

export interface DiscoveredPolicy {
  /** Where the record was found; absolute, in lower case. */
  readonly domain: string;
  readonly record: DmarcRecord;
  readonly relation: DmarcRelation;
  /** Undefined where receivers apply no DMARC in spite of the record. */
  readonly policy: AppliedPolicy | undefined;
  readonly certain: boolean;
}

const exists = (resolver: Resolver, domain: string): boolean => resolver.lookup(domain, 'A').status !== 'nxdomain';

/**
 * The record and policy for mail from a domain (RFC 9989 §4.10.1): its own record, else that of its organizational
 * domain, else that of its public suffix domain. Undefined where there is none.
 */
export function discoverPolicy(resolver: Resolver, authorDomain: string): DiscoveredPolicy | undefined {
  const steps = treeWalk(resolver, authorDomain);
  const [own, ...above] = steps;
  if (own?.record !== undefined) {
    return {
      domain: own.domain,
      record: own.record,
      relation: 'self',
      policy: appliedPolicy(own.record, 'self'),
      certain: own.known,
    };
  }
  const organization = selectDomain(authorDomain, steps).domain;
  const step =
    above.find((candidate) => candidate.record !== undefined && candidate.domain === organization) ??
    above.find((candidate) => candidate.record?.psd === 'y');
  if (step?.record === undefined) return undefined;
  const relation = exists(resolver, authorDomain) ? 'subdomain' : 'nonexistent';
  return {
    domain: step.domain,
    record: step.record,
    relation,
    policy: appliedPolicy(step.record, relation),
    certain: steps.every((candidate) => candidate.known),
  };
}
