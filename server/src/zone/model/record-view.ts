import { Lexer } from '../syntax/lexer.ts';
import { BLANK_OWNER, ENTRY_END, QUOTED, WORD } from '../../text/token-kinds.ts';
import type { NameId } from '../../names/name-tree.ts';
import { BROKEN, EXPLICIT_OWNER, EXPLICIT_TTL, GENERATED } from '../records/record-table.ts';
import type { RecordId } from '../records/record-table.ts';
import { ttlAt } from '../records/ttl.ts';
import { isAge } from '../records/windows-dns.ts';
import { TokenCursor } from '../rrtypes/fields/cursor.ts';
import { RdataReader } from '../rrtypes/fields/rdata.ts';
import type { Field, RecordType } from '../rrtypes/fields/record-type.ts';
import { classAt, parseRdata, typeAt, typeByCode } from '../rrtypes/registry/registry.ts';
import { decode } from '../../text/utf8.ts';
import { originAt } from './block-origin.ts';
import type { Block } from './block.ts';
import type { Span } from './span.ts';
import { TextValue } from './text-value.ts';
import type { Zone } from './zone.ts';

const lexer = new Lexer(),
  cursor = new TokenCursor(),
  fieldSpans = new Int32Array(256);

/** A field of a record's rdata: its octets in wire form (names uncompressed, as typed) and its place. */
export interface FieldView {
  readonly field: Field;
  readonly octets: Uint8Array;
  readonly span: Span;
}

interface Rdata {
  readonly fields: readonly FieldView[];
  readonly octets: Uint8Array;
}

interface Parts {
  readonly owner: Span | undefined;
  readonly ttl: Span | undefined;
  readonly class: Span | undefined;
  readonly type: Span;
  readonly rdata: Span;
  /** From the entry's start to the end of its last token. */
  readonly entry: Span;
  /** The type as written; the record's own where it can't be read again. */
  readonly code: number;
  /** Start and end of every rdata token, bytes from the entry's start, quotation marks included. */
  readonly tokens: readonly (readonly [number, number])[];
}

/** A record as rules and features read it. Made on demand; what the text says is read when first asked for. */
export class RecordView {
  readonly zone: Zone;
  readonly id: RecordId;
  private read: Parts | undefined;
  private data: Rdata | undefined;
  private value: TextValue | undefined;

  constructor(zone: Zone, id: RecordId) {
    this.zone = zone;
    this.id = id;
  }

  get owner(): NameId {
    return this.zone.records.owner[this.id]!;
  }
  /** Seconds; -1 when the record has none. */
  get ttl(): number {
    return this.zone.records.ttl[this.id]!;
  }
  get type(): number {
    return this.zone.records.type[this.id]!;
  }
  get info(): RecordType | undefined {
    return typeByCode(this.type);
  }
  get mnemonic(): string {
    return this.info?.mnemonic ?? `TYPE${this.type}`;
  }
  /** The name that the record points at, or -1. */
  get target(): NameId {
    return this.zone.records.target[this.id]!;
  }
  get hash(): number {
    return this.zone.records.hash[this.id]!;
  }
  /** Nothing may be concluded from the rdata: it could not be read. */
  get broken(): boolean {
    return (this.flags & BROKEN) !== 0;
  }
  get hasOwnTtl(): boolean {
    return (this.flags & EXPLICIT_TTL) !== 0;
  }
  get hasOwnOwner(): boolean {
    return (this.flags & EXPLICIT_OWNER) !== 0;
  }
  get generated(): boolean {
    return (this.flags & GENERATED) !== 0 || this.block.anchor !== undefined;
  }
  get block(): Block {
    return this.zone.blockOf(this.id);
  }
  get uri(): string {
    return this.block.file.uri;
  }
  private get flags(): number {
    return this.zone.records.flags[this.id]!;
  }

  get ownerSpan(): Span | undefined {
    return this.parts.owner;
  }
  get ttlSpan(): Span | undefined {
    return this.parts.ttl;
  }
  get classSpan(): Span | undefined {
    return this.parts.class;
  }
  get typeSpan(): Span {
    return this.parts.type;
  }
  get rdataSpan(): Span {
    return this.parts.rdata;
  }
  get entrySpan(): Span {
    return this.parts.entry;
  }
  get fields(): readonly FieldView[] {
    return this.rdata.fields;
  }
  /** The whole rdata in wire form, names uncompressed and as typed. */
  get octets(): Uint8Array {
    return this.rdata.octets;
  }
  /** Whether the rdata is written as `\# length hex` (RFC 3597 §5), so that no field has a place of its own. BIND reads `\#` of TXT as text unless a number follows. */
  get writtenAsOctets(): boolean {
    return /^\\#\s+\d+(?!\S)/.test(this.source());
  }
  get tokens(): readonly (readonly [number, number])[] {
    return this.parts.tokens;
  }

  /** The same for records with the same rdata, names compared without case (RFC 4343). */
  get key(): string {
    const { fields, octets: rdata } = this;
    let key = '';
    for (const { field, octets } of fields) {
      const text = String.fromCharCode(...octets.subarray(0, 4000)),
        at = octets.byteOffset - rdata.byteOffset;
      key += `${field.kind.holdsNames?.(rdata, at) === true ? text.toLowerCase() : text}\u0100`;
    }
    return fields.length === 0 ? String.fromCharCode(...this.octets.subarray(0, 4000)) : key;
  }

  field(name: string): FieldView | undefined {
    return this.rdata.fields.find((view) => view.field.name === name);
  }
  span(name: string): Span {
    return this.field(name)?.span ?? this.rdataSpan;
  }

  /** A field of one, two or four octets as a number; NaN when it couldn't be read. */
  number(name: string): number {
    const octets = this.field(name)?.octets;
    if (octets === undefined || octets.length === 0) return NaN;
    let value = 0;
    for (const octet of octets) value = value * 256 + octet;
    return value;
  }

  /** A field in canonical presentation form. */
  print(name: string): string {
    const view = this.field(name);
    return view === undefined ? '' : view.field.kind.print(new RdataReader(view.octets), view.field);
  }

  /** A name field as the zone's name; -1 when the zone never heard of it. */
  name(name: string): NameId {
    const view = this.field(name);
    return view === undefined || view.octets.length === 0
      ? -1
      : this.zone.names.find(new RdataReader(view.octets).name());
  }

  /** What stands in the file between two bytes from the entry's start. */
  source(span: Span = this.rdataSpan): string {
    const base = 'record' in span ? this.zone.records.offset[span.record]! : 0;
    return decode(this.block.chunk.bytes, base + span.start, base + span.end);
  }

  /** The character-strings of a TXT-like record, joined, with the way back to the file. */
  get text(): TextValue {
    return (this.value ??=
      this.writtenAsOctets && !this.broken
        ? new TextValue(this.id, this.octets, 0, [], [this.rdataSpan.start, this.rdataSpan.end])
        : new TextValue(this.id, this.block.chunk.bytes, this.zone.records.offset[this.id]!, this.tokens));
  }

  /** What relative names in this record are completed with. */
  get origin(): NameId {
    return originAt(this.block, this.zone.records.offset[this.id]!);
  }

  private get parts(): Parts {
    if (this.read === undefined) {
      this.zone.readViews?.push(this);
      this.read = this.readHeader();
    }
    return this.read;
  }

  /** Drops what was read of the text; it is read again when asked for. A finding's fixes keep their records, but not their contents. */
  forget(): void {
    this.read = undefined;
    this.data = undefined;
    this.value = undefined;
  }

  private get rdata(): Rdata {
    return (this.data ??= this.readRdata());
  }

  private spanOf(base: number, start: number, end: number): Span {
    return { record: this.id, start: start - base, end: end - base };
  }

  private readHeader(): Parts {
    const { bytes } = this.block.chunk,
      base = this.zone.records.offset[this.id]!;
    lexer.read(bytes, base, base + 1, bytes.length, true);
    const { tokens } = lexer;
    let to = 0,
      p = 2;
    while ((tokens[to + 1]! & 7) !== ENTRY_END) to += 2;
    const at = (index: number): Span => this.spanOf(base, tokens[index]!, tokens[index + 1]! >> 3);
    const owner = (tokens[1]! & 7) === BLANK_OWNER ? undefined : at(0);
    let ttl: Span | undefined, recordClass: Span | undefined;
    for (; p < to; p += 2) {
      const start = tokens[p]!,
        end = tokens[p + 1]! >> 3;
      if (ttl === undefined && ttlAt(bytes, start, end) >= 0) ttl = at(p);
      else if (recordClass === undefined && classAt(bytes, start, end) >= 0) recordClass = at(p);
      else if (!isAge(bytes, start, end)) break;
    }
    const typeIndex = Math.min(p, to - 2),
      code = typeAt(bytes, tokens[typeIndex]!, tokens[typeIndex + 1]! >> 3);
    const rdataTokens: [number, number][] = [];
    for (let q = p + 2; q < to; q += 2) rdataTokens.push([tokens[q]! - base, (tokens[q + 1]! >> 3) - base]);
    const last = tokens[to - 1]! >> 3,
      rdataStart = rdataTokens.length > 0 ? rdataTokens[0]![0] + base : last;
    return {
      owner,
      ttl,
      class: recordClass,
      type: at(typeIndex),
      rdata: this.spanOf(base, rdataStart, last),
      entry: this.spanOf(base, base, last),
      code: code < 0 ? this.type : code,
      tokens: rdataTokens,
    };
  }

  private readRdata(): Rdata {
    const { bytes } = this.block.chunk,
      base = this.zone.records.offset[this.id]!,
      { tokens, code } = this.parts;
    const writer = this.zone.viewWriter,
      spans = fieldSpans,
      buffer = new Int32Array(2 * tokens.length);
    tokens.forEach(([start, end], k) => {
      buffer[2 * k] = base + start;
      buffer[2 * k + 1] = ((base + end) << 3) | (bytes[base + start] === 34 ? QUOTED : WORD);
    });
    writer.reset(this.origin);
    cursor.reset(bytes, buffer, 0, buffer.length);
    parseRdata(code, cursor, writer, spans);
    const octets = writer.octets.slice(0, writer.length);
    const fields = (this.info?.fields ?? []).map((field, k) => ({
      field,
      octets: octets.subarray(spans[4 * k + 2]!, spans[4 * k + 3]!),
      span: this.spanOf(base, spans[4 * k]!, spans[4 * k + 1]!),
    }));
    return { fields, octets };
  }
}
