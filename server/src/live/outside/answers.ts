import type { Answer, LookupType, RecordData } from '../../mail/dns/resolver.ts';
import { addressText } from '../../text/address.ts';
import { A, AAAA, CNAME, MX, NS, PTR, SRV, TLSA, TXT } from '../../zone/rrtypes/codes.ts';
import type { Found } from '../asking/recursor.ts';
import { nameText } from '../message/wire-name.ts';

export const lookupCodes: Readonly<Record<LookupType, number>> = { A, AAAA, MX, TXT, PTR, TLSA, SRV, CNAME, NS };

const u16 = (octets: Uint8Array, at: number): number => ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
const nameFrom = (octets: Uint8Array, at = 0): string => nameText(octets.subarray(at));

const readers: { readonly [T in LookupType]: (octets: Uint8Array) => RecordData[T] } = {
  A: addressText,
  AAAA: addressText,
  NS: nameFrom,
  CNAME: nameFrom,
  PTR: nameFrom,
  MX: (octets) => ({ preference: u16(octets, 0), exchange: nameFrom(octets, 2) }),
  SRV: (octets) => ({
    priority: u16(octets, 0),
    weight: u16(octets, 2),
    port: u16(octets, 4),
    target: nameFrom(octets, 6),
  }),
  TXT: strings,
  TLSA: ([usage = 0, selector = 0, matchingType = 0, ...data]) => ({
    usage,
    selector,
    matchingType,
    data: data.map((octet) => octet.toString(16).padStart(2, '0')).join(''),
  }),
};

function strings(octets: Uint8Array): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < octets.length; at += (octets[at] ?? 0) + 1)
    found.push(String.fromCharCode(...octets.subarray(at + 1, at + 1 + (octets[at] ?? 0))));
  return found;
}

/** Octets that rdata of these types has exactly, or at least. */
const sizes: Readonly<Partial<Record<LookupType, readonly [least: number, most: number]>>> = {
  A: [4, 4],
  AAAA: [16, 16],
  MX: [3, 257],
  SRV: [7, 261],
  TLSA: [4, 65_535],
};

/** What was found, as the mail checks take it. Rdata of a wrong size is left out. */
export function answerOf<T extends LookupType>({ status, records }: Found, type: T): Answer<T> {
  if (status !== 'ok') return { status: status === 'failed' ? 'servfail' : status, records: [] };
  const [least, most] = sizes[type] ?? [0, 65_535],
    read = records.flatMap(({ rdata }) => (rdata.length < least || rdata.length > most ? [] : [readers[type](rdata)]));
  return read.length === 0 ? { status: 'servfail', records: [] } : { status: 'ok', records: read };
}
