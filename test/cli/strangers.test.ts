/** What a pull request from outside may hold, and what it must not be able to do. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Log } from 'sarif';
import { checked, cliFile, codes, folderWith, zoneWith, zonewright, type Ran, type RunOptions } from './cli.ts';

const windows = process.platform === 'win32';
const noPipes = windows ? 'Windows has no named pipes in folders' : false;
const noLinks = windows ? 'links need a privilege in Windows' : false;
const noNames = windows ? 'Windows has no such file names' : false;

/** Long for a run, short for a person who waits. */
const patience = 60_000;

/** What a run printed; it must have ended by itself. */
async function run(args: readonly string[], options: RunOptions): Promise<Ran & { readonly all: string }> {
  const ran = await zonewright(args, { patience, ...options });
  assert.notEqual(ran.status, null, `zonewright ${args.join(' ')} didn't end`);
  return { ...ran, all: ran.out + ran.err };
}

const formats = ['text', 'json', 'sarif', 'github'] as const;

/** Words that no output may hold. */
const SECRET = 'hunter2-c0ffee';
const secrets = `user: admin\npassword ${SECRET}\ntoken = ${SECRET}\nkey ${SECRET}; x { ${SECRET}\n`;

describe('a configuration from a stranger', { concurrency: 2 }, () => {
  it('makes no line of a file outside the folder appear, whatever it includes or serves', async () => {
    const outside = folderWith({ secret: secrets, 'zone/db.secret': zoneWith(`t TXT ${SECRET} "${SECRET}`) });
    const cwd = folderWith({
      'named.conf': `include "${outside}/secret";\ninclude "${outside}/*";\ninclude "../${path.basename(outside)}/secret";\noptions { directory "${outside}"; };\nzone "example.com" { type primary; file "${outside}/secret"; };\nzone "example.net" { type primary; file "zone/db.secret"; };\n`,
      'nsd.conf': `include: "${outside}/secret"\nzone:\n  name: example.org\n  zonefile: ${outside}/secret\n`,
      'knot.conf': `include: ${outside}/secret\nzone:\n  - domain: example.edu\n    file: ${outside}/secret\n`,
    });
    for (const what of ['.', 'named.conf', 'nsd.conf', 'knot.conf']) {
      for (const format of formats)
        assert.doesNotMatch(
          (await run(['check', '--format', format, what], { cwd })).all,
          new RegExp(SECRET),
          `${what} as ${format}`,
        );
    }
    const { status, err } = await run(['check', 'named.conf'], { cwd });
    assert.equal(status, 2);
    assert.match(
      err,
      /secret \(and 1 more zone file\) is outside the folders to check, so it isn't read; name its folder as well, or allow the server's own directory with --allow-outside\.\n/,
    );
  });

  it('makes no line of a file appear that is neither a zone nor a configuration', async () => {
    const git = `[core]\n\trepositoryformatversion = 0\n[http "https://example.com/"]\n\textraheader = AUTHORIZATION: basic ${SECRET}\n`;
    const cwd = folderWith({
      'named.conf':
        'include ".git/config";\ninclude ".env";\nzone "example.com" { type primary; file ".git/config"; };\nzone "example.net" { type primary; file ".env"; };\nzone "example.org" { type primary; file "example.org.zone"; };\n',
      'example.org.zone': zoneWith('$INCLUDE .git/config', '$INCLUDE .env', '$INCLUDE key.pem'),
      '.git/config': git,
      '.env': `A=${SECRET}\nTOKEN ${SECRET}\n`,
      'key.pem': `-----BEGIN PRIVATE KEY-----\n${SECRET}\n-----END PRIVATE KEY-----\n`,
    });
    for (const what of ['.', 'named.conf', 'example.org.zone']) {
      for (const format of formats)
        assert.doesNotMatch(
          (await run(['check', '--format', format, what], { cwd })).all,
          new RegExp(SECRET),
          `${what} as ${format}`,
        );
    }
    assert.deepEqual(codes(await checked(['example.org.zone'], { cwd, patience })), [
      'syn/include-outside-root',
      'syn/include-unreadable',
      'syn/include-unreadable',
    ]);
  });

  it('is followed into its own directory only when that is asked for', async () => {
    const data = folderWith({
      'db.example': zoneWith('a A 192.0.2.300'),
      'more.conf': 'zone "example.net" { type primary; file "db.example"; };\n',
    });
    const cwd = folderWith({
      'named.conf': `options { directory "${data}"; };\nzone "example.com" { type primary; file "db.example"; };\ninclude "more.conf";\n`,
    });
    assert.equal((await run(['check', 'named.conf'], { cwd })).status, 2);
    for (const command of [
      ['format', '--check'],
      ['spf', '--ip', '192.0.2.1', '--sender', 'a@example.com'],
      ['mail', 'example.com'],
    ]) {
      assert.equal((await run([...command, 'named.conf'], { cwd })).status, 2, command[0]);
      assert.notEqual((await run([...command, '--allow-outside', 'named.conf'], { cwd })).status, 2, command[0]);
    }
    const allowed = await checked(['--allow-outside', 'named.conf'], { cwd, patience });
    assert.equal(allowed.status, 1);
    assert.deepEqual(
      allowed.files.map(({ zone, findings }) => [zone, findings.filter(({ code }) => code === 'a/bad').length]),
      [
        ['example.com.', 1],
        ['example.net.', 1],
      ],
    );
    assert.ok(codes(await checked(['named.conf', data], { cwd, patience })).includes('a/bad'));
  });
});

describe('a link from a stranger', { concurrency: 2, skip: noLinks }, () => {
  it('shows nothing of what lies outside, as a zone, a policy, a configuration, settings or an include', async () => {
    const outside = folderWith({ secret: secrets, 'db.zone': zoneWith(`t TXT ${SECRET} "${SECRET}`), folder: '' }),
      cwd = folderWith({
        'example.com.zone': zoneWith('$INCLUDE linked.inc', '$INCLUDE folder/secret', '_mta-sts TXT "v=STSv1; id=1"'),
      });
    for (const name of ['evil.zone', 'named.conf', '.zonewright.json', 'mta-sts.txt'])
      symlinkSync(path.join(outside, 'secret'), path.join(cwd, name));
    symlinkSync(path.join(outside, 'db.zone'), path.join(cwd, 'db.example.net'));
    symlinkSync(path.join(outside, 'db.zone'), path.join(cwd, 'linked.inc'));
    symlinkSync(outside, path.join(cwd, 'folder'));
    for (const what of ['.', 'evil.zone', 'named.conf', 'db.example.net', 'example.com.zone']) {
      for (const format of formats) {
        const { all, status } = await run(['check', '--format', format, what], { cwd });
        assert.doesNotMatch(all, new RegExp(SECRET), `${what} as ${format}`);
        assert.equal(status, 2, what);
      }
    }
    assert.match(
      (await run(['check', '.'], { cwd })).err,
      /\.zonewright\.json is outside the folders .*\n(?:.*\n)*.*evil\.zone is outside the folders/,
    );
    for (const command of [
      ['compile', '--origin', 'example.net', 'db.example.net'],
      ['spf', '--ip', '192.0.2.1', '--sender', 'a@example.net', '.'],
      ['mail', 'example.net', '.'],
      ['format', '.'],
    ])
      assert.doesNotMatch((await run(command, { cwd })).all, new RegExp(SECRET), command[0]);
  });

  it('that leads to a file of the folder shows it only where it is a zone', async () => {
    const cwd = folderWith({
      '.env': `A=${SECRET}\nTOKEN ${SECRET}\n`,
      '.git/config': `[http]\n\textraheader ${SECRET}\n`,
      'real/example.com.zone': zoneWith('a A 192.0.2.300'),
    });
    symlinkSync('.env', path.join(cwd, 'example.net.zone'));
    symlinkSync('.git/config', path.join(cwd, 'example.org.zone'));
    symlinkSync('.env', path.join(cwd, 'named.conf'));
    symlinkSync('.env', path.join(cwd, 'mta-sts.txt'));
    symlinkSync('real/example.com.zone', path.join(cwd, 'example.com.zone'));
    for (const format of formats)
      assert.doesNotMatch((await run(['check', '--format', format, '.'], { cwd })).all, new RegExp(SECRET), format);
    assert.deepEqual(
      (await checked(['.'], { cwd, patience })).files
        .filter(({ zone }) => zone !== null)
        .map(({ file, findings }) => [file, findings.length]),
      [
        ['example.com.zone', 1],
        ['real/example.com.zone', 1],
      ],
    );
  });

  it('lets --fix and format write nothing outside', async () => {
    const text = zoneWith('a A 192.0.2.1', 'a   A   192.0.2.1'),
      outside = folderWith({ 'example.com.zone': text, 'part.inc': 'b A 192.0.2.1\nb A 192.0.2.1\n' });
    const cwd = folderWith({ 'example.net.zone': zoneWith('$INCLUDE part.inc') });
    symlinkSync(path.join(outside, 'example.com.zone'), path.join(cwd, 'example.com.zone'));
    symlinkSync(path.join(outside, 'part.inc'), path.join(cwd, 'part.inc'));
    for (const command of [
      ['check', '--fix', '.'],
      ['check', '--fix', 'example.com.zone'],
      ['format', '--write', '.'],
      ['format', '--write', 'example.com.zone'],
    ])
      assert.equal((await run(command, { cwd })).status, 2, command.join(' '));
    assert.equal(readFileSync(path.join(outside, 'example.com.zone'), 'utf8'), text);
    assert.equal(readFileSync(path.join(outside, 'part.inc'), 'utf8'), 'b A 192.0.2.1\nb A 192.0.2.1\n');
  });

  it('in a circle is reported, and nothing hangs on it', async () => {
    const cwd = folderWith({ 'example.com.zone': zoneWith('$INCLUDE a') });
    symlinkSync('b', path.join(cwd, 'a'));
    symlinkSync('a', path.join(cwd, 'b'));
    assert.deepEqual(codes(await checked(['.'], { cwd, patience })), ['syn/include-unreadable']);
  });

  it("that the folder itself is reached by doesn't matter: who names a folder means it", async () => {
    const real = folderWith({ 'example.com.zone': zoneWith('$INCLUDE part'), part: 'a A 192.0.2.300\n' }),
      cwd = folderWith({});
    symlinkSync(real, path.join(cwd, 'zones'));
    symlinkSync(path.join(real, 'part'), path.join(real, 'example.net.zone'));
    assert.ok(codes(await checked(['zones'], { cwd, patience })).includes('a/bad'));
  });
});

describe('a file that never answers', { concurrency: 2, skip: noPipes }, () => {
  const pipe = (file: string): void => {
    execFileSync('mkfifo', [file]);
  };

  it('holds up no run, as a zone, a configuration, settings, a policy or an include', async () => {
    const cwd = folderWith({
      'example.com.zone': zoneWith('a A 192.0.2.300', '$INCLUDE pipe.inc', '$INCLUDE /dev/zero', '$INCLUDE /dev/stdin'),
      'sub/named.conf': 'include "pipe.conf";\nzone "example.net" { type primary; file "pipe.zone"; };\n',
    });
    for (const name of [
      'pipe.inc',
      'pipe.zone',
      'named.conf',
      '.zonewright.json',
      'mta-sts.txt',
      'sub/pipe.conf',
      'sub/pipe.zone',
    ])
      pipe(path.join(cwd, name));
    symlinkSync('/dev/zero', path.join(cwd, 'zero.zone'));
    symlinkSync('pipe.zone', path.join(cwd, 'linked.zone'));
    const report = await checked(['.'], { cwd, patience });
    assert.equal(report.status, 2);
    assert.deepEqual(
      codes(report).filter((code) => !code.startsWith('file/')),
      [
        'config/include-missing',
        'a/bad',
        'syn/include-unreadable',
        'syn/include-outside-root',
        'syn/include-outside-root',
      ],
    );
    for (const what of [
      'pipe.zone',
      'linked.zone',
      'zero.zone',
      'named.conf',
      'sub/named.conf',
      '/dev/zero',
      '/dev/null',
    ])
      assert.equal((await run(['check', what], { cwd })).status, 2, what);
    for (const command of [
      ['compile', 'pipe.zone'],
      ['format', 'pipe.zone'],
      ['mail', 'example.com', 'pipe.zone'],
      ['spf', '--ip', '192.0.2.1', '--sender', 'a@example.com', 'pipe.zone'],
    ])
      assert.equal((await run(command, { cwd })).status, 2, command[0]);
    assert.match(
      (await run(['check', 'pipe.zone'], { cwd })).err,
      /pipe\.zone isn't a regular file, so it isn't read; pass text from a program with --stdin\.\n/,
    );
  });

  it('is not written to by --fix when it takes the place of a zone', async () => {
    const cwd = folderWith({ 'example.com.zone': zoneWith('$INCLUDE part.inc') });
    pipe(path.join(cwd, 'part.inc'));
    assert.equal((await run(['check', '--fix', '.'], { cwd })).status, 0);
  });
});

describe("a file that can't be read", { concurrency: 2 }, () => {
  it('is reported when it is too large, and the others are checked', async () => {
    const cwd = folderWith({
      'example.com.zone': zoneWith('a A 192.0.2.300', '$INCLUDE large.inc'),
      'example.net.zone': zoneWith(),
      'large.inc': 'a A 192.0.2.1\n',
    });
    // Sparse: a gigabyte that takes no room.
    truncateSync(path.join(cwd, 'example.net.zone'), 2 ** 30 + 1);
    truncateSync(path.join(cwd, 'large.inc'), 2 ** 28 + 1);
    const { status, out, err } = await run(['check', '.'], { cwd });
    assert.equal(status, 2);
    assert.match(err, /example\.net\.zone is larger than 1 GiB, so it isn't read\.\n/);
    assert.match(out, /\[a\/bad\]\n.*\[syn\/file-too-large\]/);
  });

  it('is reported, folder or file, and the others are checked', {
    skip: windows ? 'Windows has no modes' : false,
  }, async () => {
    const cwd = folderWith({
      'example.com.zone': zoneWith('a A 192.0.2.300', '$INCLUDE closed.zone'),
      'closed.zone': zoneWith(),
      'closed/example.net.zone': zoneWith(),
      'keys.private': 'x',
    });
    // For root everything is open, so the run is nobody's.
    const root = process.getuid?.() === 0,
      uid = root ? { uid: 65_534 } : {},
      all = path.dirname(cwd);
    await cliFile();
    for (const open of [all, cwd]) chmodSync(open, 0o755);
    for (const closed of ['closed.zone', 'closed', 'keys.private']) chmodSync(path.join(cwd, closed), 0o000);
    const { status, out, err } = await run(['check', '.'], { cwd, ...uid });
    assert.equal(status, 2);
    assert.match(
      err,
      /^zonewright: closed can't be read: permission denied\.\nzonewright: closed\.zone can't be read: permission denied\.\n$/,
    );
    assert.match(out, /\[a\/bad\]\n.*\[syn\/include-unreadable\]/);
    const several = await run(['check', 'gone.zone', 'closed', 'example.com.zone'], { cwd, ...uid });
    assert.equal(several.status, 2);
    assert.match(several.err, /gone\.zone can't be read.*\n.*closed can't be read/);
    assert.match(several.out, /\[a\/bad\]/);
    chmodSync(path.join(cwd, 'closed'), 0o755);
  });
});

describe('text from a stranger', { concurrency: 2 }, () => {
  /** A terminal's and a log's own language. */
  const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;
  const bad = '\u001b[31m\u009b2J\u202e\u2066\u2028\u0007';

  it('reaches no terminal as control characters and no log as workflow commands', { skip: noNames }, async () => {
    const evil = `::error file=x::\n::set-output name=a::b\u001b]0;x\u0007\u009b\u202e##[add-mask]x.zone`;
    const zone = zoneWith(
      `a A "${bad}"`,
      `b TXT "${bad}`,
      `c ${bad} x`,
      'd MX 10 ##[error]x',
      `e CAA 0 ${bad} x`,
      '@ TXT "v=spf1 ip4:##vso[task.x] -all"',
      `$INCLUDE "${bad}"`,
    );
    const cwd = folderWith({
      [evil]: zone,
      'example.com.zone': zone,
      [`.zonewright.json`]: JSON.stringify({ [bad]: 1, rules: { [bad]: 'off' } }),
      'named.conf': `zone "${bad}" { type ${bad}; };\nzone "example.net" { type primary; file "${bad}"; };`,
    });
    const commands = [
      ...formats.map((format) => ['check', '--format', format, '.']),
      ['check', 'named.conf'],
      ['check', evil],
      ['check', `gone${evil}`],
      ['format', '.'],
      ['format', '--check', evil],
      ['compile', '--origin', 'example.com', evil],
      ['mail', 'example.com', '.'],
      ['spf', '--ip', '192.0.2.1', '--sender', 'a@example.com', '.'],
      ['check', '--origin', 'example.com', evil, 'b'],
      ['check', '--fix', '.'],
    ];
    for (const command of commands) {
      const { out, err } = await run(command, { cwd });
      for (const text of [out, err]) {
        assert.equal(
          dangerous.exec(text),
          null,
          `${command.join(' ')}: ${JSON.stringify(text.slice(Math.max(0, text.search(dangerous) - 200)).slice(0, 400))}`,
        );
        assert.doesNotMatch(text, /##\[|##vso\[/, command.join(' '));
        const commandsInLog = text.split('\n').filter((line) => /^\s*::/.test(line));
        if (command.includes('github'))
          assert.ok(
            commandsInLog.every((line) => /^::(?:error|warning|notice) file=[^:,]+,line=\d+,/.test(line)),
            commandsInLog.join('\n'),
          );
        else assert.deepEqual(commandsInLog, [], command.join(' '));
      }
    }
  });

  it('keeps its file names as they are in JSON, and as URIs in SARIF', { skip: noNames }, async () => {
    const name = 'a\n\u001b\u009b\u202e##[x].zone',
      cwd = folderWith({ [name]: zoneWith('a A 192.0.2.300') });
    assert.deepEqual(
      (await checked([name], { cwd })).files.map(({ file }) => file),
      [name],
    );
    const log = JSON.parse((await run(['check', '--format', 'sarif', name], { cwd })).out) as Log;
    assert.equal(
      log.runs[0]!.results![0]!.locations![0]!.physicalLocation!.artifactLocation!.uri,
      encodeURIComponent(name),
    );
  });

  it('in a file with a second name outside is read as what it is', {
    skip: windows ? 'hard links differ in Windows' : false,
  }, async () => {
    const outside = folderWith({ secret: secrets }),
      cwd = folderWith({ 'example.com.zone': zoneWith('$INCLUDE hard') });
    linkSync(path.join(outside, 'secret'), path.join(cwd, 'hard'));
    writeFileSync(path.join(cwd, 'other.zone'), zoneWith());
    assert.doesNotMatch((await run(['check', '.'], { cwd })).all, new RegExp(SECRET));
  });
});
