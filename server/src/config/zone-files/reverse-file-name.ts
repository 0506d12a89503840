/** What the text says of reverse zones, as far as a file's name must agree with it. */
export interface ReverseEvidence {
  /** Whether it has absolute names at or below an apex. */
  readonly mentions: (apex: string) => boolean;
  /** Whether its records are mostly PTR records. */
  readonly isReverse?: boolean | undefined;
  /** Whether it has more addresses and mail exchanges than PTR records. */
  readonly isForward?: boolean | undefined;
  /** How many labels the relative owners of its PTR records have, where all have as many. */
  readonly ptrLabels?: number | undefined;
}

/** What is around the digits of a file's name. */
export interface Around {
  /** `db.` */
  readonly prefixed: boolean;
  /** Something says that it is a zone's file. */
  readonly affixed: boolean;
  /** Something says that it is a network's: `db.`, `rev`. */
  readonly worded: boolean;
}

/** Networks that a file name of digits can be told by: private (RFC 1918), shared (RFC 6598), link-local, loopback, documentation (RFC 5737). */
const tellingNetwork =
  /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|192\.0\.2|198\.51\.100|203\.0\.113)(?:\.|$)/;

/** The zone of the reverse tree that digits in a file's name stand for: IPv4 octets, IPv6 groups or nibbles. Undefined where that isn't clear. */
export function reverseApex(bare: string, around: Around, evidence: ReverseEvidence): string | undefined {
  if (!around.affixed && !around.worded && evidence.isReverse !== true) return undefined;
  return (
    v4Apex(bare.replace(/[-_/]/g, '.').replace(/^(\d+(?:\.\d+){3})\.(?:8|16|24)$/, '$1'), around, evidence) ??
    nibbleApex(bare, around, evidence) ??
    groupApex(bare, around, evidence)
  );
}

/**
 * `10.20.30` is 30.20.10.in-addr.arpa in the order of addresses, and 10.20.30.in-addr.arpa in that of names; both are in use.
 * A name in .arpa says which; else a network that is private or for documentation in one order only; else what the text speaks of;
 * and with `db.`, the order of addresses, as DNS and BIND teaches.
 * One or two numbers alone, as in `100.zone`, count files as well as networks: there only the text tells, or a word for it such as `db.` or `rev`.
 */
function v4Apex(
  bare: string,
  { prefixed, worded }: Around,
  { mentions, isReverse, ptrLabels }: ReverseEvidence,
): string | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){0,3}$/.test(bare)) return undefined;
  let octets = bare.split('.');
  if (octets.some((octet) => Number(octet) > 255 || (octet.length > 1 && octet.startsWith('0')))) return undefined;
  // Of four octets the last may be a host, or the 0 of a /24: the owners of the PTR records say how many are the zone's.
  if (octets.length === 4 && ptrLabels !== undefined && ptrLabels < 4) octets = octets.slice(0, 4 - ptrLabels);
  const written = octets.join('.');
  const byAddress = `${octets.toReversed().join('.')}.in-addr.arpa.`,
    byName = `${written}.in-addr.arpa.`;
  if (octets.length < 3 && !worded && isReverse !== true && !mentions(byAddress) && !mentions(byName)) return undefined;
  if (byAddress === byName) return byAddress;
  if (octets.length === 4 && octets.at(-1) === '0') return undefined;
  const confirmed = [byAddress, byName].filter(mentions);
  if (confirmed.length === 1) return confirmed[0];
  const addressTells = tellingNetwork.test(written),
    nameTells = tellingNetwork.test(octets.toReversed().join('.'));
  if (addressTells !== nameTells) return addressTells ? byAddress : byName;
  return prefixed ? byAddress : undefined;
}

/** Global unicast, unique local and link-local addresses (RFC 4291, RFC 4193). */
const isTopGroup = (group: string): boolean => /^(?:[23][0-9a-f]{3}|f[cd][0-9a-f]{2}|fe[89ab][0-9a-f])$/.test(group);
const isTopNibbles = (nibbles: readonly string[]): boolean => /^(?:[23]|f[cd]|fe[89ab])/.test(nibbles.join(''));

/** `8.b.d.0.1.0.0.2` as names have it, or `2.0.0.1.0.d.b.8` as addresses do. */
function nibbleApex(bare: string, { worded }: Around, { mentions, isReverse }: ReverseEvidence): string | undefined {
  if (!/^(?:[0-9a-f][.-]){4,31}[0-9a-f]$/.test(bare)) return undefined;
  const nibbles = bare.split(/[.-]/),
    byName = `${nibbles.join('.')}.ip6.arpa.`,
    byAddress = `${nibbles.toReversed().join('.')}.ip6.arpa.`;
  const confirmed = [byName, byAddress].filter(mentions);
  if (confirmed.length === 1) return confirmed[0];
  if (!worded && isReverse !== true) return undefined;
  const nameTells = isTopNibbles(nibbles.toReversed()),
    addressTells = isTopNibbles(nibbles);
  return nameTells === addressTells ? undefined : nameTells ? byName : byAddress;
}

/** `2001-db8`, `2001:db8::`, `2001.db8.1`, `2001-db8-1_48`: groups of an IPv6 prefix. Years and months look the same, so that a word, a hexadecimal letter or the text has to tell. */
function groupApex(bare: string, { worded }: Around, { mentions, isReverse }: ReverseEvidence): string | undefined {
  const found = /^([0-9a-f]{4}(?:[-:._][0-9a-f]{1,4}){1,7})(?:::|--|[-:._]{1,2})?(?:[_/](\d{1,3}))?$/.exec(bare);
  if (found === null) return undefined;
  let groups = found[1]!.split(/[-:._]/),
    bits = found[2] === undefined ? undefined : Number(found[2]);
  const last = groups.at(-1)!;
  // A length that is written as the last group: `2001-db8_32`.
  if (
    bits === undefined &&
    new RegExp(`_${last}$`).test(found[1]!) &&
    !/_.*_/.test(found[1]!) &&
    /^\d+$/.test(last) &&
    Number(last) <= 128
  ) {
    bits = Number(last);
    groups = groups.slice(0, -1);
  }
  if (!isTopGroup(groups[0]!)) return undefined;
  const nibbles = [...groups.map((group) => group.padStart(4, '0')).join('')];
  if (bits !== undefined && (bits % 4 !== 0 || bits === 0)) return undefined;
  const kept =
    bits === undefined
      ? nibbles
      : nibbles.length * 4 >= bits
        ? nibbles.slice(0, bits / 4)
        : [...nibbles, ...Array.from({ length: bits / 4 - nibbles.length }, () => '0')];
  const apex = `${kept.toReversed().join('.')}.ip6.arpa.`;
  return mentions(apex) || isReverse === true || (worded && /[a-f]/.test(groups.join(''))) ? apex : undefined;
}
