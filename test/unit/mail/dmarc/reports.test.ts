import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  destinationProblems,
  dmarcPlaceProblems,
  dmarcSetProblems,
  dmarcVerdict,
  explainDmarc,
  externalDestinations,
  externalProblems,
  parseDmarc,
  reportRecordProblems,
} from '../../../../server/src/mail/dmarc/dmarc.ts';
import { reportAuthorisationName } from '../../../../server/src/mail/dmarc/reports.ts';
import { applyEdits, problemText } from '../../../../server/src/mail/grammar/problem.ts';
import type { MailProblem } from '../../../../server/src/mail/grammar/problem.ts';

const seen = (text: string, problems: readonly MailProblem[]) =>
  problems.map((problem) => [problem.code, problem.message, text.slice(problem.start, problem.end)]);

describe('the name that allows reports about another domain', () => {
  it('is built from the policy domain and the host of the address', () => {
    const expected = 'blue.example.com._report._dmarc.red.example.net.';
    for (const address of [
      'mailto:reports@red.example.net',
      'MAILTO:r@Red.Example.NET!10m',
      'r@red.example.net',
      'red.example.net',
      'https://red.example.net/x',
    ]) {
      assert.equal(reportAuthorisationName('Blue.example.com.', address), expected);
    }
  });

  it('is none where there is no host or the name would be too long', () => {
    assert.equal(reportAuthorisationName('example.com', 'mailto:postmaster'), undefined);
    assert.equal(
      reportAuthorisationName(`${`${'a'.repeat(60)}.`.repeat(3)}example.com`, `mailto:a@${'b'.repeat(60)}.example.net`),
      undefined,
    );
  });
});

describe('reports to another organization', () => {
  const text = 'v=DMARC1; p=none; rua=mailto:a@mail.example.com,mailto:b@reports.example.net; ruf=mailto:c@example.org';
  const organizationOf = (domain: string): string => domain.replace(/\.$/, '').split('.').slice(-2).join('.');
  const destinations = externalDestinations(parseDmarc(text), 'example.com.', organizationOf);

  it('are told from those to the own one', () => {
    assert.deepEqual(
      destinations.map(({ tag, host, name }) => [tag, host, name]),
      [
        ['rua', 'reports.example.net', 'example.com._report._dmarc.reports.example.net.'],
        ['ruf', 'example.org', 'example.com._report._dmarc.example.org.'],
      ],
    );
  });

  it('need a record there', () => {
    const problems = externalProblems(destinations, ({ host }) => ({
      authorised: host === 'example.org' ? false : undefined,
    }));
    assert.deepEqual(seen(text, problems), [
      ['dmarc/rua-external', 'needs', 'mailto:b@reports.example.net'],
      ['dmarc/rua-external', 'missing', 'mailto:c@example.org'],
    ]);
    assert.match(problemText(problems[0] ?? assert.fail()), /example\.com\._report\._dmarc\.reports\.example\.net/);
    assert.deepEqual(
      externalProblems(destinations, () => ({ authorised: true })),
      [],
    );
  });

  it('cannot be delivered to a host without mail', () => {
    const problems = destinationProblems(parseDmarc(text), (host) => (host === 'example.org' ? false : undefined));
    assert.deepEqual(seen(text, problems), [['dmarc/rua-domain-no-mx', 'noMail', 'mailto:c@example.org']]);
  });
});

describe('a record below _report._dmarc', () => {
  const check = (text: string) => reportRecordProblems(parseDmarc(text), 'example.net.');

  it('is v=DMARC1, and may name another address at the same host', () => {
    for (const text of ['v=DMARC1', 'v=DMARC1;', 'v=DMARC1; rua=mailto:x@example.net'])
      assert.deepEqual(check(text), []);
  });

  it('is no use with anything else for a version', () => {
    const text = 'v=dmarc1; rua=mailto:x@example.net';
    const [problem] = check(text);
    assert.equal(problem?.message, 'version');
    assert.equal(applyEdits(text, problem?.fix?.edits ?? []), 'v=DMARC1; rua=mailto:x@example.net;');
  });

  it('has no policy', () => {
    const text = 'v=DMARC1; p=none';
    assert.deepEqual(seen(text, check(text)), [['dmarc/report-record-bad', 'policy', 'p=none']]);
    assert.equal(applyEdits(text, check(text)[0]?.fix?.edits ?? []), 'v=DMARC1');
  });

  it('must not send the reports on to another host', () => {
    const text = 'v=DMARC1; rua=mailto:x@example.org';
    assert.deepEqual(seen(text, check(text)), [['dmarc/report-record-bad', 'host', 'mailto:x@example.org']]);
  });
});

describe('a DMARC record at its place', () => {
  it('is no public suffix below another suffix', () => {
    const text = 'v=DMARC1; p=none; psd=y';
    assert.deepEqual(seen(text, dmarcPlaceProblems(parseDmarc(text), { domain: 'example.com.' })), [
      ['dmarc/psd-non-psd', 'notPublic', 'psd=y'],
    ]);
    for (const domain of ['co.uk.', 'gov', 'github.io', 'corp.internal'])
      assert.deepEqual(dmarcPlaceProblems(parseDmarc(text), { domain }), []);
  });

  it('has no use for sp= below the organizational domain', () => {
    const text = 'v=DMARC1; p=none; sp=reject; np=reject';
    const problems = dmarcPlaceProblems(parseDmarc(text), {
      domain: 'mail.example.com.',
      organization: 'example.com.',
    });
    assert.deepEqual(seen(text, problems), [
      ['dmarc/sp-on-subdomain', 'ignored', 'sp=reject'],
      ['dmarc/sp-on-subdomain', 'ignored', 'np=reject'],
    ]);
    assert.deepEqual(dmarcPlaceProblems(parseDmarc(text), { domain: 'example.com', organization: 'example.com.' }), []);
    assert.deepEqual(dmarcPlaceProblems(parseDmarc(text), { domain: 'mail.example.com' }), []);
  });

  it('is the only one, without other texts beside it', () => {
    const found = (...texts: readonly string[]) =>
      dmarcSetProblems(texts).map(({ code, message, record }) => [code, message, record]);
    assert.deepEqual(found('v=DMARC1; p=none'), []);
    assert.deepEqual(found('v=DMARC1; p=none', 'v=DMARC1; p=reject'), [['dmarc/multiple', 'several', 1]]);
    assert.deepEqual(
      found('v=DMARC1; p=none', 'v=dmarc1; p=reject'),
      [],
      'the second is discarded, which is told by its version',
    );
    assert.deepEqual(found('v=DMARC1; p=none', 'v=spf1 -all', 'token=1'), [
      ['dmarc/unrelated-txt', 'spf', 1],
      ['dmarc/unrelated-txt', 'unrelated', 2],
    ]);
  });
});

describe('a DMARC record in plain words', () => {
  it('is explained tag by tag', () => {
    const text =
      'v=DMARC1; p=reject; sp=quarantine; np=reject; adkim=s; aspf=r; fo=1:d; t=y; psd=n; rua=mailto:a@example.com,mailto:b@example.net; pct=5; x=1; y';
    const words = explainDmarc(parseDmarc(text)).map((part) => `${text.slice(part.start, part.end)} → ${part.text}`);
    assert.deepEqual(words, [
      'v=DMARC1 → DMARC record',
      'p=reject → Mail from this domain that fails DMARC: refuse it; in test mode (t=y): treat it as suspicious, for example as spam',
      'sp=quarantine → Mail from existing subdomains that fails DMARC: treat it as suspicious, for example as spam; in test mode (t=y): deliver it as if there were no DMARC',
      'np=reject → Mail from nonexistent subdomains that fails DMARC: refuse it; in test mode (t=y): treat it as suspicious, for example as spam',
      'adkim=s → The DKIM domain must be exactly the domain of the From address',
      'aspf=r → The SPF domain may be any domain of the same organization',
      `fo=1:d → Failure reports are requested when SPF or DKIM doesn't pass and align, and when a DKIM signature fails`,
      't=y → Test mode: receivers apply the policy one level weaker',
      'psd=n → This is an organizational domain, regardless of the names above it',
      'rua=mailto:a@example.com,mailto:b@example.net → Aggregate reports go to a@example.com and b@example.net',
      'pct=5 → Removed from DMARC by RFC 9989; ignored by receivers that follow it',
      'x=1 → Unknown tag, ignored by receivers',
      'y → Not a tag',
    ]);
  });

  it('fits into one line', () => {
    assert.equal(
      dmarcVerdict(parseDmarc('v=DMARC1; p=reject; rua=mailto:a@example.com')),
      'DMARC: reject, reports to a@example.com',
    );
    assert.equal(dmarcVerdict(parseDmarc('v=DMARC1; p=reject; t=y')), 'DMARC: reject (tested: quarantine), no reports');
    assert.equal(dmarcVerdict(parseDmarc('v=dmarc1; p=reject')), 'DMARC: not in force');
  });
});
