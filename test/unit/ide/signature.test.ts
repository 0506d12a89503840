import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signatureAt } from '../../../server/src/ide/signature.ts';
import { head, opened } from './opened.ts';

/** The label with the part at the cursor in «…». */
function shown(line: string): string | undefined {
  const {
      linted: { zone },
      source,
      position,
    } = opened(head + line),
    signature = signatureAt(zone, source, position),
    part = signature?.parts[signature.active];
  if (signature === undefined || part === undefined) return signature?.label;
  return `${signature.label.slice(0, part.from)}«${signature.label.slice(part.from, part.to)}»${signature.label.slice(part.to)}`;
}

describe('signature help', () => {
  it('names the fields of a record', () => {
    assert.equal(shown('@ MX |'), 'MX «preference» exchange');
    assert.equal(shown('@ MX 10 |'), 'MX preference «exchange»');
    assert.equal(shown('@ MX|'), undefined);
  });

  it('names the arguments of directives', () => {
    assert.equal(shown('$TTL |'), '$TTL «ttl»');
    assert.equal(shown('$INCLUDE hosts.inc |'), '$INCLUDE file «[origin]»');
    assert.equal(shown('$GENERATE |'), '$GENERATE «range» owner [ttl] [class] type rdata');
    assert.equal(shown('$GENERATE 1-9 host$ |'), '$GENERATE range owner [ttl] [class] «type» rdata');
    assert.equal(shown('$GENERATE 1-9 host$ 300 IN A |'), '$GENERATE range owner [ttl] [class] type «rdata»');
    assert.equal(shown('$BOGUS |'), undefined);
  });

  it('goes into SPF and DMARC texts, over all their strings', () => {
    assert.match(shown('@ TXT "v=spf1 mx |"')!, /«\[qualifier\]mechanism»/);
    assert.match(shown('@ TXT "v=spf1 mx" " redirect=|"')!, /«\[modifier\]»/);
    assert.match(shown('@ TXT "v=spf1 mx -all|"')!, /«all»/);
    assert.match(shown('_dmarc TXT "v=DMARC1; p=none; rua=|"')!, /«\[rua=uri\]»/);
    assert.match(shown('_dmarc TXT "v=DMARC1; p=|')!, /«p=policy»/);
    assert.equal(shown('@ TXT "hello |"'), 'TXT «txt-data»');
  });

  it('goes into CAA and SVCB values', () => {
    assert.equal(shown('@ CAA 0 issue "|"'), '«issuer»; [accounturi=uri]; [validationmethods=list]');
    assert.equal(
      shown('@ CAA 0 issue "letsencrypt.org; validationmethods=|"'),
      'issuer; [accounturi=uri]; «[validationmethods=list]»',
    );
    assert.equal(shown('@ CAA 0 iodef "|"'), '«mailto:address or https://host»');
    assert.equal(shown('@ HTTPS 1 . alpn=|'), '«alpn=protocol,protocol,…»');
    assert.equal(shown('@ HTTPS 1 . alpn="h2,|"'), '«alpn=protocol,protocol,…»');
    assert.equal(shown('@ HTTPS 1 . |'), 'HTTPS priority target-name «params»');
  });
});
