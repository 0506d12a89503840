import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  dkimRecords,
  legacyAdvice,
  mxRecords,
  nearProvider,
  oneMxIsEnough,
  providerById,
  providerOfDkimTarget,
  providerOfInclude,
  providerOfMx,
  providers,
  spfTerm,
} from '../../../server/src/mail/providers/providers.ts';
import { parseSpf } from '../../../server/src/mail/spf/syntax/parse.ts';

const provider = (id: string) => providerById(id) ?? assert.fail(id);

describe('the table of providers', () => {
  it('has the ones that people use', () => {
    const wanted = [
      'Microsoft 365',
      'Google Workspace',
      'Fastmail',
      'Proton',
      'Zoho',
      'iCloud',
      'Amazon SES',
      'SendGrid',
      'Mailgun',
      'Postmark',
      'Mailchimp',
      'Brevo',
      'HubSpot',
      'Salesforce',
      'Zendesk',
      'Proofpoint',
      'Mimecast',
      'Barracuda',
      'Cisco',
      'Sophos',
      'Yandex',
      'OVH',
      'IONOS',
      'Gandi',
      'Migadu',
      'mailbox.org',
    ];
    assert.deepEqual(
      wanted.filter((name) => providers.every((row) => !row.name.includes(name))),
      [],
    );
  });

  it('has a source, a date and an id of its own in each row', () => {
    assert.equal(new Set(providers.map((row) => row.id)).size, providers.length);
    for (const row of providers) {
      assert.match(row.source, /^https?:\/\/[a-z0-9.-]+\.[a-z]+\//, row.id);
      assert.match(row.checked, /^\d{4}-\d{2}-\d{2}$/, row.id);
    }
  });

  it('knows its own MX hosts, SPF domains and DKIM targets', () => {
    const filled = (template: string) => template.replace(/\{[^}]*\}/g, 'x1');
    for (const row of providers) {
      for (const record of mxRecords(row, 'example.com'))
        assert.equal(providerOfMx(filled(record.exchange))?.id, row.id, record.exchange);
      const domain = /^(?:include|exists|a):(.*)$/.exec(row.spf.term)?.[1];
      if (domain !== undefined) assert.equal(providerOfInclude(filled(domain))?.id, row.id, domain);
      if (row.dkim.target !== '')
        assert.equal(providerOfDkimTarget(filled(row.dkim.target))?.id, row.id, row.dkim.target);
    }
  });

  it('has SPF terms that are valid', () => {
    for (const row of providers) {
      const { term, open } = spfTerm(row);
      if (term === '') continue;
      const filled = open.reduce((text, word) => text.replace(word, 'x1'), term);
      assert.ok(parseSpf(`v=spf1 ${filled} -all`).valid, term);
    }
  });
});

describe('a provider', () => {
  it('is known by its MX hosts', () => {
    const known: Readonly<Record<string, string | undefined>> = {
      'example-com.mail.protection.outlook.com.': 'microsoft365',
      'example-com.r-v1.mx.microsoft': 'microsoft365',
      'SMTP.GOOGLE.COM': 'google',
      'alt3.aspmx.l.google.com.': 'google',
      'in1-smtp.messagingengine.com': 'fastmail',
      'mx.zoho.eu': 'zoho',
      'inbound-smtp.eu-west-1.amazonaws.com': 'ses',
      'feedback-smtp.us-east-1.amazonses.com': 'ses',
      'mxa-00190b01.gslb.pphosted.com': 'proofpoint',
      'mx2-us1.ppe-hosted.com': 'proofpoint',
      'eu-smtp-inbound-1.mimecast.com': 'mimecast',
      'mx1.hc123-4.iphmx.com': 'cisco',
      'example.com.s7a1.psmtp.com': 'postini',
      'mail.example.com': undefined,
      'ec2-192-0-2-1.compute-1.amazonaws.com': undefined,
      'notgoogle.com': undefined,
    };
    assert.deepEqual(Object.fromEntries(Object.keys(known).map((host) => [host, providerOfMx(host)?.id])), known);
  });

  it('is known by its SPF include', () => {
    const known: Readonly<Record<string, string | undefined>> = {
      'spf.protection.outlook.com': 'microsoft365',
      '_spf.google.com.': 'google',
      '123456.spf04.hubspotemail.net': 'hubspot',
      '%{i}.spf.hc123-4.iphmx.com': 'cisco',
      'eu._netblocks.mimecast.com': 'mimecast',
      'spf.ess.de.barracudanetworks.com': 'barracuda',
      'spf.messaging.microsoft.com': 'fope',
      'outlook.com': 'microsoft365',
      'example.com': undefined,
    };
    assert.deepEqual(
      Object.fromEntries(Object.keys(known).map((domain) => [domain, providerOfInclude(domain)?.id])),
      known,
    );
  });

  it('may need one MX record only', () => {
    for (const host of ['smtp.google.com', 'example-com.mail.protection.outlook.com', 'mx.yandex.net'])
      assert.ok(oneMxIsEnough(host), host);
    for (const host of ['mail.example.com', 'mx.zoho.com', 'mail.protonmail.ch']) assert.ok(!oneMxIsEnough(host), host);
  });

  it('may be gone, or give out other names today', () => {
    assert.match(
      legacyAdvice('mx', 'example.com.s7a1.psmtp.com.')?.advice ?? '',
      /^Postini hasn't handled mail since 2015\./,
    );
    assert.match(legacyAdvice('mx', 'aspmx2.googlemail.com')?.advice ?? '', /smtp\.google\.com/);
    assert.match(legacyAdvice('mx', 'ms12345678.msv1.invalid')?.advice ?? '', /Remove it/);
    assert.match(
      legacyAdvice('spf', 'spf.messaging.microsoft.com')?.advice ?? '',
      /include:spf\.protection\.outlook\.com/,
    );
    assert.match(legacyAdvice('spf', 'outlook.com')?.advice ?? '', /include:spf\.protection\.outlook\.com/);
    assert.equal(legacyAdvice('mx', 'aspmx.l.google.com'), undefined);
    assert.equal(legacyAdvice('spf', '_spf.google.com'), undefined);
    assert.equal(legacyAdvice('mx', 'mail.example.com'), undefined);
  });
});

describe('a mistyped provider', () => {
  it('is recognised', () => {
    const near: Readonly<Record<string, string>> = {
      'aspmx.l.gogle.com.': 'aspmx.l.google.com',
      'alt1.aspmx.l.googel.com': 'alt1.aspmx.l.google.com',
      'smtp.goggle.com': 'smtp.google.com',
      'asmpx.l.google.com': 'aspmx.l.google.com',
      'example-com.mail.protection.outlok.com': 'example-com.mail.protection.outlook.com',
      'in1-smtp.messagingengin.com': 'in1-smtp.messagingengine.com',
      'spf.protecton.outlook.com': 'spf.protection.outlook.com',
      '_spf.gogle.com': '_spf.google.com',
      'mail.protonmail.com': 'mail.protonmail.ch',
    };
    assert.deepEqual(Object.fromEntries(Object.keys(near).map((host) => [host, nearProvider(host)?.host])), near);
  });

  it('is not seen in names that are right or somebody’s own', () => {
    for (const host of [
      'aspmx.l.google.com',
      'smtp.google.com',
      'mail.example.com',
      'mx.soho.com',
      'mail.bandi.net',
      'mx1.example.net',
      'spf.example.com',
      '_spf.example.com',
      'mx00.ianos.com',
      'mail.google.com',
    ]) {
      assert.equal(nearProvider(host), undefined, host);
    }
  });
});

describe('the records for a provider', () => {
  it('name the domain', () => {
    assert.deepEqual(mxRecords(provider('microsoft365'), 'Example.com.'), [
      { preference: 0, exchange: 'example-com.mail.protection.outlook.com.', open: [] },
    ]);
    assert.deepEqual(mxRecords(provider('google'), 'example.com'), [
      { preference: 1, exchange: 'smtp.google.com.', open: [] },
    ]);
    assert.deepEqual(
      mxRecords(provider('microsoft365'), 'my-example.com')[0]?.open,
      ['{dashed}'],
      'Microsoft makes up a name for domains with a dash',
    );
    assert.deepEqual(mxRecords(provider('mailchimp'), 'example.com'), []);
  });

  it('leave open what only the provider tells', () => {
    assert.deepEqual(mxRecords(provider('ses'), 'example.com')[0]?.open, ['{region}']);
    assert.deepEqual(spfTerm(provider('cisco')), {
      term: 'exists:%{i}.spf.{account}.iphmx.com',
      open: ['{account}'],
      note: provider('cisco').spf.note,
    });
    assert.deepEqual(spfTerm(provider('google')), { term: 'include:_spf.google.com', open: [], note: '' });
  });

  it('have the aliases of the DKIM keys', () => {
    assert.deepEqual(
      dkimRecords(provider('fastmail'), 'example.com').map(({ owner, target }) => [owner, target]),
      [
        ['fm1._domainkey', 'fm1.example.com.dkim.fmhosted.com.'],
        ['fm2._domainkey', 'fm2.example.com.dkim.fmhosted.com.'],
        ['fm3._domainkey', 'fm3.example.com.dkim.fmhosted.com.'],
      ],
    );
    assert.deepEqual(
      dkimRecords(provider('mailchimp'), 'example.com').map(({ target }) => target),
      ['dkim2.mcsv.net.', 'dkim3.mcsv.net.'],
    );
    assert.deepEqual(
      dkimRecords(provider('brevo'), 'example.com').map(({ target }) => target),
      ['b1.example-com.dkim.brevo.com.', 'b2.example-com.dkim.brevo.com.'],
    );
    assert.deepEqual(dkimRecords(provider('microsoft365'), 'example.com')[0], {
      owner: 'selector1._domainkey',
      target: 'selector1-example-com._domainkey.{tenant}.onmicrosoft.com.',
      open: ['{tenant}'],
    });
    assert.deepEqual(dkimRecords(provider('google'), 'example.com'), [], 'Google gives a key, no alias');
    assert.deepEqual(dkimRecords(provider('ses'), 'example.com'), [], 'the selectors of SES are its customers’ own');
  });
});
