import { Columns } from './columns.ts';

/** A name in a `NameTree`: 0 is the root, every other name has its parent and one label. */
export type NameId = number;

export const ROOT: NameId = 0;

export type NameProblem =
  | 'syn/empty-label'
  | 'syn/label-too-long'
  | 'syn/name-too-long'
  | 'syn/bad-escape'
  | 'syn/bit-label';

const LOWER = new Uint8Array(256);
for (let c = 0; c < 256; c++) LOWER[c] = c >= 65 && c <= 90 ? c | 32 : c;

/** Facts about a label that rules ask for often, computed once when it is interned. */
export const LABEL_UNDERSCORE = 1,
  LABEL_NOT_HOST = 2,
  LABEL_WILDCARD = 4,
  LABEL_HAS_AT = 8,
  LABEL_NON_ASCII = 16,
  LABEL_DIGITS = 32,
  LABEL_PREFIXED = 64;

/** Most zones have fewer names than this: a folder may hold ten thousand of them. And how many names may be in one piece of memory. */
const FEWEST = 64,
  FEW = 1024;
/** Octets of a name's own label, as a rule. */
const LABEL_OCTETS = 10;

/** No name: there is a backslash in it, so it is read octet by octet. */
const ESCAPED = -2;

/** The octets of a label that is looked for. */
const scratch = new Uint8Array(64);

/**
 * Every domain name of a zone once, as parent and label (RFC 1034 §3.1), compared without case (RFC 4343).
 * Packed arrays and open addressing: a million names cost no objects.
 */
export class NameTree {
  private capacity: number;
  /** Four numbers a name, side by side for the cache: parent, label start * 64 + label length, first child, next sibling. */
  private nodes: Int32Array;
  private flags: Uint8Array;
  /** Length of the wire form in octets. */
  private wireLengths: Uint8Array;
  /** Open addressing: an id in the low bits, and above it those of the hash; 0 where there is none. */
  private table: Int32Array;
  private mask: number;
  /** The bits of `table` that are an id. */
  private idMask: number;
  private arena: Uint8Array;
  private arenaUsed = 0;
  private used = 1;
  /** Names whose last label has an `@`, an octet above 127, or is `*`: few, so that rules about them need not look at all names. */
  readonly unusual: NameId[] = [];
  /** The last absolute name's octets behind its first label, and their id: neighbours in a file often share them. */
  private tail = new Uint8Array(64);
  private tailLength = -1;
  private tailId: NameId = ROOT;
  /** What was wrong with the last name that `parse` refused, and where (bytes). */
  problem: NameProblem = 'syn/empty-label';
  problemStart = 0;
  problemEnd = 0;

  constructor(expectedNames = FEWEST) {
    let capacity = FEWEST;
    while (capacity < expectedNames) capacity *= 2;
    this.capacity = capacity;
    const room = new Columns(capacity <= FEW ? (6 * Int32Array.BYTES_PER_ELEMENT + 2 + LABEL_OCTETS) * capacity : 0);
    this.nodes = room.int32(capacity * 4);
    this.table = room.int32(capacity * 2);
    this.flags = room.uint8(capacity);
    this.wireLengths = room.uint8(capacity);
    this.wireLengths[ROOT] = 1;
    this.mask = capacity * 2 - 1;
    this.idMask = capacity - 1;
    this.arena = room.uint8(capacity * LABEL_OCTETS);
  }

  /** How many ids are in use; ids are smaller than this. */
  get size(): number {
    return this.used;
  }

  parent(id: NameId): NameId {
    return this.nodes[4 * id]!;
  }
  firstChild(id: NameId): NameId {
    return this.nodes[4 * id + 2]!;
  }
  nextSibling(id: NameId): NameId {
    return this.nodes[4 * id + 3]!;
  }
  wireLength(id: NameId): number {
    return this.wireLengths[id]!;
  }
  labelFlags(id: NameId): number {
    return this.flags[id]!;
  }
  /** The label's octets, lower case, without escapes. */
  labelOctets(id: NameId): Uint8Array {
    const label = this.nodes[4 * id + 1]!,
      start = label >>> 6;
    return this.arena.subarray(start, start + (label & 63));
  }

  /** Octets of the label. */
  labelLength(id: NameId): number {
    return this.nodes[4 * id + 1]! & 63;
  }
  /** One of the label's octets, lower case; 0 behind its end. Makes nothing, unlike `labelOctets`. */
  labelOctet(id: NameId, at: number): number {
    const label = this.nodes[4 * id + 1]!;
    return at < (label & 63) ? this.arena[(label >>> 6) + at]! : 0;
  }

  isWildcard(id: NameId): boolean {
    return (this.flags[id]! & LABEL_WILDCARD) !== 0;
  }

  /** Whether `id` is `ancestor` or below it; never for -1, which is no name. */
  isAtOrBelow(id: NameId, ancestor: NameId): boolean {
    for (let name = id; ; name = this.nodes[4 * name]!) {
      if (name === ancestor) return true;
      if (name <= ROOT) return false;
    }
  }

  /** Labels without the root: 0 for the root. */
  depth(id: NameId): number {
    let depth = 0;
    for (let name = id; name > ROOT; name = this.nodes[4 * name]!) depth++;
    return depth;
  }

  /**
   * The name in presentation form at `start`–`end` (bytes), completed with `origin` unless it ends in a dot; `@` is the origin.
   * Returns -1 and sets `problem` for a bad name.
   */
  parse(bytes: Uint8Array, start: number, end: number, origin: NameId): NameId {
    const last = bytes[end - 1]!;
    if (end - start === 1) {
      if (last === 64) return origin;
      if (last === 46) return ROOT;
    }
    const id = last === 46 ? this.parseAbsolute(bytes, start, end - 1) : this.parseLabels(bytes, start, end, origin);
    return id === ESCAPED ? this.parseEscaped(bytes, start, end, origin) : id;
  }

  /** `ESCAPED` when there is a backslash, as of `parseLabels`. */
  private parseAbsolute(bytes: Uint8Array, start: number, end: number): NameId {
    let dot = start;
    for (; dot < end && bytes[dot] !== 46; dot++) if (bytes[dot] === 92) return ESCAPED;
    const length = end - dot - 1;
    if (length <= 0 || length > 250) return this.parseLabels(bytes, start, end, ROOT);
    let { tail } = this;
    if (length === this.tailLength) {
      let i = 0;
      while (i < length && tail[i] === bytes[dot + 1 + i]) i++;
      if (i === length) return this.parseLabels(bytes, start, dot, this.tailId);
    }
    const parent = this.parseLabels(bytes, dot + 1, end, ROOT);
    if (parent < 0) return parent;
    if (length > tail.length) this.tail = tail = new Uint8Array(256);
    for (let i = 0; i < length; i++) tail[i] = bytes[dot + 1 + i]!;
    this.tailLength = length;
    this.tailId = parent;
    return this.parseLabels(bytes, start, dot, parent);
  }

  /** Labels without a dot behind the last one, below `above`; each is hashed on the way to its dot. `ESCAPED` when there is a backslash. */
  private parseLabels(bytes: Uint8Array, start: number, end: number, above: NameId): NameId {
    let id = above,
      labelEnd = end;
    for (let i = labelEnd - 1; ; i--) {
      let hash = seedOf(id);
      for (; i >= start; i--) {
        const c = bytes[i]!;
        if (c === 46) {
          if (i > start && bytes[i - 1] === 92) return ESCAPED;
          break;
        }
        if (c === 92) return ESCAPED;
        hash = stepped(hash, c);
      }
      const length = labelEnd - i - 1;
      if (length === 0 || length > 63)
        return this.refuse(
          length === 0 ? 'syn/empty-label' : 'syn/label-too-long',
          length === 0 ? Math.max(i, start) : i + 1,
          length === 0 ? labelEnd + 1 : labelEnd,
        );
      id = this.hashed(id, bytes, i + 1, labelEnd, mixed(hash));
      if (id < 0) return this.refuse('syn/name-too-long', start, end);
      if (i < start) return id;
      labelEnd = i;
    }
  }

  private refuse(problem: NameProblem, start: number, end: number): number {
    this.problem = problem;
    this.problemStart = start;
    this.problemEnd = end;
    return -1;
  }

  private parseEscaped(bytes: Uint8Array, start: number, end: number, origin: NameId): NameId {
    const starts: number[] = [],
      octets: number[] = [],
      froms: number[] = [];
    let labelFrom = start,
      absolute = false;
    starts.push(0);
    froms.push(start);
    for (let i = start; i < end; ) {
      const c = bytes[i]!;
      if (c === 46) {
        if (octets.length === starts.at(-1)) return this.refuse('syn/empty-label', Math.max(start, i - 1), i + 1);
        if (octets.length - starts.at(-1)! > 63) return this.refuse('syn/label-too-long', labelFrom, i);
        i++;
        if (i === end) {
          absolute = true;
          break;
        }
        starts.push(octets.length);
        froms.push(i);
        labelFrom = i;
      } else if (c === 92) {
        const octet = escapedOctet(bytes, i, end);
        // `\[` opens a bit-string label, which RFC 6891 §5 took out of DNS again.
        if (octet === 91 && i === labelFrom && bytes[i + 1] === 91)
          return this.refuse('syn/bit-label', i, labelEndAt(bytes, i, end));
        if (octet < 0) return this.refuse('syn/bad-escape', i, Math.min(end, i + 4));
        octets.push(octet);
        i += isDigit(bytes[i + 1]!) ? 4 : 2;
      } else {
        octets.push(c);
        i++;
      }
    }
    if (!absolute && octets.length - starts.at(-1)! > 63) return this.refuse('syn/label-too-long', labelFrom, end);
    const all = Uint8Array.from(octets);
    let id = absolute ? ROOT : origin;
    for (let k = starts.length - 1; k >= 0; k--) {
      id = this.child(id, all, starts[k]!, k + 1 < starts.length ? starts[k + 1]! : octets.length);
      if (id < 0) return this.refuse('syn/name-too-long', start, end);
    }
    return id;
  }

  /** The name one label below `parent`, made when it is not there; -1 when it would be longer than 255 octets. */
  child(parent: NameId, bytes: Uint8Array, start: number, end: number): NameId {
    return this.hashed(parent, bytes, start, end, hashOf(parent, bytes, start, end));
  }

  /** As `child`, for a label whose hash is known. */
  private hashed(parent: NameId, bytes: Uint8Array, start: number, end: number, hash: number): NameId {
    const length = end - start,
      { table, mask, idMask, nodes, arena } = this;
    let slot = hash & mask;
    for (;;) {
      const entry = table[slot]!,
        id = entry & idMask;
      if (id === 0) break;
      if (((entry ^ hash) & ~idMask) === 0 && nodes[4 * id] === parent) {
        const label = nodes[4 * id + 1]!;
        if ((label & 63) === length) {
          let at = label >>> 6,
            i = start;
          for (; i < end; i++, at++) if (arena[at] !== LOWER[bytes[i]!]) break;
          if (i === end) return id;
        }
      }
      slot = (slot + 1) & mask;
    }
    if (this.wireLengths[parent]! + length + 1 > 255) return -1;
    return this.add(parent, bytes, start, end, hash, slot);
  }

  /** As `child`, but never makes a name: -1 when there is none. `label` has one character per octet. */
  findChild(parent: NameId, label: string): NameId {
    const octets = scratch,
      length = label.length,
      { table, mask, idMask, nodes, arena } = this;
    if (length > 63) return -1;
    for (let i = 0; i < length; i++) octets[i] = label.charCodeAt(i);
    const hash = hashOf(parent, octets, 0, length);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = table[slot]!,
        id = entry & idMask;
      if (id === 0) return -1;
      if (((entry ^ hash) & ~idMask) !== 0 || nodes[4 * id] !== parent || (nodes[4 * id + 1]! & 63) !== length)
        continue;
      let at = nodes[4 * id + 1]! >>> 6,
        i = 0;
      for (; i < length; i++, at++) if (arena[at] !== LOWER[octets[i]!]) break;
      if (i === length) return id;
    }
  }

  /** The id of an absolute name in presentation form, or -1 when the tree has none. */
  find(text: string): NameId {
    const labels = labelsOf(text);
    if (labels === undefined) return -1;
    let id = ROOT;
    for (let k = labels.length - 1; k >= 0; k--) {
      id = this.findChild(id, labels[k]!);
      if (id < 0) return -1;
    }
    return id;
  }

  /** The id of an absolute name in presentation form, made when it is not there; -1 for a bad name. */
  intern(text: string): NameId {
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return this.parse(bytes, 0, bytes.length, ROOT);
  }

  /** Absolute presentation form, lower case, with a final dot. */
  text(id: NameId): string {
    if (id === ROOT) return '.';
    let out = '';
    for (let name = id; name > ROOT; name = this.nodes[4 * name]!) out += `${this.label(name)}.`;
    return out;
  }

  /** One label in presentation form. */
  label(id: NameId): string {
    const label = this.nodes[4 * id + 1]!,
      start = label >>> 6,
      end = start + (label & 63),
      { arena } = this;
    let out = '';
    for (let i = start; i < end; i++) out += PRESENTED[arena[i]!]!;
    return out;
  }

  private add(parent: NameId, bytes: Uint8Array, start: number, end: number, hash: number, slot: number): NameId {
    const id = this.used++,
      length = end - start,
      { nodes } = this;
    this.table[slot] = (hash & ~this.idMask) | id;
    nodes[4 * id] = parent;
    nodes[4 * id + 1] = (this.arenaUsed << 6) | length;
    nodes[4 * id + 3] = nodes[4 * parent + 2]!;
    nodes[4 * parent + 2] = id;
    this.wireLengths[id] = this.wireLengths[parent]! + length + 1;
    if (this.arenaUsed + 64 > this.arena.length) this.arena = grown(this.arena, Math.ceil(this.arena.length * 1.5));
    const { arena } = this;
    let at = this.arenaUsed,
      flags = 0,
      digits = LABEL_DIGITS;
    for (let i = start; i < end; i++) {
      const c = LOWER[bytes[i]!]!;
      arena[at++] = c;
      flags |= OCTET_FLAGS[c]!;
      if (c > 57 || c < 48) digits = 0;
    }
    flags |= digits;
    if (bytes[start] === 45 || bytes[end - 1] === 45) flags |= LABEL_NOT_HOST;
    if (length > 4 && bytes[start + 2] === 45 && bytes[start + 3] === 45) flags |= LABEL_PREFIXED;
    if (length === 1 && bytes[start] === 42) flags |= LABEL_WILDCARD;
    this.flags[id] = flags;
    if ((flags & (LABEL_HAS_AT | LABEL_NON_ASCII | LABEL_WILDCARD)) !== 0) this.unusual.push(id);
    this.arenaUsed = at;
    if (this.used === this.capacity) this.grow();
    return id;
  }

  private grow(): void {
    const capacity = (this.capacity *= 2),
      idMask = (this.idMask = capacity - 1);
    this.nodes = grown(this.nodes, capacity * 4);
    this.flags = grown(this.flags, capacity);
    this.wireLengths = grown(this.wireLengths, capacity);
    const table = (this.table = new Int32Array(capacity * 2)),
      mask = (this.mask = capacity * 2 - 1),
      { nodes, arena } = this;
    for (let id = 1; id < this.used; id++) {
      const label = nodes[4 * id + 1]!,
        start = label >>> 6,
        hash = hashOf(nodes[4 * id]!, arena, start, start + (label & 63));
      let slot = hash & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = (hash & ~idMask) | id;
    }
  }
}

const OCTET_FLAGS = new Uint8Array(256);
for (let c = 0; c < 256; c++) {
  const host = (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c === 45;
  OCTET_FLAGS[c] = host
    ? 0
    : c === 95
      ? LABEL_UNDERSCORE | LABEL_NOT_HOST
      : c === 64
        ? LABEL_HAS_AT | LABEL_NOT_HOST
        : c >= 128
          ? LABEL_NON_ASCII | LABEL_NOT_HOST
          : LABEL_NOT_HOST;
}

/** FNV-1a over the octets from the last to the first, since names are read from their end. */
const seedOf = (parent: NameId): number => Math.imul(parent, 0x9e3779b1);
const stepped = (hash: number, c: number): number => Math.imul(hash ^ LOWER[c]!, 0x01000193);

function mixed(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return spread ^ (spread >>> 13);
}

function hashOf(parent: NameId, bytes: Uint8Array, start: number, end: number): number {
  let hash = seedOf(parent);
  for (let i = end - 1; i >= start; i--) hash = stepped(hash, bytes[i]!);
  return mixed(hash);
}

export function grown<A extends Int32Array | Uint8Array | Uint32Array | Uint16Array>(array: A, length: number): A {
  const larger = new (array.constructor as new (length: number) => A)(length);
  larger.set(array);
  return larger;
}

/** Where the label that begins at `i` ends: at the next dot outside an escape. */
function labelEndAt(bytes: Uint8Array, i: number, end: number): number {
  let at = i;
  while (at < end && bytes[at] !== 46) at += bytes[at] === 92 ? 2 : 1;
  return Math.min(at, end);
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** The octet that the escape at `i` stands for (RFC 1035 §5.1), or -1. It is four bytes long when a digit follows the backslash, else two. */
export function escapedOctet(bytes: Uint8Array, i: number, end: number): number {
  if (i + 1 >= end) return -1;
  const next = bytes[i + 1]!;
  if (!isDigit(next)) return next;
  if (i + 3 >= end || !isDigit(bytes[i + 2]!) || !isDigit(bytes[i + 3]!)) return -1;
  const value = (next - 48) * 100 + (bytes[i + 2]! - 48) * 10 + bytes[i + 3]! - 48;
  return value > 255 ? -1 : value;
}

/** One octet of a label in presentation form, escaped as BIND prints it. */
export function presentOctet(c: number): string {
  return PRESENTED[c]!;
}

const PRESENTED = Array.from({ length: 256 }, (_, c) => {
  if (c <= 32 || c >= 127) return `\\${String(c).padStart(3, '0')}`;
  const character = String.fromCharCode(c);
  return '"().;\\@$'.includes(character) ? `\\${character}` : character;
});

/** The labels of a presentation name, unescaped, one character per octet; undefined for a bad name. The root has none. */
export function labelsOf(text: string): string[] | undefined {
  const labels: string[] = [];
  if (text === '.' || text === '') return labels;
  let label = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '.') {
      if (label === '') return undefined;
      labels.push(label);
      label = '';
      continue;
    }
    if (c !== '\\') {
      label += c;
      continue;
    }
    const digits = /^[0-9]{3}/.exec(text.slice(i + 1, i + 4));
    if (digits) {
      label += String.fromCharCode(Number(digits[0]) & 255);
      i += 3;
    } else {
      label += text[++i] ?? '';
    }
  }
  if (label !== '') labels.push(label);
  return labels;
}
