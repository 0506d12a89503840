import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoverAt } from '../../../server/src/ide/hover.ts';
import { openWorld } from './mail-zones.ts';

const head = '$TTL 3600\n@ SOA ns1 hostmaster 1 2 3 4 5\n';
const reverse = '$TTL 3600\n@ SOA ns1.example.com. hostmaster.example.com. 1 2 3 4 5\n25 PTR mail.example.com.\n';

/** What is said at the `|`, Markdown's backslashes taken out. */
function hovered(records: string): string {
  const marked = head + records,
    at = marked.indexOf('|'),
    before = marked.slice(0, at).split('\n'),
    { zones, zoneOf } = openWorld({ 'example.com.': `${marked.replace('|', '')}\n`, '2.0.192.in-addr.arpa.': reverse });
  const zone = zones['example.com.']!;
  return (
    hoverAt(zone, zone.root.text, { line: before.length - 1, character: before.at(-1)!.length }, { zoneOf })?.text ?? ''
  ).replace(/\\/g, '');
}

describe('the hover on a record of mail', () => {
  it('explains an SPF string whole at its version, and piece by piece elsewhere', () => {
    const whole = hovered('@ TXT "v=s|pf1 mx " "-all"\n@ MX 10 mail\nmail A 192.0.2.25');
    assert.match(
      whole,
      /- `mx`: The mail hosts \(MX\) of this domain may send as this domain \(pass\)\.[^]*- `-all`: No other host/,
    );
    assert.match(whole, /\*\*SPF: 1 of 10 lookups, covers 1 of 1 mail host\*\*/);
    assert.doesNotMatch(hovered('@ TXT "v=spf1 m|x -all"'), /-all/);
  });

  it('tells the policy of DMARC, and the kind of a DKIM key', () => {
    assert.match(
      hovered('_dmarc TXT "v=DMA|RC1; p=quarantine; rua=mailto:a@example.com"'),
      /`p=quarantine`: Mail from this domain that fails DMARC: treat it as suspicious[^]*\*\*DMARC: quarantine, reports to a@example\.com\*\*/,
    );
    assert.match(
      hovered('s1._domainkey TXT "v=DK|IM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="'),
      /`p=11qYAYKxCrfVS[^`]*`: Ed25519 key/,
    );
  });

  it('tells what a record permits that lets reports come', () => {
    assert.match(
      hovered('example.org._report._dmarc TXT "v=DMA|RC1;"'),
      /\*\*example\.com takes DMARC reports about example\.org\*\*/,
    );
    assert.match(hovered('*._report._dmarc TXT "v=DMA|RC1"'), /reports about any domain/);
  });

  it('explains a TLSA record field by field', () => {
    assert.match(
      hovered(`_25._tcp.mail TLSA |3 1 1 ${'0b'.repeat(32)}`),
      /`3`: The certificate must be this one[^]*`1`: Clients compare only the public key[^]*32 octets/,
    );
    assert.match(
      hovered(`_25._tcp.mail TLSA |3 1 1 ( ${'0b'.repeat(16)} ; the first half\n ${'0b'.repeat(16)} )`),
      /`3`: The certificate must be this one[^]*32 octets/,
    );
  });

  it('shows what a sender finds behind an MX record', () => {
    const found = hovered('@ MX 10 ma|il\nmail A 192.0.2.25');
    assert.match(found, /✓ \*\*A 192\.0\.2\.25\*\*/);
    assert.match(found, /✓ \*\*PTR mail\.example\.com\*\*/);
    assert.match(hovered('@ MX 10 ma|il'), /✗ \*\*No address\*\* — mail\.example\.com doesn't exist/);
    assert.match(
      hovered('@ MX 0 |.'),
      /^`exchange`[^]*✓ \*\*MX 0 \. \(null MX\)\*\* — example\.com takes no mail and says so/,
    );
    assert.doesNotMatch(hovered('@ MX 0 |.'), /outside of this zone/);
    assert.match(hovered('@ MX 10 aspmx.l.goo|gle.com.'), /Google/);
  });
});
