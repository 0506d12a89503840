import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { program } from '../../server/src/cli/program.ts';
import { programTable } from '../../server/src/cli/reference/command-table.ts';
import { shells } from '../../server/src/cli/reference/shell-completion.ts';
import { folderWith, zonewright } from './cli.ts';

const table = programTable(program(() => undefined)),
  scripts = new Map<string, string>(),
  folder = folderWith({ 'my zone.zone': '' });

/** What a shell has to say about a script file. */
function shell(
  command: string,
  args: readonly string[],
): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr, error } = spawnSync(command, [...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status: error === undefined ? status : 127, out: stdout, err: stderr };
}

const leftOut = (command: string): string | false =>
  shell(command, ['--version']).status === 0 ? false : `there is no ${command} here`;

/** What bash offers for the last of these words. */
function offered(...words: readonly string[]): readonly string[] {
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const { status, out, err } = shell('bash', [
    '-c',
    `source ./bash.sh; COMP_WORDS=(zonewright ${quoted}); COMP_CWORD=${words.length}; _zonewright; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ]);
  assert.equal(status, 0, err);
  return out.split('\n').filter((line) => line !== '');
}

describe('completion', () => {
  before(async () => {
    for (const name of shells) {
      const { status, out, err } = await zonewright(['completion', name]);
      assert.deepEqual([status, err], [0, '']);
      scripts.set(name, out);
      writeFileSync(path.join(folder, `${name}.sh`), out);
    }
  });

  it('knows every command and every option in each shell', () => {
    for (const [name, script] of scripts) {
      for (const command of table.commands) {
        assert.ok(script.includes(command.name), `${name}: ${command.name}`);
        for (const { long } of command.options)
          assert.ok(
            script.includes(name === 'fish' ? `-l ${long.slice(2)} ` : long),
            `${name}: ${command.name} ${long}`,
          );
      }
    }
  });

  it('offers commands, options and their values in bash', { skip: leftOut('bash') }, () => {
    assert.deepEqual(offered('co'), ['compile', 'completion']);
    assert.deepEqual(offered('check', '--form'), ['--format']);
    assert.deepEqual(offered('check', '--format', 'g'), ['github', 'gitlab']);
    assert.deepEqual(offered('check', '--quiet', '--fail-on', ''), ['error', 'warning', 'information', 'hint']);
    assert.deepEqual(offered('completion', ''), ['bash', 'zsh', 'fish', '--help']);
  });

  it('leaves files to bash, which knows how to quote them', { skip: leftOut('bash') }, () => {
    assert.deepEqual(offered('check', 'my'), []);
    assert.deepEqual(offered('check', '--config', ''), []);
    assert.match(scripts.get('bash') ?? '', /complete -o bashdefault -o default /);
  });

  it('is valid in zsh', { skip: leftOut('zsh') }, () => {
    assert.deepEqual(shell('zsh', ['-n', 'zsh.sh']), { status: 0, out: '', err: '' });
  });

  it('offers values in fish', { skip: leftOut('fish') }, () => {
    const { out, err } = shell('fish', [
      '--no-config',
      '-c',
      'source ./fish.sh; complete -C "zonewright check --format gi"',
    ]);
    assert.deepEqual(
      [
        out
          .trim()
          .split('\n')
          .map((line) => line.split('\t')[0]),
        err,
      ],
      [['github', 'gitlab'], ''],
    );
  });

  it('says which shells there are', async () => {
    const { status, err } = await zonewright(['completion', 'tcsh']);
    assert.equal(status, 2);
    assert.match(err, /Allowed choices are bash, zsh, fish/);
  });
});

describe('the manual page', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/zonewright.1'), 'utf8');

  it('has every command and option of --help', () => {
    const plain = page.replaceAll('\\-', '-').replaceAll('\\e', '\\');
    for (const { name, options } of table.commands) {
      assert.ok(plain.includes(`.SS zonewright ${name}`), name);
      const own = plain.slice(plain.indexOf(`.SS zonewright ${name}`)).split(/\n\.S[SH] /)[0] ?? '';
      for (const { long } of options) assert.ok(own.includes(`\\fB${long}\\fR`), `${name} ${long}`);
    }
  });

  it('is set without a complaint', { skip: leftOut('groff') }, () => {
    const { status, err } = shell('groff', [
      '-man',
      '-Tutf8',
      '-ww',
      '-z',
      path.join(import.meta.dirname, '../../docs/zonewright.1'),
    ]);
    assert.deepEqual([status, err], [0, '']);
  });
});
