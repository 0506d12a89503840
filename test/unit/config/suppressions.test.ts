import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  parseSuppression,
  Suppressions,
  type PlacedComment,
  type PlacedFinding,
} from '../../../server/src/config/settings/suppressions.ts';

const known = ['mx/no-address', 'mx/cname', 'spf/lookup-limit', 'spf/ptr', 'soa/expire-low'];

/** The comments of a zone, found as simply as the zones of these tests allow. */
function comments(zone: string): readonly PlacedComment[] {
  return zone
    .split('\n')
    .flatMap((text, line) =>
      text.includes(';') ? [{ line, character: text.indexOf(';'), text: text.slice(text.indexOf(';')) }] : [],
    );
}

const of = (zone: string): Suppressions => new Suppressions(comments(zone), known);

function problems(
  zone: string,
  findings: readonly PlacedFinding[] = [],
  isActive?: (code: string) => boolean,
): readonly string[] {
  return of(zone)
    .problems(findings, isActive)
    .map(({ code, line, start, end }) => `${code} ${zone.split('\n')[line]!.slice(start, end)}`);
}

describe('a comment that suppresses', () => {
  it('names what it is for, with blanks or commas between', () => {
    assert.deepEqual(parseSuppression('; zonewright-disable-line mx/no-address, spf/*'), {
      kind: 'disable-line',
      word: 'disable-line',
      start: 2,
      end: 25,
      codes: [
        { code: 'mx/no-address', start: 26, end: 39 },
        { code: 'spf/*', start: 41, end: 46 },
      ],
    });
    assert.equal(parseSuppression('zonewright-enable')?.kind, 'enable');
    assert.equal(parseSuppression(';;zonewright-disable')?.kind, 'disable');
    assert.equal(parseSuppression(';\tzonewright-disable-next-line\tmx/cname')?.codes[0]?.code, 'mx/cname');
  });

  it('may give its reason, and stand behind a remark', () => {
    assert.deepEqual(
      parseSuppression('; zonewright-disable-line mx/cname -- moved next week, see #12')?.codes.map(({ code }) => code),
      ['mx/cname'],
    );
    assert.deepEqual(parseSuppression('; zonewright-disable-line -- all of it')?.codes, []);
    assert.equal(parseSuppression('; the old host ; zonewright-disable-line mx/cname')?.kind, 'disable-line');
  });

  it('is told from one that merely speaks of it', () => {
    for (const text of [
      '; use zonewright-disable-line here',
      '; zonewright: internal',
      '; zonewright',
      'zonewright-',
      '; zonewright-fix',
      '',
    ])
      assert.equal(parseSuppression(text), undefined, text);
  });
});

describe('suppressions', () => {
  it('of a line and of the next line reach no further', () => {
    const lines = of(
      'a MX 10 x ; zonewright-disable-line mx/no-address\n; zonewright-disable-next-line mx/cname\nb MX 10 y\nc MX 10 z',
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lines.isSuppressed('mx/no-address', line)),
      [true, false, false, false],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => lines.isSuppressed('mx/cname', line)),
      [false, false, true, false],
    );
  });

  it('without a code are for every rule, with `spf/*` for an area', () => {
    assert.equal(of('a ; zonewright-disable-line').isSuppressed('spf/ptr', 0), true);
    assert.equal(of('a ; zonewright-disable-line spf/*').isSuppressed('spf/ptr', 0), true);
    assert.equal(of('a ; zonewright-disable-line spf/*').isSuppressed('mx/cname', 0), false);
  });

  it('of the file hold from their line on until they are taken back', () => {
    const zone =
      'a\n; zonewright-disable mx/cname spf/*\nb\n; zonewright-enable spf/ptr\nc\n; zonewright-disable\nd\n; zonewright-enable\ne';
    assert.deepEqual(
      [0, 1, 2, 4, 6, 8].map((line) => of(zone).isSuppressed('mx/cname', line)),
      [false, true, true, true, true, false],
    );
    assert.deepEqual(
      [0, 2, 4, 6, 8].map((line) => of(zone).isSuppressed('spf/ptr', line)),
      [false, true, false, true, false],
    );
    assert.deepEqual(
      [0, 2, 4, 6, 8].map((line) => of(zone).isSuppressed('soa/expire-low', line)),
      [false, false, false, true, false],
    );
  });

  it('may stand above each other for one line', () => {
    const lines = of('; zonewright-disable-next-line mx/cname\n; zonewright-disable-next-line spf/ptr\na');
    assert.equal(lines.isSuppressed('mx/cname', 2), true);
    assert.equal(lines.isSuppressed('spf/ptr', 2), true);
  });
});

describe('a mistaken suppression', () => {
  it('with an unknown code is told what was meant', () => {
    const zone = 'a ; zonewright-disable-line mx/no-adress';
    assert.deepEqual(problems(zone), ['suppression/unknown-code mx/no-adress']);
    const [problem] = of(zone).problems([]);
    assert.equal(problem!.meant, 'mx/no-address');
    assert.match(problem!.message, /Did you mean "mx\/no-address"\?/);
    assert.deepEqual(problems('a ; zonewright-disable-line nothing/* because'), [
      'suppression/unknown-code nothing/*',
      'suppression/unknown-code because',
    ]);
  });

  it('with an unknown word is told what was meant', () => {
    assert.deepEqual(problems('; zonewright-disable-nextline mx/cname'), [
      'suppression/unknown-word zonewright-disable-nextline',
    ]);
    assert.deepEqual(problems('; zonewright-disabel-line mx/cname'), [
      'suppression/unknown-word zonewright-disabel-line',
    ]);
    assert.equal(of('; zonewright-disable-nextline').problems([])[0]!.meant, 'zonewright-disable-next-line');
  });

  it('of which nothing is hidden is told, code by code', () => {
    const zone =
      'a ; zonewright-disable-line mx/cname spf/*\n; zonewright-disable soa/expire-low\nb ; zonewright-disable-line';
    assert.deepEqual(
      problems(zone, [
        { code: 'mx/cname', line: 0 },
        { code: 'spf/ptr', line: 1 },
      ]),
      ['suppression/unused spf/*', 'suppression/unused soa/expire-low', 'suppression/unused zonewright-disable-line'],
    );
    assert.deepEqual(
      problems(zone, [
        { code: 'mx/cname', line: 0 },
        { code: 'spf/ptr', line: 0 },
        { code: 'soa/expire-low', line: 9 },
        { code: 'mx/cname', line: 2 },
      ]),
      [],
    );
  });

  it('of a rule that does not run is left alone', () => {
    assert.deepEqual(
      problems('a ; zonewright-disable-line spf/ptr', [], (code) => code !== 'spf/ptr'),
      [],
    );
  });

  it('that enables what nothing disables is told', () => {
    assert.deepEqual(problems('; zonewright-enable'), ['suppression/unused zonewright-enable']);
    assert.deepEqual(problems('; zonewright-enable mx/cname'), ['suppression/unused mx/cname']);
    assert.deepEqual(
      problems('; zonewright-disable spf/*\n; zonewright-enable spf/ptr', [{ code: 'spf/lookup-limit', line: 5 }]),
      [],
    );
  });
});

describe('any comments', () => {
  it('are read without a throw, and hide no more than they say', () => {
    const piece = fc.constantFrom(
      ';',
      ' ',
      'zonewright-',
      'zonewright-disable',
      'zonewright-enable',
      '-line',
      '-next-line',
      'mx/cname',
      'spf/*',
      ',',
      '--',
      '🦉',
      '/*',
    );
    const comment = fc.record({
      line: fc.nat(9),
      character: fc.nat(9),
      text: fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    });
    fc.assert(
      fc.property(fc.array(comment, { maxLength: 8 }), (placed) => {
        const lines = new Suppressions(placed, known);
        lines.isSuppressed('mx/cname', 3);
        for (const { start, end } of lines.problems([{ code: 'mx/cname', line: 3 }])) assert.ok(start < end);
        if (!placed.some(({ text }) => text.includes('zonewright-disable')))
          assert.equal(lines.isSuppressed('mx/cname', 3), false);
      }),
    );
  });
});
