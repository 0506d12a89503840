import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { quotedStrings, withEscapedQuotes } from '../../../server/src/lint/kit/quoted-strings.ts';
import { encodedLength } from '../../../server/src/text/utf8.ts';

/** The strings' contents as written. */
const contents = (strings: string): readonly string[] =>
  [...strings.matchAll(/"((?:[^"\\]|\\[^])*)"/g)].map(([, content]) => content!);
const octets = (content: string): number => encodedLength(content.replace(/\\\d{3}/g, '.').replace(/\\([^])/g, '$1'));

describe('a long text', () => {
  it('is one string up to 255 octets', () => {
    assert.equal(quotedStrings('a'.repeat(255)), `"${'a'.repeat(255)}"`);
    assert.equal(quotedStrings(''), '""');
  });

  it('is cut on octets, escapes and characters left whole', () => {
    assert.equal(quotedStrings('a'.repeat(256)), `"${'a'.repeat(255)}" "a"`);
    assert.equal(quotedStrings(`${'a'.repeat(254)}ü`), `"${'a'.repeat(254)}" "ü"`);
    assert.equal(quotedStrings(`${'a'.repeat(254)}\\195\\188`), `"${'a'.repeat(254)}\\195" "\\188"`);
  });

  it('keeps words together where a space is near', () => {
    assert.equal(
      quotedStrings(`${'a'.repeat(240)} include:_spf.example.com -all`),
      `"${'a'.repeat(240)} " "include:_spf.example.com -all"`,
    );
  });

  it('is the same text once the strings are joined, and no string is too long', () => {
    const unit = fc.constantFrom('a', ' ', 'ü', '漢', '\\"', '\\\\', '\\065', ';');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 900 }), (units) => {
        const source = units.join(''),
          strings = contents(quotedStrings(source));
        assert.equal(strings.join(''), source);
        for (const content of strings) assert.ok(octets(content) <= 255);
      }),
    );
  });
});

describe('quotation marks inside a text', () => {
  it('are escaped once', () => {
    assert.equal(withEscapedQuotes('say "yes"'), 'say \\"yes\\"');
    assert.equal(withEscapedQuotes('say \\"yes\\"'), 'say \\"yes\\"');
    assert.equal(withEscapedQuotes('a \\\\"b'), 'a \\\\\\"b');
  });
});
