import { rowsOf } from '../../findings/rows.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  explainTlsRpt,
  isTlsRpt,
  parseTlsRpt,
  tlsRptProblems,
  tlsRptSetProblems,
} from '../../../../server/src/mail/tls-rpt/tls-rpt.ts';
import { testAnyText } from '../any-text.ts';
import { testRecords } from '../marked.ts';

const problemsOf = (text: string) => tlsRptProblems(parseTlsRpt(text));
const rua = 'rua=mailto:tls@example.com';

describe('a TLS-RPT record with one mistake', () => {
  testRecords({
    rules: rowsOf('tlsrpt'),
    problemsOf,
    elsewhere: ['tlsrpt/location', 'tlsrpt/multiple', 'tlsrpt/unrelated-txt'],
    broken: [
      {
        says: 'has the version in capitals',
        text: `v=«TLSRPTV1»; ${rua}`,
        code: 'tlsrpt/version',
        message: 'bad',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has a hyphen in the version',
        text: `v=«TLS-RPTv1»; ${rua}`,
        code: 'tlsrpt/version',
        message: 'bad',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has no version',
        text: `«${rua}»`,
        code: 'tlsrpt/version',
        message: 'missing',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has the version last',
        text: `${rua}; «v=TLSRPTv1»`,
        code: 'tlsrpt/version',
        message: 'notFirst',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has a space before the semicolon',
        text: `«v=TLSRPTv1 »; ${rua}`,
        code: 'tlsrpt/version',
        message: 'space',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      { says: 'has no rua', text: '«v=TLSRPTv1»;', code: 'tlsrpt/rua-missing', message: 'missing' },
      { says: 'has an empty rua', text: 'v=TLSRPTv1; «rua=»', code: 'tlsrpt/rua-missing', message: 'empty' },
      {
        says: 'has a bare address',
        text: 'v=TLSRPTv1; rua=«tls@example.com»',
        code: 'tlsrpt/rua-scheme',
        message: 'bare',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has an http: address',
        text: 'v=TLSRPTv1; rua=«http://example.com/tls»',
        code: 'tlsrpt/rua-scheme',
        message: 'other',
        fixed: 'v=TLSRPTv1; rua=https://example.com/tls',
      },
      {
        says: 'has an ftp: address',
        text: 'v=TLSRPTv1; rua=«ftp://example.com/tls»',
        code: 'tlsrpt/rua-scheme',
        message: 'other',
      },
      {
        says: 'has two commas',
        text: `v=TLSRPTv1; «${rua},»`,
        code: 'tlsrpt/rua-syntax',
        message: 'empty',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has a word for an address',
        text: 'v=TLSRPTv1; rua=«postmaster»',
        code: 'tlsrpt/rua-syntax',
        message: 'text',
      },
      {
        says: 'has an address in a domain of one label',
        text: 'v=TLSRPTv1; rua=«mailto:tls@localhost»',
        code: 'tlsrpt/rua-syntax',
        message: 'host',
      },
      {
        says: 'has a space in the address',
        text: 'v=TLSRPTv1; rua=«mailto: tls@example.com»',
        code: 'tlsrpt/rua-syntax',
        message: 'space',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has a space between two addresses',
        text: `v=TLSRPTv1; rua=«mailto:tls@example.com mailto:b@example.com»`,
        code: 'tlsrpt/rua-syntax',
        message: 'space',
        fixed: `v=TLSRPTv1; ${rua},mailto:b@example.com`,
      },
      {
        says: 'has a size limit',
        text: `v=TLSRPTv1; ${rua}«!»10m`,
        code: 'tlsrpt/rua-syntax',
        message: 'exclamation',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has an exclamation mark',
        text: 'v=TLSRPTv1; rua=mailto:tls«!»a@example.com',
        code: 'tlsrpt/rua-syntax',
        message: 'exclamation',
        fixed: 'v=TLSRPTv1; rua=mailto:tls%21a@example.com',
      },
      {
        says: 'has no semicolon',
        text: `v=TLSRPTv1 «rua»=mailto:tls@example.com`,
        code: 'tlsrpt/separator',
        message: 'gap',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has a semicolon between two addresses',
        text: `v=TLSRPTv1; ${rua}; «mailto:b@example.com»;`,
        code: 'tlsrpt/separator',
        message: 'uri',
        fixed: `v=TLSRPTv1; ${rua},mailto:b@example.com; `,
      },
      {
        says: 'has two rua fields',
        text: `v=TLSRPTv1; ${rua}; «rua=https://example.com/tls»`,
        code: 'tlsrpt/separator',
        message: 'twice',
        fixed: `v=TLSRPTv1; ${rua},https://example.com/tls`,
      },
      {
        says: 'has two semicolons',
        text: `v=TLSRPTv1;«;» ${rua}`,
        code: 'tlsrpt/separator',
        message: 'empty',
        severity: 'warning',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has a backslash',
        text: `v=TLSRPTv1«\\»; ${rua}`,
        code: 'tlsrpt/separator',
        message: 'backslash',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has a word that is no field',
        text: `v=TLSRPTv1; «daily»; ${rua}`,
        code: 'tlsrpt/tag-syntax',
        message: 'noEquals',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has an octet that is no ASCII',
        text: `v=TLSRPTv1; rua=mailto:t«é»ls@example.com`,
        code: 'tlsrpt/tag-syntax',
        message: 'octet',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has an unknown field with a second = in its value',
        text: `v=TLSRPTv1; ${rua}; «x=a=b»`,
        code: 'tlsrpt/tag-syntax',
        message: 'extension',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has spaces around the = of rua',
        text: `v=TLSRPTv1; rua« = »mailto:tls@example.com`,
        code: 'tlsrpt/tag-syntax',
        message: 'space',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has an unknown field',
        text: `v=TLSRPTv1; ${rua}; «p»=none`,
        code: 'tlsrpt/unknown-tag',
        message: 'ignored',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has a mistyped rua',
        text: `v=TLSRPTv1; «ruaa»=mailto:tls@example.com`,
        code: 'tlsrpt/unknown-tag',
        message: 'near',
        severity: 'error',
        fixed: `v=TLSRPTv1; ${rua}`,
      },
      {
        says: 'has an unknown field twice',
        text: `v=TLSRPTv1; ${rua}; x=1; «x»=1`,
        code: 'tlsrpt/duplicate',
        message: 'duplicate',
        fixed: `v=TLSRPTv1; ${rua}; x=1`,
        also: ['tlsrpt/unknown-tag'],
      },
    ],
    good: {
      'a mail address is right': `v=TLSRPTv1; ${rua}`,
      'an https: address is right': 'v=TLSRPTv1;rua=https://reporting.example.com/v1/tlsrpt',
      'two addresses and a final semicolon are right': `v=TLSRPTv1; ${rua} , https://example.com/tls;`,
    },
  });
  testAnyText(
    ['v=TLSRPTv1', rua, 'rua=', 'mailto:', 'https://example.com', '!5m', 'tls@example.com', 'x=1'],
    problemsOf,
  );
});

describe('TLS-RPT records', () => {
  it('are one at a name', () => {
    const found = (...texts: readonly string[]) => tlsRptSetProblems(texts).map(({ code, record }) => [code, record]);
    assert.deepEqual(found(`v=TLSRPTv1; ${rua}`), []);
    assert.deepEqual(found(`v=TLSRPTv1; ${rua}`, 'x', `v=TLSRPTv1; ${rua}`), [
      ['tlsrpt/unrelated-txt', 1],
      ['tlsrpt/multiple', 2],
    ]);
  });

  it('are told from other texts', () => {
    for (const text of ['v=TLSRPTv1; rua=', 'v=tlsrptv1', 'v=TLS-RPTv1', 'rua=x; v=TLSRPTv1'])
      assert.ok(isTlsRpt(text), text);
    for (const text of ['', 'v=spf1', 'v=DMARC1; rua=mailto:a@example.com', 'v=STSv1; id=1'])
      assert.ok(!isTlsRpt(text), text);
  });

  it('are explained', () => {
    const text = 'v=TLSRPTv1; rua=mailto:a@example.com,https://example.com/x; y=1';
    assert.deepEqual(
      explainTlsRpt(parseTlsRpt(text)).map((part) => part.text),
      [
        `TLS-RPT record: senders report daily whether TLS to this domain's MX hosts worked`,
        'Reports go to a@example.com and https://example.com/x',
        'Unknown field, ignored by senders',
      ],
    );
  });
});
