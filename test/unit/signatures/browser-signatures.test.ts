/** What a web worker says of signatures is what Node's OpenSSL says, whoever made them. */

import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyPairKeyObjectResult } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { verifySignature as inBrowser } from '../../../server/src/hosts/browser/browser-signatures.ts';
import { verifySignature as inNode } from '../../../server/src/hosts/node/node-signatures.ts';

interface Algorithm {
  readonly hash: string | undefined;
  pair(): KeyPairKeyObjectResult;
}

const rsa = (hash: string, exponent = 65537): Algorithm => ({
  hash,
  pair: () => generateKeyPairSync('rsa', { modulusLength: 1024, publicExponent: exponent }),
});
const algorithms: Readonly<Record<number, Algorithm>> = {
  5: rsa('sha1', 3),
  7: rsa('sha1'),
  8: rsa('sha256'),
  10: rsa('sha512'),
  13: { hash: 'sha256', pair: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }) },
  14: { hash: 'sha384', pair: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }) },
  15: { hash: undefined, pair: () => generateKeyPairSync('ed25519') },
  16: { hash: undefined, pair: () => generateKeyPairSync('ed448') },
};

const fromBase64url = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64url');

/** The public key field of a DNSKEY record (RFC 3110 §2, RFC 6605 §4, RFC 8080 §3). */
function keyField({ publicKey }: KeyPairKeyObjectResult): Uint8Array {
  const { kty, n, e, x, y } = publicKey.export({ format: 'jwk' });
  if (kty !== 'RSA') return Buffer.concat([fromBase64url(x), fromBase64url(y)]);
  const exponent = fromBase64url(e);
  return Buffer.concat([Uint8Array.of(exponent.length), exponent, fromBase64url(n)]);
}

function flipped(octets: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(octets),
    place = at % copy.length;
  copy[place]! ^= 1 << (at % 8);
  return copy;
}

describe('signatures in a web worker', () => {
  for (const [number, { hash, pair }] of Object.entries(algorithms)) {
    const algorithm = Number(number),
      keys = pair(),
      key = keyField(keys);
    it(`of algorithm ${number} are right and wrong as in Node`, () => {
      fc.assert(
        fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(5000), (data, at) => {
          const signature = sign(hash, data, { key: keys.privateKey, dsaEncoding: 'ieee-p1363' });
          assert.equal(inNode(algorithm, key, data, signature), true);
          assert.equal(inBrowser(algorithm, key, data, signature), true);
          for (const [some, changed] of [
            [flipped(data, at), signature],
            [data, flipped(signature, at)],
            [data, signature.subarray(1)],
            [data, Buffer.concat([signature, Buffer.of(0)])],
          ] as const) {
            assert.equal(inNode(algorithm, key, some, changed), false);
            assert.equal(inBrowser(algorithm, key, some, changed), false);
          }
        }),
        { numRuns: 8 },
      );
    });
    it(`of algorithm ${number} with a key that is cut off or changed are never taken for right, and nothing fails`, () => {
      const data = Uint8Array.of(1, 2, 3),
        signature = sign(hash, data, { key: keys.privateKey, dsaEncoding: 'ieee-p1363' });
      fc.assert(
        fc.property(fc.nat(key.length - 1), fc.nat(5000), (length, at) => {
          for (const some of [key.subarray(0, length), flipped(key, at)])
            assert.notEqual(inBrowser(algorithm, some, data, signature), true);
        }),
        { numRuns: 20 },
      );
    });
  }

  it('of other algorithms cannot be told', () => {
    for (const algorithm of [0, 1, 3, 6, 12, 17, 253])
      assert.equal(inBrowser(algorithm, new Uint8Array(64), new Uint8Array(1), new Uint8Array(64)), undefined);
  });
});
