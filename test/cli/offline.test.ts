import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { folderWith, zoneWith, zonewright } from './cli.ts';

const zone = zoneWith(
  '@ MX 10 mail.example.net.',
  '@ TXT "v=spf1 include:_spf.example.net mx -all"',
  '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.net"',
  '_mta-sts TXT "v=STSv1; id=1"',
  's._domainkey CNAME s.example.net.',
);

/** Commands that never ask the network, or weren't asked to. */
const commands: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--profile', 'all', '--jobs', '2'],
  ['check', '--fix', '--dry-run'],
  ['compile', 'example.com.zone'],
  ['format', '--check'],
  ['spf', '--ip', '192.0.2.1', '--sender', 'a@example.com', '.'],
  ['mail', 'example.com', '.'],
  ['rules'],
];

describe('without --live and the commands that ask the network', { concurrency: 2 }, () => {
  let hook = '';
  before(async () => {
    hook = path.join(mkdtempSync(path.join(os.tmpdir(), 'zonewright-offline-')), 'hook.mjs');
    await build({
      entryPoints: [path.join(import.meta.dirname, 'no-sockets.ts')],
      outfile: hook,
      format: 'esm',
      platform: 'node',
    });
  });

  it('the hook of these tests sees a socket', () => {
    const run = spawnSync(process.execPath, ['--import', hook, '-e', "require('net').connect(9, '127.0.0.1')"]);
    assert.equal(run.status, 99);
  });

  for (const args of commands)
    it(`${args.join(' ')} opens no socket`, async () => {
      const cwd = folderWith({ 'example.com.zone': zone }),
        { status, err } = await zonewright(args, { cwd, nodeOptions: ['--import', hook] });
      assert.doesNotMatch(err, /opened a socket/);
      assert.ok(status === 0 || status === 1, `${status} ${err}`);
    });

  it('live opens one, so that the hook would see it here too', async () => {
    const cwd = folderWith({ 'example.com.zone': zone }),
      { status } = await zonewright(['live', '--server', '127.0.0.1:9', '--dns-server', '127.0.0.1:9'], {
        cwd,
        nodeOptions: ['--import', hook],
      });
    assert.equal(status, 99);
  });
});
