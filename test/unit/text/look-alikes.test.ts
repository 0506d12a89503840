import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lookAlikeAt } from '../../../server/src/text/look-alikes.ts';
import { encode } from '../../../server/src/text/utf8.ts';

const plainOf = (text: string): string | undefined => lookAlikeAt(encode(text), 0)?.plain;

describe('a character that looks like a plain one', () => {
  it('is a typographic quotation mark, dash, apostrophe or space', () => {
    for (const [text, plain] of [
      ['“', '"'],
      ['”', '"'],
      ['„', '"'],
      ['«', '"'],
      ['’', "'"],
      ['–', '-'],
      ['−', '-'],
      ['\u00a0', ' '],
      ['\u2003', ' '],
    ] as const)
      assert.equal(plainOf(text), plain, text);
  });

  it('is a full-width character of an input method', () => {
    for (const [text, plain] of [
      ['；', ';'],
      ['（', '('],
      ['．', '.'],
      ['。', '.'],
      ['＠', '@'],
      ['Ａ', 'A'],
    ] as const)
      assert.equal(plainOf(text), plain, text);
  });

  it('is one that nobody sees', () => {
    for (const text of ['\u200b', '\u00ad', '\u2060', '\ufeff', '\u202e']) assert.equal(plainOf(text), '');
  });

  it('is no letter, and nothing that is cut off', () => {
    for (const text of ['ü', 'é', '漢', 'a', '😀']) assert.equal(plainOf(text), undefined, text);
    assert.equal(lookAlikeAt(Uint8Array.of(0xe2, 0x80), 0), undefined);
    assert.equal(lookAlikeAt(Uint8Array.of(0xc2), 0), undefined);
  });
});
