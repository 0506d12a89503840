import type { RecordId } from '../records/record-table.ts';
import { escapedOctet } from '../names/name-tree.ts';
import type { Span } from './span.ts';

/** One character-string: where its octets are in the joined text, and its token (bytes from the entry's start, quotation marks included). */
export interface TextString {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** The character-strings of a record joined without anything between (RFC 7208 §3.3), one JS character per octet, escapes resolved. */
export class TextValue {
  readonly joined: string;
  readonly strings: readonly TextString[];
  private readonly record: RecordId;
  /** For each octet of `joined` and one behind: byte from the entry's start where it is written. */
  private readonly sources: readonly number[];
  private readonly ends: readonly number[];

  constructor(record: RecordId, bytes: Uint8Array, base: number, tokens: readonly (readonly [number, number])[]) {
    this.record = record;
    const strings: TextString[] = [], sources: number[] = [], ends: number[] = [], characters: string[] = [];
    for (const [start, end] of tokens) {
      const quoted = bytes[base + start] === 34, from = characters.length;
      const stop = quoted && end - 1 > start && bytes[base + end - 1] === 34 ? end - 1 : end;
      for (let i = quoted ? start + 1 : start; i < stop;) {
        const c = bytes[base + i]!;
        const octet = c === 92 ? escapedOctet(bytes, base + i, base + stop) : c;
        const next = bytes[base + i + 1]!;
        const width = c !== 92 || octet < 0 ? 1 : next >= 48 && next <= 57 ? 4 : 2;
        characters.push(String.fromCharCode(octet < 0 ? c : octet));
        sources.push(i);
        i += width;
        ends.push(i);
      }
      strings.push({ from, to: characters.length, start, end, quoted });
    }
    this.joined = characters.join('');
    this.strings = strings;
    this.sources = sources;
    this.ends = ends;
  }

  /** Where the octets `start` to `end` of the joined text are written. */
  span(start: number, end: number): Span {
    const last = this.strings.at(-1);
    const behind = last === undefined ? 0 : last.quoted ? last.end - 1 : last.end;
    const from = start < this.sources.length ? this.sources[start]! : behind;
    return { record: this.record, start: from, end: end <= start ? from : end <= this.ends.length ? this.ends[end - 1]! : behind };
  }

  /** The strings that the octets `start` to `end` are in. */
  stringsIn(start: number, end: number): readonly TextString[] {
    return this.strings.filter(string => string.from < end && string.to > start);
  }
}
