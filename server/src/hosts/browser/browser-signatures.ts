import { ed25519 } from '@noble/curves/ed25519.js';
import { ed448 } from '@noble/curves/ed448.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { rsaNumbers } from '../../zone/format/dnssec.ts';
import type { VerifySignature } from '../../findings/lint-settings.ts';

/** What an algorithm of DNSSEC asks for; undefined where the key is unusable. */
type Verify = (key: Uint8Array, data: Uint8Array, signature: Uint8Array) => boolean | undefined;

type Hash = (octets: Uint8Array) => Uint8Array;

/** DER of an AlgorithmIdentifier and the head of the hash's octet string (RFC 8017 §9.2, note 1). */
const prefixes = {
  sha1: '3021300906052b0e03021a05000414',
  sha256: '3031300d060960864801650304020105000420',
  sha512: '3051300d060960864801650304020305000440',
} as const;

const octetsOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const numberOf = (octets: Uint8Array): bigint => octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n,
    square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2): the signature to the power of the exponent is 00 01 FF … FF 00, the hash's name and the hash. */
const rsa =
  (hash: Hash, prefix: string): Verify =>
  (key, data, signature) => {
    const numbers = rsaNumbers(key),
      size = numbers === undefined ? 0 : numbers.modulus.length - numbers.modulus.findIndex((octet) => octet !== 0),
      expected = [...octetsOf(prefix), ...hash(data)];
    // Larger exponents are never used, and would take long.
    if (numbers === undefined || numbers.exponent.length > 8 || size < expected.length + 11) return undefined;
    const modulus = numberOf(numbers.modulus),
      made = numberOf(signature);
    if (signature.length !== size || made >= modulus) return false;
    const padded = Uint8Array.from([0, 1, ...new Array<number>(size - expected.length - 3).fill(255), 0, ...expected]);
    return power(made, numberOf(numbers.exponent), modulus) === numberOf(padded);
  };

/** Points on a curve are two coordinates (RFC 6605 §4), which SEC 1 marks with a 4. */
const elliptic =
  (curve: typeof p256, size: number): Verify =>
  (key, data, signature) => {
    const point = Uint8Array.of(4, ...key);
    if (key.length !== 2 * size || !curve.utils.isValidPublicKey(point)) return undefined;
    return signature.length === 2 * size && curve.verify(signature, data, point, { lowS: false });
  };

const edwards =
  (curve: typeof ed25519, size: number): Verify =>
  (key, data, signature) => {
    if (key.length !== size || !curve.utils.isValidPublicKey(key)) return undefined;
    return signature.length === 2 * size && curve.verify(signature, data, key, { zip215: false });
  };

const algorithms: Readonly<Record<number, Verify>> = {
  5: rsa(sha1, prefixes.sha1),
  7: rsa(sha1, prefixes.sha1),
  8: rsa(sha256, prefixes.sha256),
  10: rsa(sha512, prefixes.sha512),
  13: elliptic(p256, 32),
  14: elliptic(p384, 48),
  15: edwards(ed25519, 32),
  16: edwards(ed448, 57),
};

/** Verification without Node: what a web worker has itself answers later only, and rules need it at once. */
export const verifySignature: VerifySignature = (algorithm, key, data, signature) =>
  algorithms[algorithm]?.(key, data, signature);
