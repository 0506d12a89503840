import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textLoss } from '../../../server/src/workspace/trials/text-losses.ts';

const loss = (before: string, after: string, head = '', changesData = true): string | undefined =>
  textLoss([{ head, before, after, rest: '' }], changesData);

describe('what an edit takes from a text', () => {
  it('a comment that is nowhere afterwards', () => {
    assert.equal(loss('a A 192.0.2.1 ; the printer\n', ''), 'comment');
    assert.equal(loss('a A 192.0.2.1 ; the printer\n', 'b A 192.0.2.1 ;the  printer\n'), undefined);
  });

  it('no comment where a semicolon is in a string, or the edit is within a comment', () => {
    assert.equal(loss('p=none; sp=none', 'p=none', 'a TXT "v=DMARC1; '), undefined);
    assert.equal(loss('two; three', 'two', 'a A 192.0.2.1 ; one '), undefined);
  });

  it('a string that is nowhere afterwards, but not one that is written in another way', () => {
    assert.equal(loss('"one" "two"', '"one"'), 'string');
    assert.equal(loss('"one" "two"', '"onetwo"'), undefined);
    assert.equal(loss('"caf\u00e9"', '"caf\\195\\169"', '', false), undefined);
  });

  it('a blank line', () => {
    assert.equal(loss('a A 192.0.2.1\n\nb A 192.0.2.2\n', 'a A 192.0.2.1\nb A 192.0.2.2\n'), 'blank-line');
    assert.equal(loss('a A 192.0.2.1\n', ''), undefined);
  });
});
