import * as asn1js from 'asn1js';

import { decodeBase64, encodeBase64 } from '../grammar/base64.ts';
import type { DkimRecord } from './dkim-record.ts';

const rsaOid = '1.2.840.113549.1.1.1';
const ed25519Oid = '1.3.101.112';

/** The key of a DKIM record; `kind` tells how far it could be read. */
export type DkimKey =
  | {
      readonly kind: 'rsa';
      /** `spki` is what verifiers expect, `pkcs1` the bare RSAPublicKey. */
      readonly form: 'spki' | 'pkcs1';
      /** Length of the modulus in bits. */
      readonly bits: number;
      /** In decimal. */
      readonly exponent: string;
      readonly der: Uint8Array;
      /** Octets after the key. */
      readonly trailing: number;
    }
  | { readonly kind: 'ed25519'; readonly form: 'raw' | 'spki'; readonly octets: Uint8Array }
  /** There is no `p=` tag. */
  | { readonly kind: 'missing' }
  /** `p=` is empty. */
  | { readonly kind: 'revoked' }
  /** PEM lines stand in the value. */
  | { readonly kind: 'pem'; readonly header: string; readonly privateKey: boolean; readonly body: string }
  /** Not base64: where the offset in the value is -1, `missing` characters are missing at the end. */
  | { readonly kind: 'notBase64'; readonly badAt: number; readonly missing: number }
  /** The outer DER length says `expected` octets. */
  | { readonly kind: 'truncated'; readonly expected: number; readonly actual: number }
  | { readonly kind: 'otherAlgorithm'; readonly algorithm: string }
  | { readonly kind: 'wrongLength'; readonly octets: number }
  | { readonly kind: 'notDer'; readonly octets: number };

const headerPattern = /-+\s*(?:BEGIN|END)[A-Z0-9 ]*-+/i;

/** Octets of the outer DER element with its header, or -1 where there is none. X.690 §8.1.3. */
function outerLength(octets: Uint8Array): number {
  const first = octets[1];
  if (octets[0] !== 0x30 || first === undefined) return -1;
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  if (count === 0 || count > 3 || octets.length < 2 + count) return -1;
  let length = 0;
  for (let at = 2; at < 2 + count; at++) length = length * 256 + (octets[at] ?? 0);
  return 2 + count + length;
}

function decode(octets: Uint8Array): asn1js.AsnType | undefined {
  const { offset, result } = asn1js.fromBER(octets);
  return offset < 0 ? undefined : result;
}

const children = (value: asn1js.AsnType | undefined): readonly asn1js.AsnType[] =>
  value instanceof asn1js.Sequence ? value.valueBlock.value : [];

/** Octets of a non-negative INTEGER without leading zeros. */
function magnitude(value: asn1js.Integer): Uint8Array {
  const octets = value.valueBlock.valueHexView;
  const first = octets.findIndex((octet) => octet !== 0);
  return first < 0 ? new Uint8Array() : octets.subarray(first);
}

const bitLength = (octets: Uint8Array): number =>
  octets.length === 0 ? 0 : octets.length * 8 - Math.clz32(octets[0] ?? 0) + 24;

const decimal = (octets: Uint8Array): string =>
  String(BigInt(`0x0${Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('')}`));

function rsaKey(value: asn1js.AsnType | undefined): { bits: number; exponent: string } | undefined {
  const [modulus, exponent, ...more] = children(value);
  if (!(modulus instanceof asn1js.Integer) || !(exponent instanceof asn1js.Integer) || more.length > 0)
    return undefined;
  return { bits: bitLength(magnitude(modulus)), exponent: decimal(magnitude(exponent)) };
}

function readDer(octets: Uint8Array): DkimKey {
  const length = outerLength(octets);
  if (length < 0) return { kind: 'notDer', octets: octets.length };
  if (length > octets.length) return { kind: 'truncated', expected: length, actual: octets.length };
  const der = octets.subarray(0, length);
  const trailing = octets.length - length;
  const outer = decode(der);
  const bare = rsaKey(outer);
  if (bare !== undefined) return { kind: 'rsa', form: 'pkcs1', ...bare, der, trailing };
  const [algorithm, bits] = children(outer);
  const [oid] = children(algorithm);
  if (!(oid instanceof asn1js.ObjectIdentifier) || !(bits instanceof asn1js.BitString)) {
    return { kind: 'notDer', octets: octets.length };
  }
  const name = oid.valueBlock.toString();
  const inner = bits.valueBlock.valueHexView;
  if (name === ed25519Oid) return { kind: 'ed25519', form: 'spki', octets: inner };
  if (name !== rsaOid) return { kind: 'otherAlgorithm', algorithm: name };
  const key = rsaKey(decode(inner));
  return key === undefined
    ? { kind: 'notDer', octets: octets.length }
    : { kind: 'rsa', form: 'spki', ...key, der, trailing };
}

/** Reads the value of a `p=` tag for the given `k=`. */
export function readKey(value: string, keyType: string): DkimKey {
  if (value.trim() === '') return { kind: 'revoked' };
  const header = headerPattern.exec(value)?.[0];
  if (header !== undefined) {
    const body = value.replace(new RegExp(headerPattern.source, 'gi'), '').replace(/\s+/g, '');
    return { kind: 'pem', header, privateKey: /PRIVATE/i.test(value), body };
  }
  const { octets, badAt, missing } = decodeBase64(value);
  if (badAt >= 0) return { kind: 'notBase64', badAt, missing };
  // The raw 32 octets are told by their length: a DER of an RSA key has 60 at least.
  if (octets.length === 32) return { kind: 'ed25519', form: 'raw', octets };
  const key = readDer(octets);
  if (key.kind === 'notDer' && keyType === 'ed25519') return { kind: 'wrongLength', octets: octets.length };
  if (missing > 0 && (key.kind === 'notDer' || key.kind === 'truncated')) {
    return key.kind === 'truncated' ? key : { kind: 'notBase64', badAt: -1, missing };
  }
  return key;
}

export function dkimKey(record: DkimRecord): DkimKey {
  return record.key === undefined ? { kind: 'missing' } : readKey(record.key.value, record.keyType);
}

/** The base64 that belongs into `p=`: SubjectPublicKeyInfo for RSA, the 32 octets for Ed25519, nothing after it. */
export function publishedKey(key: DkimKey): string | undefined {
  if (key.kind === 'ed25519') return encodeBase64(key.octets);
  if (key.kind !== 'rsa') return undefined;
  return encodeBase64(key.form === 'spki' ? key.der : wrapRsaKey(key.der));
}

/** A PKCS #1 RSAPublicKey as SubjectPublicKeyInfo (RFC 5280 §4.1, RFC 3279 §2.3.1). */
function wrapRsaKey(der: Uint8Array): Uint8Array {
  const wrapped = new asn1js.Sequence({
    value: [
      new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: rsaOid }), new asn1js.Null()] }),
      new asn1js.BitString({ valueHex: der.slice().buffer }),
    ],
  });
  return new Uint8Array(wrapped.toBER());
}
