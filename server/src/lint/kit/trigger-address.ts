/** The network of an address trigger (draft-vixie-dnsop-dns-rpz-00 §4.1.1): four octets or eight words of 16 bits, the first one first. */
export interface TriggerNetwork {
  readonly units: readonly number[];
  /** Length of the prefix in bits, as written. */
  readonly bits: number;
}

/** Bits of all units together: 32 or 128. */
export const widthOf = ({ units }: TriggerNetwork): number => (units.length === 4 ? 32 : 128);

/** An address as a trigger has it, the last label first: octets, or words with at most one `zz`. Zeros in front of a number are taken, though servers do not. Undefined for anything else. */
export function readUnits(labels: readonly string[]): readonly number[] | undefined {
  if (labels.length === 4 && !labels.some((label) => label.includes('z'))) {
    const octets = labels.map((label) => (/^\d{1,4}$/.test(label) ? Number(label) : 256));
    return octets.every((octet) => octet < 256) ? octets.reverse() : undefined;
  }
  const gap = labels.indexOf('zz'),
    words = labels.filter((_, k) => k !== gap);
  if (!words.every((word) => /^[0-9a-f]{1,4}$/.test(word)) || (gap < 0 ? words.length !== 8 : words.length > 8))
    return undefined;
  const zeros = gap < 0 ? [] : Array.from({ length: 8 - words.length }, () => '0');
  return (gap < 0 ? words : [...words.slice(0, gap), ...zeros, ...words.slice(gap)])
    .map((word) => parseInt(word, 16))
    .reverse();
}

/** The length in front and the address behind it; undefined when it is not so. The length may be out of range. */
export function readNetwork([length = '', ...address]: readonly string[]): TriggerNetwork | undefined {
  const units = /^\d{1,4}$/.test(length) ? readUnits(address) : undefined;
  return units === undefined ? undefined : { units, bits: Number(length) };
}

export const hasLength = (network: TriggerNetwork): boolean => network.bits >= 1 && network.bits <= widthOf(network);

/** The network without the bits behind its prefix. */
export function masked({ units, bits }: TriggerNetwork): TriggerNetwork {
  const size = units.length === 4 ? 8 : 16;
  return {
    bits,
    units: units.map((unit, k) => {
      const left = Math.max(0, Math.min(size, bits - size * k));
      return unit & ~((1 << (size - left)) - 1);
    }),
  };
}

/** Whether no bit is set behind the prefix. */
export function isNetwork(network: TriggerNetwork): boolean {
  const { units } = masked(network);
  return units.every((unit, k) => unit === network.units[k]);
}

/** Whether BIND takes a network although bits are set behind its prefix: it looks at those of the same 32 bits only. */
export function isTakenByBind(network: TriggerNetwork): boolean {
  const { units, bits } = network,
    end = Math.ceil(bits / 32) * 2,
    { units: clean } = masked(network);
  return units.length === 8 && units.every((unit, k) => k >= end || unit === clean[k]);
}

const MAPPED = [0, 0, 0, 0, 0, 0xffff];

/** The labels as servers look them up: no zeros in front, `zz` for the longest run of zeros, the last one of equals (draft-vixie-dnsop-dns-rpz-00 §4.1.1), and IPv4 for what is IPv4 in IPv6. */
export function canonicalLabels({ units, bits }: TriggerNetwork): string {
  if (units.length === 4) return [bits, ...[...units].reverse()].join('.');
  if (bits >= 96 && MAPPED.every((word, k) => word === units[k]))
    return [bits - 96, units[7]! & 255, units[7]! >> 8, units[6]! & 255, units[6]! >> 8].join('.');
  const words = [...units].reverse();
  let from = -1,
    length = 1;
  for (let k = 0, run = 0; k < 8; k++) {
    run = words[k] === 0 ? run + 1 : 0;
    if (run > 1 && run >= length) {
      from = k - run + 1;
      length = run;
    }
  }
  const labels = words.map((word) => word.toString(16));
  if (from >= 0) labels.splice(from, length, 'zz');
  return [bits, ...labels].join('.');
}

/** What was meant where the length stands behind the address, or lacks in front of eight words; undefined where that cannot be told. */
export function otherOrder(labels: readonly string[]): string | undefined {
  const [first = ''] = labels,
    words = labels.length === 8 && (!/^\d+$/.test(first) || Number(first) > 128) ? readUnits(labels) : undefined;
  if (words !== undefined) return canonicalLabels({ units: words, bits: 128 });
  const length = labels.at(-1)!,
    address = labels.slice(0, -1);
  const found = [address, [...address].reverse()]
    .map((each) => readNetwork([length, ...each]))
    .filter((each) => each !== undefined && hasLength(each) && isNetwork(each));
  return found.length === 1 ? canonicalLabels(found[0]!) : undefined;
}
