import { createPublicKey, verify } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { rsaNumbers } from '../../zone/format/dnssec.ts';
import type { VerifySignature } from '../../findings/lint-settings.ts';

/** How Node does what an algorithm of DNSSEC asks for (RFC 3110, RFC 5702, RFC 6605, RFC 8080). */
interface Algorithm {
  /** Undefined where the signature scheme has its own. */
  readonly hash: string | undefined;
  jwk(key: Uint8Array): JsonWebKey | undefined;
}

const base64url = (octets: Uint8Array): string => Buffer.from(octets).toString('base64url');

function rsa(key: Uint8Array): JsonWebKey | undefined {
  const numbers = rsaNumbers(key);
  return numbers === undefined
    ? undefined
    : { kty: 'RSA', e: base64url(numbers.exponent), n: base64url(numbers.modulus) };
}

const elliptic =
  (crv: string, size: number) =>
  (key: Uint8Array): JsonWebKey | undefined =>
    key.length === 2 * size
      ? { kty: 'EC', crv, x: base64url(key.subarray(0, size)), y: base64url(key.subarray(size)) }
      : undefined;
const edwards =
  (crv: string, size: number) =>
  (key: Uint8Array): JsonWebKey | undefined =>
    key.length === size ? { kty: 'OKP', crv, x: base64url(key) } : undefined;

const algorithms: Readonly<Record<number, Algorithm>> = {
  5: { hash: 'sha1', jwk: rsa },
  7: { hash: 'sha1', jwk: rsa },
  8: { hash: 'sha256', jwk: rsa },
  10: { hash: 'sha512', jwk: rsa },
  13: { hash: 'sha256', jwk: elliptic('P-256', 32) },
  14: { hash: 'sha384', jwk: elliptic('P-384', 48) },
  15: { hash: undefined, jwk: edwards('Ed25519', 32) },
  16: { hash: undefined, jwk: edwards('Ed448', 57) },
};

/** A zone has a handful of keys, and thousands of signatures by each. */
const known = new Map<string, KeyObject | undefined>(),
  MOST_KEYS = 100;

function keyOf(algorithm: number, key: Uint8Array): KeyObject | undefined {
  const id = `${algorithm} ${base64url(key)}`;
  if (known.has(id)) return known.get(id);
  if (known.size >= MOST_KEYS) known.clear();
  const jwk = algorithms[algorithm]?.jwk(key),
    made = jwk === undefined ? undefined : imported(jwk);
  known.set(id, made);
  return made;
}

function imported(jwk: JsonWebKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch (error) {
    // Such as a point that is not on its curve: with that key nothing can be told of a signature.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** Verification by Node's OpenSSL, which is ten times as fast as what a web worker has. */
export const verifySignature: VerifySignature = (algorithm, key, data, signature) => {
  const publicKey = keyOf(algorithm, key);
  return publicKey === undefined
    ? undefined
    : verify(algorithms[algorithm]!.hash, data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
};
