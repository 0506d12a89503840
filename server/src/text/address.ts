import ipaddr from 'ipaddr.js';

/** What an address can be used for. `public` is reached from everywhere; `documentation` is for examples (RFC 5737, RFC 3849). */
export type AddressUse =
  | 'public'
  | 'private'
  | 'loopback'
  | 'link-local'
  | 'shared'
  | 'documentation'
  | 'benchmark'
  | 'multicast'
  | 'unspecified'
  | 'broadcast'
  | 'mapped'
  | 'reserved'
  | 'tunnel';

/** In words, the addresses that no host on the Internet reaches, so that none may be published for one; those for documentation are left out, since whoever writes them is writing an example. */
export const unreachableAddress: Readonly<Partial<Record<AddressUse, string>>> = {
  private: 'a private address',
  loopback: 'a loopback address',
  'link-local': 'a link-local address',
  shared: 'a carrier-grade NAT address',
  unspecified: 'the unspecified address',
  multicast: 'a multicast address',
  broadcast: 'the broadcast address',
  reserved: 'a reserved address',
  benchmark: 'a benchmarking address',
};

const documentation = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20'].map((text) =>
  ipaddr.parseCIDR(text),
);

/** The use of an A or AAAA record's octets (RFC 6890 and the registries it set up). */
export function addressUse(octets: Uint8Array): AddressUse | undefined {
  if (octets.length !== 4 && octets.length !== 16) return undefined;
  const address = ipaddr.fromByteArray([...octets]);
  for (const [network, bits] of documentation)
    if (address.kind() === network.kind() && address.match(network, bits)) return 'documentation';
  switch (address.range()) {
    case 'unicast':
      return 'public';
    case 'private':
    case 'uniqueLocal':
      return 'private';
    case 'loopback':
      return 'loopback';
    case 'linkLocal':
      return 'link-local';
    case 'carrierGradeNat':
      return 'shared';
    case 'multicast':
      return 'multicast';
    case 'unspecified':
      return 'unspecified';
    case 'broadcast':
      return 'broadcast';
    case 'ipv4Mapped':
      return 'mapped';
    case '6to4':
    case 'teredo':
      return 'tunnel';
    case 'benchmarking':
      return 'benchmark';
    default:
      return octets[0] === 198 ? 'benchmark' : 'reserved';
  }
}

/** An address in presentation form (RFC 5952 for IPv6). */
export function addressText(octets: Uint8Array): string {
  return octets.length === 4 ? octets.join('.') : ipaddr.fromByteArray([...octets]).toString();
}

/** Four decimal numbers up to 255 without needless zeros. */
const fourParts =
  /^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

/** The octets of an IPv4 address; undefined for anything else. */
export function ip4Octets(text: string): Uint8Array | undefined {
  const parts = fourParts.exec(text);
  return parts === null ? undefined : Uint8Array.from(parts.slice(1), Number);
}

/** The octets of an IPv6 address as RFC 4291 §2.2 writes them, `::` for one or more groups and perhaps an IPv4 address at the end; undefined for anything else. */
export function ip6Octets(text: string): Uint8Array | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = '', tail] = halves;
  const front = groupOctets(head, tail === undefined);
  const back = tail === undefined ? [] : groupOctets(tail, true);
  if (front === undefined || back === undefined) return undefined;
  const missing = 16 - front.length - back.length;
  if (tail === undefined ? missing !== 0 : missing < 2) return undefined;
  return Uint8Array.from([...front, ...new Array<number>(missing).fill(0), ...back]);
}

function groupOctets(text: string, mayEndInIp4: boolean): readonly number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const octets: number[] = [];
  for (const [index, group] of groups.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      octets.push(value >> 8, value & 0xff);
      continue;
    }
    const ip4 = mayEndInIp4 && index === groups.length - 1 ? ip4Octets(group) : undefined;
    if (ip4 === undefined) return undefined;
    octets.push(...ip4);
  }
  return octets;
}

/** The octets of an address in presentation form; undefined for anything else. Asked about names, too, of which hardly any looks like an address. */
export const addressOctets = (text: string): Uint8Array | undefined =>
  text.includes(':') ? ip6Octets(text) : ip4Octets(text);

/** The absolute name of an address in the reverse tree (RFC 1035 §3.5, RFC 3596 §2.5). */
export function reverseName(octets: Uint8Array): string {
  if (octets.length === 4) return `${[...octets].reverse().join('.')}.in-addr.arpa.`;
  return `${[...octets]
    .reverse()
    .map((octet) => `${(octet & 15).toString(16)}.${(octet >> 4).toString(16)}`)
    .join('.')}.ip6.arpa.`;
}

/** The address that a name of the reverse tree stands for, whole addresses only; undefined for others. */
export function addressOfReverse(name: string): Uint8Array | undefined {
  const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.in-addr\.arpa\.$/i.exec(name);
  if (v4 !== null) {
    const octets = v4.slice(1, 5).map(Number).reverse();
    return octets.every((octet) => octet < 256) ? Uint8Array.from(octets) : undefined;
  }
  const v6 = /^((?:[0-9a-f]\.){32})ip6\.arpa\.$/i.exec(name);
  if (v6 === null) return undefined;
  const nibbles = v6[1]!.split('.').slice(0, 32).reverse();
  return Uint8Array.from({ length: 16 }, (_, k) => parseInt(nibbles[2 * k]! + nibbles[2 * k + 1]!, 16));
}
