import type { FieldKind } from '../fields/record-type.ts';
import { printIpv6, readIpv6, refuseIpv6 } from './addresses.ts';
import { copyName } from './names.ts';
import { refuseQuoted } from './refusals.ts';

/** A6 (RFC 2874 §3.1): the prefix length says how many octets of the address follow and whether there is a name. */
const ALL_BITS = 128;

/** Only the bits behind the prefix are kept; with a prefix of 128 bits there is no address, and BIND prints an empty word. */
export const addressSuffix: FieldKind = {
  id: 'ipv6-suffix',
  label: 'an IPv6 address such as ::1234:5678:1:2',
  parse(cursor, out, field) {
    const prefix = out.octets[out.length - 1]!;
    if (prefix === ALL_BITS) return true;
    if (cursor.quoted) return refuseQuoted(cursor, out, field);
    const from = out.length,
      skipped = prefix >> 3;
    if (!readIpv6(cursor.bytes, cursor.start, cursor.end, out)) return refuseIpv6(cursor, out, field);
    out.octets.copyWithin(from, from + skipped, from + 16);
    out.octets[from]! &= 0xff >> (prefix & 7);
    out.length = from + 16 - skipped;
    cursor.next();
    return true;
  },
  print(reader) {
    const prefix = reader.octets[reader.at - 1]!;
    if (prefix > ALL_BITS) reader.short = true;
    if (prefix >= ALL_BITS) return '';
    const octets = new Uint8Array(16);
    octets.set(reader.take(16 - (prefix >> 3)), prefix >> 3);
    return printIpv6(octets);
  },
  wire(reader, out) {
    const prefix = reader.octets[reader.at - 1]!;
    if (prefix > ALL_BITS) return false;
    if (prefix === ALL_BITS) return true;
    const octets = reader.take(16 - (prefix >> 3));
    if (reader.short || (octets[0]! & ~(0xff >> (prefix & 7))) !== 0) return false;
    out.copy(octets, 0, octets.length);
    return true;
  },
};

/** There is a name unless the prefix has no bits. */
export const prefixName: FieldKind = {
  id: 'domain-name-or-nothing',
  label: 'the name that supplies the prefix',
  rest: true,
  parse(cursor, out, field) {
    if (out.octets[out.start] === 0) return true;
    if (cursor.done)
      return (
        out.problems.length === 0 &&
        out.problem('syn/missing-rdata', 'field', cursor.start, cursor.end, {
          type: 'A6',
          field: field.name,
          label: field.kind.label,
        })
      );
    return cursor.quoted ? refuseQuoted(cursor, out, field) : out.name(cursor, false);
  },
  print: (reader) => (reader.octets[0] === 0 ? '' : reader.name()),
  wire: (reader, out) => reader.octets[0] === 0 || copyName(reader, out, false),
  holdsNames: (rdata) => rdata[0] !== 0,
};
