import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384 } from '@noble/hashes/sha2.js';
import { treeOctets } from './typed-name.ts';
import type { RecordView } from '../model/record-view.ts';
import { keyNumber } from '../model/signing.ts';

/** Algorithms that must not be used for signing any more, each with the place that says so (RFC 9904, RFC 9905 §2, RFC 9906, RFC 8624 §3.1). */
export const deprecatedAlgorithms: Readonly<Record<number, string>> = {
  1: 'RSA/MD5',
  3: 'DSA/SHA-1',
  5: 'RSA/SHA-1',
  6: 'DSA/SHA-1 with NSEC3',
  7: 'RSA/SHA-1 with NSEC3',
  12: 'ECC-GOST',
};

/** All numbers of the IANA registry "DNS Security Algorithm Numbers" that stand for something in a zone. */
const assignedAlgorithms = new Set([1, 3, 5, 6, 7, 8, 10, 12, 13, 14, 15, 16, 17, 23, 253, 254]);
export const isAssignedAlgorithm = (algorithm: number): boolean => assignedAlgorithms.has(algorithm);

/** Digest types of DS that must not be used any more (RFC 8624 §3.3; RFC 9904 made a registry of it). */
export const deprecatedDigests: Readonly<Record<number, string>> = { 1: 'SHA-1', 3: 'GOST R 34.11-94' };
const assignedDigests = new Set([1, 2, 3, 4, 5, 6]);
export const isAssignedDigest = (type: number): boolean => assignedDigests.has(type);

const RSA_MD5 = 1;

/**
 * Signatures over one RRset, and keys with one tag and algorithm, that are tried here. Validators limit both since CVE-2023-50387 (KeyTrap), where each key had to be tried on each signature:
 * Unbound 1.19.1 tries 8 signatures, PowerDNS Recursor 5.0.2 by default 2 signatures and 2 keys.
 */
export const MOST_SIGNATURES = 8,
  MOST_KEYS = 4;

/** The key tag of a DNSKEY's or KEY's rdata in wire form (RFC 4034 appendix B). */
export function keyTag(rdata: Uint8Array): number {
  if (rdata[3] === RSA_MD5) return rdata.length < 7 ? 0 : (rdata[rdata.length - 3]! << 8) | rdata[rdata.length - 2]!;
  let sum = 0;
  for (let i = 0; i < rdata.length; i++) sum += (i & 1) === 1 ? rdata[i]! : rdata[i]! << 8;
  return (sum + ((sum >>> 16) & 0xffff)) & 0xffff;
}

/** The number by which DS, CDS and RRSIG records name a key: its tag and algorithm. */
export const numberOfKey = (key: RecordView): number => keyNumber(keyTag(key.octets), key.number('algorithm'));

/** The number of the key that a DS, CDS or RRSIG record names. */
export const namedKey = (record: RecordView): number => keyNumber(record.number('key-tag'), record.number('algorithm'));

/** Keys that can be read by their numbers: of those that are alike as many as are tried. */
export function keysByNumber(keys: readonly RecordView[]): ReadonlyMap<number, readonly RecordView[]> {
  const found = new Map<number, RecordView[]>();
  for (const key of keys) {
    if (key.broken) continue;
    const number = numberOfKey(key),
      same = found.get(number);
    if (same === undefined) found.set(number, [key]);
    else if (same.length < MOST_KEYS) same.push(key);
  }
  return found;
}

/** The hashes of DS and CDS records by their digest type (RFC 4034 §5.1.4, RFC 4509, RFC 6605 §2). */
const digests: Readonly<Record<number, (octets: Uint8Array) => Uint8Array>> = { 1: sha1, 2: sha256, 4: sha384 };

/** The digest of a DNSKEY or CDNSKEY as DS and CDS records have it; undefined for digest types other than 1, 2 and 4. */
export function keyDigest(key: RecordView, digestType: number): Uint8Array | undefined {
  return dsDigest(treeOctets(key.zone.names, key.owner), key.octets, digestType);
}

/** The same from octets: the owner's name in lower case and the key's rdata, both in wire form. */
export function dsDigest(owner: Uint8Array, key: Uint8Array, digestType: number): Uint8Array | undefined {
  return digests[digestType]?.(Uint8Array.of(...owner, ...key));
}

/** Octets of public keys that have one size: ECDSA (RFC 6605 §4), EdDSA (RFC 8080 §3). */
const keySizes: Readonly<Record<number, number>> = { 12: 64, 13: 64, 14: 96, 15: 32, 16: 57 };
export const keySize = (algorithm: number): number | undefined => keySizes[algorithm];

export const isRsa = (algorithm: number): boolean =>
  algorithm === 1 || algorithm === 5 || algorithm === 7 || algorithm === 8 || algorithm === 10;

export interface RsaKey {
  /** Bits of the modulus. */
  readonly bits: number;
  /** The exponent, or Infinity when it has more than six octets. */
  readonly exponent: number;
}

/** The numbers of a public key of a DNSKEY with RSA (RFC 3110 §2); undefined when it is cut off. */
export function rsaNumbers(
  key: Uint8Array,
): { readonly exponent: Uint8Array; readonly modulus: Uint8Array } | undefined {
  const long = key[0] === 0,
    length = long ? ((key[1] ?? 0) << 8) | (key[2] ?? 0) : (key[0] ?? 0),
    from = long ? 3 : 1;
  return length === 0 || from + length >= key.length
    ? undefined
    : { exponent: key.subarray(from, from + length), modulus: key.subarray(from + length) };
}

/** What can be said of the public key of a DNSKEY with RSA; undefined when it is cut off. */
export function rsaKey(key: Uint8Array): RsaKey | undefined {
  const numbers = rsaNumbers(key),
    at = numbers?.modulus.findIndex((octet) => octet !== 0) ?? -1;
  if (numbers === undefined || at < 0) return undefined;
  const { exponent, modulus } = numbers;
  return {
    bits: (modulus.length - at - 1) * 8 + 32 - Math.clz32(modulus[at]!),
    exponent: exponent.length > 6 ? Infinity : exponent.reduce((value, octet) => value * 256 + octet, 0),
  };
}
