import { originAt } from '../model/block-origin.ts';
import type { Zone } from '../model/zone.ts';
import type { RecordId } from '../records/record-table.ts';
import { ttlAt } from '../records/ttl.ts';
import { TokenCursor } from '../rrtypes/fields/cursor.ts';
import { RdataWriter } from '../rrtypes/fields/rdata.ts';
import { classAt, parseRdata, typeOf } from '../rrtypes/registry/registry.ts';
import { Lexer } from '../syntax/lexer.ts';
import { BLANK_OWNER, ENTRY_END, QUOTED } from '../../text/token-kinds.ts';
import type { OriginCases } from './origin-cases.ts';
import { treeOctets, typedOctets } from './typed-name.ts';

/**
 * Types whose names are in lower case in canonical form (RFC 4034 §6.2; NSEC was taken out by RFC 6840 §5.1), by code: NS, MD, MF, CNAME, SOA, MB, MG, MR, PTR, MINFO, MX, RP, AFSDB, RT, NSAP-PTR (as BIND has it),
 * SIG, PX, NXT, SRV, NAPTR, KX, A6, DNAME, RRSIG. Names in newer types count as other octets do.
 */
const caseless: ReadonlySet<number> = new Set([
  2, 3, 4, 5, 6, 7, 8, 9, 12, 14, 15, 17, 18, 21, 23, 24, 26, 30, 33, 35, 36, 38, 39, 46,
]);

/** Reads records out of their text once more, one after the other without making objects: their rdata in wire form with the case of names as typed, and their owners' case. */
export class RecordOctets {
  private readonly zone: Zone;
  private readonly origins: OriginCases;
  private readonly lexer = new Lexer();
  private readonly cursor = new TokenCursor();
  private readonly spans = new Int32Array(256);
  private readonly writer: RdataWriter;
  private type = 0;

  constructor(zone: Zone, origins: OriginCases) {
    this.zone = zone;
    this.origins = origins;
    this.writer = new RdataWriter(zone.names, false);
  }

  /** The rdata in wire form: a view that is right until the next call. */
  rdata(id: RecordId): Uint8Array {
    const { zone, lexer, writer, cursor } = this,
      block = zone.blockOf(id),
      { bytes } = block.chunk,
      offset = zone.records.offset[id]!;
    lexer.read(bytes, offset, offset + 1, bytes.length, true);
    const { tokens } = lexer;
    let to = 0,
      p = 2;
    while ((tokens[to + 1]! & 7) !== ENTRY_END) to += 2;
    while (p < to - 2 && isTtlOrClass(bytes, tokens[p]!, tokens[p + 1]! >> 3)) p += 2;
    writer.reset(originOf(this.zone, id));
    const cased = this.origins.at(block, offset);
    if (cased !== undefined) writer.originOctets = cased;
    cursor.reset(bytes, tokens, p + 2, to);
    this.type = zone.records.type[id]!;
    parseRdata(this.type, cursor, writer, this.spans);
    return writer.octets.subarray(0, writer.length);
  }

  /** A copy of the rdata that `rdata` gave last, in the form in which rdata is compared: its names in lower case (RFC 4034 §6.2). */
  comparable(): Uint8Array {
    const { writer, spans } = this,
      octets = writer.octets.slice(0, writer.length);
    if (!caseless.has(this.type)) return octets;
    typeOf(this.type).fields.forEach(({ kind }, k) => {
      if (!kind.id.endsWith('name') && !kind.id.endsWith('name-or-nothing')) return;
      for (let i = spans[4 * k + 2]!; i < spans[4 * k + 3]!; i++)
        if (octets[i]! >= 65 && octets[i]! <= 90) octets[i]! += 32;
    });
    return octets;
  }

  /** The owner's octets in wire form as typed, where a letter of it is in upper case; undefined otherwise. For records with their own owner name. */
  casedOwner(id: RecordId): Uint8Array | undefined {
    const { zone } = this,
      block = zone.blockOf(id),
      { bytes } = block.chunk,
      offset = zone.records.offset[id]!;
    const origin = this.origins.at(block, offset);
    let end = offset,
      upper = false;
    for (let c = bytes[end]!; end < bytes.length && c > 34 && c !== 40 && c !== 59; c = bytes[++end]!)
      if (c >= 65 && c <= 90) upper = true;
    if (origin === undefined && !upper && end > offset) return undefined;
    return this.typedOwner(id, origin ?? treeOctets(zone.names, originOf(zone, id)));
  }

  private typedOwner(id: RecordId, origin: Uint8Array): Uint8Array | undefined {
    const { zone, lexer } = this,
      { bytes } = zone.blockOf(id).chunk,
      offset = zone.records.offset[id]!;
    lexer.read(bytes, offset, offset + 1, bytes.length, true);
    const { tokens } = lexer;
    if ((tokens[1]! & 7) === BLANK_OWNER) return undefined;
    let text = '';
    const quoted = (tokens[1]! & 7) === QUOTED ? 1 : 0;
    for (let i = tokens[0]! + quoted; i < (tokens[1]! >> 3) - quoted; i++) text += String.fromCharCode(bytes[i]!);
    const octets = typedOctets(text, origin);
    return octets.some((c) => c >= 65 && c <= 90) ? octets : undefined;
  }
}

function isTtlOrClass(bytes: Uint8Array, start: number, end: number): boolean {
  return ttlAt(bytes, start, end) >= 0 || classAt(bytes, start, end) >= 0;
}

/** What relative names in a record are completed with. */
const originOf = (zone: Zone, id: RecordId): number => originAt(zone.blockOf(id), zone.records.offset[id]!);
