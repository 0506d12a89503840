import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Log } from 'sarif';
import { checked, cliFile, codes, folderWith, zoneWith, zonewright } from './cli.ts';

const twice = zoneWith('a A 192.0.2.1', 'a A 192.0.2.1'),
  once = zoneWith('a A 192.0.2.1');
const read = (cwd: string, file: string): string => readFileSync(path.join(cwd, file), 'utf8');
const fix = (cwd: string, ...args: readonly string[]): ReturnType<typeof zonewright> =>
  zonewright(['check', '--fix', ...args], { cwd });

/** `@ TXT` with data that --fix changes, so that the zone's records change. */
const newRecords = zoneWith(
  '@ MX 10 mail.example.com',
  'mail A 192.0.2.9',
  '@ TXT "v=spf1 mx -all"',
  '_dmarc TXT "v=DMARC1; p=reject"',
);

describe('check --fix', () => {
  it('leaves a zone alone that the server transfers, a stub, and the root hints', async () => {
    const zones = ['primary', 'secondary', 'mirror', 'stub', 'hint'];
    const conf = zones
      .map(
        (type) => `zone "${type === 'hint' ? '.' : `${type}.example.com`}" { type ${type}; file "${type}.zone"; };\n`,
      )
      .join('');
    const cwd = folderWith({ 'named.conf': conf, ...Object.fromEntries(zones.map((type) => [`${type}.zone`, twice])) }),
      { err } = await fix(cwd, '.');
    assert.deepEqual(
      zones.filter((type) => read(cwd, `${type}.zone`) === once),
      ['primary'],
    );
    assert.match(err, /secondary\.zone is written by the server, not by hand, so its fixes aren't applied\./);
  });

  it('leaves copies and templates alone', async () => {
    const left = [
      'example.com.zone.bak',
      'example.com.zone~',
      'example.com.zone.orig',
      '00BACKUP/example.com.zone',
      'db.example.com.20240131',
      'old/db.example.com',
    ];
    const templates = {
      'a.zone': '{{ address }}',
      'b.zone': '<%= address %>',
      'c.zone': '$ADDRESS',
      'd.zone': '@ADDRESS@',
      'e.zone': '{% if x %}',
    };
    const cwd = folderWith({
      'example.com.zone': twice,
      ...Object.fromEntries(left.map((file) => [file, twice])),
      ...Object.fromEntries(Object.entries(templates).map(([file, mark]) => [file, `${twice}x A ${mark}\n`])),
    });
    await fix(cwd, '.');
    assert.equal(read(cwd, 'example.com.zone'), once);
    for (const file of left) assert.equal(read(cwd, file), twice, file);
    for (const file of Object.keys(templates)) assert.ok(read(cwd, file).startsWith(twice), file);
  });

  it('changes no file but the one that was named', async () => {
    const cwd = folderWith({
      'example.com.zone': `${once}$INCLUDE more.inc\n`,
      'more.inc': 'b A 192.0.2.2\nb A 192.0.2.2\n',
    });
    await fix(cwd, 'example.com.zone');
    assert.equal(read(cwd, 'more.inc'), 'b A 192.0.2.2\nb A 192.0.2.2\n');
    await fix(cwd, '.');
    assert.equal(read(cwd, 'more.inc'), 'b A 192.0.2.2\n');
  });

  it('changes nothing outside the folder, through a link either', async () => {
    const cwd = folderWith({ 'elsewhere/example.com.zone': twice, 'zones/example.net.zone': twice });
    symlinkSync('../elsewhere/example.com.zone', path.join(cwd, 'zones/example.com.zone'));
    await fix(cwd, 'zones');
    assert.equal(read(cwd, 'elsewhere/example.com.zone'), twice);
    assert.equal(read(cwd, 'zones/example.net.zone'), once);
  });

  it('adds PTR records only when it is asked to, and raises the serial there', async () => {
    const zone = zoneWith(
        '@ MX 10 mail',
        'mail A 192.0.2.25',
        '@ TXT "v=spf1 mx -all"',
        '_dmarc TXT "v=DMARC1; p=reject"',
      ),
      reverse =
        '$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. 2024010101 7200 3600 1209600 3600\n  NS ns1.example.com.\n  NS ns2.example.net.\n1 PTR ns1.example.com.\n';
    const cwd = folderWith({ 'example.com.zone': zone, '2.0.192.in-addr.arpa.zone': reverse });
    await fix(cwd, '.');
    assert.equal(read(cwd, '2.0.192.in-addr.arpa.zone'), reverse);
    await fix(cwd, '--add-ptr', '.');
    assert.match(
      read(cwd, '2.0.192.in-addr.arpa.zone'),
      /SOA \S+ \S+ (?!2024010101)\d{10} [^]*\n25 PTR mail\.example\.com\.\n$/,
    );
    assert.equal(read(cwd, 'example.com.zone'), zone);
  });

  it('reminds of the serial where records change, and raises it with --bump-serial', async () => {
    const cwd = folderWith({ 'example.com.zone': newRecords, 'example.net.zone': twice }),
      { err } = await fix(cwd, '--dry-run', '.');
    assert.match(err, /Records change in example\.com\.zone: raise the serial too, or use --bump-serial\./);
    await fix(cwd, '--bump-serial', '.');
    assert.match(read(cwd, 'example.com.zone'), /hostmaster (?!2024010101)\d{10} /);
    assert.match(
      read(cwd, 'example.net.zone'),
      /hostmaster 2024010101 /,
      'a record that was there twice is served once',
    );
  });

  it('shows with --dry-run what it would do, as a difference that patch takes', async () => {
    const cwd = folderWith({ 'example.com.zone': newRecords }),
      { out } = await fix(cwd, '--dry-run', 'example.com.zone');
    assert.equal(read(cwd, 'example.com.zone'), newRecords);
    assert.match(out, /^--- example\.com\.zone\n\+\+\+ example\.com\.zone\n@@ -3,7 \+3,7 @@\n/);
    assert.match(out, /^-@ MX 10 mail\.example\.com\n\+@ MX 10 mail\.example\.com\.\n/m);
    assert.equal(spawnSync('patch', ['-p0', '-s'], { cwd, input: out }).status, 0);
    const patched = read(cwd, 'example.com.zone');
    writeFileSync(path.join(cwd, 'example.com.zone'), newRecords);
    await fix(cwd, 'example.com.zone');
    assert.equal(read(cwd, 'example.com.zone'), patched);
  });

  it('says which options go together', async () => {
    const cwd = folderWith({ 'example.com.zone': once });
    for (const [args, message] of [
      [['--dry-run'], /--dry-run needs --fix/],
      [['--bump-serial'], /needs --fix/],
      [['--add-ptr'], /needs --fix/],
      [['--fix', '--dry-run', '--format', 'json'], /can't be combined/],
    ] as const) {
      const { status, err } = await zonewright(['check', ...args, '.'], { cwd });
      assert.equal(status, 2);
      assert.match(err, message);
    }
  });

  it('keeps the mode of a file, and a file with two names', async () => {
    const cwd = folderWith({ 'example.com.zone': twice, 'example.net.zone': twice });
    chmodSync(path.join(cwd, 'example.com.zone'), 0o640);
    mkdirSync(path.join(cwd, 'other'));
    linkSync(path.join(cwd, 'example.net.zone'), path.join(cwd, 'other/name'));
    await fix(cwd, 'example.com.zone', 'example.net.zone');
    assert.equal(statSync(path.join(cwd, 'example.com.zone')).mode & 0o7777, 0o640);
    assert.equal(read(cwd, 'other/name'), once);
    assert.deepEqual(readdirSync(cwd).toSorted(), ['example.com.zone', 'example.net.zone', 'other']);
  });

  it('tells other tools the edits of every fix, and which of them a trial has shown to be safe', async () => {
    const cwd = folderWith({ 'example.com.zone': `${newRecords}example.com CNAME www.example.org.\n` }),
      { files } = await checked(['example.com.zone'], { cwd });
    const findings = files[0]!.findings,
      dot = findings.find(({ code }) => code === 'mx/missing-dot')!,
      alias = findings.find(({ code, range }) => code === 'zone/missing-dot' && range.start.line === 9)!;
    assert.deepEqual(dot.fixes, [
      {
        title: dot.fixes[0]!.title,
        safe: true,
        edits: [
          {
            file: 'example.com.zone',
            range: { start: { line: 5, character: 8 }, end: { line: 5, character: 24 } },
            newText: 'mail.example.com.',
          },
        ],
      },
    ]);
    assert.equal(alias.fix, 'unsafe');
    assert.match(alias.fixes[0]!.why!, /^It brings another error: .*\(cname\/and-other\)\.$/);
    const { out } = await zonewright(['check', '--format', 'sarif', 'example.com.zone'], { cwd }),
      { runs } = JSON.parse(out) as Log;
    const change = runs[0]!.results!.find(({ ruleId }) => ruleId === 'mx/missing-dot')!.fixes![0]!.artifactChanges[0]!;
    assert.deepEqual(change, {
      artifactLocation: { uri: 'example.com.zone', uriBaseId: 'ROOT' },
      replacements: [
        {
          deletedRegion: { startLine: 6, startColumn: 9, endLine: 6, endColumn: 25 },
          insertedContent: { text: 'mail.example.com.' },
        },
      ],
    });
  });

  it('says how many errors comments silence', async () => {
    const cwd = folderWith({ 'example.com.zone': zoneWith('b A 192.0.2.300 ; zonewright-disable-line a/bad') }),
      { out, status } = await zonewright(['check', 'example.com.zone'], { cwd });
    assert.equal(status, 0);
    assert.match(out, /^1 error is silenced by comments\.$/m);
    assert.equal((await checked(['example.com.zone'], { cwd })).summary['suppressedErrors'], 1);
  });

  it('has nothing left to do when it is run again', async () => {
    const cwd = folderWith({ 'example.com.zone': newRecords });
    await fix(cwd, '.');
    const first = read(cwd, 'example.com.zone');
    await fix(cwd, '.');
    assert.equal(read(cwd, 'example.com.zone'), first);
    assert.ok(!codes(await checked(['.'], { cwd })).includes('mx/missing-dot'));
  });
});

/** Large enough that writing it takes a while. */
const large = twice + Array.from({ length: 40_000 }, (_, k) => `host-${k} A 192.0.2.${k % 250}\n`).join(''),
  fixedLarge = large.replace(twice, once);

describe('a zone that is being written', { skip: process.platform === 'win32' ? 'needs a POSIX shell' : false }, () => {
  it('is as it was when the disk is full, and nothing is left beside it', async () => {
    const cwd = folderWith({ 'example.com.zone': large }),
      { status, stderr } = spawnSync(
        'sh',
        [
          '-c',
          `ulimit -f 100; trap '' XFSZ; exec "$0" "$@"`,
          process.execPath,
          await cliFile(),
          'check',
          '--fix',
          'example.com.zone',
        ],
        { cwd, encoding: 'utf8', env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' } },
      );
    assert.equal(status, 2, stderr);
    assert.match(stderr, /example\.com\.zone can't be written, and is as it was/);
    assert.equal(read(cwd, 'example.com.zone'), large);
    assert.deepEqual(readdirSync(cwd), ['example.com.zone']);
  });

  it('is whole at whatever moment the program is killed', async () => {
    const cwd = folderWith({ 'example.com.zone': large }),
      cli = await cliFile();
    const run = (delay: number): Promise<void> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [cli, 'check', '--fix', 'example.com.zone'], { cwd, stdio: 'ignore' }),
          timer = setTimeout(() => child.kill('SIGKILL'), delay);
        child.on('close', () => {
          clearTimeout(timer);
          resolve();
        });
      });
    const started = performance.now();
    await run(60_000);
    const whole = performance.now() - started;
    for (let k = 0; k < 12; k++) {
      writeFileSync(path.join(cwd, 'example.com.zone'), large);
      await run(whole * (0.4 + 0.6 * Math.random()));
      assert.ok([large, fixedLarge].includes(read(cwd, 'example.com.zone')), 'the one text or the other');
    }
  });
});
