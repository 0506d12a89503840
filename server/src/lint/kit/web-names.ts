import type { NameId } from '../../names/name-tree.ts';
import type { Zone } from '../../zone/model/zone.ts';

const W = 119;

/** Whether browsers are sent to a name: the zone's own, or `www` below it. Asked for many records, so nothing is made. */
export function isWebName({ names, apex, apexKnown }: Zone, name: NameId): boolean {
  if (!apexKnown) return false;
  if (name === apex) return true;
  return (
    names.parent(name) === apex &&
    names.labelLength(name) === 3 &&
    names.labelOctet(name, 0) === W &&
    names.labelOctet(name, 1) === W &&
    names.labelOctet(name, 2) === W
  );
}
