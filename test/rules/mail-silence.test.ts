import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LintSettings } from '../../server/src/findings/lint-settings.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import { lintFiles } from './lint-example.ts';
import { mxRecords, providers } from '../../server/src/mail/providers/providers.ts';
import { rsa2048 } from '../unit/mail/dkim/keys.ts';

const head =
  '$ORIGIN example.com.\n$TTL 3600\n@ IN SOA ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600\n@ IN NS ns1.example.net.\n@ IN NS ns2.example.org.\n';
const mailAreas = /^(?:mx|spf|dkim|dmarc|mtasts|tlsrpt|bimi|tlsa|banner|srv|smtp|svcb|verification|txt)\//;

/** What is said about the mail in a zone, hints included. */
function said(lines: string, settings: Partial<LintSettings> = {}): readonly string[] {
  const { findings, crashes } = lintFiles([{ name: 'example.com.zone', text: head + lines }], allChecks, settings);
  assert.deepEqual(crashes, []);
  return findings.filter(({ code }) => mailAreas.test(code)).map(({ code, message }) => `${code} ${message}`);
}

const dmarc = '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"\n';
const provider = '@ MX 1 smtp.google.com.\n@ TXT "v=spf1 include:_spf.google.com ~all"\n';
const key = rsa2048
  .match(/.{1,200}/g)!
  .map((part) => `"${part}"`)
  .join(' ');

const silent: Readonly<Record<string, string>> = {
  'a zone without mail': 'www A 192.0.2.80\n@ A 192.0.2.80\n',
  'a zone without mail that has other texts':
    '@ A 192.0.2.80\n@ TXT "google-site-verification=abcdefghijklmnopqrstuvwxyz"\n@ TXT "v=verifydomain MS=1234567"\n',
  'one MX at a provider that has many hosts behind it': `${provider}${dmarc}google._domainkey TXT "v=DKIM1; k=rsa; p=" ${key}\n`,
  'a null MX of a subdomain': 'shop MX 0 .\nshop A 192.0.2.80\n',
  'a domain that is closed in every way': '@ MX 0 .\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"\n',
  'upper-case V=SPF1': `@ MX 10 mx.example.net.\n@ TXT "V=SPF1 MX IP4:192.0.2.0/24 -ALL"\n${dmarc}`,
  'an unknown modifier': `@ MX 10 mx.example.net.\n@ TXT "v=spf1 mx ra=postmaster rp=100 -all"\n${dmarc}`,
  'an unknown modifier with a macro': `@ MX 10 mx.example.net.\n@ TXT "v=spf1 mx moo.cow=%{d} -all"\n${dmarc}`,
  '_dmarc as an alias to a provider': `${provider}_dmarc CNAME example.com.dmarc.example.net.\n`,
  '_dmarc handed on to a provider': `${provider}_dmarc NS ns1.example.net.\n_dmarc NS ns2.example.net.\n`,
  'a DKIM selector as an alias to a provider': `${provider}${dmarc}s1._domainkey CNAME s1.domainkey.u1.wl1.sendgrid.net.\ns2._domainkey CNAME s2.domainkey.u1.wl1.sendgrid.net.\n`,
  '_domainkey as an alias to a provider': `${provider}${dmarc}_domainkey CNAME example-com._domainkey.example.net.\n`,
  '_domainkey handed on to a provider': `${provider}${dmarc}_domainkey NS ns1.example.net.\n_domainkey NS ns2.example.net.\n`,
  'a DKIM key split into strings': `${provider}${dmarc}sel._domainkey TXT ( "v=DKIM1; k=rsa; "\n  "p=${rsa2048.slice(0, 200)}"\n  "${rsa2048.slice(200)}" )\n`,
  'a DKIM key split in the middle of a tag': `${provider}${dmarc}sel._domainkey TXT "v=DKIM1; k=rs" "a; p=${rsa2048.slice(0, 100)}" "${rsa2048.slice(100, 300)}" "${rsa2048.slice(300)}"\n`,
  'a selector with dots': `${provider}${dmarc}2026.june._domainkey TXT "v=DKIM1; p=" ${key}\n`,
  'a wildcard MX and address': `${provider}${dmarc}* MX 10 mx.example.net.\n*.dyn A 192.0.2.9\n`,
  'a wildcard MX whose SPF is a wildcard, too': `${provider}${dmarc}* MX 10 mx.example.net.\n* TXT "v=spf1 -all"\n`,
  'permission for reports about any domain': `${provider}${dmarc}*._report._dmarc TXT "v=DMARC1;"\n`,
  'names in capitals': `${provider}_DMARC TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"\nSEL._DOMAINKEY TXT "v=DKIM1; p=" ${key}\n`,
  'a DMARC record without spaces': `${provider}_dmarc TXT "v=DMARC1;p=quarantine;rua=mailto:dmarc@example.com;np=reject"\n`,
  'an SPF record in two strings': `@ MX 10 mx.example.net.\n@ TXT "v=spf1 ip4:192.0.2.0/24 " "ip4:198.51.100.0/24 -all"\n${dmarc}`,
  'the SPF record of a host that greets': `${provider}${dmarc}out A 192.0.2.26\nout TXT "v=spf1 a -all"\n`,
  'a record that others include': `${provider}${dmarc}_spf TXT "v=spf1 ip4:192.0.2.0/24 -all"\n`,
  'MTA-STS with host and reports': `${provider}${dmarc}_mta-sts TXT "v=STSv1; id=20260101;"\nmta-sts A 192.0.2.80\n_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"\n`,
  'MTA-STS whose names are aliases to a provider': `${provider}${dmarc}_mta-sts CNAME _mta-sts.example.net.\nmta-sts CNAME mta-sts.example.net.\n_smtp._tls CNAME _smtp._tls.example.net.\n`,
  'TLSA records of MX hosts': `@ MX 10 mail\n@ TXT "v=spf1 mx -all"\nmail A 192.0.2.25\n_25._tcp.mail TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n${dmarc}`,
  'TLSA records kept elsewhere': `@ MX 10 mail\n@ TXT "v=spf1 mx -all"\nmail A 192.0.2.25\n_25._tcp.mail CNAME 3.1.1._dane\n3.1.1._dane TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n${dmarc}`,
  'services of mail programs': `${provider}${dmarc}_imaps._tcp SRV 0 1 993 mail\n_submissions._tcp SRV 0 1 465 mail\n_imap._tcp SRV 0 0 0 .\nmail A 192.0.2.25\n`,
};

describe('nothing is said about', () => {
  for (const [what, lines] of Object.entries(silent)) it(what, () => assert.deepEqual(said(lines), []));

  it('a null MX of a subdomain, whatever the profile', () => {
    for (const profile of ['recommended', 'strict', 'all'] as const)
      assert.deepEqual(
        said(`@ MX 10 mx.example.net.\n@ TXT "v=spf1 mx -all"\n${dmarc}shop MX 0 .\n`, { profile }).filter(
          (found) => !/^(?:mx\/single|dkim\/none|dmarc\/np-missing|dmarc\/reject-without)/.test(found),
        ),
        [],
        profile,
      );
  });
  for (const provider of providers.filter(({ mx, retired }) => mx.single && retired === undefined)) {
    it(`one MX at ${provider.name}, whatever the profile`, () => {
      const [mx] = mxRecords(provider, 'example.com'),
        host = mx!.exchange.replace(/\{\w+\}/g, 'a1b2');
      for (const profile of ['recommended', 'strict', 'all'] as const)
        assert.deepEqual(
          said(`@ MX ${mx!.preference} ${host}\n`, { profile }).filter((found) => found.startsWith('mx/')),
          [],
        );
    });
  }

  it('the MX and SPF records of any provider', () => {
    for (const provider of providers.filter(({ retired }) => retired === undefined)) {
      const mx = mxRecords(provider, 'example.com')
          .map(({ preference, exchange }) => `@ MX ${preference} ${exchange.replace(/\{\w+\}/g, 'a1b2')}\n`)
          .join(''),
        term = provider.spf.term.replace(/(?<!%)\{\w+\}/g, 'a1b2');
      assert.deepEqual(
        said(
          `${mx}@ TXT "v=spf1 ${term === '' ? 'ip4:198.51.100.7' : term} -all"\n${mx === '' ? '@ MX 10 mx.example.net.\n' : ''}${dmarc}`,
        ),
        [],
        provider.name,
      );
    }
  });

  it('private addresses in SPF and MX hosts of an internal zone', () => {
    assert.deepEqual(
      said(`@ MX 10 mail\n@ TXT "v=spf1 ip4:10.1.2.3 ip4:10.2.3.0/24 -all"\nmail A 10.1.2.3\n${dmarc}`, {
        internal: true,
      }),
      [],
    );
  });

  it('private addresses where the name servers have private ones, too', () => {
    const text = `$ORIGIN example.com.\n$TTL 3600\n@ SOA ns1 hostmaster 1 7200 3600 1209600 3600\n@ NS ns1\n@ NS ns2\nns1 A 10.0.0.1\nns2 A 10.0.0.2\n@ MX 10 mail\n@ TXT "v=spf1 ip4:10.1.2.3 -all"\nmail A 10.1.2.3\n${dmarc}`;
    assert.deepEqual(
      lintFiles([{ name: 'example.com.zone', text }], allChecks).findings.filter(
        ({ severity }) => severity === 'warning' || severity === 'error',
      ),
      [],
    );
  });

  it('mail in a reverse zone', () => {
    const text =
      '$ORIGIN 2.0.192.in-addr.arpa.\n$TTL 3600\n@ SOA ns1.example.net. hostmaster.example.net. 1 7200 3600 1209600 3600\n@ NS ns1.example.net.\n@ NS ns2.example.org.\n@ TXT "v=spf1 -all"\n1 PTR www.example.com.\n';
    assert.deepEqual(
      lintFiles([{ name: '2.0.192.in-addr.arpa.zone', text }], allChecks).findings.filter(({ code }) =>
        mailAreas.test(code),
      ),
      [],
    );
  });

  it('what is missing in a zone of which nobody knows the name', () => {
    const { findings } = lintFiles(
      [
        { name: 'part.inc', text: '@ MX 10 mail\n' },
        {
          name: 'example.com.zone',
          text: `${head}$INCLUDE part.inc\nmail A 192.0.2.25\n@ TXT "v=spf1 mx -all"\n${dmarc}`,
        },
      ],
      allChecks,
    );
    assert.deepEqual(
      findings.filter(({ code }) => mailAreas.test(code)),
      [],
    );
  });
});
