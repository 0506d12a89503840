import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import fc from 'fast-check';
import { digestOf } from '../../../../server/src/zone/lint/sha2.ts';

const hex = (octets: Uint8Array | undefined): string => Buffer.from(octets ?? []).toString('hex');

for (const [type, name] of [[2, 'sha256'], [4, 'sha384']] as const) {
  it(`the digest of DS records with digest type ${type} is ${name}, whatever is hashed`, () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 700 }), octets => { assert.equal(hex(digestOf(type, octets)), createHash(name).update(octets).digest('hex')); }), { numRuns: 40 });
    for (const length of [0, 1, 55, 56, 63, 64, 111, 112, 119, 120, 127, 128]) {
      const octets = Uint8Array.from({ length }, (_, k) => k);
      assert.equal(hex(digestOf(type, octets)), createHash(name).update(octets).digest('hex'));
    }
  });
}

it('other digest types have no digest', () => { for (const type of [0, 1, 3, 5, 6]) assert.equal(digestOf(type, new Uint8Array(3)), undefined); });
