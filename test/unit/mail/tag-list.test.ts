import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { applyEdits } from '../../../server/src/mail/grammar/problem.ts';
import { moveToFront, removeItem, removeTag } from '../../../server/src/mail/grammar/tag-fixes.ts';
import { findTag, parseTagList, splitValue } from '../../../server/src/mail/grammar/tag-list.ts';

describe('a tag list', () => {
  it('gives each tag with the place of its name and its value', () => {
    const { tags, separators } = parseTagList(' v = DKIM1 ;p=abc; ');
    assert.deepEqual(separators, [11, 17]);
    assert.deepEqual(
      tags.map(({ name, value, start, end, nameSpan, valueSpan, equals }) => ({
        name,
        value,
        start,
        end,
        nameSpan,
        valueSpan,
        equals,
      })),
      [
        {
          name: 'v',
          value: 'DKIM1',
          start: 1,
          end: 10,
          nameSpan: { start: 1, end: 2 },
          valueSpan: { start: 5, end: 10 },
          equals: 3,
        },
        {
          name: 'p',
          value: 'abc',
          start: 12,
          end: 17,
          nameSpan: { start: 12, end: 13 },
          valueSpan: { start: 14, end: 17 },
          equals: 13,
        },
      ],
    );
  });

  it('keeps equals signs in the value and folding white space out of it', () => {
    const { tags } = parseTagList('p=\r\n QUI= \r\n\t;x');
    assert.deepEqual(
      tags.map(({ name, value }) => [name, value]),
      [
        ['p', 'QUI='],
        ['x', ''],
      ],
    );
  });

  it('knows which tag is the second of its name', () => {
    assert.deepEqual(
      parseTagList('a=1;b=2;a=3').tags.map((tag) => tag.duplicateOf),
      [-1, -1, 0],
    );
  });

  it('tells empty specs, but not the end after the last semicolon', () => {
    assert.deepEqual(parseTagList('a=1; ;b=2; ').empty, [{ start: 4, end: 6 }]);
    assert.deepEqual(parseTagList('').tags, []);
  });

  it('keeps a backslash before a semicolon out of the value', () => {
    const list = parseTagList('v=DMARC1\\; p=none\\');
    assert.deepEqual(list.backslashes, [8]);
    assert.deepEqual(
      list.tags.map((tag) => tag.value),
      ['DMARC1', 'none\\'],
    );
  });

  it('puts every octet into a tag, a separator or white space', () => {
    const texts = fc
      .array(fc.constantFrom('a', '=', ';', ' ', '\t', '\\', 'v=1', '\u00e9'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const list = parseTagList(text);
        const covered = Array.from(text, (character) => /\s/.test(character));
        for (const at of [...list.separators, ...list.backslashes]) covered[at] = true;
        for (const tag of list.tags) covered.fill(true, tag.start, tag.end);
        assert.ok(covered.every(Boolean));
      }),
    );
  });

  it('loses a tag with its separator', () => {
    const list = parseTagList('a=1; b=2; c=3');
    const without = (name: string): string => {
      const tag = findTag(list, name);
      assert.ok(tag !== undefined);
      return applyEdits(list.text, removeTag(list, tag).edits);
    };
    assert.deepEqual(['a', 'b', 'c'].map(without), ['b=2; c=3', 'a=1; c=3', 'a=1; b=2']);
  });

  it('loses one item of a value with one separator', () => {
    const text = 't= a : b :c;x=1';
    const span = { start: 3, end: 11 };
    const without = splitValue(text, span, ':').map((item) =>
      applyEdits(text, removeItem(text, span, item, ':').edits),
    );
    assert.deepEqual(without, ['t= b :c;x=1', 't= a : c;x=1', 't= a : b;x=1']);
  });

  it('gets a tag moved to its front', () => {
    const list = parseTagList('p=none; v=DMARC1; t=y');
    const tag = findTag(list, 'v');
    assert.ok(tag !== undefined);
    assert.equal(applyEdits(list.text, moveToFront(list, tag).edits), 'v=DMARC1; p=none; t=y');
  });
});
