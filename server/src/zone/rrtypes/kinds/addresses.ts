import type { TokenCursor } from '../fields/cursor.ts';
import type { RdataReader, RdataWriter } from '../fields/rdata.ts';
import type { Field, FieldKind } from '../fields/record-type.ts';
import { HEX } from './digits.ts';
import { refuse, refuseQuoted } from './refusals.ts';

const groups = new Uint8Array(16);

/** Reads a dotted quad (RFC 1035 §3.4.1) as inet_pton does: four numbers without leading zeros. Writes four octets, or nothing and gives false. */
export function readIpv4(bytes: Uint8Array, start: number, end: number, out: RdataWriter): boolean {
  const address = ipv4Number(bytes, start, end);
  if (address < 0) return false;
  out.u32(address);
  return true;
}

function ipv4Number(bytes: Uint8Array, start: number, end: number): number {
  let address = 0,
    octet = -1,
    dots = 0;
  for (let i = start; i < end; i++) {
    const c = bytes[i]!;
    if (c >= 48 && c <= 57) {
      if (octet === 0) return -1;
      octet = octet < 0 ? c - 48 : octet * 10 + c - 48;
      if (octet > 255) return -1;
    } else {
      if (c !== 46 || octet < 0 || ++dots > 3) return -1;
      address = address * 256 + octet;
      octet = -1;
    }
  }
  return dots === 3 && octet >= 0 ? address * 256 + octet : -1;
}

/** Reads an IPv6 address (RFC 4291 §2.2) as inet_pton does. Writes sixteen octets, or nothing and gives false. */
export function readIpv6(bytes: Uint8Array, start: number, end: number, out: RdataWriter): boolean {
  if (!ipv6Groups(bytes, start, end)) return false;
  out.copy(groups, 0, 16);
  return true;
}

/** Fills `groups`. */
function ipv6Groups(bytes: Uint8Array, start: number, end: number): boolean {
  let at = 0,
    gap = -1,
    i = start;
  if (bytes[i] === 58) {
    if (i + 1 >= end || bytes[i + 1] !== 58) return false;
    i++;
  }
  let groupStart = i,
    value = 0,
    digits = 0;
  groups.fill(0);
  for (; i < end; i++) {
    const c = bytes[i]!,
      digit = HEX[c]!;
    if (digit >= 0) {
      if (++digits > 4) return false;
      value = (value << 4) | digit;
    } else if (c === 58) {
      groupStart = i + 1;
      if (digits === 0) {
        if (gap >= 0) return false;
        gap = at;
        continue;
      }
      if (i + 1 === end || at > 14) return false;
      groups[at++] = value >> 8;
      groups[at++] = value & 255;
      value = 0;
      digits = 0;
    } else {
      if (c !== 46 || at > 12) return false;
      const address = ipv4Number(bytes, groupStart, end);
      if (address < 0) return false;
      groups[at++] = address / 0x1000000;
      groups[at++] = (address >>> 16) & 255;
      groups[at++] = (address >>> 8) & 255;
      groups[at++] = address & 255;
      digits = 0;
      break;
    }
  }
  if (digits > 0) {
    if (at > 14) return false;
    groups[at++] = value >> 8;
    groups[at++] = value & 255;
  }
  if (gap < 0) return at === 16;
  if (at === 16) return false;
  groups.copyWithin(16 - (at - gap), gap, at);
  groups.fill(0, gap, 16 - (at - gap));
  return true;
}

export function printIpv4(octets: Uint8Array): string {
  return `${octets[0]}.${octets[1]}.${octets[2]}.${octets[3]}`;
}

/** Shortest form, lower case (RFC 5952), as inet_ntop writes it: with a dotted quad for IPv4-compatible and IPv4-mapped addresses. */
export function printIpv6(octets: Uint8Array): string {
  const words: number[] = [];
  for (let i = 0; i < 16; i += 2) words.push((octets[i]! << 8) | octets[i + 1]!);
  let gap = -1,
    gapLength = 1;
  for (let i = 0; i < 8; i++) {
    let length = 0;
    while (i + length < 8 && words[i + length] === 0) length++;
    if (length > gapLength) {
      gap = i;
      gapLength = length;
    }
    if (length > 0) i += length - 1;
  }
  if (gap === 0 && (gapLength === 6 || (gapLength === 5 && words[5] === 0xffff)))
    return `${gapLength === 6 ? '::' : '::ffff:'}${printIpv4(octets.subarray(12))}`;
  const hex = words.map((word) => word.toString(16));
  return gap < 0 ? hex.join(':') : `${hex.slice(0, gap).join(':')}::${hex.slice(gap + gapLength).join(':')}`;
}

export const ipv4: FieldKind = {
  id: 'ipv4',
  label: 'an IPv4 address such as 192.0.2.1',
  parse(cursor, out, field) {
    if (cursor.quoted) return refuseQuoted(cursor, out, field);
    if (!readIpv4(cursor.bytes, cursor.start, cursor.end, out)) return refuseIpv4(cursor, out, field);
    cursor.next();
    return true;
  },
  quick: (bytes, start, end, quoted, out) => !quoted && readIpv4(bytes, start, end, out),
  print: (reader) => printIpv4(fourOctets(reader)),
};

function fourOctets(reader: RdataReader): Uint8Array {
  const octets = new Uint8Array(4);
  octets.set(reader.take(4));
  return octets;
}

export const ipv6: FieldKind = {
  id: 'ipv6',
  label: 'an IPv6 address such as 2001:db8::1',
  parse(cursor, out, field) {
    if (cursor.quoted) return refuseQuoted(cursor, out, field);
    if (!readIpv6(cursor.bytes, cursor.start, cursor.end, out)) return refuseIpv6(cursor, out, field);
    cursor.next();
    return true;
  },
  quick: (bytes, start, end, quoted, out) => !quoted && readIpv6(bytes, start, end, out),
  print: (reader) => {
    const octets = new Uint8Array(16);
    octets.set(reader.take(16));
    return printIpv6(octets);
  },
};

function refuseIpv4(cursor: TokenCursor, out: RdataWriter, field: Field): false {
  const { bytes, start, end } = cursor,
    text = cursor.text();
  if (text.includes(':') && ipv6Groups(bytes, start, end)) return refuse(cursor, out, field, 'a/is-v6', 'isV6');
  if (!/^[0-9.]+$/.test(text))
    return refuse(
      cursor,
      out,
      field,
      'a/bad',
      /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?$/.test(text) && /[A-Za-z]/.test(text) ? 'isName' : 'notAddress',
    );
  const parts = text.split('.');
  let at = start;
  for (const part of parts) {
    if (part !== '' && Number(part) > 255) {
      out.problem('a/bad', 'octetRange', at, at + part.length, { field: field.name, value: text, octet: part });
      cursor.next();
      return false;
    }
    if (/^0[0-9]/.test(part)) {
      out.problem('a/leading-zero', 'leadingZero', at, at + part.length, {
        field: field.name,
        value: text,
        octet: part,
      });
      cursor.next();
      return false;
    }
    at += part.length + 1;
  }
  const count = parts.filter((part) => part !== '').length;
  if (count < 4) return refuse(cursor, out, field, 'a/short', 'short', { count });
  return refuse(cursor, out, field, 'a/bad', count > 4 ? 'tooMany' : 'notAddress', { count });
}

export function refuseIpv6(cursor: TokenCursor, out: RdataWriter, field: Field): false {
  const text = cursor.text();
  if (ipv4Number(cursor.bytes, cursor.start, cursor.end) >= 0) return refuse(cursor, out, field, 'aaaa/is-v4', 'isV4');
  const stray = /[^0-9a-fA-F:.]/.exec(text);
  if (stray !== null && text.includes(':')) {
    const message = stray[0] === '%' ? 'zone' : stray[0] === '/' ? 'prefix' : 'character';
    out.problem(
      'aaaa/bad',
      message,
      cursor.start + stray.index,
      message === 'character' ? cursor.start + stray.index + 1 : cursor.end,
      { field: field.name, value: text, character: stray[0] },
    );
    cursor.next();
    return false;
  }
  const firstGap = text.indexOf('::');
  if (firstGap >= 0 && text.includes('::', firstGap + 1)) return refuse(cursor, out, field, 'aaaa/bad', 'twoGaps');
  return refuse(cursor, out, field, 'aaaa/bad', text.includes(':') ? 'groups' : 'notAddress', {
    count: text.split(':').filter((part) => part !== '').length,
  });
}
