import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildExecutable } from '../../scripts/executable.ts';
import { root } from '../../scripts/paths.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-executable-')),
  program = path.join(folder, process.platform === 'win32' ? 'zonewright.exe' : 'zonewright');
after(() => rmSync(folder, { recursive: true }));

/** Runs it where there is no Node and nothing of this project. */
function run(args: readonly string[]): { readonly status: number | null; readonly out: string } {
  const { status, stdout } = spawnSync(program, [...args], { cwd: folder, env: { PATH: '' }, encoding: 'utf8' });
  return { status, out: stdout };
}

describe('the executable', () => {
  before(async () => {
    await buildExecutable(program);
    cpSync(path.join(root, 'examples'), path.join(folder, 'examples'), { recursive: true });
  });

  it('checks zones without Node', () => {
    assert.equal(run(['check', 'examples/mail-flow/right']).status, 0);
    const { status, out } = run(['check', '--format', 'json', 'examples/mail-flow/broken/1-a-missing']);
    assert.equal(status, 1);
    assert.match(out, /"mx\/no-address"/);
  });

  it('checks in several threads what one finds', () => {
    const args = ['check', '--format', 'json', 'examples'];
    assert.equal(run([...args, '--jobs', '3']).out, run([...args, '--jobs', '1']).out);
  });

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    assert.equal(run(['--version']).out.trim(), version);
  });

  it('is the language server, too', async () => {
    const server = spawn(program, ['lsp', '--stdio'], { cwd: folder, env: { PATH: '' } });
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    try {
      const answer = new Promise<string>((resolve) => {
        server.stdout.setEncoding('utf8').on('data', (text: string) => {
          if (text.includes('"serverInfo"')) resolve(text);
        });
      });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      assert.match(await answer, /"name":"Zonewright"/);
    } finally {
      server.kill();
    }
  });
});
