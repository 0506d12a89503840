import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import fc from 'fast-check';
import { sha1 } from '../../../../server/src/zone/lint/sha1.ts';

it('the hash under NSEC3 is SHA-1, whatever is hashed', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), octets => {
    const out = new Uint8Array(22);
    sha1(octets, octets.length, out, 1);
    assert.equal(Buffer.from(out.subarray(1, 21)).toString('hex'), createHash('sha1').update(octets).digest('hex'));
    assert.equal(out[0]! + out[21]!, 0);
  }));
});

it('of a longer buffer only the given octets are hashed', () => {
  const out = new Uint8Array(20), octets = Uint8Array.from({ length: 300 }, (_, k) => k & 255);
  for (const length of [0, 1, 55, 56, 63, 64, 119, 120, 255, 300]) {
    sha1(octets, length, out, 0);
    assert.equal(Buffer.from(out).toString('hex'), createHash('sha1').update(octets.subarray(0, length)).digest('hex'));
  }
});
