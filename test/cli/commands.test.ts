import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { cliFile, folderWith, zoneWith, zonewright } from './cli.ts';

describe('compile', { concurrency: 2 }, () => {
  it('prints every record, names absolute, each once', async () => {
    const cwd = folderWith({
      'example.com.zone': zoneWith(
        'a 300 A 192.0.2.2',
        'A A 192.0.2.2',
        '$INCLUDE inc sub',
        '$GENERATE 1-2 g$ A 192.0.2.$',
      ),
      inc: 'x TXT a b\n',
    });
    const { status, out } = await zonewright(['compile', 'example.com.zone'], { cwd });
    assert.equal(status, 0);
    assert.deepEqual(
      out
        .trim()
        .split('\n')
        .map((line) => line.split(/\s+/).join(' ')),
      [
        'example.com. 3600 IN SOA ns1.example.com. hostmaster.example.com. 2024010101 7200 3600 1209600 3600',
        'example.com. 3600 IN NS ns1.example.com.',
        'example.com. 3600 IN NS ns2.example.net.',
        'a.example.com. 3600 IN A 192.0.2.2',
        'g1.example.com. 3600 IN A 192.0.2.1',
        'g2.example.com. 3600 IN A 192.0.2.2',
        'ns1.example.com. 3600 IN A 192.0.2.1',
        'x.sub.example.com. 3600 IN TXT "a" "b"',
      ],
    );
  });

  it("prints nothing of a zone that can't be read whole", async () => {
    const cwd = folderWith({ 'example.com.zone': zoneWith('a A 192.0.2.300') }),
      { status, out, err } = await zonewright(['compile', 'example.com.zone'], { cwd });
    assert.equal(status, 1);
    assert.equal(out, '');
    assert.match(err, /example\.com\.zone:6:\d+: error: .*\[a\/bad\]/);
  });

  it('asks for the apex where nothing tells it', async () => {
    const cwd = folderWith({ zone: zoneWith() });
    const { status, err } = await zonewright(['compile', 'zone'], { cwd });
    assert.equal(status, 2);
    assert.equal(err, "zonewright: Can't tell which zone zone holds; use --origin NAME.\n");
    assert.equal((await zonewright(['compile', '--origin', 'example.org', 'zone'], { cwd })).status, 0);
  });

  it('says that a file is missing, or is none', async () => {
    const cwd = folderWith({ 'd/x': '' });
    assert.equal(
      (await zonewright(['compile', 'gone'], { cwd })).err,
      "zonewright: gone can't be read: no such file or folder.\n",
    );
    assert.equal((await zonewright(['compile', 'd'], { cwd })).err, "zonewright: d can't be read: it's a folder.\n");
  });
});

describe('format', { concurrency: 2 }, () => {
  const ragged = 'a       A  192.0.2.1\nb A 192.0.2.2 ; x\nc       A  192.0.2.3\n',
    tidy = 'a       A  192.0.2.1\nb       A  192.0.2.2 ; x\nc       A  192.0.2.3\n';

  it('prints what would change, names it, or writes it', async () => {
    const cwd = folderWith({ 'example.com.zone': ragged, 'example.net.zone': 'a IN A 192.0.2.1\n' }),
      read = (): string => readFileSync(path.join(cwd, 'example.com.zone'), 'utf8');
    assert.deepEqual(await zonewright(['format', '--check'], { cwd }), {
      status: 1,
      out: 'example.com.zone\n',
      err: '1 of 2 files would be reformatted.\n',
    });
    assert.deepEqual(await zonewright(['format', '.'], { cwd }), {
      status: 0,
      out: '--- example.com.zone\n+++ example.com.zone\n@@ -1,3 +1,3 @@\n a       A  192.0.2.1\n-b A 192.0.2.2 ; x\n+b       A  192.0.2.2 ; x\n c       A  192.0.2.3\n',
      err: '1 of 2 files would be reformatted by --write.\n',
    });
    assert.equal(read(), ragged);
    assert.deepEqual(await zonewright(['format', '--write'], { cwd }), {
      status: 0,
      out: 'example.com.zone\n',
      err: '1 of 2 files reformatted.\n',
    });
    assert.equal(read(), tidy);
    assert.deepEqual(await zonewright(['format', '--check'], { cwd }), { status: 0, out: '', err: '' });
  });

  it('lays files out as the settings file says, and the command line on top of it', async () => {
    const cwd = folderWith({
        'example.com.zone': 'a in a 192.0.2.1\n',
        '.zonewright.json': '{ "format": { "columns": [16, 20, 26], "typeCase": "upper" } }',
      }),
      laidOut = async (...options: string[]): Promise<string | undefined> =>
        /^\+a.*$/m.exec((await zonewright(['format', ...options, '.'], { cwd })).out)?.[0];
    assert.equal(await laidOut(), '+a               IN  A     192.0.2.1');
    assert.equal(await laidOut('--columns', 'keep'), '+a IN A 192.0.2.1');
    assert.equal(await laidOut('--columns', '8,12,16', '--type-case', 'keep'), '+a       in  a   192.0.2.1');
    const { status, err } = await zonewright(['format', '--columns', '9,8,7'], { cwd });
    assert.equal(status, 2);
    assert.match(err, /three or four growing numbers/);
  });

  it('leaves a file alone in which something is never closed', async () => {
    const cwd = folderWith({ 'example.com.zone': 'a  A ( 192.0.2.1\n' }),
      { status, err } = await zonewright(['format', 'example.com.zone'], { cwd });
    assert.equal(status, 2);
    assert.match(err, /example\.com\.zone isn't formatted, because a parenthesis is never closed/);
  });
});

describe('spf', { concurrency: 2 }, () => {
  const cwd = folderWith({
    'example.com.zone': zoneWith(
      '@ TXT "v=spf1 mx include:b.example.com -all"',
      '@ MX 10 mail',
      'mail A 192.0.2.25',
      'b TXT "v=spf1 ip4:192.0.2.26 exp=e.b.example.com"',
      'c TXT "v=spf1 a:nowhere.example.net ?all"',
    ),
  });

  it('gives the verdict and the walk', async () => {
    const { status, out } = await zonewright(
      ['spf', '--ip', '192.0.2.26', '--sender', 'me@example.com', 'example.com.zone'],
      { cwd },
    );
    assert.equal(status, 0);
    assert.match(out, /^pass, by include:b\.example\.com\n/);
    assert.match(out, /2 of 10 lookups/);
  });

  it('gives the same as JSON', async () => {
    const { status, out } = await zonewright(
      [
        'spf',
        '--format',
        'json',
        '--ip',
        '192.0.2.27',
        '--sender',
        'me@example.com',
        '--helo',
        'mail.example.com',
        '.',
      ],
      { cwd },
    );
    const verdict = JSON.parse(out) as {
      readonly result: string;
      readonly walk: readonly { readonly depth: number; readonly term: string }[];
    };
    assert.equal(status, 1);
    assert.equal(verdict.result, 'fail');
    assert.deepEqual(
      verdict.walk.map(({ depth, term }) => `${depth} ${term}`),
      [
        '0 v=spf1 mx include:b.example.com -all',
        '0 mx',
        '0 include:b.example.com',
        '1 v=spf1 ip4:192.0.2.26 exp=e.b.example.com',
        '1 ip4:192.0.2.26',
        '1 ',
        '0 -all',
      ],
    );
  });

  it("takes a name outside the zones for one that isn't there", async () => {
    assert.match(
      (await zonewright(['spf', '--ip', '192.0.2.1', '--sender', 'x@c.example.com', 'example.com.zone'], { cwd })).out,
      /^neutral, by \?all\n/,
    );
    assert.match(
      (await zonewright(['spf', '--ip', '192.0.2.1', '--sender', 'x@example.net', 'example.com.zone'], { cwd })).out,
      /\nexample\.net is not in these zones, so the result is as if it didn't exist: .*\n$/,
    );
    assert.match(
      (await zonewright(['spf', '--ip', '192.0.2.1', '--sender', 'x@example.net', 'example.com.zone'], { cwd })).out,
      /^none\n/,
    );
  });

  it('checks the HELO name of a bounce', async () => {
    assert.match(
      (
        await zonewright(
          ['spf', '--ip', '192.0.2.26', '--sender', '<>', '--helo', 'b.example.com', 'example.com.zone'],
          { cwd },
        )
      ).out,
      /^pass/,
    );
    assert.match(
      (await zonewright(['spf', '--ip', '192.0.2.26', '--sender', '<>', 'example.com.zone'], { cwd })).err,
      /give it with --helo NAME/,
    );
  });

  it('takes no wrong usage', async () => {
    assert.match(
      (await zonewright(['spf', '--ip', '192.0.2.300', '--sender', 'a@b', 'example.com.zone'], { cwd })).err,
      /"192\.0\.2\.300" isn't an IP address/,
    );
    assert.match(
      (await zonewright(['spf', '--sender', 'a@b', 'example.com.zone'], { cwd })).err,
      /required option '--ip <address>'/,
    );
    assert.equal((await zonewright(['spf', '--ip', '192.0.2.1', '--sender', 'a@b'], { cwd })).status, 2);
  });
});

describe('rules', () => {
  it('lists every rule', async () => {
    const rows = JSON.parse((await zonewright(['rules', '--format', 'json'])).out) as readonly Readonly<
      Record<string, unknown>
    >[];
    const row = rows.find(({ code }) => code === 'mx/no-address');
    assert.equal(row?.['severity'], 'error');
    assert.equal(row['source'], 'RFC 5321 §5.1');
    assert.ok(rows.length > 100);
    assert.match(
      (await zonewright(['rules'])).out,
      /^mx\/no-address +error +recommended +unsafe fix +RFC 5321 §5\.1 +MX target without an address record$/m,
    );
  });
});

describe('every command', () => {
  it('has help', async () => {
    const { status, out } = await zonewright(['--help']);
    assert.equal(status, 0);
    for (const command of ['check', 'compile', 'format', 'spf', 'mail', 'rules', 'lsp']) {
      assert.match(out, new RegExp(`^  ${command} `, 'm'));
      assert.equal((await zonewright([command, '--help'])).status, 0);
    }
  });

  it('tells the version', async () => {
    assert.match((await zonewright(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('ends quietly when nobody reads on', {
    skip: process.platform === 'win32' ? 'there is no head' : false,
  }, async () => {
    const cwd = folderWith({ 'example.com.zone': zoneWith('$GENERATE 1-60000 a$ A 192.0.2.1') });
    const shell = spawn(
      'sh',
      ['-c', '"$0" "$1" compile example.com.zone | head -1', process.execPath, await cliFile()],
      { cwd },
    );
    let err = '';
    shell.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    await new Promise((resolve) => shell.on('close', resolve));
    assert.equal(err, '');
  });
});
