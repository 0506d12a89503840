import { ROOT } from '../../names/name-tree.ts';
import type { NameId } from '../../names/name-tree.ts';
import type { Zone } from '../../zone/model/zone.ts';

/** RRSIG, NSEC and NSEC3, which stand where other records do. */
export const signerTypes: ReadonlySet<number> = new Set([46, 47, 50]);

/** Whether a name's own label is this one, lower case. Asked for very many names. */
export function hasLabel({ names }: Zone, name: NameId, label: string): boolean {
  if (names.labelLength(name) !== label.length) return false;
  for (let k = 0; k < label.length; k++) if (names.labelOctet(name, k) !== label.charCodeAt(k)) return false;
  return true;
}

/** Whether a name is the one below which a catalog zone has its members (RFC 9432 §4.1). */
export const isMemberList = (zone: Zone, name: NameId): boolean =>
  name !== ROOT && zone.names.parent(name) === zone.apex && hasLabel(zone, name, 'zones');

/** Whether a name is that of a member: `UNIQUE.zones.APEX` (RFC 9432 §4.1). */
export const isMember = (zone: Zone, name: NameId): boolean =>
  name !== ROOT && isMemberList(zone, zone.names.parent(name));
