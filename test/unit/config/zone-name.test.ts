import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { absoluteName, nameLabels } from '../../../server/src/config/zone-files/zone-name.ts';

describe('the name of a zone', () => {
  it('is absolute and in lower case, with and without its final dot', () => {
    assert.equal(absoluteName('Example.COM'), 'example.com.');
    assert.equal(absoluteName('example.com.'), 'example.com.');
    assert.equal(absoluteName('.'), '.');
    assert.equal(absoluteName('0/25.2.0.192.in-addr.arpa'), '0/25.2.0.192.in-addr.arpa.');
  });

  it('may hold escapes and more than ASCII', () => {
    assert.equal(absoluteName('a\\.b.example'), 'a\\.b.example.');
    assert.equal(absoluteName('a\\046b.example'), 'a\\046b.example.');
    assert.equal(absoluteName('a.example\\.'), 'a.example\\..');
    assert.equal(absoluteName('Ünicode.example'), 'Ünicode.example.');
    assert.deepEqual(nameLabels('a\\.b.example.'), ['a\\.b', 'example']);
    assert.deepEqual(nameLabels('.'), []);
  });

  it('is none where RFC 1035 §2.3.4 forbids it', () => {
    for (const bad of [
      '',
      '..',
      'a..b',
      '.example.com',
      'a b',
      'x@example.com',
      'a\\',
      'a\\12',
      'a\\300',
      `${'a'.repeat(64)}.example`,
      `${'a.'.repeat(127)}aa`,
      'é'.repeat(32),
    ])
      assert.equal(absoluteName(bad), undefined, bad);
    assert.equal(absoluteName(`${'a'.repeat(63)}.example`), `${'a'.repeat(63)}.example.`);
    assert.equal(absoluteName('a.'.repeat(127)), 'a.'.repeat(127));
  });

  it('is read the same a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', '\\', '0', '4', '6', '-', 'é', ' ') }), (text) => {
        const name = absoluteName(text);
        if (name !== undefined) assert.equal(absoluteName(name), name);
      }),
    );
  });
});
