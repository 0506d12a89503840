import type { TokenCursor } from '../fields/cursor.ts';
import type { RdataReader, RdataWriter } from '../fields/rdata.ts';
import type { Field, FieldKind } from '../fields/record-type.ts';
import { printIpv4, printIpv6, readIpv4, readIpv6 } from './addresses.ts';
import { decimal } from './digits.ts';
import { refuse, refuseQuoted } from './refusals.ts';
import { COLON, SLASH } from '../../../text/octets.ts';

const NEGATION = 33;

/** Address prefixes as `[!]family:address/prefix` (RFC 3123 §5); none is allowed. */
export const prefixList: FieldKind = {
  id: 'address-prefixes',
  label: 'address prefixes such as 1:192.0.2.0/24 or !2:2001:db8::/32',
  rest: true,
  parse(cursor, out, field) {
    let good = true;
    while (!cursor.done) if (!readPrefix(cursor, out, field)) good = false;
    return good;
  },
  print(reader) {
    const items: string[] = [];
    while (reader.left > 0 && !reader.short) items.push(printPrefix(reader));
    return items.join(' ');
  },
  wire(reader, out) {
    const from = reader.at;
    while (reader.left > 0) {
      const family = reader.u16(),
        prefix = reader.u8(),
        length = reader.u8() & 0x7f,
        address = reader.take(length);
      if (reader.short || (length > 0 && address[length - 1] === 0)) return false;
      if ((family === 1 && (prefix > 32 || length > 4)) || (family === 2 && (prefix > 128 || length > 16)))
        return false;
    }
    out.copy(reader.octets, from, reader.at);
    return true;
  },
};

function readPrefix(cursor: TokenCursor, out: RdataWriter, field: Field): boolean {
  if (cursor.quoted) return refuseQuoted(cursor, out, field);
  const { bytes, end } = cursor,
    negated = bytes[cursor.start] === NEGATION,
    start = cursor.start + (negated ? 1 : 0);
  const colon = bytes.indexOf(COLON, start),
    slash = bytes.indexOf(SLASH, start);
  if (colon < start || colon >= end) return refuse(cursor, out, field, 'apl/syntax', 'family');
  if (slash < colon || slash >= end) return refuse(cursor, out, field, 'apl/syntax', 'slash');
  const family = decimal(bytes, start, colon),
    prefix = decimal(bytes, slash + 1, end);
  if (family !== 1 && family !== 2) return refuse(cursor, out, field, 'apl/syntax', 'family');
  const longest = family === 1 ? 32 : 128;
  if (prefix < 0 || prefix > longest) return refuse(cursor, out, field, 'apl/syntax', 'prefix', { longest });
  out.u16(family);
  out.u8(prefix);
  const lengthAt = out.length;
  out.u8(0);
  if (!(family === 1 ? readIpv4 : readIpv6)(bytes, colon + 1, slash, out)) {
    out.problem('apl/syntax', family === 1 ? 'ipv4' : 'ipv6', colon + 1, slash, { value: cursor.text() });
    cursor.next();
    return false;
  }
  while (out.length > lengthAt + 1 && out.octets[out.length - 1] === 0) out.length--;
  out.octets[lengthAt] = (out.length - lengthAt - 1) | (negated ? 0x80 : 0);
  cursor.next();
  return true;
}

function printPrefix(reader: RdataReader): string {
  const family = reader.u16(),
    prefix = reader.u8(),
    length = reader.u8();
  const octets = new Uint8Array(16),
    address = reader.take(length & 0x7f);
  if ((family !== 1 && family !== 2) || address.length > (family === 1 ? 4 : 16)) {
    reader.short = true;
    return '';
  }
  octets.set(address);
  return `${length & 0x80 ? '!' : ''}${family}:${family === 1 ? printIpv4(octets) : printIpv6(octets)}/${prefix}`;
}
