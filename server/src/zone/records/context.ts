import type { NameId } from '../../names/name-tree.ts';

/** What an entry inherits from those before it (RFC 1035 §5.1, RFC 2308 §4). Immutable. */
export interface Context {
  /** What relative names are completed with. */
  readonly origin: NameId;
  /** `$TTL` in seconds, or -1. */
  readonly defaultTtl: number;
  /** The owner of the record before, or -1. */
  readonly owner: NameId;
  /** The TTL of the record before in seconds, or -1: used where no `$TTL` is. */
  readonly lastTtl: number;
  /** The zone's class as its SOA says; 1 is IN. */
  readonly zoneClass: number;
  /** Whether a `$ORIGIN` or `$INCLUDE` came after the last owner that was written out: 0 no, 1 `$ORIGIN`, 2 `$INCLUDE`. */
  readonly ownerBefore: 0 | 1 | 2;
  /** Whether a record was read already. */
  readonly started: boolean;
  /** Bits: what happened with `$TTL` so far. */
  readonly ttlNotes: number;
  /** How many records `$GENERATE` made so far: the text before decides how many the next one may make, and nothing else. */
  readonly generated: number;
  /** How much was included so far, in steps of `INCLUDE_STEP`: the text before decides what may still be included. Counted in steps so that a keystroke in an included file changes nothing after it. */
  readonly included: number;
}

/** Label of the origin that stands for an apex that nobody knows: no zone file can write it. */
export const UNKNOWN_APEX = '\\000unknown-apex.';

/** There was a `$TTL`. */
export const TTL_DIRECTIVE = 1;
/** Before any `$TTL`, a record took its TTL from the record before it. */
export const TTL_BORROWED = 2;
/** A record without any TTL was reported, or one that gives others theirs couldn't be read: said once. */
export const TTL_MISSED = 4;

export function startContext(origin: NameId): Context {
  return {
    origin,
    defaultTtl: -1,
    owner: -1,
    lastTtl: -1,
    zoneClass: 1,
    ownerBefore: 0,
    started: false,
    ttlNotes: 0,
    generated: 0,
    included: 0,
  };
}

export function sameContext(a: Context, b: Context): boolean {
  return (
    a.origin === b.origin &&
    a.defaultTtl === b.defaultTtl &&
    a.owner === b.owner &&
    a.lastTtl === b.lastTtl &&
    a.zoneClass === b.zoneClass &&
    a.ownerBefore === b.ownerBefore &&
    a.started === b.started &&
    a.ttlNotes === b.ttlNotes &&
    a.generated === b.generated &&
    a.included === b.included
  );
}
