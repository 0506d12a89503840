import { severityOf } from '../../../server/src/mail/grammar/problem.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { dkimProblems, parseDkim } from '../../../server/src/mail/dkim/dkim.ts';
import { dmarcProblems, parseDmarc } from '../../../server/src/mail/dmarc/dmarc.ts';
import { mtaStsProblems, parseMtaSts } from '../../../server/src/mail/mta-sts/mta-sts.ts';
import { providers } from '../../../server/src/mail/providers/providers.ts';
import { parseSpf } from '../../../server/src/mail/spf/syntax/parse.ts';
import { parseTlsRpt, tlsRptProblems } from '../../../server/src/mail/tls-rpt/tls-rpt.ts';
import { answerProblems, planDmarc, planMail, planNotes } from '../../../server/src/mail/plan/mail-setup.ts';
import type { MailAnswers } from '../../../server/src/mail/plan/mail-setup.ts';
import type { PlannedRecord } from '../../../server/src/mail/plan/planned-record.ts';
import { rsa2048 } from './dkim/keys.ts';

const nobody = { mxHosts: false, addresses: [], providers: [], includes: [] } as const;
const base: MailAnswers = {
  domain: 'example.com',
  receiver: { kind: 'nobody' },
  senders: nobody,
  strictness: 'none',
  reports: [],
};

const shown = (records: readonly PlannedRecord[]): readonly string[] =>
  records.map(({ owner, type, rdata }) => `${owner} ${type} ${rdata}`);
const plan = (answers: Partial<MailAnswers>): readonly string[] => {
  const whole = { ...base, ...answers };
  assert.deepEqual(answerProblems(whole), []);
  return shown(planMail(whole));
};

/** The text of a TXT record as it was before it was quoted. */
const unquoted = (rdata: string): string =>
  [...rdata.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map((match) => match[1] ?? '')
    .join('')
    .replace(/\\(.)/g, '$1');

describe('mail for a domain that has none', () => {
  it('is refused by null MX, SPF and DMARC', () => {
    assert.deepEqual(plan({}), ['@ MX 0 .', '@ TXT "v=spf1 -all"', '_dmarc TXT "v=DMARC1; p=reject"']);
  });

  it('may still be reported', () => {
    assert.deepEqual(
      plan({ reports: ['dmarc@example.net'] })[2],
      '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.net"',
    );
  });

  it('takes the place of what was there', () => {
    const records = planMail({ ...base, existing: { spf: 'v=spf1 mx ~all', dmarc: 'v=DMARC1; p=none' } });
    assert.deepEqual(
      records.map(({ rdata, replaces }) => [rdata, replaces]),
      [
        ['0 .', undefined],
        ['"v=spf1 -all"', true],
        ['"v=DMARC1; p=reject"', true],
      ],
    );
  });
});

describe('mail at one’s own hosts', () => {
  const receiver = {
    kind: 'hosts',
    hosts: [
      { name: 'smtp', addresses: ['10.20.30.40', '2001:db8::25'] },
      { name: 'mx2.example.net.', addresses: [] },
      { name: 'backup.example.com.', addresses: ['192.0.2.2'] },
    ],
  } as const;

  it('has MX and address records, SPF for the hosts and for the names they greet with', () => {
    assert.deepEqual(
      plan({
        receiver,
        senders: { ...nobody, mxHosts: true },
        strictness: 'reject',
        reports: ['postmaster@example.com'],
      }),
      [
        '@ MX 10 smtp',
        '@ MX 20 mx2.example.net.',
        '@ MX 30 backup',
        'smtp A 10.20.30.40',
        'smtp AAAA 2001:db8::25',
        'backup A 192.0.2.2',
        'smtp TXT "v=spf1 a -all"',
        'backup TXT "v=spf1 a -all"',
        '@ TXT "v=spf1 mx -all"',
        '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:postmaster@example.com"',
      ],
    );
  });

  it('may send from other addresses and services', () => {
    const senders = {
      mxHosts: false,
      addresses: ['192.0.2.9', '2001:DB8::9'],
      providers: ['sendgrid', 'mailgun'],
      includes: ['_spf.example.net'],
    };
    const spf = plan({ receiver, senders }).find((record) => record.includes('@ TXT'));
    assert.equal(spf, '@ TXT "v=spf1 ip4:192.0.2.9 ip6:2001:DB8::9 include:mailgun.org include:_spf.example.net ~all"');
  });

  it('may only take mail', () => {
    assert.deepEqual(plan({ receiver, senders: nobody, strictness: 'reject' }).slice(-2), [
      '@ TXT "v=spf1 -all"',
      '_dmarc TXT "v=DMARC1; p=reject"',
    ]);
  });
});

describe('mail at a provider', () => {
  const receiver = { kind: 'provider', provider: 'microsoft365' } as const;

  it('has its MX record, its SPF include and its DKIM aliases', () => {
    const records = planMail({
      ...base,
      receiver,
      senders: { ...nobody, mxHosts: true },
      strictness: 'quarantine',
      reports: ['dmarc@example.com'],
    });
    assert.deepEqual(shown(records), [
      '@ MX 0 example-com.mail.protection.outlook.com.',
      '@ TXT "v=spf1 include:spf.protection.outlook.com ~all"',
      'selector1._domainkey CNAME selector1-example-com._domainkey.{tenant}.onmicrosoft.com.',
      'selector2._domainkey CNAME selector2-example-com._domainkey.{tenant}.onmicrosoft.com.',
      '_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"',
    ]);
    assert.deepEqual(
      records.map(({ open }) => open ?? []),
      [[], [], ['{tenant}'], ['{tenant}'], []],
    );
  });

  it('changes the SPF record that is there', () => {
    const records = planMail({
      ...base,
      receiver,
      senders: { ...nobody, mxHosts: true },
      strictness: 'reject',
      existing: { spf: 'v=spf1 ip4:192.0.2.1 ?all' },
    });
    const spf = records.find(({ rdata }) => rdata.includes('v=spf1'));
    assert.deepEqual(
      [spf?.rdata, spf?.replaces],
      ['"v=spf1 ip4:192.0.2.1 include:spf.protection.outlook.com -all"', true],
    );
  });
});

describe('a domain that only sends', () => {
  it('has no MX record', () => {
    assert.deepEqual(plan({ senders: { ...nobody, providers: ['zendesk'] }, reports: ['a@example.com'] }), [
      '@ TXT "v=spf1 include:mail.zendesk.com ~all"',
      'zendesk1._domainkey CNAME zendesk1._domainkey.zendesk.com.',
      'zendesk2._domainkey CNAME zendesk2._domainkey.zendesk.com.',
      '_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"',
    ]);
  });
});

describe('the rest of the mail records', () => {
  const receiver = { kind: 'hosts', hosts: [{ name: 'smtp', addresses: [] }] } as const;

  it('are pasted DKIM keys, cut into strings', () => {
    const text = `v=DKIM1; k=rsa; p=${rsa2048}`;
    const records = planMail({
      ...base,
      receiver,
      senders: { ...nobody, mxHosts: true },
      keys: [{ selector: 's1', text }],
    });
    const key = records.find(({ owner }) => owner === 's1._domainkey');
    assert.match(key?.rdata ?? '', /^"[^"]{255}" "[^"]+"$/);
    assert.equal(unquoted(key?.rdata ?? ''), text);
  });

  it('are MTA-STS and TLS reports', () => {
    const mtaSts = { id: '2026-11-24', addresses: ['192.0.2.80'] };
    const records = plan({
      receiver,
      senders: { ...nobody, mxHosts: true },
      reports: ['tls@example.com'],
      tlsReports: true,
      mtaSts,
    });
    assert.deepEqual(records.slice(-3), [
      '_mta-sts TXT "v=STSv1; id=20261124"',
      'mta-sts A 192.0.2.80',
      '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"',
    ]);
    const alias = plan({
      receiver,
      senders: { ...nobody, mxHosts: true },
      mtaSts: { id: '1', addresses: [], alias: 'policy.example.net.' },
    });
    assert.deepEqual(alias.at(-1), 'mta-sts CNAME policy.example.net.');
  });
});

describe('a DMARC record', () => {
  it('says what was asked for, in the order that older receivers expect', () => {
    const [record] = planDmarc({
      domain: 'example.com',
      p: 'reject',
      sp: 'quarantine',
      np: 'reject',
      strictDkim: true,
      strictSpf: true,
      testing: true,
      rua: ['a@example.com', 'mailto:b@example.com'],
      ruf: ['c!d@example.com'],
      fo: '1:d',
    });
    assert.equal(
      record?.rdata,
      '"v=DMARC1; p=reject; sp=quarantine; np=reject; adkim=s; aspf=s; fo=1:d; t=y; rua=mailto:a@example.com,mailto:b@example.com; ruf=mailto:c%21d@example.com"',
    );
    assert.deepEqual(
      dmarcProblems(parseDmarc(unquoted(record?.rdata ?? ''))).filter(({ code }) => code !== 'dmarc/sp-weaker-than-p'),
      [],
    );
  });

  it('is changed where there is one', () => {
    const existing = 'v=dmarc1; pct=50; p=none; rua=mailto:a@example.com; x=1; aspf=s; fo=1';
    const change = (answers: object) =>
      planDmarc({ domain: 'example.com', existing, ...answers }).map(({ rdata, replaces }) => [rdata, replaces]);
    assert.deepEqual(change({ p: 'quarantine' }), [
      ['"v=DMARC1; p=quarantine; aspf=s; rua=mailto:a@example.com; x=1"', true],
    ]);
    assert.deepEqual(change({ strictSpf: false, rua: [] }), [
      ['"v=DMARC1; p=none; rua=mailto:a@example.com; x=1"', true],
    ]);
  });

  it('is p=none where nothing was said', () => {
    assert.deepEqual(shown(planDmarc({ domain: 'example.com' })), ['_dmarc TXT "v=DMARC1; p=none"']);
  });
});

describe('answers that make no sense', () => {
  it('are told beside their question', () => {
    const problems = answerProblems({
      domain: 'nonsense',
      receiver: { kind: 'hosts', hosts: [{ name: '192.0.2.1', addresses: ['x'] }] },
      senders: { mxHosts: true, addresses: ['192.0.2'], providers: ['nowhere'], includes: ['spf'] },
      strictness: 'none',
      reports: ['postmaster'],
      keys: [{ selector: 'a b', text: '' }],
      mtaSts: { id: '1', addresses: [] },
    });
    assert.deepEqual(
      problems.map(({ field }) => field),
      ['domain', 'receiver', 'receiver', 'senders', 'senders', 'senders', 'reports', 'keys', 'mtaSts'],
    );
    assert.deepEqual(
      answerProblems({ ...base, receiver: { kind: 'provider', provider: 'mailchimp' } }).map(({ field }) => field),
      ['receiver'],
    );
    assert.deepEqual(
      answerProblems({ ...base, receiver: { kind: 'hosts', hosts: [] } }).map(({ field }) => field),
      ['receiver'],
    );
  });
});

describe('what is left to do', () => {
  it('is told after the records', () => {
    const notes = planNotes({
      ...base,
      receiver: { kind: 'hosts', hosts: [{ name: 'smtp', addresses: [] }] },
      senders: { mxHosts: true, addresses: [], providers: ['ses'], includes: [] },
      reports: ['x@example.net', 'y@mail.example.com'],
      mtaSts: { id: '1', addresses: [] },
    });
    assert.ok(notes.some((note) => note.startsWith('Amazon SES shows the DKIM record')));
    assert.ok(notes.some((note) => note.includes('example.com._report._dmarc.example.net.')));
    assert.ok(
      !notes.some((note) => note.includes('_report._dmarc.mail.example.com')),
      'reports to the own domain need no permission',
    );
    assert.ok(notes.some((note) => note.includes('PTR')));
    assert.ok(notes.some((note) => note.includes('https://mta-sts.example.com/')));
    assert.deepEqual(planNotes(base), []);
    assert.deepEqual(planNotes({ ...base, senders: { ...nobody, addresses: ['192.0.2.1'] } }), [
      'Without a report address, a DMARC record with p=none does nothing.',
    ]);
  });
});

describe('whatever the answers are', () => {
  const ids = providers.filter(({ retired }) => retired === undefined).map(({ id }) => id);
  const hosts = fc.array(
    fc.record({
      name: fc.constantFrom('smtp', 'mx2', 'mx.example.net.'),
      addresses: fc.subarray(['192.0.2.1', '2001:db8::1', 'nonsense']),
    }),
    { maxLength: 3 },
  );
  const receiver = fc.oneof(
    fc.record({ kind: fc.constant('nobody' as const) }),
    fc.record({ kind: fc.constant('provider' as const), provider: fc.constantFrom(...ids, 'unknown') }),
    fc.record({ kind: fc.constant('hosts' as const), hosts }),
  );
  const senders = fc.record({
    mxHosts: fc.boolean(),
    addresses: fc.subarray(['192.0.2.9', '2001:db8::9', 'x']),
    providers: fc.subarray([...ids, 'unknown']),
    includes: fc.subarray(['_spf.example.net', 'not a domain']),
  });
  const answers = fc.record({
    domain: fc.constantFrom('example.com', 'my-example.com.'),
    receiver,
    senders,
    strictness: fc.constantFrom('none' as const, 'quarantine' as const, 'reject' as const),
    reports: fc.subarray(['a@example.com', 'mailto:b@example.net']),
    tlsReports: fc.boolean(),
    existing: fc
      .option(
        fc.record({
          spf: fc.constantFrom('v=spf1 a ~all', 'v=spf1 include:x..y -all'),
          dmarc: fc.constantFrom('v=DMARC1; p=none', 'garbage'),
        }),
        { nil: undefined },
      )
      .map((existing) => existing ?? {}),
  });

  it('the records are right', () => {
    fc.assert(
      fc.property(answers, (each) => {
        const records = planMail(each);
        assert.ok(records.filter(({ rdata }) => rdata.startsWith('"v=spf1') && !rdata.includes(' a -all')).length <= 1);
        for (const { owner, type, rdata } of records) {
          if (type !== 'TXT') continue;
          const text = unquoted(rdata);
          if (owner === '_dmarc') {
            const errors = dmarcProblems(parseDmarc(text)).filter((problem) => severityOf(problem) === 'error');
            assert.deepEqual(errors, []);
          } else if (owner.endsWith('_domainkey')) assert.deepEqual(dkimProblems(parseDkim(text)), []);
          else if (owner === '_mta-sts') assert.deepEqual(mtaStsProblems(parseMtaSts(text)), []);
          else if (owner === '_smtp._tls') assert.deepEqual(tlsRptProblems(parseTlsRpt(text)), []);
          else assert.ok(parseSpf(text).valid, text);
        }
      }),
    );
  });
});
