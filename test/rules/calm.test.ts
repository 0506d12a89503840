import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LintSettings } from '../../server/src/findings/lint-settings.ts';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import { lintFiles } from './lint-example.ts';

/** What the default profile says of a zone, hints included. */
function said(name: string, text: string, settings: Partial<LintSettings> = {}): readonly string[] {
  const { findings, crashes } = lintFiles([{ name, text }], allChecks, settings);
  assert.deepEqual(crashes, []);
  return findings.map(({ code }) => code);
}

const servers = '@ NS ns1.example.net.\n@ NS ns2.example.org.\n';
const zone = (soa: string, rest = ''): string => `$TTL 3600\n@ SOA ${soa}\n${servers}${rest}`;
const mail = '@ MX 10 mail.example.net.\n@ TXT "v=spf1 mx -all"\n';
const inside = 'a A 10.1.2.3\nb A 192.168.1.2\nc AAAA fd00::1\n';
const usual = 'ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600';

describe('zones that owners leave as they are', () => {
  const quiet: Readonly<Record<string, string>> = {
    "negative answers cached for a week, as in Debian's stock files": zone(
      'ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 604800',
    ),
    'a retry time as long as the refresh time': zone(
      'ns1.example.net. hostmaster.example.net. 2026010101 7200 7200 1209600 3600',
    ),
    'a serial of Cloudflare':
      '$TTL 3600\n@ SOA ada.ns.cloudflare.com. dns.cloudflare.com. 2034131789 10000 2400 604800 1800\n@ NS ada.ns.cloudflare.com.\n@ NS bob.ns.cloudflare.com.\n',
    'a serial that counts and looks like a date': zone(
      'ns1.example.net. hostmaster.example.net. 2034567890 7200 3600 1209600 3600',
    ),
    'a hidden primary of the zone without an address': zone(
      'primary hostmaster.example.net. 2026010101 7200 3600 1209600 3600',
    ),
    'a last line without line ending': zone(usual, 'www A 192.0.2.80'),
    "Google's older MX hosts": zone(
      usual,
      '@ MX 1 aspmx.l.google.com.\n@ MX 5 alt1.aspmx.l.google.com.\n@ TXT "v=spf1 include:_spf.google.com ~all"\n_dmarc TXT "v=DMARC1; p=reject"\n',
    ),
    'DMARC tags that RFC 9989 removed and that change nothing': zone(
      usual,
      `${mail}_dmarc TXT "v=DMARC1; p=reject; pct=100; rf=afrf; ri=86400; rua=mailto:a@example.com!10m"\n`,
    ),
    'mail without SPF and DMARC in a zone of private addresses': zone(usual, `@ MX 10 a\n${inside}`),
    "a mail host with a public address whose reverse zone is a provider's": zone(
      usual,
      '@ MX 10 mail\nmail A 192.0.2.25\n@ TXT "v=spf1 mx -all"\n_dmarc TXT "v=DMARC1; p=reject"\n',
    ),
  };
  for (const [what, text] of Object.entries(quiet))
    it(what, () => assert.deepEqual(said('example.com.zone', text), []));

  it('mail without SPF and DMARC in a zone of a view for the inside', () => {
    assert.deepEqual(said('example.com.zone', zone(usual, '@ MX 10 a\na A 10.1.2.3\n'), { internal: true }), [
      'ptr/no-zone',
    ]);
  });
});

describe('what owners change is still said', () => {
  const loud: Readonly<Record<string, readonly [text: string, codes: readonly string[]]>> = {
    'a retry time longer than the refresh time': [
      zone('ns1.example.net. hostmaster.example.net. 2026010101 900 14400 1209600 3600'),
      ['soa/retry-ge-refresh'],
    ],
    "a day that doesn't exist": [
      zone('ns1.example.net. hostmaster.example.net. 2026023001 7200 3600 1209600 3600'),
      ['zone/serial-format'],
    ],
    'a month and a day that are swapped': [
      zone('ns1.example.net. hostmaster.example.net. 2026310101 7200 3600 1209600 3600'),
      ['zone/serial-format'],
    ],
    'mail without DMARC where one address is public': [
      zone(usual, `@ MX 10 mail\n@ TXT "v=spf1 mx -all"\nmail A 9.9.9.9\n${inside}`),
      ['dmarc/missing'],
    ],
    'a DMARC percentage that no longer counts': [
      zone(usual, `${mail}_dmarc TXT "v=DMARC1; p=reject; pct=50; rua=mailto:a@example.com"\n`),
      ['dmarc/pct-removed'],
    ],
  };
  for (const [what, [text, codes]] of Object.entries(loud))
    it(what, () => assert.deepEqual(said('example.com.zone', text), codes));
});
