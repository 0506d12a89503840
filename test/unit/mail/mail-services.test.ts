import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  cleartextFindings,
  mailPortFinding,
  svcbFinding,
  tokenFindings,
  verificationService,
} from '../../../server/src/mail/owners/mail-services.ts';
import type { ServiceFinding } from '../../../server/src/mail/owners/mail-services.ts';
import { problemText } from '../../../server/src/mail/grammar/problem.ts';

const told = (finding: ServiceFinding | undefined): string => (finding === undefined ? '' : problemText(finding));

describe('SRV records of mail services', () => {
  it('have the port of their service', () => {
    for (const [service, port] of [
      ['_submission', 587],
      ['_submissions', 465],
      ['_imap', 143],
      ['_IMAPS', 993],
      ['_pop3', 110],
      ['_pop3s', 995],
      ['_sieve', 4190],
      ['_sip', 1],
    ] as const) {
      assert.equal(mailPortFinding(service, port, 'mail.example.com.'), undefined);
    }
    assert.match(told(mailPortFinding('_imap', 993, 'mail.example.com.')), /port 993, which is the port of _imaps/);
    assert.match(
      told(mailPortFinding('_submission', 2525, 'mail.example.com.')),
      /has port 2525 instead of the usual 587/,
    );
    assert.equal(mailPortFinding('_pop3', 0, '.'), undefined, 'a target of “.” says that there is no such service');
  });

  it('have a TLS twin', () => {
    assert.deepEqual(cleartextFindings(['_imap', '_imaps', '_submission', '_submissions', '_sieve']), []);
    assert.match(told(cleartextFindings(['_IMAP'])[0]), /^_imap starts without encryption and has no _imaps/);
  });

  it('are no SVCB records', () => {
    assert.match(told(svcbFinding('_imaps')), /ask for SRV records at _imaps, never for SVCB/);
    assert.equal(svcbFinding('_dns'), undefined);
  });
});

describe('verification tokens', () => {
  it('are known by their service', () => {
    assert.deepEqual(
      ['google-site-verification=abc', 'MS=ms12345678', 'v=spf1 -all', 'MS=x'].map(verificationService),
      ['Google', 'Microsoft', undefined, undefined],
    );
  });

  it('are told where a service has several', () => {
    const found = tokenFindings([
      'MS=ms1',
      'google-site-verification=a',
      'hello',
      'google-site-verification=b',
      'google-site-verification=c',
    ]);
    assert.deepEqual(
      found.map(({ record, args }) => [record, args]),
      [
        [3, { service: 'Google', count: 3 }],
        [4, { service: 'Google', count: 3 }],
      ],
    );
    assert.match(told(found[0]), /3 verification tokens for Google/);
  });
});
