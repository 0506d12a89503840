import { ROOT } from '../../names/name-tree.ts';
import type { NameId, NameTree } from '../../names/name-tree.ts';
import { HAS_DNAME, HAS_NS } from '../../zone/records/record-table.ts';
import type { Zone } from '../../zone/model/zone.ts';
import { DS, NSEC, NSEC3, RRSIG } from '../../zone/rrtypes/codes.ts';

/** How a name stands to what its zone signs (RFC 4035 §2.2, §2.3): not in the zone; the zone's own; a zone cut, of which only NS and DS are in the chain; below a cut or a DNAME. */
export type Standing = 'outside' | 'own' | 'cut' | 'below';

export function standingOf(zone: Zone, name: NameId): Standing {
  let standing: Standing = 'own';
  for (let at = name; at !== zone.apex; at = zone.names.parent(at)) {
    if (at === ROOT) return 'outside';
    const kinds = zone.records.kinds(at);
    if ((kinds & HAS_NS) !== 0) standing = at === name ? 'cut' : 'below';
    else if (at !== name && (kinds & HAS_DNAME) !== 0) standing = 'below';
  }
  return name !== zone.apex && (zone.records.kinds(zone.apex) & HAS_DNAME) !== 0 ? 'below' : standing;
}

/** Negative when `a` comes before `b` in the canonical order of names (RFC 4034 §6.1). */
export function canonicalOrder(zone: Zone, a: NameId, b: NameId): number {
  const { names } = zone;
  if (a === b) return 0;
  if (names.parent(a) === names.parent(b) && a !== ROOT && b !== ROOT) return labelOrder(names, a, b);
  const above = ancestors(zone, a),
    beside = ancestors(zone, b);
  for (let k = 0; k < above.length && k < beside.length; k++)
    if (above[k] !== beside[k]) return labelOrder(names, above[k]!, beside[k]!);
  return above.length - beside.length;
}

/** The name and all above it, the one below the root first. */
function ancestors(zone: Zone, name: NameId): readonly NameId[] {
  const found: NameId[] = [];
  for (let at = name; at !== ROOT; at = zone.names.parent(at)) found.push(at);
  return found.reverse();
}

function labelOrder(names: NameTree, a: NameId, b: NameId): number {
  const length = Math.min(names.labelLength(a), names.labelLength(b));
  for (let k = 0; k < length; k++) {
    const order = names.labelOctet(a, k) - names.labelOctet(b, k);
    if (order !== 0) return order;
  }
  return names.labelLength(a) - names.labelLength(b);
}

/** Whether a name has no records but those that a signer makes for other names: signatures, and NSEC3 (RFC 5155 §7.1). */
export function isSignersOwn(zone: Zone, name: NameId): boolean {
  for (let id = zone.records.first(name); id >= 0; id = zone.records.next[id]!)
    if (zone.records.type[id] !== NSEC3 && zone.records.type[id] !== RRSIG) return false;
  return true;
}

/** Whether a zone signs records of a type: at a zone cut only DS and NSEC are its own (RFC 4035 §2.2). */
export const isSignedType = (type: number, isCut: boolean): boolean =>
  type !== RRSIG && (!isCut || type === DS || type === NSEC);
