import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { defectCases, folderCases, mutatedCases, pageCases } from './cases.ts';
import type { TruthCase } from './cases.ts';
import { bindIsMissing, judge } from './judge.ts';
import type { Judged } from './judge.ts';
import { misplacedLine } from './layout.ts';

/** BIND takes a process for each fix: of many cases every tenth is shown to it here, all of them by `npm run fix-truth`. */
const SHOWN_TO_BIND = 10;

function judgedAll(cases: Iterable<TruthCase>): readonly Judged[] {
  return [...cases].flatMap((one, k) => [...judge(one, k % SHOWN_TO_BIND === 0)]);
}

function assertRight(all: readonly Judged[], least: number): void {
  assert.deepEqual(
    all.filter(({ wrong }) => wrong !== undefined),
    [],
  );
  const held = all.filter(({ verdict }) => verdict === 'held').length,
    refused = all.filter(({ verdict }) => verdict === 'refused');
  assert.ok(held >= least, `${held} safe fixes hold`);
  assert.ok(
    refused.length * 10 <= held,
    `rules call fixes safe that a trial refuses: ${refused.map(({ place, harm }) => `${place} ${harm}`).join('\n')}`,
  );
}

describe('each safe fix alone', {
  skip: bindIsMissing ? 'named-compilezone is not installed (Debian: bind9-utils)' : false,
}, () => {
  it("is right on the rules' pages", () => assertRight(judgedAll(pageCases()), 200));
  it('is right on zones with one defect', () => assertRight(judgedAll(defectCases()), 60));
  it('is right where an everyday zone has a random slip', () => {
    for (const one of mutatedCases(60, 7))
      for (const judged of judge(one, true)) assert.equal(judged.wrong, undefined, JSON.stringify(judged));
  });

  it('is right on the examples', async () => {
    const cases: TruthCase[] = [];
    for await (const one of folderCases(path.join(import.meta.dirname, '../../examples'), 'all')) cases.push(one);
    assert.ok(cases.length > 0);
    for (const { wrong } of judgedAll(cases)) assert.equal(wrong, undefined);
  });
});

describe('the second opinion on layout', () => {
  it('sees a line that is out of its columns', () => {
    assert.equal(
      misplacedLine(
        'www    A  192.0.2.1\nmail   A  192.0.2.2\n',
        'www    A  192.0.2.1\nftp A 192.0.2.3\nmail   A  192.0.2.2\n',
      ),
      'ftp A 192.0.2.3',
    );
    assert.equal(misplacedLine('www    A  192.0.2.1\n', 'www    A  192.0.2.1\nftp    A  192.0.2.3\n'), undefined);
    assert.equal(misplacedLine('www    A  192.0.2.1\n', 'www    A  192.0.2.1\na-long-name A 192.0.2.3\n'), undefined);
  });
});
