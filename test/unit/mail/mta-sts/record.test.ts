import { codeTable } from '../../../../server/src/findings/codes/index.ts';
import { rowsOf, withMessages } from '../../findings/rows.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  explainMtaSts,
  isMtaSts,
  mtaStsProblems,
  mtaStsSetProblems,
  parseMtaSts,
} from '../../../../server/src/mail/mta-sts/mta-sts.ts';
import { testAnyText } from '../any-text.ts';
import { testRecords } from '../marked.ts';

const problemsOf = (text: string) => mtaStsProblems(parseMtaSts(text));
const id = '20261124T000000';
const elsewhere = Object.keys(rowsOf('mtasts')).filter((code) => code.startsWith('mtasts/policy-'));

describe('an MTA-STS record with one mistake', () => {
  testRecords({
    rules: { ...rowsOf('mtasts'), 'mtasts/duplicate': withMessages(codeTable['mtasts/duplicate'], 'record') },
    problemsOf,
    elsewhere: [
      ...elsewhere,
      'mtasts/location',
      'mtasts/multiple-txt',
      'mtasts/unrelated-txt',
      'mtasts/no-host',
      'mtasts/no-mx',
      'mtasts/no-tlsrpt',
    ],
    broken: [
      {
        says: 'has the version in small letters',
        text: `v=«stsv1»; id=${id}`,
        code: 'mtasts/version',
        message: 'bad',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has another version',
        text: `v=«STSv2»; id=${id}`,
        code: 'mtasts/version',
        message: 'bad',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has the v in capitals',
        text: `«V=STSv1»; id=${id}`,
        code: 'mtasts/version',
        message: 'bad',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has no version',
        text: `«id=${id}»`,
        code: 'mtasts/version',
        message: 'missing',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has a version without v=',
        text: `«STSv1»; id=${id}`,
        code: 'mtasts/version',
        message: 'missing',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'begins with a space',
        text: `« »v=STSv1; id=${id}`,
        code: 'mtasts/version',
        message: 'space',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has spaces around the version',
        text: `«v = STSv1 »; id=${id}`,
        code: 'mtasts/version',
        message: 'space',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has the version last',
        text: `id=${id}; «v=STSv1»`,
        code: 'mtasts/version-not-first',
        message: 'notFirst',
        fixed: `v=STSv1; id=${id}`,
      },
      { says: 'has no id', text: '«v=STSv1»;', code: 'mtasts/id-missing', message: 'missing' },
      {
        says: 'has a date with hyphens for an id',
        text: 'v=STSv1; id=«2026-11-24»',
        code: 'mtasts/id-format',
        message: 'characters',
        fixed: 'v=STSv1; id=20261124',
      },
      {
        says: 'has an id of 33 characters',
        text: `v=STSv1; id=«${'a'.repeat(33)}»`,
        code: 'mtasts/id-format',
        message: 'length',
        fixed: `v=STSv1; id=${'a'.repeat(32)}`,
      },
      { says: 'has an empty id', text: 'v=STSv1; «id=»;', code: 'mtasts/id-format', message: 'empty' },
      {
        says: 'has spaces around the = of the id',
        text: `v=STSv1; id« = »${id}`,
        code: 'mtasts/id-format',
        message: 'space',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has an unknown field',
        text: `v=STSv1; id=${id}; «mode»=enforce`,
        code: 'mtasts/unknown-tag',
        message: 'ignored',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has the id in capitals',
        text: `v=STSv1; «ID»=${id}`,
        code: 'mtasts/unknown-tag',
        message: 'near',
        severity: 'error',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has the id twice',
        text: `v=STSv1; id=${id}; «id»=2`,
        code: 'mtasts/duplicate',
        message: 'record',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has a word that is no field',
        text: `v=STSv1; «enforce»; id=${id}`,
        code: 'mtasts/tag-syntax',
        message: 'noEquals',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has no semicolon',
        text: `v=STSv1 «id»=${id}`,
        code: 'mtasts/tag-syntax',
        message: 'gap',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has two semicolons',
        text: `v=STSv1;«;» id=${id}`,
        code: 'mtasts/tag-syntax',
        message: 'empty',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has a backslash',
        text: `v=STSv1«\\»; id=${id}`,
        code: 'mtasts/tag-syntax',
        message: 'backslash',
        fixed: `v=STSv1; id=${id}`,
      },
      {
        says: 'has an octet that is no ASCII',
        text: `v=STSv1; id=${id}; x=«é»1`,
        code: 'mtasts/tag-syntax',
        message: 'octet',
        fixed: `v=STSv1; id=${id}; x=1`,
        also: ['mtasts/unknown-tag'],
      },
      {
        says: 'has an unknown field with white space in its value',
        text: `v=STSv1; id=${id}; «note=first try»`,
        code: 'mtasts/tag-syntax',
        message: 'extension',
        fixed: `v=STSv1; id=${id}`,
      },
    ],
    good: {
      'a version and an id are right': `v=STSv1; id=${id}`,
      'a final semicolon is right': `v=STSv1;id=${id};`,
      'white space around the second semicolon is right': `v=STSv1;  id=${id} ; `,
    },
  });
  testAnyText(['v=STSv1', 'stsv1', `id=${id}`, 'id', 'ID=', 'x='], problemsOf);
});

describe('MTA-STS records', () => {
  it('are one at a name', () => {
    const found = (...texts: readonly string[]) => mtaStsSetProblems(texts).map(({ code, record }) => [code, record]);
    assert.deepEqual(found('v=STSv1; id=1'), []);
    assert.deepEqual(found('v=STSv1; id=1', 'v=STSv1; id=2', 'v=spf1 -all'), [
      ['mtasts/multiple-txt', 1],
      ['mtasts/unrelated-txt', 2],
    ]);
  });

  it('are told from other texts', () => {
    for (const text of ['v=STSv1; id=1', 'v=stsv1;id=1', 'V=STS1', 'id=1; v=STSv1', 'v=SSTv1; id=1'])
      assert.ok(isMtaSts(text), text);
    for (const text of ['', 'v=spf1 -all', 'v=DMARC1; p=none', 'v=TLSRPTv1; rua=mailto:a@example.com'])
      assert.ok(!isMtaSts(text), text);
  });

  it('are explained', () => {
    assert.deepEqual(
      explainMtaSts(parseMtaSts('v=STSv1; id=1; x=1')).map(({ text }) => text.slice(0, 21)),
      ['MTA-STS record: the p', 'Policy id: senders fe', 'Unknown field, ignore'],
    );
  });
});
