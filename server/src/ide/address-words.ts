import type { Field } from '../zone/rrtypes/fields/record-type.ts';
import type { AddressUse } from '../text/address.ts';
import { addressText, addressUse, reverseName } from '../text/address.ts';
import { code, plain } from './markdown.ts';
import type { OtherZones } from './name-words.ts';
import { reverseRecords } from './name-words.ts';

const USES: Readonly<Record<AddressUse, string>> = {
  public: 'A public address',
  private: 'A private address: reachable only from its own network (RFC 1918, RFC 4193)',
  loopback: 'A loopback address: every machine reaches itself there',
  'link-local': 'A link-local address: reachable only from the same link',
  shared: "An address of a provider's own network (RFC 6598): not reachable from outside",
  documentation: 'An address reserved for examples (RFC 5737, RFC 3849)',
  benchmark: 'An address for benchmarks (RFC 2544)',
  multicast: 'A multicast address',
  unspecified: 'No address at all',
  broadcast: 'The broadcast address',
  mapped: 'An IPv4-mapped address: it belongs in an A record',
  reserved: 'A reserved address',
  tunnel: 'An address of a 6to4 or Teredo tunnel (RFC 7526)',
};

export const isAddressField = (field: Field): boolean => field.kind.id === 'ipv4' || field.kind.id === 'ipv6';

/** What an address is good for, and what its reverse zone says, where a file here has that. */
export function describeAddress(octets: Uint8Array, others: OtherZones): string {
  const use = addressUse(octets);
  if (use === undefined) return '';
  const reverse = reverseName(octets),
    pointers = reverseRecords(octets, others);
  const ptr =
    pointers === undefined
      ? ''
      : pointers.length === 0
        ? ' It has no PTR record in the reverse zone here.'
        : ` PTR: ${pointers.map((name) => code(name)).join(', ')}.`;
  return `${plain(`${USES[use]}: ${addressText(octets)}.`)} Reverse name: ${code(reverse.replace(/\.$/, ''))}.${ptr}`;
}
