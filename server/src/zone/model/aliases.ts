import type { NameId } from '../../names/name-tree.ts';
import { HAS_CNAME } from '../records/record-table.ts';
import { recordAt } from './lookup.ts';
import type { Zone } from './zone.ts';
import { CNAME } from '../rrtypes/codes.ts';

/** Aliases that are followed, one after the other, before a chain counts as endless. RFC 1034 §3.6.2 gives no number; BIND 9.20 stops after 11. */
export const MOST_ALIASES = 16;

/**
 * Where a chain of CNAME records ends.
 * - `hops`: how many aliases were followed after the first one.
 * - `last`: the name at the end, which is no alias; undefined for a circle, a target that couldn't be read, and a chain that goes on after `MOST_ALIASES`.
 */
export interface AliasEnd {
  readonly hops: number;
  readonly last: NameId | undefined;
  /** `back`: the chain comes back to the alias that leads to `start`. */
  readonly why: 'end' | 'back' | 'circle' | 'broken' | 'long';
}

/** Follows the CNAME records of an alias that points at `start`. `onName` gets each name that is looked at. */
export function followAliases(zone: Zone, alias: NameId, start: NameId, onName: (name: NameId) => void): AliasEnd {
  const seen: NameId[] = [],
    end = (why: AliasEnd['why'], last?: NameId): AliasEnd => ({ hops: seen.length, last, why });
  for (let name = start; ; ) {
    if (name < 0) return end('broken');
    if (name === alias) return end('back');
    if (seen.includes(name)) return end('circle');
    onName(name);
    if ((zone.records.kinds(name) & HAS_CNAME) === 0) return end('end', name);
    if (seen.length === MOST_ALIASES) return end('long');
    seen.push(name);
    name = zone.records.target[recordAt(zone, name, CNAME)]!;
  }
}
