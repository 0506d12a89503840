import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { cliFile } from './cli.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-code-cache-'));
after(() => rmSync(folder, { recursive: true }));

/** Runs the program with this folder for caches, and gives what it prints. */
async function version(caches: string): Promise<string> {
  return execFileSync(process.execPath, [await cliFile(), '--version'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      XDG_CACHE_HOME: caches,
      NODE_COMPILE_CACHE: undefined,
      NODE_DISABLE_COMPILE_CACHE: undefined,
    },
  });
}

describe("compiled code is kept among the user's caches", { skip: process.platform === 'win32' }, () => {
  it('in a folder that only the user can write', async () => {
    const caches = path.join(folder, 'new');
    assert.match(await version(caches), /^\d+\./);
    const made = path.join(caches, 'zonewright');
    assert.equal(statSync(made).mode & 0o777, 0o700);
    assert.ok(readdirSync(made).length > 0);
    assert.match(await version(caches), /^\d+\./);
  });

  it('and nowhere, where others could put theirs', async () => {
    const open = path.join(folder, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    assert.match(await version(open), /^\d+\./);
    assert.deepEqual(readdirSync(path.join(open, 'zonewright')), []);
  });

  it('and nowhere, where the folder is a link to one that others can write', async () => {
    const caches = path.join(folder, 'linked'),
      theirs = path.join(folder, 'theirs');
    mkdirSync(caches);
    mkdirSync(theirs);
    chmodSync(theirs, 0o777);
    symlinkSync(theirs, path.join(caches, 'zonewright'));
    assert.match(await version(caches), /^\d+\./);
    assert.deepEqual(readdirSync(theirs), []);
  });

  it('and nowhere, where there is no folder for caches', async () => {
    assert.match(await version('/dev/null/caches'), /^\d+\./);
    assert.match(await version('caches'), /^\d+\./);
    assert.ok(!existsSync('caches'));
  });
});
