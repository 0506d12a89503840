import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Log } from 'sarif';
import { checked, codes, folderWith, zoneWith, zonewright } from './cli.ts';

const missingMx = zoneWith('@ MX 10 mail', '_dmarc TXT "v=DMARC1; p=reject"', '@ TXT "v=spf1 -all"');

describe('check', { concurrency: 2 }, () => {
  it('says of a good zone that nothing is found', async () => {
    const cwd = folderWith({ 'example.com.zone': zoneWith() });
    assert.deepEqual(await zonewright(['check', 'example.com.zone'], { cwd }), {
      status: 0,
      out: 'No findings in 1 file.\n',
      err: '',
    });
  });

  it('prints a finding a line, where editors and terminals find its place', async () => {
    const cwd = folderWith({ 'example.com.zone': missingMx }),
      { status, out } = await zonewright(['check', 'example.com.zone'], { cwd });
    assert.equal(status, 1);
    assert.match(
      out,
      /^example\.com\.zone:6:9: error: mail\.example\.com has no A or AAAA record .* \[mx\/no-address\]\n1 error in 1 file\.\n$/,
    );
  });

  it("says that it took the zone's name from the file name, where nothing in the text agrees", async () => {
    const cwd = folderWith({
      'example.com.zone':
        '$TTL 3600\n@ SOA ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600\n@ NS ns1.example.net.\n@ NS ns2.example.org.\nwww.example.org. A 192.0.2.80\n',
    });
    const { out } = await zonewright(['check', '.'], { cwd });
    assert.match(out, /www\.example\.org .* \(zone name taken from the file name\) \[zone\/out-of-zone-data\]/);
    const { out: told } = await zonewright(['check', '--origin', 'example.com', 'example.com.zone'], { cwd });
    assert.doesNotMatch(told, /taken from the file name/);
  });

  it('counts the files whose zone nothing tells', async () => {
    const cwd = folderWith({
      'master.zone':
        '$TTL 3600\n@ SOA ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600\n@ NS ns1.example.net.\n@ NS ns2.example.org.\n',
    });
    assert.deepEqual(await zonewright(['check', '.'], { cwd }), {
      status: 0,
      out: 'No findings in 1 file.\nThe zone name of one file is unknown, so rules that need it are silent: name it with --origin or "; zone: example.com".\n',
      err: '',
    });
  });

  it('prints JSON with lines and characters from 0', async () => {
    const cwd = folderWith({ 'example.com.zone': missingMx }),
      { files, summary } = await checked(['example.com.zone'], { cwd });
    assert.deepEqual(summary, { errors: 1, warnings: 0, information: 0, hints: 0 });
    const [file] = files;
    assert.equal(file?.file, 'example.com.zone');
    assert.equal(file.zone, 'example.com.');
    const [finding] = file.findings;
    assert.deepEqual(Object.keys(finding!).toSorted(), [
      'code',
      'fix',
      'fixes',
      'message',
      'range',
      'related',
      'severity',
    ]);
    assert.deepEqual(finding!.range, { start: { line: 5, character: 8 }, end: { line: 5, character: 12 } });
    assert.equal(finding!.fix, 'unsafe');
  });

  it('holds the MTA-STS policy that lies with the zones against their MX records, and fixes it', async () => {
    const policy = ['version: STSv1', 'mode=testing', 'mx: mx1.example.net', 'max_age: 604800', ''].join('\r\n'),
      zone = zoneWith(
        '@ MX 10 mx1.example.net.',
        '@ MX 20 mx2.example.net.',
        '_mta-sts TXT "v=STSv1; id=1"',
        'mta-sts A 192.0.2.80',
        '@ TXT "v=spf1 mx -all"',
        '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"',
      );
    const cwd = folderWith({ 'zones/example.com.zone': zone, '.well-known/mta-sts.txt': policy }),
      all = ['mtasts/policy-mx-unmatched', 'mtasts/policy-line'];
    for (const what of ['.', 'zones/example.com.zone']) assert.deepEqual(codes(await checked([what], { cwd })), all);
    assert.deepEqual(
      (await checked(['--fix', '.'], { cwd })).files.map(({ file, findings }) => `${file} ${findings.length}`),
      ['zones/example.com.zone 1', '.well-known/mta-sts.txt 0'],
    );
    assert.equal(readFileSync(path.join(cwd, '.well-known/mta-sts.txt'), 'utf8'), policy.replace('mode=', 'mode: '));
  });

  it('counts characters as UTF-16 does', async () => {
    const cwd = folderWith({ 'example.com.zone': zoneWith('t HINFO "é😀" x y') });
    const finding = (await checked(['example.com.zone'], { cwd })).files[0]!.findings.find(
      ({ code }) => code === 'syn/extra-rdata',
    );
    assert.deepEqual(finding?.range, { start: { line: 5, character: 16 }, end: { line: 5, character: 17 } });
  });

  it('prints workflow commands for GitHub', async () => {
    const cwd = folderWith({ 'a,b.zone': missingMx }),
      { out } = await zonewright(['check', '--origin', 'example.com', '--format', 'github', 'a,b.zone'], { cwd });
    assert.match(
      out,
      /^::error file=a%2Cb\.zone,line=6,endLine=6,col=9,endColumn=13,title=mx\/no-address::mail\.example\.com has no A/,
    );
  });

  it('prints SARIF 2.1.0', async () => {
    const cwd = folderWith({ 'example.com.zone': missingMx }),
      { out } = await zonewright(['check', '--format', 'sarif', 'example.com.zone'], { cwd });
    const log = JSON.parse(out) as Log,
      run = log.runs[0]!,
      result = run.results![0]!;
    assert.equal(log.version, '2.1.0');
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.equal(result.ruleId, 'mx/no-address');
    assert.equal(run.tool.driver.rules![result.ruleIndex!]!.id, 'mx/no-address');
    assert.equal(result.level, 'error');
    assert.deepEqual(result.locations![0]!.physicalLocation, {
      artifactLocation: { uri: 'example.com.zone', uriBaseId: 'ROOT' },
      region: { startLine: 6, startColumn: 9, endLine: 6, endColumn: 13 },
    });
  });

  it("says why a file can't be judged, with status 2", async () => {
    const cwd = folderWith({
      'empty.zone': '',
      'binary.zone': Uint8Array.from({ length: 300 }, (_, i) => i % 7),
      'raw.zone': Uint8Array.of(0, 0, 0, 2, 0, 0, 0, 1),
      'wide.zone': Uint8Array.of(0xff, 0xfe, 36, 0),
    });
    const said = async (file: string): Promise<string> => {
      const { status, err } = await zonewright(['check', file], { cwd });
      assert.equal(status, 2, file);
      return err;
    };
    assert.equal(await said('absent.zone'), "zonewright: absent.zone can't be read: no such file or folder.\n");
    assert.equal(
      await said('empty.zone'),
      'zonewright: empty.zone is empty: a zone needs at least its SOA and NS records.\n',
    );
    assert.equal(await said('binary.zone'), 'zonewright: binary.zone is a binary file, not a zone.\n');
    assert.match(await said('raw.zone'), /raw format.*named-compilezone -f raw -F text/);
    assert.match(await said('wide.zone'), /UTF-16.*save it as UTF-8/);
  });

  it("reports files that can't be judged in JSON too, beside those that can", async () => {
    const cwd = folderWith({ 'empty.zone': '', 'example.com.zone': zoneWith() }),
      report = await checked(['empty.zone', 'example.com.zone'], { cwd });
    assert.equal(report.status, 2);
    assert.deepEqual(
      report.files.map(({ file, findings }) => [file, findings.map(({ code }) => code)]),
      [
        ['empty.zone', ['file/empty']],
        ['example.com.zone', []],
      ],
    );
  });

  it('says that a folder holds no zones, with status 2', async () => {
    const cwd = folderWith({ 'notes.md': '# Notes\n', 'src/main.c': 'int main(void) { return 0; }\n' }),
      { status, err } = await zonewright(['check', '.'], { cwd });
    assert.equal(status, 2);
    assert.equal(err, 'zonewright: No zone files in ..\n');
  });

  it('takes no wrong usage', async () => {
    const cwd = folderWith({ 'a.zone': zoneWith(), 'b.zone': zoneWith() });
    const usage: readonly (readonly [readonly string[], RegExp])[] = [
      [['check', '--orign', 'x'], /unknown option '--orign'\n\(Did you mean --origin\?\)/],
      [['chekc'], /unknown command 'chekc'\n\(Did you mean check\?\)/],
      [['check', '--format', 'xml'], /Allowed choices are text, json, sarif, github/],
      [['check', '--max-warnings', 'x'], /Give a number/],
      [['check', '--origin', 'a..b', 'a.zone'], /"a\.\.b" isn't a valid domain name/],
      [['check', '--origin', 'example.com', 'a.zone', 'b.zone'], /--origin is for one file, but there are 2 paths/],
      [['check', '--origin', 'example.com', '.'], /--origin is for one file, but \. is a folder/],
      [['check', '--stdin', 'a.zone'], /--stdin takes no paths/],
      [['check', '--stdin', '--fix'], /--fix writes files/],
      [['check', '--stdin-filename', 'x', 'a.zone'], /--stdin-filename needs --stdin/],
      [[], /Usage: zonewright/],
    ];
    for (const [args, words] of usage) {
      const { status, err } = await zonewright(args, { cwd });
      assert.match(err, words);
      assert.equal(status, 2, args.join(' '));
    }
  });

  it('fails from the severity on that is asked for, and above a number of warnings', async () => {
    const cwd = folderWith({
      'example.com.zone': zoneWith('a A 192.0.2.1', 'a A 192.0.2.1', 'b A 192.0.2.1', 'b A 192.0.2.1'),
    });
    const status = async (...options: readonly string[]): Promise<number | null> =>
      (await zonewright(['check', ...options, 'example.com.zone'], { cwd })).status;
    assert.equal(await status(), 0);
    assert.equal(await status('--fail-on', 'warning'), 1);
    assert.equal(await status('--max-warnings', '2'), 0);
    assert.equal(await status('--max-warnings', '1'), 1);
  });

  it('reads standard input', async () => {
    const { files } = await checked(['--stdin', '--stdin-filename', 'zones/example.com.zone'], { input: missingMx });
    assert.deepEqual(
      files.map(({ file, zone, findings }) => [file, zone, findings.length]),
      [['zones/example.com.zone', 'example.com.', 1]],
    );
  });

  it('reports an unknown apex as null', async () => {
    assert.equal((await checked(['--stdin'], { input: zoneWith() })).files[0]!.zone, null);
  });

  it('looks through folders for zone files by name and content', async () => {
    const cwd = folderWith({
      'a/example.com.zone': zoneWith(),
      'a/db.example.edu': zoneWith(),
      'b/hosts': `$ORIGIN example.org.\n${zoneWith()}`,
      'b/readme.txt': 'zone files\n',
      '.git/example.edu.zone': 'x',
      'node_modules/x.zone': 'y',
    });
    const { files, status } = await checked(['.'], { cwd });
    assert.deepEqual(
      files.map(({ file, zone }) => [file, zone]),
      [
        ['a/db.example.edu', 'example.edu.'],
        ['a/example.com.zone', 'example.com.'],
        ['b/hosts', 'example.org.'],
      ],
    );
    assert.equal(status, 0);
  });

  it('takes included files as parts of their zone, not as zones', async () => {
    const cwd = folderWith({
      'example.com.zone': zoneWith('$INCLUDE sub/example.com.inc'),
      'sub/example.com.inc': 'a IN A 192.0.2.300\nb IN A 192.0.2.2\n',
    });
    const { files } = await checked(['.'], { cwd });
    assert.deepEqual(
      files.map(({ file, zone, findings }) => [file, zone, findings.map(({ code }) => code)]),
      [
        ['example.com.zone', 'example.com.', []],
        ['sub/example.com.inc', 'example.com.', ['a/bad']],
      ],
    );
  });

  it('includes nothing from outside the folder that is checked', async () => {
    const outside = folderWith({ secret: 'a A 192.0.2.300\n' }),
      cwd = folderWith({
        'zones/example.com.zone': zoneWith(
          `$INCLUDE ${path.join(outside, 'secret')}`,
          '$INCLUDE ../near',
          '$INCLUDE link',
        ),
        near: 'b A 192.0.2.300\n',
      });
    symlinkSync(path.join(outside, 'secret'), path.join(cwd, 'zones/link'));
    assert.deepEqual(codes(await checked(['zones'], { cwd })), [
      'syn/include-outside-root',
      'syn/include-outside-root',
      'syn/include-outside-root',
    ]);
    // The working folder holds the file, so what lies in it may be included.
    assert.deepEqual(codes(await checked(['zones/example.com.zone'], { cwd })), [
      'syn/include-outside-root',
      'syn/include-outside-root',
      'a/bad',
    ]);
  });

  it('checks the zones of a named.conf, views apart', async () => {
    const cwd = folderWith({
      'named.conf':
        'options { directory "zones"; };\nview internal { match-clients { 10.0.0.0/8; }; zone "example.com" { type primary; file "in"; }; };\nview external { zone "example.com" { type primary; file "out"; }; zone "example.net" { type primary; file "gone"; }; zone "example.org" { type secondary; file "x"; primaries { 192.0.2.1; }; }; };\n',
      'zones/in': zoneWith('a A 10.0.0.1'),
      'zones/out': zoneWith('a A 192.0.2.300'),
    });
    const { files, status } = await checked(['named.conf'], { cwd });
    assert.equal(status, 1);
    assert.deepEqual(
      files.map(({ file, zone, findings }) => [file, zone, findings.map(({ code }) => code)]),
      [
        ['named.conf', null, ['config/zone-file']],
        ['zones/in', 'example.com.', []],
        ['zones/out', 'example.com.', ['a/bad']],
      ],
    );
    assert.match(files[0]!.findings[0]!.message, /The file of example\.net, zones\/gone, can't be read/);
  });

  it('hears the settings file and suppression comments, and tells what is wrong in them', async () => {
    const cwd = folderWith({
      '.zonewright.json': '{ "rules": { "mx/no-address": "warning", "mx/no-adress": "off" } }',
      'example.com.zone': `${missingMx}b A 192.0.2.300 ; zonewright-disable-line a/bad\nc A 192.0.2.3 ; zonewright-disable-line a/baad\n`,
    });
    const { files } = await checked(['.'], { cwd });
    assert.deepEqual(
      files.map(({ file, findings }) => [file, findings.map(({ code, severity }) => `${code} ${severity}`)]),
      [
        ['.zonewright.json', ['settings/unknown-code warning']],
        ['example.com.zone', ['mx/no-address warning', 'suppression/unknown-code warning']],
      ],
    );
  });

  it('puts right what is safe until nothing is left, and keeps the rest of the bytes', async () => {
    const text = `\ufeff${zoneWith('a A 192.0.2.1', 'a A 192.0.2.1', 'b TXT caf\u00e9 ; \u00e9')}`.replaceAll(
        '\n',
        '\r\n',
      ),
      cwd = folderWith({ 'example.com.zone': text });
    const { err, status } = await zonewright(['check', '--fix', 'example.com.zone'], { cwd });
    assert.equal(status, 0);
    assert.match(err, /^zonewright: Fixed \d+ findings? in example\.com\.zone\.\n$/);
    assert.equal(
      readFileSync(path.join(cwd, 'example.com.zone'), 'utf8').replaceAll('\r\n', '\n'),
      zoneWith('a A 192.0.2.1', 'b TXT caf\u00e9 ; \u00e9'),
    );
  });

  it('writes nothing where nothing is safe', async () => {
    const cwd = folderWith({ 'example.com.zone': missingMx });
    await zonewright(['check', '--fix', 'example.com.zone'], { cwd });
    assert.equal(readFileSync(path.join(cwd, 'example.com.zone'), 'utf8'), missingMx);
  });

  it('makes no two SPF records out of two of the obsolete type, nor a comment out of what a template left', async () => {
    for (const line of ['@ SPF "v=spf1 mx -all"\n@ SPF "v=spf1 a -all"', 'w HINFO #CPU# #OS# x']) {
      const text = zoneWith(line),
        cwd = folderWith({ 'example.com.zone': text });
      await zonewright(['check', '--fix', 'example.com.zone'], { cwd });
      assert.equal(readFileSync(path.join(cwd, 'example.com.zone'), 'utf8'), text);
    }
  });

  it('goes on when a file of a folder may not be read, or is a link to nowhere', async () => {
    const cwd = folderWith({ 'example.com.zone': zoneWith() });
    symlinkSync('nowhere', path.join(cwd, 'example.net.zone'));
    mkdirSync(path.join(cwd, 'real'));
    symlinkSync('real', path.join(cwd, 'example.org.zone'));
    writeFileSync(path.join(cwd, 'example.edu.zone'), '\0\0\0\x02');
    assert.deepEqual(
      (await checked(['.'], { cwd })).files.map(({ file }) => file),
      ['example.com.zone'],
    );
  });

  it('judges by another profile', async () => {
    const cwd = folderWith({ 'example.com.zone': missingMx });
    assert.ok((await checked(['--profile', 'all', 'example.com.zone'], { cwd })).files[0]!.findings.length > 1);
  });

  // Below "npm run" the path begins with the packages' programs, a Node among them.
  const own = process.env['npm_node_execpath'] ?? 'node',
    { status, stdout: version } = spawnSync(own, ['--version'], { encoding: 'utf8' });
  it("runs under npm's Node as well, which may be older than the one of the tests", {
    skip: status === 0 && version.trim() !== process.version ? false : 'npm and the tests run on the same Node',
  }, async () => {
    const cwd = folderWith({ 'example.com.zone': missingMx });
    assert.deepEqual(codes(await checked(['example.com.zone'], { cwd, node: own })), ['mx/no-address']);
  });
});
