import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { answerLater, answerNow } from '../../../server/src/hosts/node/asking.ts';
import { fileBytes, folderNames } from '../../../server/src/hosts/node/bounded-files.ts';
import { Bounds } from '../../../server/src/hosts/node/bounds.ts';
import { writeNow } from '../../../server/src/hosts/node/writing.ts';

const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'zonewright-bounds-'))),
  inside = path.join(top, 'in');
after(() => rmSync(top, { recursive: true }));
mkdirSync(path.join(inside, 'sub/.git'), { recursive: true });
mkdirSync(path.join(top, 'in-not'));
for (const file of ['in/a', 'in/sub/b', 'in/sub/.git/config', 'in-not/c']) writeFileSync(path.join(top, file), file);

/** The text, or why there is none: the same whether it is asked for at once or later. */
async function read(
  file: string,
  {
    bounds = new Bounds([inside]),
    limit = 100,
    head,
  }: { readonly bounds?: Bounds; readonly limit?: number; readonly head?: number } = {},
): Promise<string> {
  const limits = { bounds, limit, ...(head === undefined ? {} : { head }) },
    now = answerNow(fileBytes(file, limits)),
    later = await answerLater(fileBytes(file, limits));
  assert.deepEqual('refused' in now ? now.refused : now, 'refused' in later ? later.refused : later);
  return 'refused' in now ? now.refused : `${new TextDecoder().decode(now.bytes)}${now.linked ? ' by a link' : ''}`;
}

const octets = (before: string, after: string): { readonly before: Uint8Array; readonly after: Uint8Array } => ({
  before: new TextEncoder().encode(before),
  after: new TextEncoder().encode(after),
});

describe('a file in bounds', () => {
  it('is read, and no other', async () => {
    assert.equal(await read(path.join(inside, 'a')), 'in/a');
    assert.equal(await read(path.join(inside, 'sub/../sub/b')), 'in/sub/b');
    assert.equal(await read(path.join(inside, '../in-not/c')), 'outside');
    assert.equal(await read(path.join(top, 'in-not/c')), 'outside');
    assert.equal(await read(path.join(inside, '..')), 'outside');
    assert.equal(await read(path.join(top, 'gone')), 'outside');
    assert.equal(await read(path.join(inside, 'gone')), 'missing');
    assert.equal(await read(path.join(inside, 'a/b')), 'missing');
    assert.equal(await read(path.join(inside, 'n\0ul')), 'missing');
    assert.equal(await read(path.join(inside, 'sub')), 'directory');
    assert.equal(await read(inside), 'directory');
    assert.equal(await read(path.join(inside, 'sub/.git/config')), 'outside');
    assert.equal(await read(path.join(inside, 'a'), { bounds: new Bounds([]) }), 'outside');
    assert.equal(await read(path.join(inside, 'a'), { bounds: new Bounds([path.join(top, 'gone')]) }), 'outside');
  });

  it('is never one of a version control system, whatever a file system takes for its name', async () => {
    for (const name of [
      '.git',
      '.GIT',
      '.git.',
      '.git ',
      '.git::$INDEX_ALLOCATION',
      'git~1',
      'GIT~2',
      '.g\u200cit',
      '.hg',
      '.svn',
    ])
      assert.equal(await read(path.join(inside, 'sub', name, 'config')), 'outside', name);
    for (const name of ['.gitignore', 'git', 'git~', '.github'])
      assert.equal(await read(path.join(inside, 'sub', name)), 'missing', name);
  });

  it('is read up to a limit', async () => {
    assert.equal(await read(path.join(inside, 'a'), { limit: 4 }), 'in/a');
    assert.equal(await read(path.join(inside, 'a'), { limit: 3 }), 'too-large');
    assert.equal(await read(path.join(inside, 'a'), { limit: 3, head: 2 }), 'in');
    assert.equal(await read(path.join(inside, 'a'), { limit: 3, head: 9 }), 'in/a');
  });

  it('is read up to the limit when its size is said to be 0', {
    skip: process.platform === 'linux' ? false : 'only Linux has such files',
  }, async () => {
    assert.match(await read('/proc/version', { bounds: new Bounds(['/proc']), limit: 1 << 20 }), /^Linux version/);
    assert.equal(await read('/proc/version', { bounds: new Bounds(['/proc']), limit: 5 }), 'too-large');
  });

  it('is found through links that stay in them, and through the name of the bounds that was given', {
    skip: process.platform === 'win32' ? 'links need a privilege in Windows' : false,
  }, async () => {
    symlinkSync('../a', path.join(inside, 'sub/up'));
    symlinkSync(path.join(inside, 'sub'), path.join(inside, 'whole'));
    symlinkSync('../in-not/c', path.join(inside, 'out'));
    symlinkSync('../../in-not', path.join(inside, 'sub/out'));
    symlinkSync('sub/.git', path.join(inside, 'git'));
    symlinkSync('../in/a', path.join(inside, 'round'));
    symlinkSync('around', path.join(inside, 'around'));
    symlinkSync(inside, path.join(top, 'alias'));
    assert.equal(await read(path.join(inside, 'sub/up')), 'in/a by a link');
    assert.equal(await read(path.join(inside, 'whole/b')), 'in/sub/b by a link');
    assert.equal(await read(path.join(inside, 'whole/up')), 'in/a by a link');
    assert.equal(await read(path.join(inside, 'round')), 'in/a by a link');
    assert.equal(await read(path.join(inside, 'out')), 'outside');
    assert.equal(await read(path.join(inside, 'sub/out/c')), 'outside');
    assert.equal(await read(path.join(inside, 'git/config')), 'outside');
    assert.equal(await read(path.join(inside, 'around')), 'unreadable');
    assert.equal(await read(path.join(top, 'alias/a')), 'outside');
    const alias = new Bounds([path.join(top, 'alias')]);
    for (const name of ['alias/a', 'in/a']) assert.equal(await read(path.join(top, name), { bounds: alias }), 'in/a');
    assert.equal(await read(path.join(top, 'alias/whole/b'), { bounds: alias }), 'in/sub/b by a link');
    assert.deepEqual(answerNow(folderNames(path.join(inside, 'sub/out'), new Bounds([inside]))), {
      refused: 'outside',
    });
    assert.equal(writeNow(path.join(inside, 'out'), octets('out', 'i'), new Bounds([inside]))?.refused, 'outside');
    assert.equal(
      writeNow(path.join(inside, 'sub/up'), octets('in/b', 'i'), new Bounds([inside]))?.refused,
      'changed',
      'somebody else wrote it',
    );
    assert.equal(await read(path.join(inside, 'a')), 'in/a');
    assert.equal(writeNow(path.join(inside, 'sub/up'), octets('in/a', 'i'), new Bounds([inside])), undefined);
    assert.equal(await read(path.join(inside, 'a')), 'i');
  });

  it('is a regular one', {
    skip: process.platform === 'win32' ? 'Windows has no named pipes in folders' : false,
  }, async () => {
    execFileSync('mkfifo', [path.join(inside, 'pipe')]);
    assert.equal(await read(path.join(inside, 'pipe')), 'special');
    assert.equal(await read('/dev/zero', { bounds: new Bounds(['/dev']) }), 'special');
    assert.equal(writeNow(path.join(inside, 'pipe'), octets('', 'i'), new Bounds([inside]))?.refused, 'special');
  });
});
