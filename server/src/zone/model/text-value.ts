import type { RecordId } from '../records/record-table.ts';
import { escapedOctet } from '../../names/name-tree.ts';
import type { Span } from './span.ts';
import { BACKSLASH, QUOTE } from '../../text/octets.ts';

/** One character-string: where its octets are in the joined text, and its token (bytes from the entry's start, quotation marks included). */
export interface TextString {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

const DIGIT_0 = 48,
  DIGIT_9 = 57;

/** The character-strings of a record joined without anything between (RFC 7208 §3.3), one JS character per octet, escapes resolved. */
export class TextValue {
  readonly joined: string;
  readonly strings: readonly TextString[];
  private readonly record: RecordId;
  private readonly bytes: Uint8Array;
  private readonly base: number;
  private readonly whole: readonly [number, number] | undefined;
  /** The place that was asked for last: places are mostly asked for in the order of the text. */
  private last = { offset: -1, byte: -1 };

  /** `whole`: of a record written as octets (RFC 3597 §5) the place of all its data, where whatever is asked for stands; then `bytes` are its rdata. */
  constructor(
    record: RecordId,
    bytes: Uint8Array,
    base: number,
    tokens: readonly (readonly [number, number])[],
    whole?: readonly [number, number],
  ) {
    this.record = record;
    this.bytes = bytes;
    this.base = base;
    this.whole = whole;
    const strings: TextString[] = [];
    let joined = '';
    for (const [start, end] of tokens) {
      const quoted = bytes[base + start] === QUOTE,
        from = joined.length;
      joined += this.octets(quoted ? start + 1 : start, this.contentEnd(start, end, quoted));
      strings.push({ from, to: joined.length, start, end, quoted });
    }
    for (let i = 0; whole !== undefined && i < bytes.length; i += bytes[i]! + 1) {
      const from = joined.length;
      joined += String.fromCharCode(...bytes.subarray(i + 1, i + 1 + bytes[i]!));
      strings.push({ from, to: joined.length, start: whole[0], end: whole[1], quoted: true });
    }
    this.joined = joined;
    this.strings = strings;
  }

  private contentEnd(start: number, end: number, quoted: boolean): number {
    return quoted && end - 1 > start && this.bytes[this.base + end - 1] === QUOTE ? end - 1 : end;
  }

  /** The octets written between two bytes from the entry's start. */
  private octets(start: number, stop: number): string {
    const { bytes, base } = this;
    let out = '';
    for (let i = start; i < stop; i += this.width(i, stop)) {
      const c = bytes[base + i]!;
      const octet = c === BACKSLASH ? escapedOctet(bytes, base + i, base + stop) : c;
      out += String.fromCharCode(octet < 0 ? c : octet);
    }
    return out;
  }

  /** How many bytes the octet at a byte is written with. */
  private width(i: number, stop: number): number {
    const { bytes, base } = this;
    if (bytes[base + i] !== BACKSLASH || escapedOctet(bytes, base + i, base + stop) < 0) return 1;
    const next = bytes[base + i + 1]!;
    return next >= DIGIT_0 && next <= DIGIT_9 ? 4 : 2;
  }

  /** Where the octet `offset` of the joined text is written: its first byte and the byte behind it. */
  private place(offset: number): readonly [number, number] {
    if (this.whole !== undefined) return this.whole;
    const string = this.strings[this.stringAfter(offset)];
    if (string !== undefined && offset >= string.from) {
      const { from, start, end, quoted } = string,
        { last } = this,
        stop = this.contentEnd(start, end, quoted);
      const goesOn = last.offset >= from && last.offset <= offset;
      let i = goesOn ? last.byte : quoted ? start + 1 : start;
      for (let k = goesOn ? last.offset : from; k < offset; k++) i += this.width(i, stop);
      this.last = { offset, byte: i };
      return [i, i + this.width(i, stop)];
    }
    const last = this.strings.at(-1),
      behind = last === undefined ? 0 : this.contentEnd(last.start, last.end, last.quoted);
    return [behind, behind];
  }

  /** The first string with an octet behind an offset of the joined text; how many strings there are when none has. */
  private stringAfter(offset: number): number {
    const { strings } = this;
    let low = 0,
      high = strings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (strings[middle]!.to > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Where the octets `start` to `end` of the joined text are written. */
  span(start: number, end: number): Span {
    const from = this.place(start)[0];
    return {
      record: this.record,
      start: from,
      end: end <= start && this.whole === undefined ? from : this.place(end - 1)[1],
    };
  }

  /** The strings that the octets `start` to `end` are in. */
  stringsIn(start: number, end: number): readonly TextString[] {
    return this.strings.filter((string) => string.from < end && string.to > start);
  }
}
