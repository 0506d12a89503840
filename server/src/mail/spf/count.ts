/** How many of the allowed look-ups a record costs at worst, without a message to check (RFC 7208 §4.6.4). */

import { lookupName, plainName } from '../dns/resolver.ts';
import type { LookupStatus, LookupType, Resolver } from '../dns/resolver.ts';
import { expandDomain } from './expand.ts';
import { parseSpf } from './syntax/parse.ts';
import { spfTexts } from './spf-texts.ts';
import { cost, lookupTerms, mostMxRecords, mostTermsCounted } from './limits.ts';
import type { DomainSpec, SpfRecord, SpfTerm } from './syntax/spf-record.ts';

export type LookupTrouble =
  /** The zones at hand don't say, or nobody answers. */
  | 'unknown'
  /** The name hangs on the message: its sender, its address, its HELO name. */
  | 'macro'
  /** An include or redirect that leads back to a record it came from. */
  | 'loop'
  /** No SPF record at an included name, or several, or a broken one. */
  | 'no-record'
  | 'several-records'
  | 'syntax'
  /** No address, no MX record: a void look-up. */
  | 'no-address'
  | 'no-mx'
  /** More MX records than receivers allow. */
  | 'mx-limit'
  | 'malformed';

/** A term that counts. */
export interface LookupNode {
  /** Whose record the term is in, without a final dot. */
  readonly domain: string;
  readonly term: SpfTerm;
  /** The name asked for, without a final dot; undefined where it hangs on the message. */
  readonly target: string | undefined;
  /** This term, its `%{p}` macros, and all terms below it. */
  readonly lookups: number;
  readonly trouble?: LookupTrouble;
  /** Terms of the record that an include or a redirect leads to. */
  readonly children: readonly LookupNode[];
  /** That record. */
  readonly record?: SpfRecord;
}

export interface LookupCount {
  /** Of a check that no mechanism ends early. A loop is counted once through. */
  readonly count: number;
  /** False where a record that is included could not be read: then `count` is the least that it can be. */
  readonly exact: boolean;
  /** Names that no zone at hand knows, without final dots, and terms that hang on the message. */
  readonly unresolved: readonly string[];
  /** Look-ups that find nothing, whether the mail comes by IPv4 or IPv6. */
  readonly void: number;
  readonly tree: readonly LookupNode[];
}

interface Walk {
  readonly resolver: Resolver;
  /** The domain of the sender: the first one. */
  readonly root: string;
  readonly unresolved: Set<string>;
  exact: boolean;
  voids: number;
  terms: number;
}

/** `domain` without escapes; the final dot may stand or not. `text` is its SPF record. */
export function spfLookups(domain: string, text: string, resolver: Resolver): LookupCount {
  const root = domain.toLowerCase().replace(/\.$/, '');
  const walk: Walk = { resolver, root, unresolved: new Set(), exact: true, voids: 0, terms: 0 };
  const tree = termNodes(walk, root, parseSpf(text), [root]);
  return { count: total(tree), exact: walk.exact, unresolved: [...walk.unresolved], void: walk.voids, tree };
}

function total(nodes: readonly LookupNode[]): number {
  return nodes.reduce((sum, node) => sum + node.lookups, 0);
}

/** `path` has the domains from the first one to this one, in lower case. */
function termNodes(walk: Walk, domain: string, record: SpfRecord, path: readonly string[]): readonly LookupNode[] {
  return lookupTerms(record).flatMap((term) => {
    if (++walk.terms <= mostTermsCounted) return [termNode(walk, domain, term, path)];
    walk.exact = false;
    return [];
  });
}

function termNode(walk: Walk, domain: string, term: SpfTerm, path: readonly string[]): LookupNode {
  const target = targetOf(walk, domain, term.domain);
  const nested = term.known === 'include' || term.known === 'redirect';
  const own = cost(term);
  const leaf = (trouble?: LookupTrouble): LookupNode => {
    return { domain, term, target, lookups: own, children: [], ...(trouble === undefined ? {} : { trouble }) };
  };
  if (target === undefined) {
    walk.unresolved.add(term.text);
    if (nested) walk.exact = false;
    return leaf('macro');
  }
  if (lookupName(target) === undefined) return leaf('malformed');
  if (!nested) return leaf(hostTrouble(walk, term, target));
  if (path.includes(target.toLowerCase())) return leaf('loop');
  const found = findRecord(walk, target);
  if (typeof found === 'string') return leaf(found);
  const children = termNodes(walk, target, found, [...path, target.toLowerCase()]);
  return { ...leaf(found.valid ? undefined : 'syntax'), lookups: own + total(children), children, record: found };
}

/** Only the domains are known without a message: `d` and, for mail of the first domain, `o`. */
function targetOf(walk: Walk, domain: string, spec: DomainSpec | undefined): string | undefined {
  if (spec === undefined) return domain;
  const known = spec.parts.every(
    (part) => part.kind !== 'bad' && (part.kind !== 'macro' || part.letter === 'd' || part.letter === 'o'),
  );
  if (!known) return undefined;
  const ip = { version: 4, octets: [0, 0, 0, 0] } as const;
  return expandDomain(spec, {
    sender: '',
    localPart: '',
    senderDomain: walk.root,
    domain,
    ip,
    helo: '',
    receiver: '',
    time: 0,
    validatedName: () => '',
  });
}

function findRecord(walk: Walk, target: string): SpfRecord | LookupTrouble {
  const answer = walk.resolver.lookup(lookupName(target) ?? '.', 'TXT');
  if (isUndecided(answer.status)) {
    walk.exact = false;
    walk.unresolved.add(target);
    return 'unknown';
  }
  if (answer.status !== 'ok') walk.voids++;
  const { texts, parsed } = spfTexts(answer.records);
  if (texts.length > 1) return 'several-records';
  return parsed ?? 'no-record';
}

function isUndecided(status: LookupStatus): boolean {
  return status === 'unknown' || status === 'timeout' || status === 'servfail';
}

/** What `a`, `mx` and `exists` find; what `ptr` asks for hangs on the message. */
function hostTrouble(walk: Walk, term: SpfTerm, target: string): LookupTrouble | undefined {
  if (term.known === 'a') return addressTrouble(walk, lookupName(target) ?? '.', ['A', 'AAAA']);
  if (term.known === 'exists') return addressTrouble(walk, lookupName(target) ?? '.', ['A']);
  return term.known === 'mx' ? mxTrouble(walk, target) : undefined;
}

/** Void where no type has a record: with one of them, half of all connections find something. */
function addressTrouble(walk: Walk, name: string, types: readonly LookupType[]): LookupTrouble | undefined {
  const statuses = types.map((type) => walk.resolver.lookup(name, type).status);
  if (statuses.includes('ok')) return undefined;
  if (statuses.some(isUndecided)) {
    walk.unresolved.add(plainName(name));
    return 'unknown';
  }
  walk.voids++;
  return 'no-address';
}

function mxTrouble(walk: Walk, target: string): LookupTrouble | undefined {
  const answer = walk.resolver.lookup(lookupName(target) ?? '.', 'MX');
  if (isUndecided(answer.status)) {
    walk.unresolved.add(target);
    return 'unknown';
  }
  if (answer.status !== 'ok') {
    walk.voids++;
    return 'no-mx';
  }
  if (answer.records.length > mostMxRecords) return 'mx-limit';
  const hosts = answer.records.map((mx) => mx.exchange.toLowerCase()).filter((exchange) => exchange !== '.');
  if (hosts.length === 0) return 'no-mx';
  const troubles = hosts.map((host) => addressTrouble(walk, host, ['A', 'AAAA']));
  return troubles.find((trouble) => trouble === 'no-address') ?? troubles.find((trouble) => trouble !== undefined);
}
