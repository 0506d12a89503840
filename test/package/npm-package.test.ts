import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildNpmPackage, largestUnpacked, npm, packNpm, sizeOf } from '../../scripts/steps/npm-package.ts';
import { root } from '../../scripts/paths.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-npm-')),
  made = path.join(folder, 'made'),
  project = path.join(folder, 'project'),
  installed = path.join(project, 'node_modules/zonewright');
after(() => rmSync(folder, { recursive: true }));

const zone = (...lines: readonly string[]): string =>
  [
    '$TTL 1h',
    '@ SOA ns1 hostmaster 2024010101 7200 3600 1209600 3600',
    '  NS ns1',
    '  NS ns2.example.net.',
    'ns1 A 192.0.2.1',
    ...lines,
    '',
  ].join('\n');

function node(args: readonly string[]): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
    cwd: project,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, out: stdout, err: stderr };
}

const cli = (...args: readonly string[]): ReturnType<typeof node> =>
  node([path.join(project, 'node_modules/.bin/zonewright'), ...args]);

/** Runs a module in the project and returns what it prints as JSON. */
function module(...lines: readonly string[]): unknown {
  writeFileSync(path.join(project, 'run.mjs'), lines.join('\n'));
  const { status, out, err } = node(['run.mjs']);
  assert.equal(status, 0, err);
  return JSON.parse(out);
}

describe('the npm package, installed from its tarball into an empty folder without a network', () => {
  before(async () => {
    await buildNpmPackage(made);
    const tarball = await packNpm(made, folder);
    mkdirSync(path.join(project, 'zones'), { recursive: true });
    writeFileSync(path.join(project, 'package.json'), '{ "private": true, "type": "module" }');
    await npm(['install', '--save-dev', '--offline', '--no-audit', '--no-fund', tarball], project);
    writeFileSync(path.join(project, 'zones/example.com.zone'), zone('@ MX 10 mail', 'mail A 192.0.2.25'));
    writeFileSync(path.join(project, 'zones/example.org.zone'), zone('@ MX 10 mail'));
  });

  it('is small, has no dependencies and runs nothing when it is installed', async () => {
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
    assert.ok((await sizeOf(installed)) < largestUnpacked);
    for (const key of ['dependencies', 'optionalDependencies', 'scripts', 'private'])
      assert.equal(manifest[key], undefined, key);
    assert.deepEqual(manifest['engines'], { node: '>=20' });
    for (const file of ['LICENSE', 'README.md', 'dist/third-party-notices.txt'])
      assert.ok(readFileSync(path.join(installed, file), 'utf8').length > 500, file);
  });

  it('has a README whose links lead somewhere from the registry, too', () => {
    const links = [...readFileSync(path.join(installed, 'README.md'), 'utf8').matchAll(/\]\(([^)]*)\)/g)].map(
      ([, target = '']) => target,
    );
    assert.ok(links.length > 5);
    assert.deepEqual(
      links.filter((target) => !/^(?:https:|#)/.test(target)),
      [],
    );
  });

  it('checks a folder from the command line', () => {
    const { status, out } = cli('check', '.');
    assert.equal(status, 1, out);
    assert.match(out, /^zones\/example\.org\.zone:6:9: error: .* \[mx\/no-address\]$/m);
    assert.doesNotMatch(out, /example\.com\.zone.* error:/);
    assert.match(cli('--version').out, /^\d+\.\d+\.\d+/);
  });

  it('judges zones in threads as well', () => {
    const alone = cli('check', '--format', 'json', '--jobs', '1', 'zones'),
      threads = cli('check', '--format', 'json', '--jobs', '2', 'zones');
    assert.equal(threads.err, '');
    assert.equal(threads.out, alone.out);
  });

  it('runs the language server', async () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const server = spawn(process.execPath, [path.join(project, 'node_modules/.bin/zonewright'), 'lsp', '--stdio'], {
      cwd: project,
      timeout: 120_000,
    });
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    let said = '';
    for await (const text of server.stdout.setEncoding('utf8')) {
      said += String(text);
      if (said.includes('"hoverProvider":true')) break;
    }
    server.kill();
    assert.match(said, /"hoverProvider":true/);
  });

  it('is a library that reads, checks and fixes zones, and follows mail', () => {
    const result = module(
      "import { readZone, check, fix, evaluateSpf, mailPath } from 'zonewright';",
      "import { readFileSync } from 'node:fs';",
      "const files = ['example.com', 'example.org'].map((name) => ({ path: `${name}.zone`, text: readFileSync(`zones/${name}.zone`, 'utf8') }));",
      "const spf = { path: 'example.net.zone', text: files[0].text + '@ TXT \"v=spf1 ip4:192.0.2.25 -all\"\\n' };",
      'console.log(JSON.stringify({',
      '  types: readZone(files[0]).records.map(({ type }) => type), codes: check(files).map(({ apex, findings }) => [apex, findings.map(({ code }) => code)]), count: fix(files).count,',
      "  spf: evaluateSpf(spf, { ip: '192.0.2.25', sender: 'a@example.net', helo: 'mail.example.net' }).result, path: mailPath('example.org', files).state,",
      '}));',
    ) as { readonly codes: readonly (readonly [string, readonly string[]])[] };
    assert.deepEqual(
      { ...result, codes: result.codes.map(([apex, codes]) => [apex, codes.includes('mx/no-address')]) },
      {
        types: ['SOA', 'NS', 'NS', 'MX', 'A', 'A'],
        codes: [
          ['example.com.', false],
          ['example.org.', true],
        ],
        count: 0,
        spf: 'pass',
        path: 'bad',
      },
    );
  });

  it('has types that a strict TypeScript project takes without skipLibCheck', () => {
    writeFileSync(
      path.join(project, 'use.ts'),
      [
        "import { check, fix, mailPath, readZone, evaluateSpf, type CheckedZone, type MailPath, type SpfVerdict } from 'zonewright';",
        "const file = { path: 'example.com.zone', text: '' };",
        "export const zones: readonly CheckedZone[] = check(file, { settings: { profile: 'strict', rules: { 'spf/*': 'off' } } });",
        "export const path: MailPath = mailPath('example.com', [file]);",
        "export const verdict: SpfVerdict = evaluateSpf(file, { ip: '192.0.2.1', sender: '', helo: 'mail.example.com' });",
        'export const words: readonly string[] = [...zones.flatMap(({ findings }) => findings.map(({ message }) => message)), ...readZone(file).records.map(({ owner }) => owner), ...fix(file).files.map(({ text }) => text)];',
        '// @ts-expect-error: there is no such profile',
        "check(file, { settings: { profile: 'lax' } });",
      ].join('\n'),
    );
    const { status, out } = node([
      path.join(root, 'node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--types',
      '',
      'use.ts',
    ]);
    assert.equal(status, 0, out);
  });
});
