import { labelsOf, presentOctet } from '../../names/name-tree.ts';

/** Octets of a name on the wire, and of a label (RFC 1035 §2.3.4). */
const LONGEST_NAME = 255,
  LONGEST_LABEL = 63;
/** The two upper bits of a length octet that make it a pointer (RFC 1035 §4.1.4). */
const POINTER = 0xc0;

/** An absolute name in presentation form, in wire form, case kept; undefined for what isn't a name. */
export function nameOctets(name: string): Uint8Array | undefined {
  const labels = labelsOf(name);
  if (labels === undefined || labels.some((label) => label.length === 0 || label.length > LONGEST_LABEL))
    return undefined;
  const octets = labels.flatMap((label) => [label.length, ...Array.from(label, (c) => c.charCodeAt(0) & 0xff)]);
  return octets.length >= LONGEST_NAME ? undefined : Uint8Array.from([...octets, 0]);
}

/** A name in a message: its octets without compression, case kept, and where it ends; undefined where it is cut off, too long, or points forward. */
export function nameAt(
  message: Uint8Array,
  at: number,
): { readonly octets: Uint8Array; readonly end: number } | undefined {
  const octets: number[] = [];
  let end = -1;
  // A pointer only leads back, so that no chain of them goes in a circle.
  for (let place = at, before = at; ; ) {
    const length = message[place];
    if (length === undefined) return undefined;
    if (length >= POINTER) {
      const low = message[place + 1];
      if (low === undefined) return undefined;
      const target = ((length & ~POINTER) << 8) | low;
      if (target >= before) return undefined;
      if (end < 0) end = place + 2;
      place = before = target;
      continue;
    }
    if (length > LONGEST_LABEL || place + 1 + length > message.length) return undefined;
    for (let k = 0; k <= length; k++) octets.push(message[place + k]!);
    if (octets.length > LONGEST_NAME) return undefined;
    place += length + 1;
    if (length === 0) return { octets: Uint8Array.from(octets), end: end < 0 ? place : end };
  }
}

/** Octets of a name in absolute presentation form, in lower case (RFC 4343). */
export function nameText(octets: Uint8Array): string {
  let text = '';
  for (let at = 0; at < octets.length && octets[at] !== 0; at += octets[at]! + 1) {
    for (let k = at + 1; k <= at + octets[at]!; k++) text += presentOctet(lowered(octets[k]!));
    text += '.';
  }
  return text === '' ? '.' : text;
}

export const lowered = (octet: number): number => (octet >= 65 && octet <= 90 ? octet + 32 : octet);
