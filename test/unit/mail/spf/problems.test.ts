import { rowsOf } from '../../findings/rows.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits, problemText, severityOf } from '../../../../server/src/mail/grammar/problem.ts';
import { parseSpf } from '../../../../server/src/mail/spf/syntax/parse.ts';
import { spfProblems } from '../../../../server/src/mail/spf/spf-problems.ts';
import type { SpfContext, SpfProblem } from '../../../../server/src/mail/spf/spf-problems.ts';
import { goodRecords, problemCases } from './problem-cases.ts';

const octets = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const problemsOf = (text: string, context?: SpfContext): readonly SpfProblem[] => spfProblems(parseSpf(text), context);

describe('a good SPF record', () => {
  for (const record of goodRecords) {
    it(`has no problem: ${record}`, () => {
      assert.deepEqual(problemsOf(record), []);
    });
  }

  it('is nothing that is no SPF record', () => {
    for (const text of ['', 'v=DMARC1; p=reject', 'google-site-verification=x', 'all mx'])
      assert.deepEqual(problemsOf(text), []);
  });
});

describe('an SPF record with a problem', () => {
  for (const { record, code, message, fixed, safe } of problemCases) {
    it(`${code} ${message}: ${JSON.stringify(record)}`, () => {
      const [before, middle, after] = record.split(/[«»]/).map(octets);
      assert.ok(before !== undefined && middle !== undefined && after !== undefined);
      const text = before + middle + after;
      const context = { domain: 'self.example.com' };
      const found = problemsOf(text, context);
      assert.deepEqual(
        found.map((problem) => [problem.code, problem.message, text.slice(problem.start, problem.end)]),
        [[code, message, middle]],
      );
      const [problem] = found;
      assert.ok(problem !== undefined);
      assert.equal(problem.start, before.length);
      assert.doesNotMatch(problemText(problem), /\{\w+\}(?<!%\{\w+\})|^$/);
      assert.equal(problem.fix?.safe, safe);
      if (problem.fix === undefined || fixed === undefined) return;
      assert.equal(applyEdits(text, problem.fix.edits), fixed);
      const left = problemsOf(fixed, context).filter((other) => severityOf(other) === 'error' || other.code === code);
      assert.deepEqual(left, [], 'a fix takes its problem away and brings no error');
    });
  }

  it('is there for every code and message of the table that one string can have', () => {
    const tested = new Set(problemCases.map(({ code, message }) => `${code} ${message}`));
    const elsewhere = [
      'spf/too-long over450',
      'spf/too-long over512',
      'spf/strings-join glued',
      'spf/redirect-loop loop',
    ];
    // What only look-ups, providers or the other records of a name show has tests of its own.
    const around =
      /^spf\/(?:(?:a|exists)-no-address|at-wrong-name|exp-target|include-(?:loop|multiple|no-spf)|lookup-(?:near-)?limit|multiple|mx-host-not-covered|mx-no-mx|mx-over-10|no-record|none-for-mx-host|parked|provider-\w+|redirect-nodata|subdomain-missing|type99|unknown-provider|unneeded-(?:a|mx)|void-limit) /;
    const all = Object.entries(rowsOf('spf')).flatMap(([code, rule]) =>
      Object.keys(rule.messages).map((message) => `${code} ${message}`),
    );
    const same = ['spf/ip6-cidr zeros', 'spf/ip6-cidr double', 'spf/ip6-cidr syntax'];
    assert.deepEqual(
      all.filter((one) => !tested.has(one) && !elsewhere.includes(one) && !same.includes(one) && !around.test(one)),
      [],
    );
  });

  it('has several where several are there', () => {
    const text = 'v=spf1 ipv4:192.0.2.1, a:192.0.2.2 include: _spf.example.com mx +all mx';
    assert.deepEqual(
      problemsOf(text).map((problem) => problem.code),
      ['spf/term-separator', 'spf/a-ip', 'spf/space-after-colon', 'spf/plus-all', 'spf/after-all'],
    );
  });
});

describe('the strings of a TXT record', () => {
  it('are joined without a space, which glues two terms together', () => {
    const text = 'v=spf1 include:a.example.cominclude:b.example.com -all';
    const at = text.indexOf('include:b');
    const [problem, ...more] = problemsOf(text, { boundaries: [at] });
    assert.deepEqual(more, []);
    assert.deepEqual(
      [problem?.code, text.slice(problem?.start, problem?.end)],
      ['spf/strings-join', 'include:a.example.cominclude:b.example.com'],
    );
    assert.equal(
      applyEdits(text, problem?.fix?.edits ?? []),
      'v=spf1 include:a.example.com include:b.example.com -all',
    );
  });

  it('may glue the version to the first term', () => {
    assert.deepEqual(
      problemsOf('v=spf1mx -all', { boundaries: [6] }).map((problem) => problem.code),
      ['spf/strings-join'],
    );
  });

  it('may be cut anywhere inside a term', () => {
    const text = 'v=spf1 include:spf.example.com a:mx.example.com -all';
    for (let at = 1; at < text.length; at++)
      assert.deepEqual(problemsOf(text, { boundaries: [at] }), [], text.slice(at));
  });

  it('are too long where the answer may not fit', () => {
    const record = (count: number): string =>
      `v=spf1 ${Array.from({ length: count }, (_, index) => `ip4:192.0.2.${100 + index} `).join('')}-all`;
    assert.deepEqual(
      problemsOf(record(27)).map((problem) => problem.message),
      [],
    );
    assert.deepEqual(
      problemsOf(record(30)).map((problem) => problem.message),
      ['over450'],
    );
    assert.deepEqual(
      problemsOf(record(40)).map((problem) => problem.message),
      ['over512'],
    );
  });
});

describe('whatever a record holds', () => {
  const piece = fc.constantFrom(
    'mx',
    'a',
    '-all',
    '~all',
    'all',
    ' ',
    '  ',
    ',',
    ';',
    '-',
    '\xe2\x80\x93',
    'include:',
    'include:_spf.example.com',
    'ip4:192.0.2.1',
    'ip4:',
    '192.0.2',
    '/24',
    '/',
    '//64',
    '2001:db8::1',
    'ip6:',
    'a:',
    '%{d}',
    '%',
    '%{z}',
    'redirect=',
    'example.com',
    'exp=',
    'x=y',
    '"',
    '\t',
    '\xe9',
    'ptr',
    'inlcude',
    'v=spf1',
    ':',
    '=',
    '.',
  );
  const start = fc.constantFrom(
    'v=spf1 ',
    'v=spf1 ',
    'v=spf1 ',
    'v=spf1',
    'V=SPF1 mx ',
    ' v=spf1 ',
    'v=spf2 ',
    'spf1 ',
    '',
  );
  const record = fc
    .tuple(start, fc.array(piece, { maxLength: 10 }))
    .map(([version, pieces]) => version + pieces.join(''));

  it('its problems lie in the text, and their edits are in order', () => {
    fc.assert(
      fc.property(record, (text) => {
        for (const problem of problemsOf(text, { domain: 'example.com', boundaries: [6, 12] })) {
          assert.ok(0 <= problem.start && problem.start < problem.end && problem.end <= text.length, problem.code);
          let at = 0;
          for (const edit of problem.fix?.edits ?? []) {
            assert.ok(at <= edit.start && edit.start <= edit.end && edit.end <= text.length, problem.code);
            at = edit.end;
          }
          if (problem.fix !== undefined) assert.notEqual(applyEdits(text, problem.fix.edits), text);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('an error is reported exactly where receivers return permerror, apart from errors of sense', () => {
    const sense = [
      'spf/plus-all',
      'spf/include-self',
      'spf/redirect-loop',
      'spf/mechanism-eq',
      'spf/term-separator',
      'spf/ip6-is-v4',
      'spf/version-typo',
    ];
    fc.assert(
      fc.property(record, (text) => {
        const parsed = parseSpf(text);
        const errors = problemsOf(text).filter((problem) => severityOf(problem) === 'error');
        if (parsed.faults.length > 0) assert.notEqual(errors.length, 0, text);
        if (parsed.valid)
          assert.deepEqual(
            errors.filter(({ code }) => !sense.includes(code)),
            [],
            text,
          );
      }),
      { numRuns: 3000 },
    );
  });

  it('a safe fix takes its problem away', () => {
    fc.assert(
      fc.property(record, (text) => {
        for (const problem of problemsOf(text)) {
          if (problem.fix?.safe !== true) continue;
          const fixed = applyEdits(text, problem.fix.edits);
          const count = (all: readonly SpfProblem[]): number =>
            all.filter(({ code, message }) => code === problem.code && message === problem.message).length;
          assert.ok(
            count(problemsOf(fixed)) < count(problemsOf(text)) ||
              parseSpf(fixed).terms.length > parseSpf(text).terms.length,
            `${text} → ${fixed}`,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is judged in time, even where it is as long as a TXT record can be', () => {
    for (const unit of [' ', 'a ', 'ip4:192.0.2.1 ', 'ip4:1,', '"', '.1', '%{d}', '- ', 'include: ', '\xe2\x80\x93']) {
      const text = `v=spf1 a:${unit.repeat(Math.floor(65_000 / unit.length))}x`;
      const before = performance.now();
      problemsOf(text);
      assert.ok(performance.now() - before < 20_000, unit);
    }
  });
});
