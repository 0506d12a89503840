import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeFiles } from '../../../server/src/cli/reports/merge-files.ts';
import type { ReportedFile, ReportedFinding } from '../../../server/src/cli/reports/report.ts';

const at = (line: number): ReportedFinding['range'] => ({ start: { line, character: 0 }, end: { line, character: 3 } });
const finding = (message: string, line = 0, severity: ReportedFinding['severity'] = 'warning'): ReportedFinding => ({
  code: 'cname/dangling',
  severity,
  message,
  range: at(line),
  related: [],
  fix: 'none',
});
const part = (zone: string, ...findings: readonly ReportedFinding[]): ReportedFile => ({
  file: 'all.inc',
  zone: `${zone}.`,
  includedBy: `${zone}.zone`,
  findings,
});

describe('findings of a file that several zones include', () => {
  it('are listed once where they are the same, and the file once', () => {
    const merged = mergeFiles([
      part('example.com', finding('broken')),
      part('example.net', finding('broken')),
      part('example.org', finding('broken')),
    ]);
    assert.deepEqual(merged, [{ file: 'all.inc', zone: 'example.com.', findings: [finding('broken')] }]);
  });

  it('are one finding, the worst, with the other zones beside it where they read differently', () => {
    const merged = mergeFiles([
      part('example.com', finding('www.example.com')),
      part('example.net', finding('www.example.net', 0, 'error')),
    ]);
    const related = [
      {
        file: 'example.net.zone',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        message: 'In example.net: www.example.net',
      },
    ];
    assert.deepEqual(merged, [
      { file: 'all.inc', zone: 'example.com.', findings: [{ ...finding('www.example.com', 0, 'error'), related }] },
    ]);
  });

  it('are listed with the zone that has them where others have none', () => {
    const merged = mergeFiles([part('example.com'), part('example.net', finding('only here')), part('example.org')]);
    assert.deepEqual(
      merged.map(({ zone, findings }) => [zone, findings.length]),
      [
        ['example.com.', 0],
        ['example.net.', 1],
      ],
    );
  });

  it('are all there where one zone has several at one place', () => {
    const [only] = mergeFiles([part('example.com', finding('one'), finding('two'))]);
    assert.deepEqual(
      only?.findings.map(({ message }) => message),
      ['one', 'two'],
    );
  });
});

describe('a file that two views serve as one zone', () => {
  it('is listed once with the findings of both', () => {
    const file = (...findings: readonly ReportedFinding[]): ReportedFile => ({
      file: 'example.com.zone',
      zone: 'example.com.',
      findings,
    });
    assert.deepEqual(mergeFiles([file(finding('both', 1)), file(finding('both', 1), finding('inside', 0))]), [
      file(finding('inside', 0), finding('both', 1)),
    ]);
  });
});
