import { rowsOf } from '../../findings/rows.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  bimiDmarcProblems,
  bimiProblems,
  bimiSetProblems,
  explainBimi,
  isBimi,
  parseBimi,
} from '../../../../server/src/mail/bimi/bimi.ts';
import { declines } from '../../../../server/src/mail/bimi/bimi-record.ts';
import { parseDmarc } from '../../../../server/src/mail/dmarc/dmarc.ts';
import { testAnyText } from '../any-text.ts';
import { testRecords } from '../marked.ts';

const problemsOf = (text: string) => bimiProblems(parseBimi(text));
const l = 'l=https://example.com/logo.svg';
const a = 'a=https://example.com/vmc.pem';

describe('a BIMI record with one mistake', () => {
  testRecords({
    rules: rowsOf('bimi'),
    problemsOf,
    elsewhere: ['bimi/location', 'bimi/multiple', 'bimi/unrelated', 'bimi/dmarc-weak'],
    broken: [
      {
        says: 'has the version in small letters',
        text: `v=«bimi1»; ${l}; ${a}`,
        code: 'bimi/version',
        message: 'bad',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has no version',
        text: `«${l}»; ${a}`,
        code: 'bimi/version',
        message: 'missing',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has the version last',
        text: `${l}; ${a}; «v=BIMI1»`,
        code: 'bimi/version',
        message: 'notFirst',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'begins with a quote',
        text: `«"»v=BIMI1; ${l}; ${a}`,
        code: 'bimi/version',
        message: 'leading',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      { says: 'has no logo', text: `«v=BIMI1»; ${a}`, code: 'bimi/l-missing', message: 'missing' },
      {
        says: 'has the logo at http:',
        text: `v=BIMI1; l=«http://example.com/logo.svg»; ${a}`,
        code: 'bimi/l-https-svg',
        message: 'scheme',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has a PNG for a logo',
        text: `v=BIMI1; l=«https://example.com/logo.png»; ${a}`,
        code: 'bimi/l-https-svg',
        message: 'svg',
      },
      {
        says: 'has a logo without host',
        text: `v=BIMI1; l=«https:///logo.svg»; ${a}`,
        code: 'bimi/l-https-svg',
        message: 'host',
      },
      {
        says: 'has two logos',
        text: `v=BIMI1; l=«https://example.com/a.svg,https://example.com/b.svg»; ${a}`,
        code: 'bimi/l-https-svg',
        message: 'several',
      },
      {
        says: 'has a space in the address',
        text: `v=BIMI1; l=«https://example.com/ logo.svg»; ${a}`,
        code: 'bimi/l-https-svg',
        message: 'space',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'declines to show a logo',
        text: 'v=BIMI1; «l=»; a=;',
        code: 'bimi/l-empty-decline',
        message: 'declines',
      },
      {
        says: 'has a certificate but no logo',
        text: `v=BIMI1; «l=»; ${a}`,
        code: 'bimi/l-empty-decline',
        message: 'evidenceOnly',
        severity: 'warning',
      },
      { says: 'has no certificate', text: `v=BIMI1; «${l}»`, code: 'bimi/no-vmc', message: 'noEvidence' },
      { says: 'has an empty certificate', text: `v=BIMI1; ${l}; «a=»`, code: 'bimi/no-vmc', message: 'noEvidence' },
      {
        says: 'has the certificate at http:',
        text: `v=BIMI1; ${l}; a=«http://example.com/vmc.pem»`,
        code: 'bimi/a-https',
        message: 'scheme',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has a certificate without host',
        text: `v=BIMI1; ${l}; a=«https://localhost/vmc.pem»`,
        code: 'bimi/a-https',
        message: 'host',
      },
      {
        says: 'has a space in the address of the certificate',
        text: `v=BIMI1; ${l}; a=«https://example.com/ vmc.pem»`,
        code: 'bimi/a-https',
        message: 'space',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has a=self',
        text: `v=BIMI1; l=; a=«self»`,
        code: 'bimi/a-https',
        message: 'self',
        fixed: 'v=BIMI1; l=; a=',
        also: ['bimi/l-empty-decline'],
      },
      {
        says: 'has a mistyped preference',
        text: `v=BIMI1; ${l}; ${a}; avp=«Personal»`,
        code: 'bimi/avp',
        message: 'value',
        fixed: `v=BIMI1; ${l}; ${a}; avp=personal`,
      },
      {
        says: 'has an underscore in a prefix',
        text: `v=BIMI1; ${l}; ${a}; lps=brand,«no_reply»`,
        code: 'bimi/lps',
        message: 'characters',
        fixed: `v=BIMI1; ${l}; ${a}; lps=brand,no-reply`,
      },
      {
        says: 'has a long prefix',
        text: `v=BIMI1; ${l}; ${a}; lps=«${'x'.repeat(64)}»`,
        code: 'bimi/lps',
        message: 'length',
      },
      {
        says: 'has an empty prefix',
        text: `v=BIMI1; ${l}; ${a}; «lps=a,»`,
        code: 'bimi/lps',
        message: 'empty',
        fixed: `v=BIMI1; ${l}; ${a}; lps=a`,
      },
      {
        says: 'has an unknown tag',
        text: `v=BIMI1; ${l}; ${a}; «z»=1`,
        code: 'bimi/unknown-tag',
        message: 'ignored',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has the logo tag in capitals',
        text: `v=BIMI1; «L»=https://example.com/logo.svg; ${a}`,
        code: 'bimi/unknown-tag',
        message: 'near',
        severity: 'error',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has a tag twice',
        text: `v=BIMI1; ${l}; «l»=https://example.com/b.svg; ${a}`,
        code: 'bimi/duplicate-tag',
        message: 'duplicate',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has a word that is no tag',
        text: `v=BIMI1; «logo»; ${l}; ${a}`,
        code: 'bimi/tag-syntax',
        message: 'noEquals',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has no semicolon',
        text: `v=BIMI1 «l»=https://example.com/logo.svg; ${a}`,
        code: 'bimi/tag-syntax',
        message: 'gap',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has two semicolons',
        text: `v=BIMI1;«;» ${l}; ${a}`,
        code: 'bimi/tag-syntax',
        message: 'empty',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has a backslash',
        text: `v=BIMI1«\\»; ${l}; ${a}`,
        code: 'bimi/tag-syntax',
        message: 'backslash',
        fixed: `v=BIMI1; ${l}; ${a}`,
      },
      {
        says: 'has an octet that is no ASCII',
        text: `v=BIMI1; l=https://example.com/l«\u00f6»logo.svg; ${a}`,
        code: 'bimi/tag-syntax',
        message: 'octet',
        fixed: `v=BIMI1; l=https://example.com/llogo.svg; ${a}`,
      },
    ],
    good: {
      'a logo and a certificate are right': `v=BIMI1; ${l}; ${a}`,
      'all tags are right': `v=BIMI1;l=https://example.com/logo.svgz;${a};avp=personal;lps=brand,news-;`,
      'any order and white space are right': ` v = BIMI1 ; ${a} ; ${l} `.trim(),
      'local parts without a prefix are right': `v=BIMI1; ${l}; ${a}; lps=`,
    },
  });
  testAnyText(['v=BIMI1', l, a, 'l=', 'a=', 'avp=brand', 'lps=a,b', 'https://', ',', 'x=1'], problemsOf);
});

describe('a BIMI record and the DMARC policy', () => {
  const found = (bimi: string, dmarc: string | undefined) =>
    bimiDmarcProblems(parseBimi(bimi), dmarc === undefined ? undefined : parseDmarc(dmarc)).map(({ message, args }) => [
      message,
      args,
    ]);
  const record = `v=BIMI1; ${l}; ${a}`;

  it('go together when the policy is in force', () => {
    for (const dmarc of [
      'v=DMARC1; p=reject',
      'v=DMARC1; p=quarantine; sp=quarantine',
      'v=DMARC1; p=quarantine; pct=100',
      'v=DMARC1; p=reject; pct=5',
    ]) {
      assert.deepEqual(found(record, dmarc), []);
    }
  });

  it('do not when it is weak', () => {
    assert.deepEqual(found(record, undefined), [['missing', {}]]);
    assert.deepEqual(found(record, 'v=dmarc1; p=reject'), [['missing', {}]]);
    assert.deepEqual(found(record, 'v=DMARC1; p=none'), [['policy', { name: 'p', policy: 'none' }]]);
    assert.deepEqual(found(record, 'v=DMARC1; p=reject; sp=none'), [['policy', { name: 'sp', policy: 'none' }]]);
    assert.deepEqual(found(record, 'v=DMARC1; p=reject; t=y'), [['testing', {}]]);
    assert.deepEqual(found(record, 'v=DMARC1; p=quarantine; pct=50'), [['pct', { value: '50' }]]);
  });

  it('need not when the record declines', () => {
    assert.ok(declines(parseBimi('v=BIMI1; l=; a=')));
    assert.deepEqual(found('v=BIMI1; l=; a=;', undefined), []);
  });
});

describe('BIMI records', () => {
  it('are one at a selector', () => {
    const found = (...texts: readonly string[]) => bimiSetProblems(texts).map(({ code, record }) => [code, record]);
    assert.deepEqual(found(`v=BIMI1; ${l}`), []);
    assert.deepEqual(found(`v=BIMI1; ${l}`, `v=BIMI1; ${l}`, 'x'), [
      ['bimi/multiple', 1],
      ['bimi/unrelated', 2],
    ]);
  });

  it('are told from other texts', () => {
    for (const text of ['v=BIMI1; l=', 'v=bimi1;', 'l=; v=BIMI1', 'v=BMI1; l=']) assert.ok(isBimi(text), text);
    for (const text of ['', 'v=spf1', 'v=DMARC1; p=none', 'v=DKIM1; p=']) assert.ok(!isBimi(text), text);
  });

  it('are explained', () => {
    assert.deepEqual(
      explainBimi(parseBimi(`v=BIMI1; ${l}; a=; avp=personal; lps=x; z=1`)).map((part) => part.text),
      [
        'BIMI record: the logo that mail programs show next to authenticated mail',
        'The logo is at https://example.com/logo.svg',
        'No certificate for the logo',
        `Mail programs should prefer the sender's personal avatar to the logo`,
        'Local parts that begin with x may have their own logo',
        'Unknown tag, ignored by receivers',
      ],
    );
  });
});
