/** Value of each octet as a digit, -1 for an octet that is none. */
export type DigitTable = Int8Array;

export const HEX: DigitTable = digitTable('0123456789abcdef', '0123456789ABCDEF');
/** RFC 4648 §4; the padding `=` is not in it. */
export const BASE64: DigitTable = digitTable('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
/** RFC 4648 §7, without padding (RFC 5155 §3.3). */
export const BASE32HEX: DigitTable = digitTable('0123456789abcdefghijklmnopqrstuv', '0123456789ABCDEFGHIJKLMNOPQRSTUV');

const HEX_DIGITS = '0123456789ABCDEF';
const BASE64_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32HEX_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUV';

function digitTable(...alphabets: readonly string[]): DigitTable {
  const table = new Int8Array(256).fill(-1);
  for (const alphabet of alphabets) for (let i = 0; i < alphabet.length; i++) table[alphabet.charCodeAt(i)] = i;
  return table;
}

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** The number that the digits at `start`–`end` write, 2³² for anything larger, -1 when something else than a digit is there. */
export function decimal(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
    if (value > 0xffffffff) value = 0x100000000;
  }
  return value;
}

export function hexText(octets: Uint8Array): string {
  let out = '';
  for (const octet of octets) out += HEX_DIGITS[octet >> 4]! + HEX_DIGITS[octet & 15]!;
  return out;
}

export function base64Text(octets: Uint8Array): string {
  let out = '';
  for (let i = 0; i < octets.length; i += 3) {
    const left = octets.length - i;
    const group = (octets[i]! << 16) | ((octets[i + 1] ?? 0) << 8) | (octets[i + 2] ?? 0);
    out += BASE64_DIGITS[group >> 18]! + BASE64_DIGITS[(group >> 12) & 63]!;
    out += (left > 1 ? BASE64_DIGITS[(group >> 6) & 63]! : '=') + (left > 2 ? BASE64_DIGITS[group & 63]! : '=');
  }
  return out;
}

/** Upper case, without padding. */
export function base32hexText(octets: Uint8Array): string {
  let out = '',
    bits = 0,
    count = 0;
  for (const octet of octets) {
    bits = (bits << 8) | octet;
    for (count += 8; count >= 5; count -= 5) out += BASE32HEX_DIGITS[(bits >> (count - 5)) & 31]!;
    bits &= (1 << count) - 1;
  }
  return count > 0 ? out + BASE32HEX_DIGITS[(bits << (5 - count)) & 31]! : out;
}

/** Cut into words of 56 characters, as BIND prints long data on one line. */
export function inWords(text: string): string {
  return text.length <= 56 ? text : text.replace(/.{56}(?=.)/g, '$& ');
}
