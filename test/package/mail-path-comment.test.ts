import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from '../../scripts/paths.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-comment-'));
after(() => rmSync(folder, { recursive: true }));
cpSync(path.join(root, 'examples/mail-flow/broken/4-ptr-mismatch'), folder, { recursive: true });

/** What the action writes into a pull request that changes these files. */
function comment(changed: readonly string[]): string {
  const list = path.join(folder, 'changed.txt');
  writeFileSync(list, `${changed.join('\n')}\n`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(root, 'scripts/action/mail-path-comment.mjs'),
      list,
      process.execPath,
      path.join(root, 'dist/cli.js'),
      '--',
      '.',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  return stdout;
}

describe("the action's comment", () => {
  it('shows the mail path of a zone that a pull request changes', () => {
    const text = comment(['shudnow.net.zone']);
    assert.match(text, /^### Mail path of the changed zones\n\n#### shudnow\.net\n\n```text\n/);
    assert.match(text, /exchange\.shudnow\.net/);
    assert.match(text, /\n```\n$/);
  });

  it('says nothing where no zone with mail was changed', () => {
    assert.equal(comment(['30.20.10.in-addr.arpa.zone', 'README.md']), '');
  });
});
