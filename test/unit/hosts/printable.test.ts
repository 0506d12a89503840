import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { printable, printableJson } from '../../../server/src/hosts/node/printable.ts';

const dangerous = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b', '\u009b', '\n', '\r', '\u202e', '#', '##[', '::', 'error', ' ', '\ud800', '\u{e0041}'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
});

describe('what is printed', () => {
  it('has its control characters, marks of direction and line ends written out', () => {
    assert.equal(
      printable('a\u001b[31m\u009b\u202eb\n\t\u2028\u{e0041}'),
      'a\\u001b[31m\\u009b\\u202eb\\n\\t\\u2028\\udb40\\udc41',
    );
  });

  it('keeps names in any script, addresses and what only looks like a command', () => {
    for (const text of [
      'пример.example. IN A 192.0.2.1',
      '例え.テスト',
      '::1 is the loopback address',
      '2001:db8::1',
      'a ## b',
      '😀',
      '## [x]',
    ])
      assert.equal(printable(text), text);
  });

  it('is no command for what runs a workflow', () => {
    for (const text of ['::error::x', '  ::set-output name=a::b', '::Add-Mask::x'])
      assert.doesNotMatch(printable(text), /^\s*::/);
    for (const text of ['x ##[error]y', '##vso[task.setvariable]x', '###[error]', '##teamcity[x]', '##[##[x]'])
      assert.doesNotMatch(printable(text), /##[a-z]*\[/i);
  });

  it('is safe whatever it is made from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = printable(text);
        return !dangerous.test(shown) && !/##[a-z]*\[/i.test(shown) && !/^\s*::[a-z][a-z-]*(?:\s.*)?::/i.test(shown);
      }),
      { numRuns: 2000 },
    );
  });

  it('as JSON is read as what it was', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, anyText), (value) => {
        const shown = printableJson(value, 1),
          back: unknown = JSON.parse(shown);
        assert.deepEqual(back, JSON.parse(JSON.stringify(value)));
        return !dangerous.test(shown.replaceAll('\n', '')) && !/##[a-z]*\[/i.test(shown);
      }),
      { numRuns: 2000 },
    );
  });
});
