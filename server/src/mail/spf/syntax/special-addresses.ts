/** Blocks of addresses from which no mail arrives over the Internet (RFC 6890 §2.2 and the IANA registries). */

import { inNetwork, parseAddress } from './address.ts';
import type { IpAddress } from './address.ts';

/** The blocks for documentation are left out: whoever writes them is writing an example. */
const blocks: readonly (readonly [network: string, prefix: number, what: string])[] = [
  ['0.0.0.0', 8, 'an address of "this network" (RFC 791)'],
  ['10.0.0.0', 8, 'a private address (RFC 1918)'],
  ['100.64.0.0', 10, 'a shared address for carrier-grade NAT (RFC 6598)'],
  ['127.0.0.0', 8, 'a loopback address (RFC 1122)'],
  ['169.254.0.0', 16, 'a link-local address (RFC 3927)'],
  ['172.16.0.0', 12, 'a private address (RFC 1918)'],
  ['192.168.0.0', 16, 'a private address (RFC 1918)'],
  ['198.18.0.0', 15, 'a benchmarking address (RFC 2544)'],
  ['224.0.0.0', 4, 'a multicast address (RFC 5771)'],
  ['240.0.0.0', 4, 'a reserved address (RFC 1112)'],
  ['::', 127, 'the unspecified or the loopback address (RFC 4291)'],
  ['100::', 64, 'a discard-only address (RFC 6666)'],
  ['fc00::', 7, 'a unique local address (RFC 4193)'],
  ['fe80::', 10, 'a link-local address (RFC 4291)'],
  ['ff00::', 8, 'a multicast address (RFC 4291)'],
];

/** What a network is if it lies in a special block as a whole; `prefix` in bits. */
export function specialNetwork(address: IpAddress, prefix: number): string | undefined {
  return blocks.find(([network, length]) => {
    const block = parseAddress(network);
    return block !== undefined && prefix >= length && inNetwork(address, block, length);
  })?.[2];
}
