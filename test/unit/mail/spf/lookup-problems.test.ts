import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemText } from '../../../../server/src/mail/grammar/problem.ts';
import { spfLookupProblems } from '../../../../server/src/mail/spf/lookup-problems.ts';
import { tableResolver } from '../../../conformance/spf-table.ts';
import type { Table } from '../../../conformance/spf-table.ts';

const zones: Table = {
  'example.com': [{ A: '192.0.2.1' }, { MX: [10, 'mail.example.com'] }],
  'mail.example.com': [{ A: '192.0.2.2' }],
  'ok.example.com': [{ TXT: 'v=spf1 ip4:192.0.2.3 -all' }],
  'none.example.com': [{ TXT: 'not SPF' }],
  'two.example.com': [{ TXT: 'v=spf1 -all' }, { TXT: 'v=spf1 ~all' }],
  'broken.example.com': [{ TXT: 'v=spf1 mxx -all' }],
  'back.example.com': [{ TXT: 'v=spf1 include:example.com -all' }],
  'loop.example.com': [{ TXT: 'v=spf1 include:loop.example.com -all' }],
  'heavy.example.com': [{ TXT: `v=spf1 ${'a:example.com '.repeat(6)}-all` }],
  'nullmx.example.com': [{ MX: [0, ''] }],
  'deadmx.example.com': [{ MX: [0, 'none.example.com'] }],
  'manymx.example.com': Array.from({ length: 11 }, (_, index) => ({ MX: [index, 'mail.example.com'] })),
  'exp.example.com': [{ TXT: '%{i} may not send for %{d}.' }],
  'badexp.example.com': [{ TXT: '100% wrong' }],
  'bare.example.com': [{ TXT: 'x' }],
  'gone.example.com': [],
};

function found(text: string, domain = 'example.com'): readonly string[] {
  return spfLookupProblems(domain, text, tableResolver(zones, { absent: 'unknown' })).map((problem) => {
    assert.doesNotMatch(problemText(problem), /\{\w+\}|^$/);
    return `${problem.code} ${problem.message} ${text.slice(problem.start, problem.end)}`;
  });
}

describe('a record in view of the zones at hand', () => {
  it('has no problem where all its names are good or not known', () => {
    assert.deepEqual(
      found(
        'v=spf1 a mx include:ok.example.com include:_spf.example.net a:x.example.net mx:y.example.net exists:%{i}.example.com exp=exp.%{d} ~all',
      ),
      [],
    );
  });

  it('includes only names with one good SPF record', () => {
    assert.deepEqual(
      found(
        'v=spf1 include:none.example.com include:gone.example.com include:two.example.com include:broken.example.com -all',
      ),
      [
        'spf/include-no-spf none include:none.example.com',
        'spf/include-no-spf none include:gone.example.com',
        'spf/include-multiple several include:two.example.com',
        'spf/include-no-spf broken include:broken.example.com',
      ],
    );
  });

  it('is redirected only to such a name', () => {
    for (const [name, message] of [
      ['none', 'none'],
      ['two', 'several'],
      ['broken', 'broken'],
    ]) {
      assert.deepEqual(found(`v=spf1 mx redirect=${name}.example.com`), [
        `spf/redirect-nodata ${message} redirect=${name}.example.com`,
      ]);
    }
  });

  it('does not come back to itself', () => {
    assert.deepEqual(found('v=spf1 include:back.example.com -all'), ['spf/include-loop loop include:back.example.com']);
    assert.deepEqual(found('v=spf1 redirect=back.example.com'), ['spf/redirect-loop loop redirect=back.example.com']);
    assert.deepEqual(found('v=spf1 include:loop.example.com -all'), [], 'the circle is not its own');
  });

  it('names hosts that have addresses', () => {
    assert.deepEqual(found('v=spf1 a:none.example.com exists:none.example.com -all'), [
      'spf/a-no-address none a:none.example.com',
      'spf/exists-no-address none exists:none.example.com',
    ]);
    assert.deepEqual(found('v=spf1 mx:none.example.com mx:deadmx.example.com mx:nullmx.example.com -all'), [
      'spf/mx-no-mx none mx:none.example.com',
      'spf/mx-no-mx noAddress mx:deadmx.example.com',
      'spf/mx-no-mx none mx:nullmx.example.com',
    ]);
    assert.deepEqual(found('v=spf1 a mx -all', 'bare.example.com'), [
      'spf/unneeded-a none a',
      'spf/unneeded-mx none mx',
    ]);
  });

  it('keeps to ten look-ups, and says where they are used up', () => {
    assert.deepEqual(found('v=spf1 include:heavy.example.com mx mx a a -all'), ['spf/lookup-limit exact a']);
    assert.deepEqual(found('v=spf1 include:heavy.example.com mx -all'), ['spf/lookup-near-limit exact mx']);
    assert.deepEqual(found('v=spf1 include:heavy.example.com include:_spf.example.net -all'), [
      'spf/lookup-near-limit atLeast include:_spf.example.net',
    ]);
    assert.deepEqual(found('v=spf1 include:heavy.example.com include:heavy.example.com -all'), [
      'spf/lookup-limit exact include:heavy.example.com',
    ]);
  });

  it('keeps to two look-ups that find nothing, and to ten MX records', () => {
    assert.ok(
      found('v=spf1 a:none.example.com a:two.example.com a:gone.example.com -all').includes(
        'spf/void-limit voids a:none.example.com',
      ),
    );
    assert.deepEqual(found('v=spf1 mx:manymx.example.com -all'), ['spf/mx-over-10 many mx:manymx.example.com']);
  });

  it('explains itself with one good text', () => {
    for (const [name, message] of [
      ['gone', 'none'],
      ['two', 'several'],
      ['badexp', 'broken'],
    ]) {
      assert.deepEqual(found(`v=spf1 -all exp=${name}.example.com`), [
        `spf/exp-target ${message} exp=${name}.example.com`,
      ]);
    }
    assert.deepEqual(found('v=spf1 -all exp=exp.example.com'), []);
    assert.deepEqual(found('v=spf1 -all exp=%{i}.example.com'), []);
  });

  it('is left alone where its grammar is broken', () => {
    assert.deepEqual(found('v=spf1 mxx include:none.example.com'), []);
  });
});
