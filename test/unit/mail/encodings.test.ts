import { fillTemplate } from '../../../server/src/findings/template.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { decodeBase64, encodeBase64 } from '../../../server/src/mail/grammar/base64.ts';
import { applyEdits, collect, problemText } from '../../../server/src/mail/grammar/problem.ts';
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
    assert.deepEqual(decodeBase64('QU JD\tRA = ='), {
      octets: Uint8Array.from(Buffer.from('ABCD')),
      badAt: -1,
      missing: 0,
      hasSpace: true,
    });
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
  it('is worded by its row', () => {
    assert.equal(problemText({ code: 'mx/cname', message: 'no such message', args: {} }), '');
    assert.match(problemText({ code: 'spf/plus-all', message: 'everyone', args: { found: '+all' } }), /\+all/);
    assert.equal(fillTemplate('{x}{z}', { x: 'a' }), 'a{z}');
  });

  it('comes in the order of the text', () => {
    const { report, problems } = collect<'spf/plus-all'>();
    report('spf/plus-all', 'everyone', { start: 5, end: 6 }, { found: 'all' });
    report('spf/plus-all', 'everyone', { start: 1, end: 3 }, { found: 'all' });
    assert.deepEqual(
      problems().map((problem) => problem.start),
      [1, 5],
    );
  });

  it('is repaired by edits from left to right', () => {
    assert.equal(
      applyEdits('abcdef', [
        { start: 0, end: 1, text: 'A' },
        { start: 3, end: 3, text: '-' },
      ]),
      'Abc-def',
    );
  });
});
