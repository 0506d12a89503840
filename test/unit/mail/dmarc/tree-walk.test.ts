import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { discoverPolicy, organizationalDomain, parseDmarc, treeWalk } from '../../../../server/src/mail/dmarc/dmarc.ts';
import { appliedPolicy } from '../../../../server/src/mail/dmarc/dmarc-policy.ts';
import { tableResolver, txt } from '../table-resolver.ts';

describe('the DNS tree walk of RFC 9989 §4.10', () => {
  it('asks eight times at most', () => {
    const resolver = tableResolver({});
    const domains = treeWalk(resolver, 'a.b.c.d.e.f.g.h.i.j.mail.example.com.').map((step) => step.domain);
    assert.deepEqual(domains, [
      'a.b.c.d.e.f.g.h.i.j.mail.example.com.',
      'g.h.i.j.mail.example.com.',
      'h.i.j.mail.example.com.',
      'i.j.mail.example.com.',
      'j.mail.example.com.',
      'mail.example.com.',
      'example.com.',
      'com.',
    ]);
    assert.equal(resolver.asked[0], '_dmarc.a.b.c.d.e.f.g.h.i.j.mail.example.com.');
  });

  it('goes up label by label from eight labels on', () => {
    const domains = treeWalk(tableResolver({}), '1.2.3.4.5.6.example.com.').map(
      (step) => step.domain.split('.').length - 1,
    );
    assert.deepEqual(domains, [8, 7, 6, 5, 4, 3, 2, 1]);
    assert.deepEqual(
      treeWalk(tableResolver({}), 'a\\.b.example.com.').map((step) => step.domain),
      ['a\\.b.example.com.', 'example.com.', 'com.'],
    );
  });

  it('stops at psd=n and psd=y', () => {
    const resolver = tableResolver({
      '_dmarc.mail.example.com.': txt('v=DMARC1; p=none; psd=n'),
      '_dmarc.example.com.': txt('v=DMARC1; p=none'),
    });
    assert.deepEqual(
      treeWalk(resolver, 'a.mail.example.com.').map((step) => step.domain),
      ['a.mail.example.com.', 'mail.example.com.'],
    );
  });

  it('discards what is no record, and several records at one name', () => {
    const resolver = tableResolver({
      '_dmarc.example.com.': txt('v=DMARC1; p=none', 'v=DMARC1; p=reject', 'hello'),
      '_dmarc.com.': txt('v=dmarc1; p=none'),
    });
    assert.deepEqual(
      treeWalk(resolver, 'example.com.').map(({ found, record }) => [found, record]),
      [
        [2, undefined],
        [0, undefined],
      ],
    );
  });
});

describe('the organizational domain', () => {
  const domain = (table: Parameters<typeof tableResolver>[0], name: string) => {
    const { domain: found, decidedBy } = organizationalDomain(tableResolver(table), name);
    return [found, decidedBy];
  };

  it('is the record with the fewest labels', () => {
    const table = {
      '_dmarc.mail.example.com.': txt('v=DMARC1; p=none'),
      '_dmarc.example.com.': txt('v=DMARC1; p=reject'),
    };
    assert.deepEqual(domain(table, 'a.mail.example.com.'), ['example.com.', 'fewestLabels']);
    assert.deepEqual(domain(table, 'example.com.'), ['example.com.', 'fewestLabels']);
  });

  it('is where psd=n stands', () => {
    const table = {
      '_dmarc.mail.example.com.': txt('v=DMARC1; p=none; psd=n'),
      '_dmarc.example.com.': txt('v=DMARC1; p=reject'),
    };
    assert.deepEqual(domain(table, 'a.mail.example.com.'), ['mail.example.com.', 'psd=n']);
  });

  it('is one label below psd=y', () => {
    const table = {
      '_dmarc.bank.example.': txt('v=DMARC1; p=reject; psd=y'),
      '_dmarc.giant.bank.example.': txt('v=DMARC1; p=none'),
    };
    assert.deepEqual(domain(table, 'giant.bank.example.'), ['giant.bank.example.', 'psd=y']);
    assert.deepEqual(domain(table, 'mail.giant.bank.example.'), ['giant.bank.example.', 'psd=y']);
    assert.deepEqual(domain(table, 'mail.mega.bank.example.'), ['mega.bank.example.', 'psd=y']);
    assert.deepEqual(domain(table, 'bank.example.'), ['bank.example.', 'fewestLabels']);
  });

  it('is the domain itself where there is no record', () => {
    assert.deepEqual(domain({}, 'a.example.com.'), ['a.example.com.', 'noRecord']);
  });

  it('is certain only where every answer is known', () => {
    const table = { '_dmarc.example.com.': txt('v=DMARC1; p=none') };
    assert.equal(organizationalDomain(tableResolver(table), 'example.com.').certain, true);
    assert.equal(organizationalDomain(tableResolver(table, ['com.']), 'example.com.').certain, false);
  });
});

describe('the policy for mail from a domain', () => {
  const table = {
    '_dmarc.example.com.': txt('v=DMARC1; p=reject; sp=quarantine; np=reject'),
    'www.example.com.': { A: ['192.0.2.1'] },
    '_dmarc.own.example.com.': txt('v=DMARC1; p=none; sp=reject'),
    '_dmarc.bank.example.': txt('v=DMARC1; p=quarantine; np=reject; psd=y'),
    'giant.bank.example.': { A: ['192.0.2.2'] },
  };
  const policy = (domain: string) => {
    const found = discoverPolicy(tableResolver(table), domain);
    return found === undefined ? undefined : [found.domain, found.relation, found.policy?.policy, found.policy?.from];
  };

  it('is p= of its own record', () => {
    assert.deepEqual(policy('example.com.'), ['example.com.', 'self', 'reject', 'p']);
    assert.deepEqual(policy('own.example.com.'), ['own.example.com.', 'self', 'none', 'p']);
  });

  it('is sp= or np= of the organizational domain', () => {
    assert.deepEqual(policy('www.example.com.'), ['example.com.', 'subdomain', 'quarantine', 'sp']);
    assert.deepEqual(policy('nowhere.example.com.'), ['example.com.', 'nonexistent', 'reject', 'np']);
    assert.deepEqual(
      policy('x.own.example.com.'),
      ['example.com.', 'nonexistent', 'reject', 'np'],
      'not that of the parent',
    );
  });

  it('is that of the public suffix where the organization has none', () => {
    assert.deepEqual(policy('giant.bank.example.'), ['bank.example.', 'subdomain', 'quarantine', 'p']);
    assert.deepEqual(policy('a.giant.bank.example.'), ['bank.example.', 'nonexistent', 'reject', 'np']);
  });

  it('is none where there is no record', () => {
    assert.equal(policy('example.org.'), undefined);
  });
});

describe('a policy', () => {
  const of = (text: string, relation: 'self' | 'subdomain' | 'nonexistent' = 'self') =>
    appliedPolicy(parseDmarc(text), relation);

  it('goes down one level with t=y', () => {
    assert.deepEqual(of('v=DMARC1; p=reject; t=y'), { policy: 'reject', applied: 'quarantine', from: 'p' });
    assert.deepEqual(of('v=DMARC1; p=quarantine; t=y'), { policy: 'quarantine', applied: 'none', from: 'p' });
    assert.deepEqual(of('v=DMARC1; p=none; t=y'), { policy: 'none', applied: 'none', from: 'p' });
  });

  it('is none where a policy is missing or wrong but reports are wanted', () => {
    assert.deepEqual(of('v=DMARC1; rua=mailto:a@example.com'), { policy: 'none', applied: 'none', from: 'default' });
    assert.deepEqual(of('v=DMARC1; p=reject; sp=x; rua=mailto:a@example.com'), {
      policy: 'none',
      applied: 'none',
      from: 'default',
    });
  });

  it('is not in force where there are no reports either, or no version', () => {
    assert.equal(of('v=DMARC1; p=rejekt'), undefined);
    assert.equal(of('v=DMARC1; p=rejekt; rua=postmaster'), undefined);
    assert.equal(of('v=dmarc1; p=reject'), undefined);
  });

  it('falls back from np to sp to p', () => {
    assert.equal(of('v=DMARC1; p=reject; sp=none', 'nonexistent')?.policy, 'none');
    assert.equal(of('v=DMARC1; p=reject', 'nonexistent')?.from, 'p');
    assert.equal(of('v=DMARC1; p=reject; np=none', 'subdomain')?.policy, 'reject');
  });
});
