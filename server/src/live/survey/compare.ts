import { CDNSKEY, CDS, DNSKEY, NSEC, NSEC3, NSEC3PARAM, RRSIG, SOA, ZONEMD } from '../../zone/rrtypes/codes.ts';
import type { ComparedRrset } from './rrsets.ts';
import { mnemonicOf, textsOf } from './rrsets.ts';

/**
 * - `missing`: the file has the RRset, the server doesn't.
 * - `extra`: the server has it, the file doesn't.
 * - `different`: both have it, with other data.
 * - `ttl`: only the TTL differs.
 */
export interface Difference {
  readonly kind: 'missing' | 'extra' | 'different' | 'ttl';
  /** Absolute. */
  readonly owner: string;
  readonly type: string;
  /** Canonical presentation forms of the rdata that only one side has; all of it for `missing` and `extra`. */
  readonly file: readonly string[];
  readonly live: readonly string[];
  /** Seconds; null where that side has no such RRset. */
  readonly fileTtl: number | null;
  readonly liveTtl: number | null;
}

/** Types that a server that signs by itself adds; the last one is BIND's own. */
const madeBySigner: ReadonlySet<number> = new Set([
  RRSIG,
  NSEC,
  NSEC3,
  NSEC3PARAM,
  DNSKEY,
  CDS,
  CDNSKEY,
  ZONEMD,
  65534,
]);
export const isSigners = (type: number): boolean => madeBySigner.has(type);

/** Octets of an SOA's serial and the numbers after it. */
const SOA_NUMBERS = 20;

/** The difference between two RRsets of one name and type; undefined where they agree. Of an SOA the serial is left out: servers have it sooner or later. */
export function differenceOf(file: ComparedRrset | undefined, live: ComparedRrset | undefined): Difference | undefined {
  const one = file ?? live;
  if (one === undefined) return undefined;
  const between = (kind: Difference['kind'], here: readonly string[], there: readonly string[]): Difference => ({
    kind,
    owner: one.owner,
    type: mnemonicOf(one.type),
    file: here,
    live: there,
    fileTtl: file?.ttl ?? null,
    liveTtl: live?.ttl ?? null,
  });
  if (live === undefined) return between('missing', textsOf(file), []);
  if (file === undefined) return between('extra', [], textsOf(live));
  const only = (a: ComparedRrset, b: ComparedRrset): readonly string[] => {
    const others = new Set([...b.rdata.keys()].map((key) => withoutSerial(one.type, key)));
    return [...a.rdata].filter(([key]) => !others.has(withoutSerial(one.type, key))).map(([, { text }]) => text);
  };
  const here = only(file, live),
    there = only(live, file);
  if (here.length > 0 || there.length > 0) return between('different', here, there);
  return file.ttl === live.ttl ? undefined : between('ttl', [], []);
}

function withoutSerial(type: number, key: string): string {
  return type === SOA && key.length >= SOA_NUMBERS ? key.slice(0, -SOA_NUMBERS) + key.slice(-SOA_NUMBERS + 4) : key;
}

/** The serial in an SOA RRset; undefined without one. */
export function serialOf(rrset: ComparedRrset | undefined): number | undefined {
  const [soa] = rrset?.rdata.values() ?? [];
  if (soa === undefined || soa.octets.length < SOA_NUMBERS) return undefined;
  return new DataView(soa.octets.buffer, soa.octets.byteOffset + soa.octets.length - SOA_NUMBERS).getUint32(0);
}

/** How a serial is to another one in the arithmetic of RFC 1982 §3.2; `apart`: so far that neither is greater. */
export function serialOrder(one: number, other: number): 'same' | 'less' | 'greater' | 'apart' {
  const distance = (other - one) >>> 0;
  if (distance === 0) return 'same';
  if (distance === 0x80000000) return 'apart';
  return distance < 0x80000000 ? 'less' : 'greater';
}
