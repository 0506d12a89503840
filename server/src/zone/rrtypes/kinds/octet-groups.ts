import type { FieldKind } from '../fields/record-type.ts';
import { HEX, hexText, isDigit } from './digits.ts';
import { refuse, refuseQuoted } from './refusals.ts';

/** An EUI-48 or EUI-64 address: two-digit hexadecimal numbers joined by hyphens (RFC 7043 §3.2, §4.2). */
export function eui(octets: 6 | 8): FieldKind {
  const bits = octets * 8,
    example = octets === 6 ? '00-00-5e-00-53-2a' : '00-00-5e-ef-10-00-00-2a';
  return {
    id: `eui${bits}`,
    label: `an EUI-${bits} such as ${example}`,
    parse(cursor, out, field) {
      if (cursor.quoted) return refuseQuoted(cursor, out, field);
      const { bytes, start, end } = cursor;
      let good = end - start === octets * 3 - 1;
      for (let i = start; i < end && good; i += 3) {
        const high = HEX[bytes[i]!]!,
          low = HEX[bytes[i + 1]!]!;
        good = high >= 0 && low >= 0 && (i + 2 === end || bytes[i + 2] === 45);
        out.u8(((high << 4) | low) & 255);
      }
      if (!good)
        return refuse(cursor, out, field, octets === 6 ? 'eui48/format' : 'eui64/format', 'format', {
          octets,
          example,
        });
      cursor.next();
      return true;
    },
    print: (reader) =>
      hexText(reader.take(octets))
        .toLowerCase()
        .replace(/..(?=.)/g, '$&-'),
  };
}

/** The 64 bits of NID and L64: four groups of up to four hexadecimal digits (RFC 6742 §2.1.2). */
export const locator64: FieldKind = {
  id: 'locator64',
  label: 'four groups of hexadecimal digits such as 2001:db8:1140:1000',
  parse(cursor, out, field) {
    if (cursor.quoted) return refuseQuoted(cursor, out, field);
    const groups = cursor.text().split(':');
    if (groups.length !== 4 || !groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)))
      return refuse(cursor, out, field, 'nid/syntax', 'groups', { count: groups.length });
    for (const group of groups) out.u16(parseInt(group, 16));
    cursor.next();
    return true;
  },
  print: (reader) =>
    [reader.u16(), reader.u16(), reader.u16(), reader.u16()].map((group) => group.toString(16)).join(':'),
};

/** An NSAP address: `0x`, then hexadecimal digits with dots anywhere between (RFC 1706 §7). */
export const nsap: FieldKind = {
  id: 'nsap',
  label: 'an NSAP address such as 0x47.0005.80.005a00',
  parse(cursor, out, field) {
    if (cursor.quoted) return refuseQuoted(cursor, out, field);
    const text = cursor.text();
    if (!/^0[xX]/.test(text)) return refuse(cursor, out, field, 'nsap/format', 'prefix');
    const digits = text.slice(2).replaceAll('.', '');
    if (!/^[0-9a-fA-F]*$/.test(digits)) return refuse(cursor, out, field, 'nsap/format', 'character');
    if (digits === '' || digits.length % 2 === 1)
      return refuse(cursor, out, field, 'nsap/format', 'odd', { count: digits.length });
    for (let i = 0; i < digits.length; i += 2) out.u8(parseInt(digits.slice(i, i + 2), 16));
    cursor.next();
    return true;
  },
  print: (reader) => `0x${hexText(reader.rest()).toLowerCase()}`,
  wire(reader, out) {
    const octets = reader.rest();
    out.copy(octets, 0, octets.length);
    return octets.length > 0;
  },
};

const PLUS = 43,
  AESA = 0,
  E164 = 1;

/** An ATM address: `+` and digits (E.164), or hexadecimal digits (AESA); single dots may stand between (af-dans-0152.000 §4). */
export const atmAddress: FieldKind = {
  id: 'atm-address',
  label: 'an ATM address: "+" and digits, or hexadecimal digits',
  parse(cursor, out, field) {
    if (cursor.quoted) return refuseQuoted(cursor, out, field);
    const text = cursor.text(),
      isNumber = cursor.bytes[cursor.start] === PLUS,
      body = isNumber ? text.slice(1) : text;
    if (body === '' || /^\.|\.\.|\.$/.test(body)) return refuse(cursor, out, field, 'atma/format', 'dots');
    const digits = body.replaceAll('.', '');
    if (!(isNumber ? /^[0-9]*$/ : /^[0-9a-fA-F]*$/).test(digits))
      return refuse(cursor, out, field, 'atma/format', isNumber ? 'number' : 'hex');
    if (!isNumber && digits.length % 2 === 1)
      return refuse(cursor, out, field, 'atma/format', 'odd', { count: digits.length });
    out.u8(isNumber ? E164 : AESA);
    if (isNumber) for (const digit of digits) out.u8(digit.charCodeAt(0));
    else for (let i = 0; i < digits.length; i += 2) out.u8(parseInt(digits.slice(i, i + 2), 16));
    cursor.next();
    return true;
  },
  print(reader) {
    const format = reader.u8(),
      octets = reader.rest();
    if (format > E164 || octets.length === 0 || (format === E164 && !octets.every(isDigit))) reader.short = true;
    return format === E164 ? `+${String.fromCharCode(...octets)}` : hexText(octets).toLowerCase();
  },
  wire(reader, out) {
    const octets = reader.rest();
    if (octets.length < 2 || (octets[0] === E164 && !octets.subarray(1).every(isDigit))) return false;
    out.copy(octets, 0, octets.length);
    return true;
  },
};

/** The X.121 address of X25: at least four digits, as a string (RFC 1183 §3.1). */
export const x121Address: FieldKind = {
  id: 'x121-address',
  label: 'at least four digits',
  parse(cursor, out, field) {
    const text = cursor.text();
    if (!/^[0-9]{4,255}$/.test(text)) return refuse(cursor, out, field, 'x25/format', 'digits');
    out.u8(text.length);
    for (const digit of text) out.u8(digit.charCodeAt(0));
    cursor.next();
    return true;
  },
  print(reader) {
    const digits = reader.take(reader.u8());
    if (digits.length < 4 || !digits.every(isDigit)) reader.short = true;
    return `"${String.fromCharCode(...digits)}"`;
  },
  wire(reader, out) {
    const from = reader.at,
      octets = reader.take(reader.u8());
    if (reader.short || octets.length < 4 || !octets.every(isDigit)) return false;
    out.copy(reader.octets, from, reader.at);
    return true;
  },
};

const MAX_64 = 2n ** 64n - 1n;

/** A CBHE node number: 64 bits as one decimal number, or as two of 32 bits joined by a dot (draft-johnson-dns-ipn-cla-07 §3.1). */
export const nodeNumber: FieldKind = {
  id: 'uint64',
  label: 'a number of up to 64 bits, or two of 32 bits joined by a dot',
  parse(cursor, out, field) {
    if (cursor.quoted) return refuseQuoted(cursor, out, field);
    const text = cursor.text(),
      parts = text.split('.');
    if (parts.length > 2 || !parts.every((part) => /^[0-9]{1,20}$/.test(part)))
      return refuse(cursor, out, field, 'syn/bad-number', 'notNumber', { min: 0, max: String(MAX_64) });
    const [high, low] =
      parts.length === 2 ? [BigInt(parts[0]!), BigInt(parts[1]!)] : [BigInt(text) >> 32n, BigInt(text) & 0xffffffffn];
    if (high > 0xffffffffn || low > 0xffffffffn)
      return refuse(cursor, out, field, 'syn/rdata-out-of-range', 'range', { min: 0, max: String(MAX_64) });
    out.u32(Number(high));
    out.u32(Number(low));
    cursor.next();
    return true;
  },
  print: (reader) => String((BigInt(reader.u32()) << 32n) + BigInt(reader.u32())),
};
