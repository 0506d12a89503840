import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { query, readMessage } from '../../../server/src/live/message/message.ts';
import { readTsigKey } from '../../../server/src/live/message/tsig.ts';
import { nameOctets, nameText } from '../../../server/src/live/message/wire-name.ts';

/** An answer to a question for `a.example. A` with these octets after the question. */
function answer(counts: readonly [number, number, number], records: readonly number[], flags = 0x8400): Uint8Array {
  const question = query(7, { name: 'a.example.', type: 1, recursive: false }, false);
  assert.ok(question);
  const octets = Uint8Array.from([...question, ...records]),
    view = new DataView(octets.buffer);
  view.setUint16(2, flags);
  counts.forEach((count, k) => view.setUint16(6 + 2 * k, count));
  return octets;
}

describe('DNS messages', () => {
  it('are read whatever the octets are, and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        readMessage(octets);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)),
        fc.array(fc.oneof(fc.constantFrom(0xc0, 0, 1, 12, 6, 41, 250), fc.nat(255)), { maxLength: 120 }),
        (counts, records) => {
          readMessage(answer(counts, records));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keep dots and odd octets in labels', () => {
    for (const name of ['john\\.doe.example.', '\\000\\255x.example.', 'a\\"b\\;.example.', '.'])
      assert.equal(nameText(nameOctets(name) ?? new Uint8Array()), name);
  });

  it('with names that point forward or in a circle are refused', () => {
    const tail = [0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1],
      at = answer([0, 0, 0], []).length;
    assert.equal(readMessage(answer([1, 0, 0], [0xc0, at, ...tail])), undefined);
    assert.equal(readMessage(answer([1, 0, 0], [0xc0, at + 2, ...tail])), undefined);
    assert.equal(readMessage(answer([1, 0, 0], [0xc0, 12, ...tail]))?.answers[0]?.owner, 'a.example.');
  });

  it('have names in rdata uncompressed', () => {
    const mx = [0xc0, 12, 0, 15, 0, 1, 0, 0, 0, 60, 0, 4, 0, 10, 0xc0, 14],
      read = readMessage(answer([1, 0, 0], mx));
    assert.deepEqual([...(read?.answers[0]?.rdata ?? [])], [0, 10, 7, ...Buffer.from('example'), 0]);
    assert.equal(readMessage(answer([1, 0, 0], [...mx.slice(0, -4), 0, 10, 0xc0])), undefined);
  });

  it('that say truncated are read as far as they go', () => {
    assert.equal(readMessage(answer([1, 0, 0], [0xc0], 0x8600))?.truncated, true);
    assert.equal(readMessage(answer([1, 0, 0], [0xc0])), undefined);
  });

  it('are signed with keys in both forms that BIND takes', () => {
    const secret = 'c2VjcmV0';
    for (const text of [
      `key "k.example" {\n  algorithm hmac-sha512; // strong\n  secret "${secret}";\n};`,
      `hmac-sha512:k.example:${secret}\n`,
    ]) {
      const key = readTsigKey(text);
      assert.equal(key?.name, 'k.example.');
      assert.equal(key?.algorithm, 'hmac-sha512.');
      assert.deepEqual([...(key?.secret ?? [])], [...Buffer.from('secret')]);
    }
    for (const text of ['', 'key "k" { algorithm hmac-md5; secret "c2VjcmV0"; };', 'hmac-sha256:k:***', 'k'])
      assert.equal(readTsigKey(text), undefined);
  });
});
