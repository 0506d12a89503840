import type { NameId } from '../../names/name-tree.ts';
import { LABEL_UNDERSCORE, ROOT } from '../../names/name-tree.ts';
import type { Zone } from '../../model/zone.ts';

/** The labels of a name from left to right, lower case, one character per octet, as the mail modules take them. */
export function labelsFrom(zone: Zone, name: NameId): readonly string[] {
  const labels: string[] = [];
  for (let id = name; id !== ROOT; id = zone.names.parent(id)) labels.push(String.fromCharCode(...zone.names.labelOctets(id)));
  return labels;
}

/** How many labels the zone's apex has. */
export function apexLabels(zone: Zone): number { return zone.names.depth(zone.apex); }

/** Whether one of a name's first three labels has an underscore: all mail records except SPF stand at such names. */
export function hasUnderscore(zone: Zone, name: NameId): boolean {
  for (let id = name, k = 0; id !== ROOT && k < 3; id = zone.names.parent(id), k++) if ((zone.names.labelFlags(id) & LABEL_UNDERSCORE) !== 0) return true;
  return false;
}

/** The name without its first `count` labels. */
export function above(zone: Zone, name: NameId, count: number): NameId {
  let id = name;
  for (let k = 0; k < count && id !== ROOT; k++) id = zone.names.parent(id);
  return id;
}
