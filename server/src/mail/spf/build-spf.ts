/** New SPF records, and changes to old ones. Whatever comes in, what comes out is a valid record of RFC 7208. */

import { applyEdits, severityOf } from '../grammar/problem.ts';
import { addressBits, formatAddress, inNetwork, parseAddress, unmapped } from './syntax/address.ts';
import type { IpAddress } from './syntax/address.ts';
import { parseSpf, parseTerm } from './syntax/parse.ts';
import { spfProblems } from './spf-problems.ts';
import { firstAll } from './syntax/spf-record.ts';
import type { Mechanism, Modifier, Qualifier, SpfTerm } from './syntax/spf-record.ts';

export interface SpfParts {
  /** As in a record, such as `mx`, `ip4:192.0.2.1`, `-include:example.com`. Those that are no valid mechanism, and `all`, are left out; so are repetitions. */
  readonly mechanisms: readonly string[];
  /** The qualifier of `all`; undefined for a record without one. */
  readonly all: Qualifier | undefined;
  /** A domain-spec; left out beside `all`, where it would be ignored. */
  readonly redirect?: string;
  /** A domain-spec. */
  readonly exp?: string;
  /** Other modifiers, such as `ra=postmaster`. */
  readonly modifiers?: readonly string[];
}

export function buildSpf(parts: SpfParts): string {
  const mechanisms = parts.mechanisms.filter((text) => isMechanism(text));
  const redirect = parts.all === undefined && parts.redirect !== undefined ? [`redirect=${parts.redirect}`] : [];
  const exp = parts.exp === undefined ? [] : [`exp=${parts.exp}`];
  const modifiers = [...redirect, ...exp, ...(parts.modifiers ?? [])].filter((text) => isModifier(text));
  const all = parts.all === undefined ? [] : [parts.all === '+' ? 'all' : `${parts.all}all`];
  return ['v=spf1', ...withoutRepetition(mechanisms), ...all, ...onceEach(modifiers)].join(' ');
}

function isMechanism(text: string): boolean {
  if (/[^\x21-\x7e]/.test(text)) return false;
  const term = parseTerm(text);
  return term.kind === 'mechanism' && term.faults.length === 0 && term.known !== 'all';
}

function isModifier(text: string): boolean {
  return !/[^\x21-\x7e]/.test(text) && parseTerm(text).kind === 'modifier' && parseTerm(text).faults.length === 0;
}

/** The first of those that differ only in case or in a final dot; names with macros are compared as they are. */
function withoutRepetition(terms: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return terms.filter((term) => {
    const key = (term.includes('%') ? term : term.toLowerCase()).replace(/^\+/, '').replace(/\.$/, '');
    return !seen.has(key) && seen.add(key);
  });
}

/** redirect and exp may stand once each (§6). */
function onceEach(modifiers: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return modifiers.filter((modifier) => {
    const known = parseTerm(modifier).known ?? modifier;
    return !seen.has(known) && seen.add(known);
  });
}

/** How many rounds of repairs: each round takes away at least one problem, and few records have more than a handful. */
const maxRepairs = 50;

/** The text with the errors put right that have a safe fix, one after the other. It need not be valid then. */
export function repairSpf(text: string): string {
  let current = text;
  for (let round = 0; round < maxRepairs; round++) {
    const fix = spfProblems(parseSpf(current)).find((problem) => {
      return problem.fix?.safe === true && severityOf(problem) === 'error';
    })?.fix;
    if (fix === undefined) break;
    const next = applyEdits(current, fix.edits);
    if (next === current) break;
    current = next;
  }
  return current;
}

/** A record as its parts: repaired where that is safe, without what breaks the grammar all the same or is never reached. */
function readParts(text: string): SpfParts {
  const record = parseSpf(repairSpf(text));
  const all = firstAll(record);
  const good = record.terms.filter((term) => term.faults.length === 0);
  const isReached = (term: SpfTerm): boolean => all === undefined || term.start < all.start;
  const mechanisms = good.filter(
    (term): term is Mechanism => term.kind === 'mechanism' && term.known !== 'all' && isReached(term),
  );
  const modifiers = good.filter((term): term is Modifier => term.kind === 'modifier' && term.known === undefined);
  const redirect =
    record.redirect?.faults.length === 0 && all === undefined ? { redirect: record.redirect.value.text } : {};
  const exp = record.exp?.faults.length === 0 ? { exp: record.exp.value.text } : {};
  return {
    mechanisms: mechanisms.map((term) => term.text),
    all: all?.faults.length === 0 ? all.qualifier : undefined,
    ...redirect,
    ...exp,
    modifiers: modifiers.map((term) => term.text),
  };
}

/** From the strictest to the weakest. */
const strictness: readonly Qualifier[] = ['-', '~', '?', '+'];

/**
 * One record in place of two: the mechanisms of both in their order, each once, and the weaker `all`.
 * A redirect survives only where both records end in the same one; else it becomes an include.
 */
export function mergeSpf(a: string, b: string): string {
  const [first, second] = [readParts(a), readParts(b)];
  const alls = [first.all, second.all].filter((all) => all !== undefined);
  const all = strictness.findLast((qualifier) => alls.includes(qualifier));
  const sameRedirect =
    all === undefined && first.redirect?.toLowerCase() === second.redirect?.toLowerCase() ? first.redirect : undefined;
  const redirects = [first.redirect, second.redirect].map((redirect) =>
    redirect === undefined || sameRedirect !== undefined ? [] : [`include:${redirect}`],
  );
  const exp = first.exp ?? second.exp;
  return buildSpf({
    mechanisms: [...first.mechanisms, ...(redirects[0] ?? []), ...second.mechanisms, ...(redirects[1] ?? [])],
    all,
    ...(sameRedirect === undefined ? {} : { redirect: sameRedirect }),
    ...(exp === undefined ? {} : { exp }),
    modifiers: [...(first.modifiers ?? []), ...(second.modifiers ?? [])],
  });
}

/**
 * The record with ip4: and ip6: mechanisms for those addresses that no ip4 or ip6 in it lets pass already, behind the last mechanism before `all`;
 * where that one or an earlier one turns an address away by its network, before it. What is no address is left out.
 */
export function coverSpf(text: string, addresses: readonly string[]): string {
  const parts = readParts(text);
  const mechanisms = [...parts.mechanisms];
  for (const address of addresses) {
    const parsed = parseAddress(address);
    if (parsed === undefined) continue;
    const ip = unmapped(parsed);
    const decided = mechanisms.findIndex((mechanism) => covers(mechanism, ip));
    if (decided >= 0 && qualifierOf(mechanisms[decided] ?? '') === '+') continue;
    mechanisms.splice(decided < 0 ? mechanisms.length : decided, 0, `ip${ip.version}:${formatAddress(ip)}`);
  }
  return buildSpf({ ...parts, mechanisms });
}

function covers(mechanism: string, ip: IpAddress): boolean {
  const term = parseTerm(mechanism);
  if (term.kind !== 'mechanism' || term.network?.address === undefined) return false;
  return inNetwork(ip, term.network.address, (term.cidr4 ?? term.cidr6)?.value ?? addressBits(ip.version));
}

function qualifierOf(mechanism: string): Qualifier | undefined {
  const term = parseTerm(mechanism);
  return term.kind === 'mechanism' ? term.qualifier : undefined;
}

/** The record with another `all`; a redirect gives way to it. */
export function withAll(text: string, all: Qualifier): string {
  return buildSpf({ ...readParts(text), all });
}

/** The record with a further mechanism before `all`. */
export function withMechanism(text: string, mechanism: string): string {
  const parts = readParts(text);
  return buildSpf({ ...parts, mechanisms: [...parts.mechanisms, mechanism] });
}

/** The record without each mechanism that is written so, whatever its case. */
export function withoutMechanism(text: string, mechanism: string): string {
  const parts = readParts(text);
  return buildSpf({
    ...parts,
    mechanisms: parts.mechanisms.filter((text) => text.toLowerCase() !== mechanism.toLowerCase()),
  });
}
