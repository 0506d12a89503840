import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { mailTextKind, ownerProblem, tlsaOwnerProblem } from '../../../server/src/mail/owners/owner-problems.ts';
import { mailOwner } from '../../../server/src/mail/owners/mail-owner.ts';
import { problemText } from '../../../server/src/mail/grammar/problem.ts';

const labels = (name: string): readonly string[] => name.split('.');

describe('an owner name of mail', () => {
  const stands = (name: string) => {
    const owner = mailOwner(labels(name));
    return owner === undefined
      ? 'none'
      : [
          owner.kind,
          ...(owner.exact ? [] : [owner.expected.join('.')]),
          labels(name).slice(owner.count).join('.'),
        ].join(' ');
  };

  it('is what the RFCs name', () => {
    const names: Readonly<Record<string, string>> = {
      '_dmarc.example.com': 'dmarc example.com',
      '_DMARC.example.com': 'dmarc example.com',
      'blue.example.org._report._dmarc.example.com': 'dmarcReport example.com',
      '*._report._dmarc.example.com': 'dmarcReport example.com',
      'sel._domainkey.example.com': 'dkimKey example.com',
      's1.2026._domainkey.mail.example.com': 'dkimKey mail.example.com',
      'sel_1._domainkey': 'dkimKey ',
      '_domainkey.example.com': 'domainKeysPolicy example.com',
      '_adsp._domainkey.example.com': 'adsp example.com',
      '_mta-sts.example.com': 'mtaSts example.com',
      'mta-sts.example.com': 'mtaStsHost example.com',
      '_smtp._tls.example.com': 'tlsRpt example.com',
      'default._bimi.example.com': 'bimi example.com',
      '_25._tcp.mail.example.com': 'tlsa mail.example.com',
      '*._tcp.mail.example.com': 'tlsa mail.example.com',
      '_submissions._tcp.example.com': 'mailService example.com',
      'autodiscover.example.com': 'autodiscover example.com',
      '_autodiscover._tcp.example.com': 'autodiscover example.com',
      'autoconfig.example.com': 'autoconfig example.com',
    };
    assert.deepEqual(Object.fromEntries(Object.keys(names).map((name) => [name, stands(name)])), names);
  });

  it('is nearly that', () => {
    const names: Readonly<Record<string, string>> = {
      'dmarc.example.com': 'dmarc _dmarc example.com',
      '_dmark.example.com': 'dmarc _dmarc example.com',
      '_damrc.example.com': 'dmarc _dmarc example.com',
      '__dmarc.example.com': 'dmarc _dmarc example.com',
      'www._dmarc.example.com': 'dmarc _dmarc.www example.com',
      'blue.example.org._reports._dmarc.example.com': 'dmarcReport blue.example.org._report._dmarc example.com',
      'blue.example.org.report._dmarc.example.com': 'dmarcReport blue.example.org._report._dmarc example.com',
      'blue.example.org._dmarc._report.example.com': 'dmarcReport blue.example.org._report._dmarc example.com',
      'sel.domainkey.example.com': 'dkimKey sel._domainkey example.com',
      'sel._domainkeys.example.com': 'dkimKey sel._domainkey example.com',
      'sel._domain-key.example.com': 'dkimKey sel._domainkey example.com',
      'sel._dkim.example.com': 'dkimKey sel._domainkey example.com',
      '_mta_sts.example.com': 'mtaSts _mta-sts example.com',
      '_mtasts.example.com': 'mtaSts _mta-sts example.com',
      '_tls._smtp.example.com': 'tlsRpt _smtp._tls example.com',
      'smtp._tls.example.com': 'tlsRpt _smtp._tls example.com',
      '_smtp.tls.example.com': 'tlsRpt _smtp._tls example.com',
      '_smtp-tls.example.com': 'tlsRpt _smtp._tls example.com',
      '_smtp._tlsrpt.example.com': 'tlsRpt _smtp._tls example.com',
      '_bimi.example.com': 'bimi default._bimi example.com',
      'default.bimi.example.com': 'bimi default._bimi example.com',
      '_bimi.default.example.com': 'bimi default._bimi example.com',
      '25._tcp.mail.example.com': 'tlsa _25._tcp mail.example.com',
      '_25.tcp.mail.example.com': 'tlsa _25._tcp mail.example.com',
      '_tcp._25.mail.example.com': 'tlsa _25._tcp mail.example.com',
    };
    assert.deepEqual(Object.fromEntries(Object.keys(names).map((name) => [name, stands(name)])), names);
  });

  it('is any other name as well', () => {
    for (const name of [
      'example.com',
      'www.example.com',
      'mail.example.com',
      '*.example.com',
      '_sip._tcp.example.com',
      '_acme-challenge.example.com',
      'smtp.example.com',
      'key.example.com',
      '5.2.0.192.in-addr.arpa',
    ]) {
      assert.equal(stands(name), 'none');
    }
  });

  it('has a selector, a wildcard and a port', () => {
    assert.deepEqual(mailOwner(labels('a.b._domainkey.example.com'))?.selector, ['a', 'b']);
    assert.equal(mailOwner(labels('*._domainkey.example.com'))?.wildcard, true);
    assert.equal(mailOwner(labels('_25._tcp.example.com'))?.port, 25);
    assert.equal(mailOwner(labels('_99999._tcp.example.com'))?.port, undefined);
  });
});

describe('a mail record at the wrong name', () => {
  const found = (name: string, text: string) => {
    const problem = ownerProblem(labels(name), text, 2);
    if (problem === undefined) return undefined;
    assert.match(problemText(problem), /^[^{}]{20,}$/);
    return [
      problem.code,
      problem.message,
      problem.expected === undefined ? '' : [...problem.expected, ...labels(name).slice(problem.count)].join('.'),
    ];
  };
  const key = 'v=DKIM1; k=rsa; p=MIGf';

  it('is a DMARC record at the domain', () => {
    assert.deepEqual(found('example.com', 'v=DMARC1; p=none'), ['dmarc/location', 'misplaced', '_dmarc.example.com']);
    assert.deepEqual(found('www.example.com', 'v=DMARC1; p=none'), [
      'dmarc/location',
      'misplaced',
      '_dmarc.www.example.com',
    ]);
    assert.deepEqual(found('_spf.example.com', 'v=DMARC1; p=none'), [
      'dmarc/location',
      'misplaced',
      '_dmarc.example.com',
    ]);
    assert.deepEqual(found('sel._domainkey.example.com', 'v=DMARC1; p=none'), [
      'dmarc/location',
      'misplaced',
      '_dmarc.example.com',
    ]);
  });

  it('is a DMARC record at a mistyped name', () => {
    assert.deepEqual(found('dmarc.example.com', 'v=DMARC1; p=none'), ['dmarc/location', 'typo', '_dmarc.example.com']);
    assert.deepEqual(found('_dmark.example.com', 'v=dmarc1; p=none'), ['dmarc/location', 'typo', '_dmarc.example.com']);
  });

  it('is a DKIM key outside of _domainkey', () => {
    assert.deepEqual(found('sel.domainkey.example.com', key), ['dkim/owner', 'typo', 'sel._domainkey.example.com']);
    assert.deepEqual(found('sel.example.com', key), ['dkim/owner', 'misplaced', 'sel._domainkey.example.com']);
    assert.deepEqual(found('example.com', key), ['dkim/owner', 'misplaced', 'default._domainkey.example.com']);
    assert.deepEqual(found('_domainkey.example.com', key), [
      'dkim/owner',
      'misplaced',
      'default._domainkey.example.com',
    ]);
  });

  it('is an MTA-STS, TLS-RPT or BIMI record', () => {
    assert.deepEqual(found('mta-sts.example.com', 'v=STSv1; id=1'), [
      'mtasts/location',
      'misplaced',
      '_mta-sts.example.com',
    ]);
    assert.deepEqual(found('_mta_sts.example.com', 'v=STSv1; id=1'), [
      'mtasts/location',
      'typo',
      '_mta-sts.example.com',
    ]);
    assert.deepEqual(found('example.com', 'v=TLSRPTv1; rua=mailto:a@example.com'), [
      'tlsrpt/location',
      'misplaced',
      '_smtp._tls.example.com',
    ]);
    assert.deepEqual(found('_tls._smtp.example.com', 'v=TLSRPTv1; rua=mailto:a@example.com'), [
      'tlsrpt/location',
      'typo',
      '_smtp._tls.example.com',
    ]);
    assert.deepEqual(found('_bimi.example.com', 'v=BIMI1; l='), ['bimi/location', 'typo', 'default._bimi.example.com']);
    assert.deepEqual(found('example.com', 'v=BIMI1; l='), ['bimi/location', 'misplaced', 'default._bimi.example.com']);
  });

  it('is the policy of a protocol that nobody uses any more', () => {
    assert.deepEqual(found('_domainkey.example.com', 'o=-; r=postmaster@example.com'), [
      'dkim/policy-record',
      'domainkeys',
      '',
    ]);
    assert.deepEqual(found('_adsp._domainkey.example.com', 'dkim=all'), ['dkim/policy-record', 'adsp', '']);
  });

  it('is a key for every selector', () => {
    assert.deepEqual(found('*._domainkey.example.com', key), ['dkim/wildcard', 'wildcard', '']);
    assert.equal(
      found('*._domainkey.example.com', 'v=DKIM1; p='),
      undefined,
      'no key for any selector is what parked domains say',
    );
  });

  it('is none where it is right', () => {
    assert.equal(found('_dmarc.example.com', 'v=DMARC1; p=none'), undefined);
    assert.equal(found('*._report._dmarc.example.com', 'v=DMARC1'), undefined);
    assert.equal(found('*.example.com', 'v=DMARC1; p=none'), undefined);
    assert.equal(found('a_b._domainkey.example.com', key), undefined);
    assert.equal(found('dmarc.example.com', 'hello'), undefined);
    assert.equal(found('_dmarc.example.com', 'v=spf1 -all'), undefined);
  });

  it('is told by its text', () => {
    assert.deepEqual(['v=DMARC1', key, 'v=STSv1', 'v=TLSRPTv1', 'v=BIMI1', 'v=spf1 -all', ''].map(mailTextKind), [
      'dmarc',
      'dkim',
      'mtaSts',
      'tlsRpt',
      'bimi',
      undefined,
      undefined,
    ]);
  });
});

describe('a TLSA record at the wrong name', () => {
  const found = (name: string) => {
    const problem = tlsaOwnerProblem(labels(name));
    if (problem !== undefined) assert.match(problemText(problem), /^[^{}]{20,}$/);
    return problem === undefined ? undefined : [problem.code, problem.message, problem.expected?.join('.')];
  };

  it('is one without port and protocol, or mistyped', () => {
    assert.deepEqual(found('mail.example.com'), ['tlsa/owner', 'plain', undefined]);
    assert.deepEqual(found('25._tcp.mail.example.com'), ['tlsa/owner', 'typo', '_25._tcp']);
    assert.deepEqual(found('_70000._tcp.mail.example.com'), ['tlsa/owner', 'port', undefined]);
    assert.deepEqual(found('*._tcp.mail.example.com'), ['tlsa/wildcard-port', 'wildcard', undefined]);
  });

  it('is none where it is right, or reached by an alias', () => {
    assert.equal(found('_25._tcp.mail.example.com'), undefined);
    assert.equal(found('_443._udp.www.example.com'), undefined);
    assert.equal(found('tlsa._dane.example.com'), undefined);
  });
});
