import type { TokenCursor } from '../fields/cursor.ts';
import { isKnownType, knownTypes, nearestType, typeAt, typeName } from './type-mnemonics.ts';
import type { RdataReader, RdataWriter } from '../fields/rdata.ts';
import type { Field, FieldKind } from '../fields/record-type.ts';
import { decimal } from './digits.ts';
import { refuse, refuseQuoted } from './refusals.ts';

function refuseType(cursor: TokenCursor, out: RdataWriter, field: Field): false {
  if (cursor.quoted) return refuseQuoted(cursor, out, field);
  const near = nearestType(cursor.text());
  return near === undefined
    ? refuse(cursor, out, field, 'syn/unknown-type', 'inRdata')
    : refuse(cursor, out, field, 'syn/unknown-type', 'inRdataNear', { near });
}

/** A record type as data: a mnemonic, `TYPEnnn` or a number. `bareNumbers`: SIG prints a code without a mnemonic as a number. */
export function typeCode(bareNumbers: boolean): FieldKind {
  return {
    id: 'type',
    label: 'a record type',
    parse(cursor, out, field) {
      const { bytes, start, end } = cursor;
      let code = cursor.quoted ? -1 : typeAt(bytes, start, end);
      if (code < 0 && !cursor.quoted) code = decimal(bytes, start, end);
      if (code >= 0 && code <= 65535) {
        out.u16(code);
        cursor.next();
        return true;
      }
      out.u16(0);
      return code > 65535
        ? refuse(cursor, out, field, 'syn/rdata-out-of-range', 'range', { min: 0, max: 65535 })
        : refuseType(cursor, out, field);
    },
    print(reader) {
      const code = reader.u16();
      return bareNumbers && !isKnownType(code) ? String(code) : typeName(code);
    },
    complete: () => knownTypes().map((name) => ({ text: name, detail: 'record type' })),
  };
}

/** One bit a type; as many octets as the highest type that was set needs. */
const bits = new Uint8Array(8192);

/** The types that exist at a name (RFC 4034 §4.1.2). `needsOne`: NSEC, which always has one. */
export function typeBitmap(needsOne: boolean): FieldKind {
  const kind: FieldKind = {
    id: 'type-bitmap',
    label: 'record types',
    rest: true,
    parse(cursor, out, field) {
      let highest = -1,
        good = true;
      while (!cursor.done) {
        const code = cursor.quoted ? -1 : typeAt(cursor.bytes, cursor.start, cursor.end);
        if (code < 0) {
          refuseType(cursor, out, field);
          good = false;
          continue;
        }
        bits[code >> 3]! |= 0x80 >> (code & 7);
        if (code > highest) highest = code;
        cursor.next();
      }
      writeWindows(out, highest);
      return good;
    },
    print: printWindows,
    wire: (reader, out) => windowsAreValid(reader, needsOne, out),
    complete: () => knownTypes().map((name) => ({ text: name, detail: 'record type' })),
  };
  return needsOne ? { ...kind, needsOne } : kind;
}

/** Writes `bits` up to `highest`, and clears them. */
function writeWindows(out: RdataWriter, highest: number): void {
  if (highest < 0) return;
  for (let window = 0; window <= highest >> 8; window++) {
    let octet = window === highest >> 8 ? (highest >> 3) & 31 : 31;
    while (octet >= 0 && bits[window * 32 + octet] === 0) octet--;
    if (octet < 0) continue;
    out.u8(window);
    out.u8(octet + 1);
    out.copy(bits, window * 32, window * 32 + octet + 1);
  }
  bits.fill(0, 0, (highest >> 3) + 1);
}

function printWindows(reader: RdataReader): string {
  const names: string[] = [];
  while (reader.left > 0 && !reader.short) {
    const window = reader.u8(),
      octets = reader.take(reader.u8());
    for (let i = 0; i < octets.length; i++)
      for (let bit = 0; bit < 8; bit++)
        if (octets[i]! & (0x80 >> bit)) names.push(typeName(window * 256 + i * 8 + bit));
  }
  return names.join(' ');
}

/** Windows in order, of 1 to 32 octets, none with a zero at its end. */
function windowsAreValid(reader: RdataReader, needsOne: boolean, out: RdataWriter): boolean {
  const from = reader.at;
  let last = -1;
  while (reader.left > 0) {
    const window = reader.u8(),
      octets = reader.take(reader.u8());
    if (reader.short || window <= last || octets.length < 1 || octets.length > 32 || octets[octets.length - 1] === 0)
      return false;
    last = window;
  }
  out.copy(reader.octets, from, reader.at);
  return !needsOne || last >= 0;
}

/** The bitmap of NXT (RFC 2535 §5.2): types 1 to 127 without windows; numbers are taken too. */
export const nxtBitmap: FieldKind = {
  id: 'nxt-bitmap',
  label: 'record types from 1 to 127',
  rest: true,
  parse(cursor, out, field) {
    let highest = -1,
      good = true;
    for (; !cursor.done; ) {
      const { bytes, start, end } = cursor;
      let code = cursor.quoted ? -1 : decimal(bytes, start, end);
      if (code < 0 && !cursor.quoted) code = typeAt(bytes, start, end);
      if (code < 0) {
        refuseType(cursor, out, field);
        good = false;
        continue;
      }
      if (code < 1 || code > 127) {
        refuse(cursor, out, field, 'syn/rdata-out-of-range', 'range', { min: 1, max: 127 });
        good = false;
        continue;
      }
      bits[code >> 3]! |= 0x80 >> (code & 7);
      if (code > highest) highest = code;
      cursor.next();
    }
    if (highest >= 0) {
      out.copy(bits, 0, (highest >> 3) + 1);
      bits.fill(0, 0, (highest >> 3) + 1);
    }
    return good;
  },
  print(reader) {
    const octets = reader.rest(),
      names: string[] = [];
    for (let code = 0; code < octets.length * 8; code++)
      if (octets[code >> 3]! & (0x80 >> (code & 7))) names.push(isKnownType(code) ? typeName(code) : String(code));
    return names.join(' ');
  },
  wire(reader, out) {
    const octets = reader.rest();
    if (octets.length > 0 && ((octets[0]! & 0x80) !== 0 || octets.length > 16 || octets[octets.length - 1] === 0))
      return false;
    out.copy(octets, 0, octets.length);
    return true;
  },
};
