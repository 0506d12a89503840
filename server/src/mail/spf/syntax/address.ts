/** IP addresses as SPF reads and compares them (RFC 7208 §5.6, RFC 4291 §2.2). */

import { ip4Octets, ip6Octets } from '../../../text/address.ts';

export interface IpAddress {
  readonly version: 4 | 6;
  /** 4 or 16 numbers from 0 to 255, in network order. */
  readonly octets: readonly number[];
}

const addressOf = (octets: Uint8Array | undefined): IpAddress | undefined =>
  octets === undefined ? undefined : { version: octets.length === 4 ? 4 : 6, octets: [...octets] };

/** `ip4-network` of RFC 7208 §12: four decimal numbers up to 255 without leading zeros. Undefined for anything else. */
export const parseIp4 = (text: string): IpAddress | undefined => addressOf(ip4Octets(text));

/** `ip6-network`, as in RFC 4291 §2.2. */
export const parseIp6 = (text: string): IpAddress | undefined => addressOf(ip6Octets(text));

export function parseAddress(text: string): IpAddress | undefined {
  return text.includes(':') ? parseIp6(text) : parseIp4(text);
}

/** An IPv4-mapped IPv6 address counts as IPv4 throughout (RFC 7208 §5). */
export function unmapped(address: IpAddress): IpAddress {
  return isIp4Mapped(address) ? { version: 4, octets: address.octets.slice(12) } : address;
}

export function isIp4Mapped(address: IpAddress): boolean {
  const { octets } = address;
  return (
    address.version === 6 &&
    octets.slice(0, 10).every((octet) => octet === 0) &&
    octets[10] === 255 &&
    octets[11] === 255
  );
}

/** Number of bits of an address of this version: the widest prefix. */
export function addressBits(version: 4 | 6): number {
  return version === 4 ? 32 : 128;
}

/** Whether the first `prefix` bits agree. Addresses of different versions never do (RFC 7208 §5). */
export function inNetwork(address: IpAddress, network: IpAddress, prefix: number): boolean {
  if (address.version !== network.version) return false;
  const whole = prefix >> 3;
  for (let index = 0; index < whole; index++) if (address.octets[index] !== network.octets[index]) return false;
  const rest = prefix & 7;
  if (rest === 0) return true;
  const mask = (0xff << (8 - rest)) & 0xff;
  return ((address.octets[whole] ?? 0) & mask) === ((network.octets[whole] ?? 0) & mask);
}

/** The address with every bit after the prefix cleared. */
export function networkAddress(address: IpAddress, prefix: number): IpAddress {
  const octets = address.octets.map((octet, index) => {
    const kept = Math.min(8, Math.max(0, prefix - 8 * index));
    return octet & ((0xff << (8 - kept)) & 0xff);
  });
  return { version: address.version, octets };
}

export function sameAddress(a: IpAddress, b: IpAddress): boolean {
  return inNetwork(a, b, addressBits(a.version));
}

/** Presentation form; IPv6 as RFC 5952 recommends it. */
export function formatAddress(address: IpAddress): string {
  if (address.version === 4) return address.octets.join('.');
  const groups = Array.from({ length: 8 }, (_, index) => {
    return (((address.octets[2 * index] ?? 0) << 8) | (address.octets[2 * index + 1] ?? 0)).toString(16);
  });
  const run = longestZeroRun(groups);
  if (run.length < 2) return groups.join(':');
  return `${groups.slice(0, run.start).join(':')}::${groups.slice(run.start + run.length).join(':')}`;
}

/** The first of the longest runs of zero groups (RFC 5952 §4.2.3). */
function longestZeroRun(groups: readonly string[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let index = 0; index <= groups.length; index++) {
    if (groups[index] === '0') continue;
    if (index - start > best.length) best = { start, length: index - start };
    start = index + 1;
  }
  return best;
}

/** The `i` macro: dotted quad, or 32 nibbles with dots between them (RFC 7208 §7.3). */
export function dottedAddress(address: IpAddress): string {
  if (address.version === 4) return address.octets.join('.');
  return address.octets.map((octet) => octet.toString(16).padStart(2, '0').toUpperCase().split('').join('.')).join('.');
}

/** The name below which the PTR records of an address are, without a final dot (RFC 1035 §3.5, RFC 3596 §2.5). */
export function reverseName(address: IpAddress): string {
  const parts = dottedAddress(address).toLowerCase().split('.').reverse();
  return `${parts.join('.')}.${address.version === 4 ? 'in-addr' : 'ip6'}.arpa`;
}
