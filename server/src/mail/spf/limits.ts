/**
 * The limits of RFC 7208, and what a term costs against them. The check, the count without a message, findings, lenses,
 * completion, wizards and the command line all take them from here.
 */

import { firstAll } from './syntax/spf-record.ts';
import type { MechanismName, ModifierName, SpfRecord, SpfTerm } from './syntax/spf-record.ts';

/** Lookups of one check, with all its includes and redirects; one more is permerror (§4.6.4). */
export const mostLookups = 10;
/** From here on a record is called close to the limit: an included record may grow any day. */
export const nearlyMostLookups = 8;
/** Lookups that find nothing; one more is permerror (§4.6.4). */
export const mostVoidLookups = 2;
/** MX records whose addresses `mx` asks for; one more is permerror (§4.6.4). */
export const mostMxRecords = 10;
/** PTR names whose addresses `ptr` and `%{p}` ask for; the others are passed over (§4.6.4). */
export const mostPtrNames = 10;
/** Milliseconds that a check may take before it is temperror: the least that §4.6.4 wants. */
export const longestCheck = 20_000;
/** Octets of a record that leave room for its name and the other TXT records in one UDP answer (§3.4). */
export const comfortableLength = 450;
/** Octets of an answer that any resolver takes over UDP (§3.4). */
export const udpAnswer = 512;

/** Ours: how deep records may include each other where the caller has raised the limit of lookups. */
export const deepestInclude = 20;
/** Ours: terms that are counted without a message; far beyond what any receiver follows. */
export const mostTermsCounted = 100;

/** Lookups that each kind of term takes itself (§4.6.4). */
export const ownLookups: Readonly<Record<MechanismName | ModifierName, 0 | 1>> = {
  all: 0,
  include: 1,
  a: 1,
  mx: 1,
  ptr: 1,
  ip4: 0,
  ip6: 0,
  exists: 1,
  redirect: 1,
  exp: 0,
};

/** What one term takes of the ten lookups: itself, and a PTR lookup for each `%{p}` in its name. What an included record takes comes on top. */
export function cost(term: SpfTerm): number {
  const own = term.known === undefined ? 0 : ownLookups[term.known];
  if (own === 0) return 0;
  return own + (term.domain?.parts.filter((part) => part.kind === 'macro' && part.letter === 'p').length ?? 0);
}

/** Terms that cost something if evaluation gets that far: none after `all`, and `redirect` only without it (§5.1, §6.1). */
export function lookupTerms(record: SpfRecord): readonly SpfTerm[] {
  const all = firstAll(record);
  return record.terms.filter((term) => {
    if (cost(term) === 0) return false;
    if (term.kind === 'modifier') return term === record.redirect && all === undefined;
    return all === undefined || term.start < all.start;
  });
}

/** What the record's own terms take, without what they include. */
export function ownCost(record: SpfRecord): number {
  return lookupTerms(record).reduce((sum, term) => sum + cost(term), 0);
}

/** `4 of 10 lookups` */
export const ofMostLookups = (count: number): string => `${count} of ${mostLookups} lookups`;
