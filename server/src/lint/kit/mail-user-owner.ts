import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { Zone } from '../../zone/model/zone.ts';

/** What the owner of a record about a mail user lacks: the hash of the local part, 28 octets of SHA-256 in hexadecimal, and then the fixed label (RFC 7929 §3, RFC 8162 §3). */
export type OwnerFault = 'label' | 'hash' | undefined;

export function mailUserOwnerFault(zone: Zone, owner: NameId, label: string): OwnerFault {
  const { names } = zone,
    above = names.parent(owner);
  if (owner === ROOT || names.label(above) !== label) return 'label';
  return names.isWildcard(owner) || /^[0-9a-f]{56}$/.test(names.label(owner)) ? undefined : 'hash';
}
