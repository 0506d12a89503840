import { rowsOf } from '../findings/rows.ts';
import type { CodeRow } from '../../../server/src/findings/code.ts';
import { codeTable } from '../../../server/src/findings/codes/index.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { bimiProblems, parseBimi } from '../../../server/src/mail/bimi/bimi.ts';
import { dmarcProblems, parseDmarc } from '../../../server/src/mail/dmarc/dmarc.ts';
import { mtaStsProblems, parseMtaSts } from '../../../server/src/mail/mta-sts/mta-sts.ts';
import type { MailProblem } from '../../../server/src/mail/grammar/problem.ts';
import { parseTlsRpt, tlsRptProblems } from '../../../server/src/mail/tls-rpt/tls-rpt.ts';

describe('the codes of mail', () => {
  const rows = rowsOf('spf', 'dkim', 'dmarc', 'mtasts', 'tlsrpt', 'bimi', 'tlsa', 'mx', 'smtp');

  it('name their source, and say what is wrong in a sentence', () => {
    for (const [code, row] of Object.entries(rows)) {
      assert.match(code, /^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
      assert.match(row.source, /^(?:RFC \d+|practice$|draft-)/, code);
      for (const [key, message] of Object.entries(row.messages)) {
        assert.match(message, /[.?}]$/, `${code} ${key}`);
        assert.doesNotMatch(message, /(?<![“"])!|\bplease\b|\s{2}/i, `${code} ${key}`);
      }
    }
  });
});

describe('records as large domains publish them', () => {
  /** What the default profile shows. */
  const shown = (problems: readonly MailProblem[]): readonly string[] =>
    problems
      .filter(({ code, message }) => {
        const { profile = 'recommended', profiles = {} }: CodeRow = codeTable[code];
        return (profiles[message] ?? profile) === 'recommended';
      })
      .map(({ code, message }) => `${code} ${message}`);

  it('give nothing where they are right', () => {
    const dmarc = [
      'v=DMARC1; p=none; sp=quarantine; rua=mailto:mailauth-reports@example.com',
      'v=DMARC1; p=reject; rua=mailto:d@rua.example.net,mailto:dmarc@example.org; ruf=mailto:d@ruf.example.net; fo=1',
      'v=DMARC1;p=reject;sp=reject;adkim=s;aspf=s;fo=1;rua=mailto:a1b2c3@ag.example.net',
      'v=DMARC1; p=quarantine; rua=mailto:x@dmarc.microsoft;',
    ];
    for (const text of dmarc) assert.deepEqual(shown(dmarcProblems(parseDmarc(text))), [], text);
    for (const text of ['v=STSv1; id=20190429T010101;', 'v=STSv1;id=1700000000'])
      assert.deepEqual(shown(mtaStsProblems(parseMtaSts(text))), [], text);
    for (const text of [
      'v=TLSRPTv1;rua=mailto:sts-reports@example.com',
      'v=TLSRPTv1; rua=https://tlsrpt.azurewebsites.example.net/report',
    ]) {
      assert.deepEqual(shown(tlsRptProblems(parseTlsRpt(text))), [], text);
    }
    assert.deepEqual(shown(bimiProblems(parseBimi('v=BIMI1; l=https://amplify.example.net/bimi/logo.svg; a=;'))), []);
  });

  it('give hints where they use what was removed', () => {
    assert.deepEqual(
      shown(dmarcProblems(parseDmarc('v=DMARC1; p=reject; pct=20; ri=3600; rua=mailto:a@example.com'))),
      ['dmarc/pct-removed partial'],
    );
  });
});
