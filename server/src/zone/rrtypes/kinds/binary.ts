import type { TokenCursor } from '../fields/cursor.ts';
import type { RdataReader, RdataWriter } from '../fields/rdata.ts';
import type { Field, FieldKind } from '../fields/record-type.ts';
import { BASE32HEX, BASE64, base32hexText, base64Text, HEX, hexText, inWords } from './digits.ts';
import { refuse, refuseQuoted } from './refusals.ts';
import { copyRest } from './text.ts';
import type { Code } from '../../../findings/codes/index.ts';
import { HYPHEN } from '../../../text/octets.ts';

const PAD = 61;

/** Reports the octet at `at`, and takes all tokens that are left. */
function refuseAt(cursor: TokenCursor, out: RdataWriter, field: Field, code: Code, message: string, at: number): false {
  out.problem(code, message, at, at + 1, { field: field.name, character: String.fromCharCode(cursor.bytes[at]!) });
  while (!cursor.done) cursor.next();
  return false;
}

function refuseQuotedRest(cursor: TokenCursor, out: RdataWriter, field: Field): false {
  refuseQuoted(cursor, out, field);
  while (!cursor.done) cursor.next();
  return false;
}

/** Reads base64 (RFC 4648 §4) from the tokens that are left, or from one. Padding is needed, and unused bits must be zero. */
export function readBase64(cursor: TokenCursor, out: RdataWriter, field: Field, code: Code, all: boolean): boolean {
  const start = cursor.start;
  let group = 0,
    digits = 0,
    padding = 0,
    end = cursor.end;
  do {
    if (cursor.quoted) return refuseQuotedRest(cursor, out, field);
    const { bytes } = cursor;
    end = cursor.end;
    out.reserve(end - cursor.start);
    const { octets } = out;
    let at = out.length;
    let i = cursor.start;
    if (digits === 0 && padding === 0) {
      for (const last = end - 4; i <= last; i += 4) {
        const bits =
          (BASE64[bytes[i]!]! << 18) |
          (BASE64[bytes[i + 1]!]! << 12) |
          (BASE64[bytes[i + 2]!]! << 6) |
          BASE64[bytes[i + 3]!]!;
        if (bits < 0) break;
        octets[at] = bits >> 16;
        octets[at + 1] = bits >> 8;
        octets[at + 2] = bits;
        at += 3;
      }
    }
    for (; i < end; i++) {
      const digit = BASE64[bytes[i]!]!;
      if (digit < 0 && bytes[i] !== PAD) return refuseAt(cursor, out, field, code, 'character', i);
      if (padding > 0 && digits === 0) return refuseAt(cursor, out, field, code, 'afterEnd', i);
      if (digit < 0) {
        if (digits < 2) return refuseAt(cursor, out, field, code, 'padding', i);
        padding++;
        group <<= 6;
      } else {
        if (padding > 0) return refuseAt(cursor, out, field, code, 'padding', i);
        group = (group << 6) | digit;
      }
      if (++digits < 4) continue;
      if ((padding === 2 && (group & 0xffff) !== 0) || (padding === 1 && (group & 0xff) !== 0))
        return refuseAt(cursor, out, field, code, 'bits', i - padding);
      octets[at++] = group >> 16;
      if (padding < 2) octets[at++] = (group >> 8) & 255;
      if (padding < 1) octets[at++] = group & 255;
      digits = 0;
      group = 0;
    }
    out.length = at;
    cursor.next();
  } while (all && !cursor.done);
  return digits === 0 || out.problem(code, 'incomplete', start, end, { field: field.name, left: digits });
}

/** Reads hexadecimal digits from the tokens that are left, or from one. */
export function readHex(cursor: TokenCursor, out: RdataWriter, field: Field, code: Code, all: boolean): boolean {
  const start = cursor.start;
  let high = -1,
    end = cursor.end,
    count = 0;
  do {
    if (cursor.quoted) return refuseQuotedRest(cursor, out, field);
    const { bytes } = cursor;
    end = cursor.end;
    out.reserve(end - cursor.start);
    const { octets } = out;
    let at = out.length;
    let i = cursor.start;
    if (high < 0) {
      for (const last = end - 2; i <= last; i += 2) {
        const octet = (HEX[bytes[i]!]! << 4) | HEX[bytes[i + 1]!]!;
        if (octet < 0) break;
        octets[at++] = octet;
      }
    }
    for (; i < end; i++) {
      const digit = HEX[bytes[i]!]!;
      if (digit < 0) return refuseAt(cursor, out, field, code, 'character', i);
      if (high < 0) high = digit;
      else {
        octets[at++] = (high << 4) | digit;
        high = -1;
      }
    }
    count += end - cursor.start;
    out.length = at;
    cursor.next();
  } while (all && !cursor.done);
  return high < 0 || out.problem(code, 'odd', start, end, { field: field.name, count });
}

/** Base64 that fills the rest of the rdata; nothing is too little unless `orNothing`. */
export function base64(code: Code = 'syn/bad-base64', orNothing = false): FieldKind {
  const kind: FieldKind = {
    id: 'base64',
    label: 'base64 data',
    rest: true,
    parse: (cursor, out, field) => cursor.done || readBase64(cursor, out, field, code, true),
    print: (reader) => inWords(base64Text(reader.rest())),
    wire: copyRest,
  };
  return orNothing ? kind : { ...kind, needsOne: true };
}

/** Hexadecimal digits that fill the rest of the rdata. */
export function hex(code: Code = 'syn/bad-hex'): FieldKind {
  return {
    id: 'hex',
    label: 'hexadecimal digits',
    rest: true,
    needsOne: true,
    parse: (cursor, out, field) => readHex(cursor, out, field, code, true),
    print: printHexRest,
    wire: copyRest,
  };
}

export function printHexRest(reader: RdataReader): string {
  return inWords(hexText(reader.rest()));
}

/**
 * A digest in hexadecimal that fills the rest; `octetsFor` knows its length from what stands before it, undefined when any will do.
 * Another length is reported with `lengthCode`. With `orNothing`, a digest of unknown length may be left out (SSHFP in BIND).
 */
export function digest(
  octetsFor: (octets: Uint8Array, at: number) => number | undefined,
  lengthCode: Code,
  hexCode: Code = 'syn/bad-hex',
  orNothing = false,
): FieldKind {
  const kind: FieldKind = {
    id: 'digest',
    label: 'a digest in hexadecimal',
    rest: true,
    parse(cursor, out, field) {
      const from = out.length,
        start = cursor.start,
        spoilt = out.problems.length > 0;
      if (!cursor.done && !readHex(cursor, out, field, hexCode, true)) return false;
      const actual = out.length - from,
        expected = octetsFor(out.octets, from);
      if (spoilt || expected === undefined || expected === actual) return true;
      return out.problem(lengthCode, 'length', start, cursor.end, { field: field.name, expected, actual });
    },
    print: printHexRest,
    wire(reader, out) {
      const expected = octetsFor(reader.octets, reader.at),
        { left } = reader;
      return (expected === undefined || expected === left) && copyRest(reader, out);
    },
  };
  return orNothing ? kind : { ...kind, needsOne: true };
}

/** The salt of NSEC3 (RFC 5155 §3.3): hexadecimal in one token, `-` for none; its length stands before it on the wire. */
export const salt: FieldKind = {
  id: 'salt',
  label: 'a salt in hexadecimal, or "-" for none',
  parse(cursor, out, field) {
    if (cursor.quoted) return refuseQuoted(cursor, out, field);
    const lengthAt = out.length;
    out.u8(0);
    if (cursor.end - cursor.start === 1 && cursor.bytes[cursor.start] === HYPHEN) {
      cursor.next();
      return true;
    }
    if (cursor.end - cursor.start > 510)
      return refuse(cursor, out, field, 'nsec3param/salt', 'tooLong', { length: (cursor.end - cursor.start) / 2 });
    if (!readHex(cursor, out, field, 'nsec3param/salt', false)) return false;
    out.octets[lengthAt] = out.length - lengthAt - 1;
    return true;
  },
  print(reader) {
    const octets = reader.take(reader.u8());
    return octets.length === 0 ? '-' : hexText(octets);
  },
};

const SHA1_OCTETS = 20,
  LONGEST_HASH = 155;

/** The next hashed owner name of NSEC3 (RFC 5155 §3.2): base32hex without padding in one token; its length stands before it on the wire, and the hash algorithm at the record's start. */
export const nextHashed: FieldKind = {
  id: 'base32hex',
  label: 'a hash in base32hex',
  parse(cursor, out, field) {
    if (cursor.quoted) return refuseQuoted(cursor, out, field);
    const { bytes, start, end } = cursor,
      lengthAt = out.length;
    out.u8(0);
    let bits = 0,
      count = 0;
    for (let i = start; i < end; i++) {
      const digit = BASE32HEX[bytes[i]!]!;
      if (digit < 0) {
        out.problem('nsec3/owner-b32', 'character', i, i + 1, {
          field: field.name,
          character: String.fromCharCode(bytes[i]!),
        });
        cursor.next();
        return false;
      }
      bits = (bits << 5) | digit;
      count += 5;
      if (count >= 8) {
        count -= 8;
        out.u8((bits >> count) & 255);
        bits &= (1 << count) - 1;
      }
    }
    const length = out.length - lengthAt - 1;
    if (count >= 5 || bits !== 0) return refuse(cursor, out, field, 'nsec3/owner-b32', 'bits');
    if (out.problems.length === 0 && !hashLengthFits(out.octets[out.start]!, length))
      return refuse(cursor, out, field, 'nsec3/length', 'length', { expected: SHA1_OCTETS, actual: length });
    out.octets[lengthAt] = length;
    cursor.next();
    return true;
  },
  print: (reader) => base32hexText(reader.take(reader.u8())),
  wire(reader, out) {
    const from = reader.at,
      length = reader.u8();
    reader.take(length);
    if (reader.short || length < 1 || !hashLengthFits(reader.octets[0]!, length)) return false;
    out.copy(reader.octets, from, reader.at);
    return true;
  },
};

function hashLengthFits(hashAlgorithm: number, length: number): boolean {
  return hashAlgorithm === 1 ? length === SHA1_OCTETS : length <= LONGEST_HASH;
}
