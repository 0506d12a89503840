import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checked, folderWith, zoneWith, zonewright } from './cli.ts';
import type { JsonReport } from './cli.ts';

/** Customers of one hoster: their mail hosts lean on one another, on the hoster's zone and on reverse zones, and every third of them has something wrong. */
function customers(count: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = { 'hoster.net.zone': zoneWith('ns1 A 192.0.2.53', 'mail A 192.0.2.25') };
  for (let n = 0; n < count; n++) {
    const name = `customer${n}.org`,
      next = `customer${(n + 1) % count}.org`,
      net = `45.${Math.floor(n / 250)}.${n % 250}`;
    const mx = ['@ MX 10 mail', '@ MX 10 mail.hoster.net.', `@ MX 10 nobody.${next}.`][n % 3]!;
    files[`zones/${name}.zone`] = zoneWith(
      mx,
      `mail A ${net}.25`,
      `www CNAME www.${next}.`,
      `@ TXT "v=spf1 mx include:${next} -all"`,
      '$INCLUDE ../parts/all.inc',
    );
    if (n % 2 === 0)
      files[`reverse/${net.split('.').reverse().join('.')}.in-addr.arpa`] = zoneWith(
        `25 PTR ${n % 4 === 0 ? 'mail' : 'mx'}.${name}.`,
      );
  }
  return { ...files, 'parts/all.inc': 'ftp A 192.0.2.300\n' };
}

const findingsOf = ({ files }: JsonReport): readonly string[] =>
  files.flatMap(({ file, findings }) =>
    findings.map(({ code, message, range }) => JSON.stringify([file, code, message, range])),
  );

describe('check of three hundred zones', { concurrency: 2 }, () => {
  const cwd = folderWith(customers(200));

  it('prints the same, byte for byte, however many threads judge', async () => {
    for (const format of ['json', 'text']) {
      const alone = await zonewright(['check', '--jobs', '1', '--format', format, '.'], { cwd });
      assert.match(alone.out, /ptr\/mismatch|mx\/no-address/);
      for (const jobs of ['2', '3'])
        assert.deepEqual(await zonewright(['check', '--jobs', jobs, '--format', format, '.'], { cwd }), alone);
    }
  });

  it('finds in its parts what it finds in the whole, each file in one part', async () => {
    const whole = await checked(['.'], { cwd }),
      parts = await Promise.all([1, 2, 3, 4].map((part) => checked(['--shard', `${part}/4`, '.'], { cwd })));
    const own = (report: JsonReport): readonly string[] =>
      report.files.map(({ file }) => file).filter((file) => !file.startsWith('parts/'));
    assert.deepEqual(parts.flatMap(own), own(whole));
    assert.ok(parts.every((part) => own(part).length > 50));
    const apart = new Set(parts.flatMap(findingsOf));
    assert.deepEqual(
      findingsOf(whole).filter((finding) => !apart.has(finding)),
      [],
    );
    assert.deepEqual(
      parts
        .flatMap(findingsOf)
        .filter((finding) => !finding.startsWith('["parts/'))
        .toSorted(),
      findingsOf(whole)
        .filter((finding) => !finding.startsWith('["parts/'))
        .toSorted(),
    );
  });

  it('says once what is wrong in a file that two hundred zones include', async () => {
    const { files } = await checked(['--jobs', '2', '.'], { cwd }),
      parts = files.filter(({ file }) => file === 'parts/all.inc');
    assert.deepEqual(
      parts.map(({ findings }) => findings.map(({ code }) => code)),
      [['a/bad']],
    );
  });

  it('takes no part that there is not, and no threads without number', async () => {
    for (const args of [
      ['--shard', '5/4'],
      ['--shard', '0/4'],
      ['--shard', 'x'],
      ['--jobs', '0'],
      ['--jobs', 'all'],
    ]) {
      const { status, err } = await zonewright(['check', ...args, '.'], { cwd });
      assert.equal(status, 2, args.join(' '));
      assert.match(err, /Give (?:a number|two numbers)/);
    }
  });
});

describe('check of domains with MTA-STS policies', () => {
  it('lists a policy with its own domain only', async () => {
    const files: Record<string, string> = {};
    for (let n = 0; n < 40; n++) {
      const name = `example${n}.org`;
      files[`${name}.zone`] = zoneWith(
        '@ MX 10 mail',
        'mail A 192.0.2.25',
        '_mta-sts TXT "v=STSv1; id=1"',
        'mta-sts A 192.0.2.80',
      );
      files[`www/mta-sts.${name}/mta-sts.txt`] =
        `version: STSv1\nmode: enforce\nmx: ${n === 7 ? 'mx' : 'mail'}.${name}\nmax_age: 604800\n`;
    }
    const { files: reported } = await checked(['.'], { cwd: folderWith(files) }),
      policies = reported.filter(({ file }) => file.endsWith('mta-sts.txt'));
    assert.deepEqual(
      policies.map(({ zone }) => zone),
      policies.map(({ file }) => `${file.split('/')[1]!.slice('mta-sts.'.length)}.`),
    );
    assert.equal(policies.length, 40);
    const unmatched = reported.filter(({ findings }) =>
      findings.some(({ code }) => code === 'mtasts/policy-mx-unmatched'),
    );
    assert.deepEqual([...new Set(unmatched.map(({ zone }) => zone))], ['example7.org.']);
  });
});

describe('what is checked, and what is said', { concurrency: 2 }, () => {
  const missingMx = zoneWith('@ MX 10 mail');
  const files = {
    'a/example.com.zone': missingMx,
    'b/example.net.zone': missingMx,
    'old/b/example.org.zone': missingMx,
  };

  it('leaves out files and folders that are excluded', async () => {
    const cwd = folderWith(files),
      zones = async (...args: readonly string[]): Promise<readonly (string | null)[]> =>
        (await checked(args, { cwd })).files.map(({ zone }) => zone);
    assert.deepEqual(await zones('.'), ['example.com.', 'example.net.', 'example.org.']);
    assert.deepEqual(await zones('--exclude', 'old/', '.'), ['example.com.', 'example.net.']);
    assert.deepEqual(await zones('--exclude', 'example.net.zone', '--exclude', 'a', '.'), ['example.org.']);
    assert.deepEqual(await zones('--exclude', 'a/**', 'a/example.com.zone', 'b'), ['example.net.']);
  });

  it('leaves out files that are excluded by name, also in a folder elsewhere', async () => {
    const folder = folderWith(files),
      { files: reported } = await checked(['--exclude', 'b/', folder], { cwd: folderWith({}) });
    assert.deepEqual(
      reported.map(({ zone }) => zone),
      ['example.com.'],
    );
  });

  it('ends with status 2 when nothing was checked', async () => {
    const cwd = folderWith(files);
    assert.deepEqual(await zonewright(['check', '--exclude', '*.zone', '.'], { cwd }), {
      status: 2,
      out: 'No findings in 0 files.\n',
      err: 'zonewright: No zone files in ., apart from those excluded.\n',
    });
  });

  it('sets the severity of rules', async () => {
    const cwd = folderWith(files),
      run = (...args: readonly string[]): Promise<JsonReport & { readonly status: number | null }> =>
        checked([...args, 'a'], { cwd });
    assert.equal((await run()).status, 1);
    const milder = await run('--rule', 'mx/no-address=warning');
    assert.deepEqual(
      [milder.status, milder.summary['errors'], milder.summary['warnings']],
      [0, 0, (await run()).summary['warnings']! + 1],
    );
    assert.deepEqual(
      (await run('--rule', 'mx/*=off')).files
        .flatMap(({ findings }) => findings)
        .filter(({ code }) => code.startsWith('mx/')),
      [],
    );
    for (const [rule, words] of [
      ['mx/no-address', /has no "="/],
      ['mx/no-adress=off', /mx\/no-adress/],
      ['mx/no-address=loud', /loud|severity/],
    ] as const) {
      const { status, err } = await zonewright(['check', '--rule', rule, 'a'], { cwd });
      assert.equal(status, 2);
      assert.match(err, words);
    }
  });

  it('takes one settings file for all zones', async () => {
    const cwd = folderWith({
      ...files,
      '.zonewright.json': '{ "rules": { "mx/no-address": "warning" } }',
      'ci/strict.json': '{ "rules": { "mx/no-address": "off" } }',
    });
    const severities = async (...args: readonly string[]): Promise<readonly string[]> =>
      (await checked([...args, 'a'], { cwd })).files.flatMap(({ findings }) =>
        findings.filter(({ code }) => code === 'mx/no-address').map(({ severity }) => severity),
      );
    assert.deepEqual(await severities(), ['warning']);
    assert.deepEqual(await severities('--config', 'ci/strict.json'), []);
    assert.deepEqual(await severities('--config', 'ci/strict.json', '--rule', 'mx/no-address=error'), ['error']);
    const { status, err } = await zonewright(['check', '--config', 'ci/none.json', 'a'], { cwd });
    assert.deepEqual([status, /none\.json can't be read/.test(err)], [2, true]);
  });

  it('counts findings by rule instead of listing them', async () => {
    const cwd = folderWith(files),
      { out, status } = await zonewright(['check', '--statistics', '--profile', 'bind', '.'], { cwd });
    assert.equal(status, 1);
    assert.match(out, /^3 error {7}mx\/no-address$/m);
    const counted = JSON.parse((await zonewright(['check', '--statistics', '--format', 'json', '.'], { cwd })).out) as {
      readonly rules: readonly { readonly code: string; readonly count: number }[];
      readonly summary: unknown;
    };
    assert.deepEqual(
      counted.rules.find(({ code }) => code === 'mx/no-address'),
      { code: 'mx/no-address', severity: 'error', count: 3 },
    );
    assert.deepEqual(counted.summary, (await checked(['.'], { cwd })).summary);
  });

  it('prints findings only when it is to be quiet', async () => {
    const cwd = folderWith({ ...files, 'good/example.com.zone': zoneWith() });
    assert.deepEqual(await zonewright(['check', '--quiet', 'good'], { cwd }), { status: 0, out: '', err: '' });
    const { out } = await zonewright(['check', '--quiet', 'a'], { cwd });
    assert.match(out, /\[mx\/no-address\]\n$/);
  });

  it('reads standard input where the path is -', async () => {
    const { status, files: reported } = await checked(['-', '--stdin-filename', 'example.com.zone'], {
      cwd: folderWith({}),
      input: missingMx,
    });
    assert.equal(status, 1);
    assert.deepEqual(
      reported.map(({ file, zone }) => [file, zone]),
      [['example.com.zone', 'example.com.']],
    );
  });
});
