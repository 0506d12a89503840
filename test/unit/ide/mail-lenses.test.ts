import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailLensAt, mailLensPlaces } from '../../../server/src/ide/mail-lenses.ts';
import { mailWorld } from '../../../server/src/ide/mail-world.ts';
import { defaultSettings } from '../../../server/src/findings/lint-settings.ts';
import { openWorld } from './mail-zones.ts';

const head = '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n@ NS ns1\nns1 A 198.51.100.1\n';
const reverse =
  '$TTL 3600\n@ IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 300\n@ NS ns1.example.com.\n25 PTR mail.example.com.\n';

/** The lines above the records of a zone, each with the number of its line from 1 and the domain. */
function lenses(records: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  const { zoneOf, zones } = openWorld({ 'example.com.': head + records, ...others }),
    zone = zones['example.com.']!,
    { text } = zone.root;
  const world = mailWorld({ zoneOf }, defaultSettings);
  return mailLensPlaces(zone, text).map((range) => {
    const lens = mailLensAt(zone, text, range.start, world);
    return `${range.start.line - 3} ${lens?.domain ?? ''}: ${lens?.title ?? ''}`;
  });
}

describe('the line above a record', () => {
  it('of MX tells how many hosts are found, once for all records of the name', () => {
    assert.deepEqual(
      lenses('@ MX 10 mail\n@ MX 20 mail2\nmail A 192.0.2.25\nmail2 A 192.0.2.26\n', {
        '2.0.192.in-addr.arpa.': reverse,
      }),
      ['1 example.com: MX: 192.0.2.26 has no PTR record'],
    );
    assert.deepEqual(lenses('@ MX 10 mail\nmail A 192.0.2.25\n', { '2.0.192.in-addr.arpa.': reverse }), [
      '1 example.com: MX: 1 of 1 mail host has an address with a matching PTR record',
    ]);
    assert.deepEqual(lenses('@ MX 10 mail\nmail A 192.0.2.25\n'), [
      '1 example.com: MX: 1 of 1 mail host has an address',
    ]);
    assert.deepEqual(lenses('@ MX 10 mail\n'), [`1 example.com: MX: mail.example.com doesn't exist`]);
    assert.deepEqual(lenses('@ MX 0 .\n'), ['1 example.com: MX: takes no mail']);
    assert.deepEqual(lenses('@ MX 0 example-com.mail.protection.outlook.com.\n'), [
      '1 example.com: MX: Microsoft 365 takes the mail',
    ]);
  });

  it('of SPF counts look-ups and mail hosts, wherever it stands', () => {
    assert.deepEqual(
      lenses('@ TXT "v=spf1 mx -all"\n@ TXT "other"\n').map((line) => line.slice(2)),
      ['example.com: SPF: 1 of 10 lookups'],
    );
    assert.deepEqual(
      lenses('sales TXT "v=spf1 " "a -all"\n').map((line) => line.slice(2)),
      ['sales.example.com: SPF: 1 of 10 lookups'],
    );
    assert.deepEqual(
      lenses('@ TXT "V=SPF1 -all"\n').map((line) => line.slice(2)),
      ['example.com: SPF: no host may send'],
    );
    assert.deepEqual(
      lenses('@ TXT "v=spf1 mx -all"\n@ TXT "v=spf1 a -all"\n').map((line) => line.slice(2)),
      Array.from({ length: 2 }, () => 'example.com: SPF: 2 records, so receivers use none of them'),
    );
  });

  it('of DMARC tells the policy, and the domain that it is for', () => {
    assert.deepEqual(lenses('_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"\n'), [
      '1 example.com: DMARC: reject, reports to a@example.com',
    ]);
    assert.deepEqual(lenses('_dmarc.sales TXT "v=DMARC1; p=none"\n'), ['1 sales.example.com: DMARC: none, no reports']);
  });

  it('is not made for other texts, though an SPF or DMARC record follows, nor where nobody looks for one', () => {
    assert.deepEqual(
      lenses(
        's1._domainkey TXT "v=DKIM1; k=rsa; p="\n_mta-sts TXT "v=STSv1; id=1"\n@ TXT "other" ; not v=spf1\ndmarc TXT "v=DMARC1; p=none"\nsales TXT "v=spf1 -all"\n',
      ),
      ['5 sales.example.com: SPF: no host may send'],
    );
  });

  it('of MX says what is wrong within a step', () => {
    assert.deepEqual(lenses('@ MX 10 mail\nmail A 192.0.2.25\n_mta-sts TXT "v=STSv1; id=1"\n'), [
      '1 example.com: MX: mta-sts.example.com has no address',
    ]);
  });

  it('is not made for a huge number of records', () => {
    const many = Array.from({ length: 1000 }, (_, k) => `h${k} MX 10 mail`).join('\n');
    assert.equal(lenses(`${many}\nmail A 192.0.2.25\n`).length, 300);
  });
});
