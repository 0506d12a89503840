import type { NameId } from '../../../names/name-tree.ts';
import { LABEL_UNDERSCORE, ROOT } from '../../../names/name-tree.ts';
import type { Zone } from '../../../zone/model/zone.ts';
import type { RuleContext } from '../../engine/context.ts';

/** The labels of a name from left to right, lower case, one character per octet, as the mail modules take them. */
export function labelsFrom(zone: Zone, name: NameId): readonly string[] {
  const labels: string[] = [];
  for (let id = name; id > ROOT; id = zone.names.parent(id))
    labels.push(String.fromCharCode(...zone.names.labelOctets(id)));
  return labels;
}

/** How many labels the zone's apex has. */
export function apexLabels(zone: Zone): number {
  return zone.names.depth(zone.apex);
}

/** Whether one of a name's first four labels is one of `words`, which begin with an underscore. Asked for every TXT record. */
export function hasLabel(zone: Zone, name: NameId, words: readonly Uint8Array[]): boolean {
  for (let id = name, k = 0; id > ROOT && k < 4; id = zone.names.parent(id), k++) {
    if ((zone.names.labelFlags(id) & LABEL_UNDERSCORE) === 0) continue;
    for (const word of words) if (isSame(zone, id, word)) return true;
  }
  return false;
}

function isSame({ names }: Zone, id: NameId, word: Uint8Array): boolean {
  if (names.labelLength(id) !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (names.labelOctet(id, i) !== word[i]) return false;
  return true;
}

/** A label for `hasLabel`, lower case. */
export const label = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** The name without its first `count` labels. */
export function above(zone: Zone, name: NameId, count: number): NameId {
  let id = name;
  for (let k = 0; k < count && id > ROOT; k++) id = zone.names.parent(id);
  return id;
}

/** The name with labels put in front, given from left to right; -1 when it would be too long. */
export function below(context: RuleContext, name: NameId, labels: readonly string[]): NameId {
  return labels.reduceRight((parent, each) => (parent < 0 ? -1 : context.child(parent, each)), name);
}
