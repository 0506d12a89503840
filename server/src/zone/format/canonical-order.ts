import { ROOT } from '../../names/name-tree.ts';
import type { NameId, NameTree } from '../../names/name-tree.ts';

/** How many octets of a label are compared as one number: they fit a double's 53 bits. */
const PREFIX = 6;

/** A name and all names below it in canonical order (RFC 4034 §6.1): labels from the right, octet by octet, without regard to case. */
export function* namesInOrder(names: NameTree, top: NameId): Iterable<NameId> {
  yield top;
  // Names that are still to come, the next one last; each is followed by what is below it.
  const waiting: NameId[] = [];
  pushChildren(names, top, waiting);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    yield name;
    pushChildren(names, name, waiting);
  }
}

function pushChildren(names: NameTree, parent: NameId, waiting: NameId[]): void {
  const children: NameId[] = [];
  for (let child = names.firstChild(parent); child !== ROOT; child = names.nextSibling(child)) children.push(child);
  if (children.length < 2) {
    if (children.length === 1) waiting.push(children[0]!);
    return;
  }
  const prefixes = new Float64Array(children.length),
    order = new Uint32Array(children.length);
  for (let k = 0; k < children.length; k++) {
    prefixes[k] = prefix(names.labelOctets(children[k]!));
    order[k] = k;
  }
  order.sort(
    (a, b) =>
      prefixes[b]! - prefixes[a]! || compareOctets(names.labelOctets(children[b]!), names.labelOctets(children[a]!)),
  );
  for (const k of order) waiting.push(children[k]!);
}

function prefix(label: Uint8Array): number {
  let value = 0;
  for (let i = 0; i < PREFIX; i++) value = value * 256 + (label[i] ?? 0);
  return value;
}

/** As memcmp does; of two that begin alike the shorter is first. */
export function compareOctets(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
