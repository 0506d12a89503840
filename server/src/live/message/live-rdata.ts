/** What stands in the rdata of types with names in them, which servers may compress and in which case doesn't count (RFC 3597 §4, RFC 4034 §6.2). */

import { CNAME, DNAME, MD, MF, MINFO, MX, NAPTR, NS, PTR, RP, RRSIG, SOA, SRV } from '../../zone/rrtypes/codes.ts';
import { lowered, nameAt } from './wire-name.ts';

const MB = 7,
  MG = 8,
  MR = 9,
  AFSDB = 18,
  RT = 21,
  SIG = 24,
  PX = 26,
  NXT = 30,
  KX = 36;

interface Layout {
  /** Octets in front of the first name. */
  readonly octets: number;
  /** Character strings that follow them. */
  readonly strings: number;
  readonly names: number;
}

const names = (count: number, octets = 0, strings = 0): Layout => ({ octets, strings, names: count });

const layouts: ReadonlyMap<number, Layout> = new Map([
  ...[NS, MD, MF, CNAME, MB, MG, MR, PTR, DNAME, NXT].map((type) => [type, names(1)] as const),
  ...[SOA, MINFO, RP].map((type) => [type, names(2)] as const),
  ...[MX, AFSDB, RT, KX].map((type) => [type, names(1, 2)] as const),
  [PX, names(2, 2)],
  [SRV, names(1, 6)],
  [NAPTR, names(1, 4, 3)],
  [SIG, names(1, 18)],
  [RRSIG, names(1, 18)],
]);

/** The rdata at a place of a message with its names uncompressed; undefined where it can't be read. */
export function uncompressed(message: Uint8Array, type: number, start: number, end: number): Uint8Array | undefined {
  const layout = layouts.get(type);
  if (layout === undefined) return message.slice(start, end);
  let at = firstName(message, layout, start);
  if (at > end) return undefined;
  const parts = [message.subarray(start, at)];
  for (let k = 0; k < layout.names; k++) {
    const name = nameAt(message, at);
    if (name === undefined || name.end > end) return undefined;
    parts.push(name.octets);
    at = name.end;
  }
  return joined([...parts, message.subarray(at, end)]);
}

/** The same with names in lower case where case doesn't count: equal rdata has equal octets. */
export function comparableRdata(type: number, rdata: Uint8Array): Uint8Array {
  const layout = layouts.get(type);
  if (layout === undefined) return rdata;
  const octets = rdata.slice();
  let at = firstName(rdata, layout, 0);
  for (let k = 0; k < layout.names; k++) {
    while (at < octets.length && octets[at] !== 0) {
      const to = at + octets[at]!;
      for (at++; at <= to && at < octets.length; at++) octets[at] = lowered(octets[at]!);
    }
    at++;
  }
  return octets;
}

function firstName(octets: Uint8Array, { octets: before, strings }: Layout, start: number): number {
  let at = start + before;
  for (let k = 0; k < strings; k++) at += (octets[at] ?? octets.length) + 1;
  return at;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
