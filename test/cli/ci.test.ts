import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { cliFile, folderWith, zoneWith, zonewright } from './cli.ts';

const root = path.join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { readonly version: string };
const bad = { 'zones/example.com.zone': zoneWith('a A 192.0.2.300', 'a A 192.0.2.300') };

describe('a Code Quality report of GitLab', () => {
  it('names each finding by a fingerprint that no other has, and that stays when lines move', async () => {
    const cwd = folderWith(bad),
      { status, out } = await zonewright(['check', '--format', 'gitlab', '.'], { cwd });
    assert.equal(status, 1);
    const issues = JSON.parse(out) as readonly {
      readonly description: string;
      readonly check_name: string;
      readonly fingerprint: string;
      readonly severity: string;
      readonly location: object;
    }[];
    assert.deepEqual(
      issues.map(({ check_name: code, severity, location }) => [code, severity, location]),
      [6, 7].map((line) => [
        'a/bad',
        'critical',
        { path: 'zones/example.com.zone', lines: { begin: line, end: line } },
      ]),
    );
    assert.match(issues[0]?.description ?? '', /300/);
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 2);
    writeFileSync(path.join(cwd, 'zones/example.com.zone'), `; moved\n${bad['zones/example.com.zone']}`);
    const moved = JSON.parse((await zonewright(['check', '--format', 'gitlab', '.'], { cwd })).out) as typeof issues;
    assert.deepEqual(
      moved.map(({ fingerprint }) => fingerprint),
      issues.map(({ fingerprint }) => fingerprint),
    );
  });

  it('is an empty list for clean zones', async () => {
    const { status, out } = await zonewright(['check', '--format', 'gitlab', '.'], {
      cwd: folderWith({ 'example.com.zone': zoneWith() }),
    });
    assert.deepEqual([status, JSON.parse(out)], [0, []]);
  });
});

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly {
      readonly env?: Readonly<Record<string, string>>;
      readonly run?: string;
      readonly uses?: string;
    }[];
  };
}

describe('the GitHub Action', () => {
  const {
      inputs,
      runs: { steps },
    } = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action,
    step = steps[0]!;

  /** Runs the action's step as a runner does, with an npx that runs the program of this checkout. */
  async function runStep(
    given: Readonly<Record<string, string>>,
    files: Readonly<Record<string, string>>,
  ): Promise<{
    readonly status: number | null;
    readonly out: string;
    readonly asked: string;
    readonly outputs: string;
    readonly sarif: string | undefined;
  }> {
    const cwd = folderWith(files),
      temp = folderWith({ output: '', asked: '' }),
      bin = path.join(temp, 'bin'),
      sarif = path.join(temp, 'zonewright.sarif');
    mkdirSync(bin);
    writeFileSync(
      path.join(bin, 'npx'),
      `#!/bin/bash\nprintf '%s\\n' "$*" >> '${temp}/asked'\nshift 2\nexec '${process.execPath}' '${await cliFile()}' "$@"\n`,
    );
    chmodSync(path.join(bin, 'npx'), 0o755);
    const value = (expression: string): string =>
      expression.replace(
        /\$\{\{ inputs\.([a-z-]+) \}\}/g,
        (_, name: string) => given[name] ?? String(inputs[name]?.default ?? assert.fail(name)),
      );
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, expression]) => [name, value(expression)]),
    );
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run ?? ''],
      {
        cwd,
        encoding: 'utf8',
        env: {
          ...process.env,
          ...env,
          PATH: `${bin}:${process.env['PATH'] ?? ''}`,
          RUNNER_TEMP: temp,
          GITHUB_OUTPUT: path.join(temp, 'output'),
        },
      },
    );
    return {
      status,
      out: stdout + stderr,
      asked: readFileSync(path.join(temp, 'asked'), 'utf8'),
      outputs: readFileSync(path.join(temp, 'output'), 'utf8'),
      sarif: existsSync(sarif) ? readFileSync(sarif, 'utf8') : undefined,
    };
  }

  it('annotates what it finds, and fails', async () => {
    const { status, out, asked } = await runStep({}, bad);
    assert.equal(status, 1);
    assert.match(out, /^::error file=zones\/example\.com\.zone,line=6,/m);
    assert.equal(asked, `--yes zonewright@${version} check --format github --fail-on error -- .\n`);
  });

  it('writes SARIF for code scanning, also if it fails', async () => {
    const { status, sarif, outputs } = await runStep({ sarif: 'true', path: 'zones\n' }, bad);
    assert.equal(status, 1);
    assert.equal((JSON.parse(sarif ?? '') as { readonly version: string }).version, '2.1.0');
    assert.match(outputs, /^sarif-file=.*zonewright\.sarif$/m);
    assert.equal(steps[1]?.uses?.startsWith('github/codeql-action/upload-sarif@'), true);
  });

  it('takes inputs as words, whatever is in them', async () => {
    const { status, out } = await runStep(
      { path: '$(touch pwned)\n--fix\n', profile: 'strict' },
      { 'example.com.zone': zoneWith() },
    );
    assert.equal(status, 2);
    assert.match(out, /\$\(touch pwned\) can't be read/);
    assert.match(out, /--fix can't be read/);
  });

  it('passes clean zones', async () => {
    assert.equal((await runStep({}, { 'example.com.zone': zoneWith() })).status, 0);
  });
});

describe('the hooks of pre-commit', () => {
  const hooks = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly {
    readonly id: string;
    readonly entry: string;
    readonly files: string;
  }[];

  it('run commands that there are, in this version', async () => {
    for (const { entry } of hooks) {
      const [npx, yes, wanted, ...args] = entry.split(' ');
      assert.deepEqual([npx, yes, wanted], ['npx', '--yes', `zonewright@${version}`]);
      assert.equal((await zonewright(args, { cwd: folderWith({ 'example.com.zone': zoneWith() }) })).status, 0);
    }
  });

  it('look at zone files and at what decides about them, and at nothing else', () => {
    const wanted = (id: string, file: string): boolean =>
      new RegExp(hooks.find((hook) => hook.id === id)?.files ?? '(?!)').test(file);
    for (const file of ['example.com.zone', 'zones/db.10.20.30', 'etc/named.conf', '.zonewright.json', 'a/mta-sts.txt'])
      assert.ok(wanted('zonewright-check', file), file);
    for (const file of ['README.md', 'src/db.ts/x.ts', 'a.zone.md'])
      assert.ok(!wanted('zonewright-check', file) && !wanted('zonewright-format', file), file);
  });
});
