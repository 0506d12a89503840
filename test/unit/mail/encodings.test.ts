import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { decodeBase64, encodeBase64 } from '../../../server/src/mail/grammar/base64.ts';
import { applyEdits, collect, fillTemplate, problemText } from '../../../server/src/mail/grammar/problem.ts';
import { presentStrings, quoteString, splitStrings } from '../../../server/src/mail/grammar/txt-strings.ts';

describe('base64', () => {
  it('is what Node makes of it, for any octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (octets) => {
        const text = Buffer.from(octets).toString('base64');
        assert.equal(encodeBase64(octets), text);
        assert.deepEqual(decodeBase64(text), { octets, badAt: -1, missing: 0, hasSpace: false });
      }),
    );
  });

  it('may have white space in it', () => {
    assert.deepEqual(decodeBase64('QU JD\tRA = ='), { octets: Uint8Array.from(Buffer.from('ABCD')), badAt: -1, missing: 0, hasSpace: true });
  });

  it('tells the first bad character and what is missing at the end', () => {
    assert.equal(decodeBase64('QUJD*A').badAt, 4);
    assert.equal(decodeBase64('QQ==QQ==').badAt, 4);
    assert.equal(decodeBase64('QUJDRA').missing, 2);
  });
});

describe('the strings of a TXT record', () => {
  it('hold 255 octets at most and give the text when joined', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900 }), (text) => {
        const strings = splitStrings(text);
        assert.equal(strings.join(''), text);
        assert.ok(strings.every((string) => string.length <= 255));
        assert.equal(strings.length, Math.max(1, Math.ceil(text.length / 255)));
      }),
    );
  });

  it('are quoted with their quotes, backslashes and odd octets escaped', () => {
    assert.equal(quoteString('a"b\\c\u00e9\n;'), '"a\\"b\\\\c\\233\\010;"');
    assert.equal(presentStrings('x'.repeat(256)), `"${'x'.repeat(255)}" "x"`);
  });
});

describe('a problem', () => {
  const rules = {
    'a/b': { severity: 'error', profile: 'recommended', source: 'practice', summary: '', messages: { m: '{x} is {y}' } },
  } as const;

  it('is worded by its rule', () => {
    assert.equal(problemText(rules, { code: 'a/b', message: 'm', args: { x: 1, y: 'odd' } }), '1 is odd');
    assert.equal(problemText(rules, { code: 'a/c', message: 'm', args: {} }), '');
    assert.equal(fillTemplate('{x}{z}', { x: 'a' }), 'a{z}');
  });

  it('comes in the order of the text', () => {
    const { report, problems } = collect(rules);
    report('a/b', 'm', { start: 5, end: 6 });
    report('a/b', 'm', { start: 1, end: 3 });
    assert.deepEqual(problems().map((problem) => problem.start), [1, 5]);
  });

  it('is repaired by edits from left to right', () => {
    assert.equal(applyEdits('abcdef', [{ start: 0, end: 1, text: 'A' }, { start: 3, end: 3, text: '-' }]), 'Abc-def');
  });
});
