import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { editDistance, nearest } from '../../../server/src/text/near-miss.ts';

describe('the nearest word', () => {
  const mechanisms = ['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'];

  it('is found over a swap, a missing, a doubled and a wrong letter', () => {
    for (const word of ['inlcude', 'inclde', 'inncluude', 'imclude', 'INCLUDE'])
      assert.equal(nearest(word, mechanisms), 'include', word);
  });

  it('is none where two are equally near', () => {
    assert.equal(nearest('ip5', mechanisms), undefined);
  });

  it('is none where all are far, and short words forgive less', () => {
    assert.equal(nearest('mailto', mechanisms), undefined);
    assert.equal(nearest('xyz', mechanisms), undefined);
    assert.equal(nearest('exits', mechanisms), 'exists');
  });

  it('keeps to the limit that is given', () => {
    assert.equal(nearest('inlcude', mechanisms, 0), undefined);
    assert.equal(nearest('redirct', ['redirect'], 1), 'redirect');
  });

  it('has a distance that is symmetric, and 0 for the same word only', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(editDistance(a, b), editDistance(b, a));
        assert.equal(editDistance(a, b) === 0, a === b);
      }),
    );
  });

  it('counts a swap once and stops at the limit', () => {
    assert.equal(editDistance('ab', 'ba'), 1);
    assert.equal(editDistance('abcdef', 'fedcba', 2), 3);
    assert.equal(editDistance('', 'abc'), 3);
  });
});
