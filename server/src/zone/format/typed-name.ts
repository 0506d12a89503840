import { labelsOf, ROOT } from '../../names/name-tree.ts';
import type { NameId, NameTree } from '../../names/name-tree.ts';
import { endsAbsolute } from '../rrtypes/fields/rdata.ts';

/** A name's octets in wire form, in lower case as the tree keeps it. */
export function treeOctets(names: NameTree, id: NameId): Uint8Array {
  const octets = new Uint8Array(names.wireLength(id));
  let at = 0;
  for (let name = id; name !== ROOT; name = names.parent(name)) {
    const label = names.labelOctets(name);
    octets[at++] = label.length;
    octets.set(label, at);
    at += label.length;
  }
  return octets;
}

/** The octets in wire form of a name as it is typed, its case kept (RFC 4343 §4.2), completed with an origin. The text is known to be a name, one character per octet. */
export function typedOctets(text: string, origin: Uint8Array): Uint8Array {
  if (text === '@') return origin;
  const octets: number[] = [];
  for (const label of labelsOf(text) ?? []) {
    octets.push(label.length);
    for (let i = 0; i < label.length; i++) octets.push(label.charCodeAt(i));
  }
  if (text === '.' || endsAbsolute(text)) octets.push(0);
  else octets.push(...origin);
  return Uint8Array.from(octets);
}
