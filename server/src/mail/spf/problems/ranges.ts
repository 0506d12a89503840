/** Ranges of IPv4 addresses as the networks that make them up. */

import { parseIp4 } from '../syntax/address.ts';

const mostNetworks = 16;

function number(octets: readonly number[]): number {
  return octets.reduce((value, octet) => value * 256 + octet, 0);
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

/** `192.0.2.1-192.0.2.9` or `192.0.2.1-9`; undefined for anything else, and for a range that takes too many networks. */
export function rangeNetworks(text: string): readonly string[] | undefined {
  const [from, to, more] = text.split('-');
  if (from === undefined || to === undefined || more !== undefined) return undefined;
  const first = parseIp4(from);
  if (first === undefined) return undefined;
  const last = parseIp4(/^\d+$/.test(to) ? from.replace(/\d+$/, to) : to);
  if (last === undefined) return undefined;
  const networks = networksBetween(number(first.octets), number(last.octets));
  return networks.length === 0 || networks.length > mostNetworks ? undefined : networks;
}

function networksBetween(from: number, to: number): readonly string[] {
  const networks: string[] = [];
  for (let at = from; at <= to && networks.length <= mostNetworks; ) {
    let size = 1;
    while (size < 2 ** 32 && at % (size * 2) === 0 && at + size * 2 - 1 <= to) size *= 2;
    networks.push(size === 1 ? dotted(at) : `${dotted(at)}/${32 - Math.log2(size)}`);
    at += size;
  }
  return networks;
}
