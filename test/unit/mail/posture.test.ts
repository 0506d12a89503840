import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { dmarcProblems, parseDmarc } from '../../../server/src/mail/dmarc/dmarc.ts';
import { describePosture, mailPosture, spfPermits } from '../../../server/src/mail/posture/mail-posture.ts';
import type { MailFacts } from '../../../server/src/mail/posture/mail-posture.ts';
import { problemText } from '../../../server/src/mail/grammar/problem.ts';

const nothing: MailFacts = { domain: 'example.com', mx: [], hasAddress: false };

const posture = (facts: Partial<MailFacts>) => {
  const found = mailPosture({ ...nothing, ...facts });
  for (const missing of found.missing) assert.match(problemText(missing), /^[^{}]{20,}$/);
  return found;
};
const findings = (facts: Partial<MailFacts>) =>
  posture(facts)
    .missing.filter((missing) => missing.finding)
    .map((missing) => missing.code);
const completion = (facts: Partial<MailFacts>) =>
  posture(facts).completion.map(({ owner, type, rdata }) => `${owner} ${type} ${rdata}`);
const closed = ['@ MX 0 .', '@ TXT "v=spf1 -all"', '_dmarc TXT "v=DMARC1; p=reject"'];

describe('a name without mail records', () => {
  it('is none of our business', () => {
    assert.equal(posture({ hasAddress: true }).kind, 'none');
    assert.deepEqual(posture({ hasAddress: true }).missing, []);
    assert.equal(posture({ dkim: false }).kind, 'none');
  });
});

describe('a mail domain', () => {
  const mail = { mx: ['mail.example.com.'], hasAddress: true };

  it('has MX, SPF, DKIM and DMARC', () => {
    const complete = { ...mail, spf: 'v=spf1 mx -all', dmarc: 'v=DMARC1; p=reject', dkim: true };
    assert.equal(posture(complete).kind, 'mail domain');
    assert.deepEqual(posture(complete).missing, []);
    assert.deepEqual(
      posture({ ...complete, dkim: undefined }).missing,
      [],
      'keys in another zone are no business of ours',
    );
  });

  it('is told what it lacks', () => {
    assert.deepEqual(findings(mail), ['spf/no-record', 'dmarc/missing']);
    assert.deepEqual(completion(mail), [
      '@ TXT "v=spf1 mx -all"',
      '_dmarc TXT "v=DMARC1; p=none; rua=mailto:postmaster@example.com"',
    ]);
    assert.deepEqual(findings({ ...mail, spf: 'v=spf1 mx -all', dmarc: 'v=DMARC1; p=none', dkim: false }), [
      'dkim/none',
    ]);
  });

  it('may get its DMARC policy from above or from elsewhere', () => {
    assert.deepEqual(findings({ ...mail, spf: 'v=spf1 mx -all', inheritedPolicy: 'quarantine' }), []);
    assert.deepEqual(findings({ ...mail, spf: 'v=spf1 mx -all', dmarcElsewhere: true }), []);
  });

  it('is not told that a record is missing that stands at a wrong name', () => {
    assert.deepEqual(findings({ ...mail, spfMisplaced: true, dmarcMisplaced: true }), []);
  });

  it('must not reject what it cannot sign', () => {
    assert.deepEqual(findings({ ...mail, spf: 'v=spf1 mx -all', dmarc: 'v=DMARC1; p=reject', dkim: false }), [
      'dmarc/reject-without-spf-and-dkim',
    ]);
    const both = posture({ ...mail, dmarc: 'v=DMARC1; p=reject', dkim: false }).missing.map(
      ({ code, message }) => `${code} ${message}`,
    );
    assert.deepEqual(both, ['spf/no-record missing', 'dmarc/reject-without-spf-and-dkim neither']);
  });
});

describe('a name that only sends', () => {
  it('has SPF or DKIM but no MX', () => {
    assert.equal(posture({ spf: 'v=spf1 include:_spf.example.net -all' }).kind, 'sending-only');
    assert.equal(posture({ dkim: true }).kind, 'sending-only');
    const missing = posture({ spf: 'v=spf1 a -all', hasAddress: true, dmarc: 'v=DMARC1; p=none' }).missing;
    assert.deepEqual(
      missing.map(({ code, message }) => `${code} ${message}`),
      ['mx/missing implicit'],
    );
    assert.deepEqual(findings({ spf: 'V=SPF1 IP4:192.0.2.1 -ALL' }), ['mx/missing', 'dmarc/missing']);
  });
});

describe('a null MX', () => {
  it('alone lets others send in the name, and can be completed', () => {
    assert.equal(posture({ mx: ['.'] }).kind, 'null MX');
    assert.deepEqual(findings({ mx: ['.'], hasAddress: true }), ['mx/null-alone']);
    assert.deepEqual(completion({ mx: ['.'] }), closed.slice(1));
  });

  it('with SPF says that the name is closed', () => {
    assert.deepEqual(findings({ mx: ['.'], spf: 'v=spf1 -all' }), ['dmarc/parked']);
    assert.deepEqual(findings({ mx: ['.'], spf: 'v=spf1 -all', dmarc: 'v=DMARC1; p=reject' }), []);
    assert.deepEqual(findings({ mx: ['.'], spf: 'v=spf1 -all', inheritedPolicy: 'reject' }), []);
  });

  it('of a name that sends needs DMARC', () => {
    assert.deepEqual(findings({ mx: ['.'], spf: 'v=spf1 a -all' }), ['dmarc/missing']);
  });
});

describe('a parked name', () => {
  it('has SPF or DMARC that refuse everything', () => {
    assert.equal(posture({ spf: 'v=spf1 -all' }).kind, 'parked');
    assert.equal(posture({ dmarc: 'v=DMARC1; p=reject' }).kind, 'parked');
    assert.deepEqual(completion({ spf: 'v=spf1 -all' }), [closed[0], closed[2]]);
    assert.deepEqual(findings({ spf: 'v=spf1 -all', hasAddress: true }), ['mx/parked', 'dmarc/parked']);
    assert.deepEqual(findings({ spf: 'v=spf1 -all' }), ['dmarc/parked'], 'without an address nobody tries to deliver');
  });

  it('is complete with all three, and then nothing is said', () => {
    assert.deepEqual(completion({ dmarc: 'v=DMARC1; p=reject', hasAddress: true }), closed.slice(0, 2));
    const complete = { mx: ['.'], spf: 'v=spf1 -all', dmarc: 'v=DMARC1; p=reject' };
    assert.deepEqual(posture(complete).missing, []);
    assert.deepEqual(
      dmarcProblems(parseDmarc(complete.dmarc)).map(({ code }) => code),
      ['dmarc/rua-missing'],
      'which only the strict profile shows',
    );
  });
});

describe('an SPF record', () => {
  it('lets somebody send, or nobody', () => {
    const permits = [
      'v=spf1 mx -all',
      'v=spf1 include:example.net ~all',
      'v=spf1 redirect=example.net',
      'v=spf1 all',
      'V=SPF1 A',
    ];
    const refuses = [
      'v=spf1 -all',
      'v=spf1 ~all',
      'v=spf1',
      'v=spf1 -mx -all',
      'v=spf1 -all mx',
      'v=spf1 -all redirect=example.net',
    ];
    assert.deepEqual(
      permits.map(spfPermits),
      permits.map(() => true),
    );
    assert.deepEqual(
      refuses.map(spfPermits),
      refuses.map(() => false),
    );
  });
});

describe('a posture', () => {
  it('is one sentence', () => {
    const facts: readonly Partial<MailFacts>[] = [
      { mx: ['a.', 'b.'], spf: 'v=spf1 mx -all' },
      { mx: ['a.'], spf: 'v=spf1 -all' },
      { spf: 'v=spf1 a -all' },
      { mx: ['.'] },
      { mx: ['.'], spf: 'v=spf1 a -all' },
      { spf: 'v=spf1 -all' },
      {},
    ];
    assert.deepEqual(
      facts.map((each) => describePosture({ ...nothing, ...each }, posture(each))),
      [
        'example.com takes mail at 2 hosts.',
        'example.com takes mail at one host and sends none.',
        'example.com sends mail but has no MX record.',
        'example.com takes no mail (null MX).',
        'example.com takes no mail (null MX), but lets hosts send in its name.',
        'example.com neither sends nor takes mail.',
        'example.com says nothing about mail.',
      ],
    );
  });
});
