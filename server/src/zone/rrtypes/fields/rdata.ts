import type { NameTree } from '../../../names/name-tree.ts';
import { grown, labelsOf, presentOctet, ROOT } from '../../../names/name-tree.ts';
import type { TokenCursor } from './cursor.ts';
import type { Code } from '../../../findings/codes/index.ts';
import type { Values } from '../../../findings/code.ts';

/** What a field kind says about bad input; the rule with that code has the words. */
export interface RdataProblem {
  readonly code: Code;
  /** Key into the rule's messages. */
  readonly message: string;
  /** Bytes in the block. */
  readonly start: number;
  readonly end: number;
  readonly args?: Values;
}

/**
 * Collects a record's rdata in wire form (RFC 1035 §3.2.1). Domain names are written in one of two ways:
 * `indexing`, four octets with the name's id, so that equal rdata has equal octets without regard to case (for the model); or `wire`, uncompressed and with the case as typed (for printing).
 */
export class RdataWriter {
  octets: Uint8Array;
  length = 0;
  readonly names: NameTree;
  /** Where the record's octets begin. */
  start = 0;
  /** What relative names are completed with. */
  origin = ROOT;
  /** The origin in wire form where its case is to be kept as typed; the name tree has it in lower case only. */
  originOctets: Uint8Array | undefined;
  readonly indexing: boolean;
  /** The id of the first name written by a field with `target`; -1 when there is none. Only when indexing. */
  target = -1;
  readonly problems: RdataProblem[] = [];

  /** `octets`: where to write; a larger array takes its place where that isn't enough. */
  constructor(names: NameTree, indexing: boolean, octets: Uint8Array = new Uint8Array(1 << 10)) {
    this.octets = octets;
    this.names = names;
    this.indexing = indexing;
  }

  reset(origin: number): void {
    this.length = 0;
    this.start = 0;
    this.target = -1;
    this.origin = origin;
    this.originOctets = undefined;
    if (this.problems.length > 0) this.problems.length = 0;
  }

  /** Makes room for `more` octets behind `length`. */
  reserve(more: number): void {
    if (this.length + more > this.octets.length)
      this.octets = grown(this.octets, Math.max(this.octets.length * 2, this.length + more));
  }

  u8(value: number): void {
    if (this.length + 1 > this.octets.length) this.reserve(1);
    this.octets[this.length++] = value;
  }
  u16(value: number): void {
    if (this.length + 2 > this.octets.length) this.reserve(2);
    const { octets, length } = this;
    octets[length] = value >>> 8;
    octets[length + 1] = value;
    this.length = length + 2;
  }

  u32(value: number): void {
    if (this.length + 4 > this.octets.length) this.reserve(4);
    const { octets, length } = this;
    octets[length] = value >>> 24;
    octets[length + 1] = value >>> 16;
    octets[length + 2] = value >>> 8;
    octets[length + 3] = value;
    this.length = length + 4;
  }

  copy(bytes: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    const { octets } = this;
    let at = this.length;
    for (let i = start; i < end; i++) octets[at++] = bytes[i]!;
    this.length = at;
  }

  /**
   * Writes the domain name that the cursor stands on, and moves on. Reports what is wrong with it and returns false then.
   * Quotation marks are not part of the name; whether they are allowed is the kind's business.
   */
  name(cursor: TokenCursor, isTarget: boolean): boolean {
    const id = cursor.quoted
      ? this.quotedName(cursor)
      : this.names.parse(cursor.bytes, cursor.start, cursor.end, this.origin);
    if (id < 0) {
      const { problem, problemStart, problemEnd } = this.names,
        whole = problem === 'syn/name-too-long';
      this.problem(
        problem,
        'name',
        whole ? cursor.start : problemStart,
        whole ? cursor.end : Math.min(problemEnd, cursor.end),
        { name: cursor.text() },
      );
      cursor.next();
      return false;
    }
    if (this.indexing) {
      this.u32(id);
      if (isTarget && this.target < 0) this.target = id;
    } else this.typedName(cursor, id);
    cursor.next();
    return true;
  }

  /** When indexing, writes the name at `start`–`end`; false for one that is wrong. Reports nothing. */
  plainName(bytes: Uint8Array, start: number, end: number, isTarget: boolean): boolean {
    const id = this.indexing ? this.names.parse(bytes, start, end, this.origin) : -1;
    if (id < 0) return false;
    this.u32(id);
    if (isTarget && this.target < 0) this.target = id;
    return true;
  }

  /** Writes a name that stands in wire form at `from`–`to` of `octets`; `labels` has the offset of each label's first octet. The caller has checked its form. */
  wireName(octets: Uint8Array, from: number, to: number, labels: readonly number[], isTarget: boolean): void {
    if (!this.indexing) return this.copy(octets, from, to);
    let id = ROOT;
    for (let k = labels.length - 1; k >= 0; k--)
      id = this.names.child(id, octets, labels[k]!, labels[k]! + octets[labels[k]! - 1]!);
    this.u32(id);
    if (isTarget && this.target < 0) this.target = id;
  }

  /** How many labels the name that was written at `at` has, without the root. */
  labelsAt(at: number): number {
    const { octets } = this;
    if (this.indexing)
      return this.names.depth(
        ((octets[at]! << 24) | (octets[at + 1]! << 16) | (octets[at + 2]! << 8) | octets[at + 3]!) >>> 0,
      );
    let labels = 0;
    for (let i = at; octets[i] !== 0; i += octets[i]! + 1) labels++;
    return labels;
  }

  private quotedName(cursor: TokenCursor): number {
    const { contentStart, contentEnd } = cursor;
    if (contentStart < contentEnd) return this.names.parse(cursor.bytes, contentStart, contentEnd, this.origin);
    this.names.problem = 'syn/empty-label';
    this.names.problemStart = cursor.start;
    this.names.problemEnd = cursor.end;
    return -1;
  }

  problem(code: Code, message: string, start: number, end: number, args?: Values): false {
    this.problems.push(args === undefined ? { code, message, start, end } : { code, message, start, end, args });
    return false;
  }

  private typedName(cursor: TokenCursor, id: number): void {
    const text = cursor.text();
    if (text === '@' || text === '.') return text === '.' ? this.treeName(ROOT) : this.originName(id);
    for (const label of labelsOf(text) ?? []) {
      this.u8(label.length);
      for (let i = 0; i < label.length; i++) this.u8(label.charCodeAt(i));
    }
    if (endsAbsolute(text)) this.treeName(ROOT);
    else this.originName(this.origin);
  }

  private originName(id: number): void {
    if (this.originOctets === undefined) this.treeName(id);
    else this.copy(this.originOctets, 0, this.originOctets.length);
  }

  private treeName(id: number): void {
    for (let name = id; name !== ROOT; name = this.names.parent(name)) {
      const label = this.names.labelOctets(name);
      this.u8(label.length);
      this.copy(label, 0, label.length);
    }
    this.u8(0);
  }
}

/** Whether a presentation name ends in an unescaped dot. */
export function endsAbsolute(text: string): boolean {
  if (!text.endsWith('.')) return false;
  let slashes = 0;
  for (let i = text.length - 2; i >= 0 && text[i] === '\\'; i--) slashes++;
  return slashes % 2 === 0;
}

/**
 * Reads rdata in wire form, field after field, to print or explain it. Reading past the end gives zeros and sets `short`.
 * `octets` are those of the whole record; for one field, `start` and `end` say where it is, since some fields depend on what stands before them.
 */
export class RdataReader {
  readonly octets: Uint8Array;
  at: number;
  readonly end: number;
  short = false;

  constructor(octets: Uint8Array, start = 0, end = octets.length) {
    this.octets = octets;
    this.at = start;
    this.end = end;
  }

  get left(): number {
    return this.end - this.at;
  }
  u8(): number {
    if (this.at >= this.end) {
      this.short = true;
      return 0;
    }
    return this.octets[this.at++]!;
  }
  u16(): number {
    return (this.u8() << 8) | this.u8();
  }
  u32(): number {
    return this.u16() * 65536 + this.u16();
  }
  take(count: number): Uint8Array {
    if (count > this.left) this.short = true;
    const from = this.at;
    this.at = Math.min(this.end, this.at + count);
    return this.octets.subarray(from, this.at);
  }
  rest(): Uint8Array {
    return this.take(this.left);
  }

  /** An uncompressed domain name in absolute presentation form. A compression pointer sets `short`. */
  name(): string {
    let out = '';
    for (;;) {
      const length = this.u8();
      if (length === 0) return out === '' ? '.' : out;
      if (length > 63) {
        this.short = true;
        return out;
      }
      for (const octet of this.take(length)) out += presentOctet(octet);
      out += '.';
      if (this.short) return out;
    }
  }
}
