/** What check_host() is given and what it says (RFC 7208 §4.1, §2.6). */

import type { LookupStatus, LookupType } from '../dns/resolver.ts';

export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

export interface SpfRequest {
  /** The address of the SMTP client; IPv4-mapped IPv6 counts as IPv4 (§5). */
  readonly ip: string;
  /** MAIL FROM; empty for a bounce, which is checked as postmaster at the HELO name (§2.4). Domains in A-labels (RFC 8616 §4). */
  readonly sender: string;
  readonly helo: string;
  /** Where to begin; the sender's domain where it is left out. */
  readonly domain?: string;
}

export interface SpfOptions {
  /** `%{r}`: the host that makes the check; `unknown` where it is left out (§7.3). */
  readonly receiver?: string;
  /** What to say about a `fail` for which the domain explains nothing itself. */
  readonly explanation?: string;
  /** `mostLookups` where it is left out. */
  readonly lookupLimit?: number;
  /** `mostVoidLookups` where it is left out. */
  readonly voidLimit?: number;
  /** Milliseconds, `longestCheck` where it is left out; after that the result is temperror. */
  readonly timeLimit?: number;
  /** Milliseconds since 1970; for tests. */
  readonly clock?: () => number;
}

export interface WalkQuery {
  /** Absolute, as a resolver is asked; as it was made where it is no domain name. */
  readonly name: string;
  readonly type: LookupType;
  readonly status: LookupStatus | 'malformed';
  /** The records in presentation form. */
  readonly answers: readonly string[];
  /** No record came back and it counts towards the limit of void look-ups. */
  readonly void: boolean;
}

/**
 * One step of the evaluation, in the order of the steps; `depth` says which domain's record a step belongs to,
 * 0 for the first one. The steps of an include come after its own, one deeper, as do those of a redirect.
 */
export interface WalkStep {
  readonly depth: number;
  /** The domain under evaluation, without a final dot. */
  readonly domain: string;
  readonly kind: 'record' | 'mechanism' | 'redirect' | 'default' | 'exp';
  /** The term, or the whole record, as written; empty where there is none. */
  readonly term: string;
  /** Octets in the domain's record. */
  readonly start: number;
  readonly end: number;
  readonly asked: readonly WalkQuery[];
  /** A mechanism matches, doesn't, or ends the check; the others have a result. */
  readonly outcome: 'match' | 'no-match' | 'error' | 'result';
  /** Of a match, an error or a result. */
  readonly result?: SpfResult;
  /** Why, in plain words. */
  readonly detail: string;
  /** How many look-ups were used after this step, and how many of them were void. */
  readonly lookups: number;
  readonly voidLookups: number;
}

export type TroubleKind =
  | 'ip'
  | 'domain'
  | 'no-record'
  | 'several-records'
  | 'syntax'
  | 'include-none'
  | 'redirect-none'
  | 'lookup-limit'
  | 'void-limit'
  | 'mx-limit'
  | 'depth'
  | 'time'
  | 'timeout'
  | 'servfail'
  /** The zones at hand can't say; a live check might end otherwise. */
  | 'unknown';

/** Why the result is none, temperror or permerror. */
export interface SpfTrouble {
  readonly kind: TroubleKind;
  /** Whose record, without a final dot. */
  readonly domain: string;
  /** The term in that record, and its octets there. */
  readonly term?: string;
  readonly start?: number;
  readonly end?: number;
  /** The name that was asked for, where a look-up is to blame. */
  readonly name?: string;
  /** One sentence. */
  readonly message: string;
}

export interface SpfVerdict {
  readonly result: SpfResult;
  /** Of a `fail` only; from the other domain, so to be shown as its words (§6.2). */
  readonly explanation?: string;
  /** The directive that decided in the first record, as written. */
  readonly matched?: string;
  readonly walk: readonly WalkStep[];
  readonly lookups: number;
  readonly voidLookups: number;
  readonly problem?: SpfTrouble;
}
