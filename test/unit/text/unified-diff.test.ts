import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from '../../../server/src/text/unified-diff.ts';

const absent = spawnSync('patch', ['--version']).error === undefined ? false : 'patch is not installed';

describe('the difference of two texts', () => {
  it('shows the lines around a change, and changes that are near together', () => {
    assert.equal(
      unifiedDiff('z', 'a\nb\nc\nd\ne\n', 'a\nb\nX\nd\ne\n'),
      '--- z\n+++ z\n@@ -1,5 +1,5 @@\n a\n b\n-c\n+X\n d\n e\n',
    );
    assert.equal(unifiedDiff('z', 'a\n', 'a\n'), '');
  });

  it('says where a last line has no ending', () => {
    assert.equal(unifiedDiff('z', 'a', 'a\n'), '--- z\n+++ z\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n');
  });

  it('is what patch makes the new text of', { skip: absent }, () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-diff-')),
      file = path.join(folder, 'z');
    const text = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c\n', 'd\n', 'long line\n'), { maxLength: 30 })
      .map((lines) => lines.join(''));
    try {
      fc.assert(
        fc.property(text, text, (before, after) => {
          if (before === after || before === '' || after === '') return;
          writeFileSync(file, before);
          const { status, stdout } = spawnSync('patch', ['-p0', '-s', file], {
            input: unifiedDiff('z', before, after),
            encoding: 'utf8',
          });
          assert.equal(status, 0, stdout);
          assert.equal(readFileSync(file, 'utf8'), after);
        }),
        { numRuns: 60 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
