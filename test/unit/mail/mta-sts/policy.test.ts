import type { CodeRow } from '../../../../server/src/findings/code.ts';
import { codeTable } from '../../../../server/src/findings/codes/index.ts';
import { rowsOf, withMessages } from '../../findings/rows.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  mtaStsDomainFindings,
  mtaStsMatches,
  mtaStsPolicyProblems,
  parseMtaStsPolicy,
  uncoveredHosts,
} from '../../../../server/src/mail/mta-sts/mta-sts.ts';
import { fillTemplate } from '../../../../server/src/findings/template.ts';
import { applyEdits } from '../../../../server/src/mail/grammar/problem.ts';
import { testAnyText } from '../any-text.ts';
import { testRecords } from '../marked.ts';

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\r\n`).join('');
const hosts = ['mail.example.com.', 'mx2.example.net.'];
const all = (text: string) => mtaStsPolicyProblems(parseMtaStsPolicy(text), hosts);
const version = 'version: STSv1';
const mode = 'mode: enforce';
const mx = ['mx: mail.example.com', 'mx: *.example.net'];
const age = 'max_age: 604800';

const rows = rowsOf('mtasts');
const tables: Readonly<Record<string, CodeRow>> = {
  ...Object.fromEntries(Object.entries(rows).filter(([code]) => code.startsWith('mtasts/policy-'))),
  'mtasts/policy-mx-unmatched': withMessages(codeTable['mtasts/policy-mx-unmatched'], 'pattern'),
  'mtasts/duplicate': withMessages(codeTable['mtasts/duplicate'], 'policy'),
};

describe('an MTA-STS policy with one mistake', () => {
  testRecords({
    rules: tables,
    problemsOf: all,
    broken: [
      {
        says: 'has another version',
        text: lines('version: «STS1»', mode, ...mx, age),
        code: 'mtasts/policy-version',
        message: 'bad',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'is a web page',
        text: '«<!DOCTYPE html>»\r\n<html></html>',
        code: 'mtasts/policy-version',
        message: 'html',
      },
      { says: 'is empty', text: '«»', code: 'mtasts/policy-version', message: 'empty' },
      {
        says: 'has no version',
        text: `«${mode}»\r\n${lines(...mx, age)}`,
        code: 'mtasts/policy-version',
        message: 'missing',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has a mistyped mode',
        text: lines(version, 'mode: «enforced»', ...mx, age),
        code: 'mtasts/policy-mode',
        message: 'bad',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has the mode of an early draft',
        text: lines(version, 'mode: «report»', ...mx, age),
        code: 'mtasts/policy-mode',
        message: 'bad',
        fixed: lines(version, 'mode: testing', ...mx, age),
      },
      { says: 'has no mode', text: lines(`«${version}»`, ...mx, age), code: 'mtasts/policy-mode', message: 'missing' },
      {
        says: 'has a max_age in words',
        text: lines(version, mode, ...mx, 'max_age: «one week»'),
        code: 'mtasts/policy-max-age',
        message: 'bad',
      },
      {
        says: 'has a max_age of two years',
        text: lines(version, mode, ...mx, 'max_age: «63115200»'),
        code: 'mtasts/policy-max-age',
        message: 'large',
        fixed: lines(version, mode, ...mx, 'max_age: 31557600'),
      },
      {
        says: 'has a max_age of an hour',
        text: lines(version, mode, ...mx, 'max_age: «3600»'),
        code: 'mtasts/policy-max-age',
        message: 'small',
        severity: 'warning',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has no max_age',
        text: lines(`«${version}»`, mode, ...mx),
        code: 'mtasts/policy-max-age',
        message: 'missing',
      },
      {
        says: 'has a word for a host',
        text: lines(version, mode, ...mx, 'mx: «mail»', age),
        code: 'mtasts/policy-mx',
        message: 'syntax',
      },
      {
        says: 'has a dot for a wildcard',
        text: lines(version, mode, mx[0] ?? '', 'mx: «.example.net»', age),
        code: 'mtasts/policy-mx',
        message: 'syntax',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has a final dot',
        text: lines(version, mode, 'mx: «mail.example.com.»', mx[1] ?? '', age),
        code: 'mtasts/policy-mx',
        message: 'dot',
        severity: 'warning',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has two hosts in a line',
        text: lines(version, mode, 'mx: «mail.example.com, *.example.net»', age),
        code: 'mtasts/policy-mx',
        message: 'list',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has an address for a host',
        text: lines(version, mode, ...mx, 'mx: «192.0.2.1»', age),
        code: 'mtasts/policy-mx',
        message: 'ip',
      },
      { says: 'has no mx', text: lines(`«${version}»`, mode, age), code: 'mtasts/policy-mx', message: 'missing' },
      {
        says: 'names a host that is no MX',
        text: lines(version, mode, ...mx, 'mx: «old.example.com»', age),
        code: 'mtasts/policy-mx-unmatched',
        message: 'pattern',
        severity: 'information',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has a line without colon',
        text: `${lines(version, mode, ...mx, age)}«end»`,
        code: 'mtasts/policy-line',
        message: 'noColon',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has = for a colon',
        text: lines('version«=»STSv1', mode, ...mx, age),
        code: 'mtasts/policy-line',
        message: 'equals',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has space before the name',
        text: lines(version, '«  »mode: enforce', ...mx, age),
        code: 'mtasts/policy-line',
        message: 'space',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has space before the colon',
        text: lines(version, 'mode« »: enforce', ...mx, age),
        code: 'mtasts/policy-line',
        message: 'space',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has a hyphen in max_age',
        text: lines(version, mode, ...mx, '«max-age»: 604800'),
        code: 'mtasts/policy-line',
        message: 'name',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has a field name in capitals',
        text: lines('«Version»: STSv1', mode, ...mx, age),
        code: 'mtasts/policy-line',
        message: 'name',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'begins with a byte order mark',
        text: `«\ufeff»${lines(version, mode, ...mx, age)}`,
        code: 'mtasts/policy-line',
        message: 'bom',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has lines that end in LF',
        text: `${version}«\n»${mode}\n${mx.join('\n')}\n${age}\n`,
        code: 'mtasts/policy-line-ending',
        message: 'lf',
      },
      {
        says: 'has an unknown field',
        text: lines(version, mode, ...mx, age, '«comment»: hello'),
        code: 'mtasts/policy-unknown',
        message: 'ignored',
        fixed: lines(version, mode, ...mx, age),
      },
      {
        says: 'has a field twice',
        text: lines(version, mode, ...mx, age, '«mode»: none'),
        code: 'mtasts/duplicate',
        message: 'policy',
        fixed: lines(version, mode, ...mx, age),
      },
    ],
    good: {
      'all fields with CRLF are right': lines(version, mode, ...mx, age),
      'any order, and no line end at the end, are right': `${lines(age, ...mx, version)}mode: testing`,
      'mode none needs no mx': lines(version, 'mode: none', 'max_age: 86400'),
      'no space after the colon is right': lines(
        'version:STSv1',
        'mode:enforce',
        'mx:mail.example.com',
        'mx:mx2.example.net',
        'max_age:604800',
      ),
    },
  });
  testAnyText([version, mode, ...mx, age, '\n', '\r\n', '\r', 'mx', ': ', '\ufeff', '*.'], all);
});

describe('an mx pattern', () => {
  it('matches the same name, and with *. exactly one label more', () => {
    const matches = ['mail.example.com', 'Mail.Example.Com.', 'example.com', 'foo.bar.example.com'].map((host) =>
      mtaStsMatches('*.example.com', host),
    );
    assert.deepEqual(matches, [true, true, false, false]);
    assert.ok(mtaStsMatches('mail.example.com', 'MAIL.example.com.'));
    assert.ok(!mtaStsMatches('mail.example.com', 'x.mail.example.com'));
  });
});

describe('an MX host that a policy does not name', () => {
  const uncovered = (...some: readonly string[]) =>
    uncoveredHosts(parseMtaStsPolicy(lines(version, ...some, age)), hosts);

  it('is told, with the line that would name it', () => {
    const [found, ...others] = uncovered(mode, 'mx: mail.example.com');
    assert.deepEqual([found?.host, others], ['mx2.example.net.', []]);
    assert.equal(
      applyEdits(lines(version, mode, 'mx: mail.example.com', age), found?.fix.edits ?? []),
      lines(version, mode, 'mx: mail.example.com', 'mx: mx2.example.net', age),
    );
  });

  it('is nothing where the policy is switched off, names no host, or has a broken line that may have meant it', () => {
    for (const some of [
      ['mode: none', 'mx: mail.example.com'],
      [mode],
      [mode, 'mx: mail.example.com, mx2.example.net'],
    ])
      assert.deepEqual(uncovered(...some), []);
  });
});

describe('a domain with MTA-STS', () => {
  const domain = 'example.com';
  const complete = { domain, hasRecord: true, hasHost: true, hasMx: true, hasTlsRpt: true };
  const found = (facts: Parameters<typeof mtaStsDomainFindings>[0]) =>
    mtaStsDomainFindings(facts).map(({ code, message }) => `${code} ${message}`);

  it('has record, host, MX and TLS reports', () => {
    assert.deepEqual(found(complete), []);
    assert.deepEqual(found({ ...complete, hasHost: undefined }), []);
    assert.deepEqual(found({ ...complete, hasHost: false }), ['mtasts/no-host host']);
    assert.deepEqual(found({ ...complete, hasRecord: false }), ['mtasts/no-host record']);
    assert.deepEqual(found({ ...complete, hasMx: false }), ['mtasts/no-mx noMx']);
    assert.deepEqual(found({ ...complete, hasTlsRpt: false }), ['mtasts/no-tlsrpt noReports']);
  });

  it('is told in whole sentences', () => {
    const table: Readonly<Record<string, CodeRow>> = rows;
    for (const facts of [
      { ...complete, hasHost: false, hasTlsRpt: false, hasMx: false },
      { ...complete, hasRecord: false },
    ]) {
      for (const { code, message, args } of mtaStsDomainFindings(facts))
        assert.match(fillTemplate(table[code]?.messages[message] ?? '{', args), /^[^{]+$/);
    }
  });
});
