import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LayingOut } from '../../../server/src/ide/laid-out.ts';
import { plainText } from '../../../server/src/text/snippets.ts';
import { labels, offered } from './offered.ts';
import { head, opened } from './opened.ts';

const first = (text: string, count = 3): string => labels(offered(text)).slice(0, count).join(' ');
const has = (text: string, label: string): boolean => labels(offered(text)).includes(label);
const snippet = (text: string, label: string, apex?: string): string =>
  offered(text, apex).find((item) => item.label === label)?.snippet ?? '';
const mail = `${head}mail A 198.51.100.25\n`;

describe('where a record may start', () => {
  it('a whole zone comes first in an empty file, with the name that the file has', () => {
    const [zone] = offered('|', 'example.org.');
    assert.equal(zone?.label, 'zone');
    assert.match(
      plainText(zone.snippet!),
      /^\$ORIGIN example\.org\.\n\$TTL 3600\n@ {15}IN SOA {3}ns1\.example\.org\. hostmaster\.example\.org\. \(\n {25}2026112401 ; serial\n/,
    );
    assert.doesNotMatch(zone.snippet!, /example\.com|192\.0\.2|2001:db8/);
  });

  it('a reverse zone has PTR records', () => {
    assert.match(snippet('|', 'zone', '2.0.192.in-addr.arpa.'), /\bPTR\b/);
    assert.doesNotMatch(snippet('|', 'zone', '2.0.192.in-addr.arpa.'), /\bMX\b/);
    assert.deepEqual(
      labels(offered(`${head}|`, '2.0.192.in-addr.arpa.')).filter((label) => ['mx', 'spf', 'ptr'].includes(label)),
      ['ptr'],
    );
  });

  it("a whole zone isn't offered where there is one", () => assert.ok(!has(`${head}|`, 'zone')));

  it('records are offered in the columns of those around them', () => {
    assert.equal(
      snippet(
        '$TTL 1h\n@       IN SOA   ns1 hostmaster 1 7200 3600 1209600 300\n        IN NS    ns1\nmail    IN A     198.51.100.25\n|',
        'mx',
      ),
      '@       IN MX    ${2:10} ${1:mail}',
    );
    assert.equal(
      snippet('$TTL 1h\n@\tIN\tSOA\tns1 hostmaster 1 7200 3600 1209600 300\nmail\tIN\tA\t198.51.100.25\n|', 'mx'),
      '@\tIN\tMX\t${2:10} ${1:mail}',
    );
    assert.equal(
      snippet(`${head}|`, 'dmarc'),
      '_dmarc TXT "v=DMARC1; p=${1|none,quarantine,reject|}; rua=mailto:${2:dmarc@example.com}"',
    );
  });

  it('records are filled with what the zone has', () => {
    assert.equal(snippet(`${mail}@ MX 10 mail\n|`, 'mx'), '@ MX ${2:20} ${1:mail}');
    assert.equal(snippet(`${mail}|`, 'a'), '${1:host} A ${2|198.51.100.26,198.51.100.1,198.51.100.25|}');
    assert.equal(snippet(`${mail}@ MX 10 mx1\n|`, 'a'), '${1:mx1} A ${2|198.51.100.26,198.51.100.1,198.51.100.25|}');
    assert.match(
      snippet(`${head}_dmarc TXT "v=DMARC1; p=none; rua=mailto:reports@example.net"\n|`, 'tls-rpt'),
      /mailto:\$\{1:reports@example\.net\}/,
    );
  });

  it('records of providers are offered, those that the zone has to do with first', () => {
    assert.equal(snippet(`${head}|`, 'mx-google'), '@ MX 1 smtp.google.com.');
    assert.equal(snippet(`${head}|`, 'mx-microsoft365'), '@ MX 0 example-com.mail.protection.outlook.com.');
    assert.match(
      snippet(`${head}|`, 'dkim-microsoft365'),
      /^selector1\._domainkey CNAME selector1-example-com\._domainkey\.\$\{1:tenant\}\.onmicrosoft\.com\.\nselector2\._domainkey CNAME /,
    );
    const variants = labels(offered(`${head}@ MX 10 in1-smtp.messagingengine.com.\n|`)).filter((label) =>
      label.startsWith('mx-'),
    );
    assert.equal(variants[0], 'mx-fastmail');
  });

  it('names worth having are offered: those that records point at, and the keys of a provider', () => {
    assert.ok(has(`${head}@ MX 10 mx1\n|`, 'mx1'));
    assert.ok(has(`${head}@ MX 1 smtp.google.com.\n|`, 'google._domainkey'));
  });

  it('no record is offered inside of another one, in a string or a comment', () => {
    for (const text of [
      `${head}@ TXT "|"`,
      `${head}@ TXT ( "a"\n|"b" )\n`,
      `${head}@ |`,
      `${head}@ MX 10 |`,
      `${head}; |`,
    ])
      assert.ok(!has(text, 'mx') && !has(text, 'null-mx'), text);
  });
});

describe('what belongs between owner and data', () => {
  it('the types come first that a name like this has', () => {
    assert.equal(first(`${head}_dmarc |`, 1), 'TXT');
    assert.equal(first(`${head}_sip._tcp |`, 1), 'SRV');
    assert.equal(first(`${head}_25._tcp.mail |`, 1), 'TLSA');
    assert.equal(labels(offered(`${head}9 |`, '2.0.192.in-addr.arpa.'))[0], 'PTR');
  });

  it('TTLs in use are offered, unless there is one', () => {
    assert.ok(has(`${head}a 600 A 198.51.100.9\nb |`, '600'));
    assert.ok(!has(`${head}a 600 A 198.51.100.9\nb 60 |`, '600'));
  });
});

describe('a target', () => {
  it('is a host with an address, never an alias, the owner itself or a name without address', () => {
    const text = `${mail}alias CNAME mail\nnone TXT "x"\n`;
    for (const line of ['@ MX 10 |', 'x NS |', '_imaps._tcp SRV 0 1 993 |', 'mail MX 10 |'])
      for (const name of ['alias', 'none', ...(line.startsWith('mail') ? ['mail'] : [])])
        assert.ok(!has(text + line, name), `${line} ${name}`);
    assert.equal(first(`${text}@ MX 10 |`, 1), 'mail');
  });

  it('is the key that a provider has for the selector', () =>
    assert.ok(
      has(`${head}selector1._domainkey CNAME |`, 'selector1-example-com._domainkey.{tenant}.onmicrosoft.com.'),
    ));

  it('in another origin is written as that completes it', () =>
    assert.ok(has(`${mail}$ORIGIN sub.example.com.\n@ MX 10 |`, 'mail.example.com.')));
});

describe('inside a text of mail', () => {
  const detail = (text: string, label: string): string =>
    offered(text).find((item) => item.label === label)?.detail ?? '';

  it('SPF terms say what they cost', () => {
    assert.match(
      detail(`${head}@ TXT "v=spf1 mx a |"`, 'include:_spf.google.com'),
      /1 lookup and those of that record; 2 of 10 used/,
    );
    assert.match(detail(`${head}@ TXT "v=spf1 |"`, 'ip4:'), /no lookup/);
    assert.match(detail(`${head}@ TXT "v=spf1 |"`, 'redirect='), /1 lookup/);
  });

  it("SPF arguments are the zone's own addresses and hosts, and providers", () => {
    assert.equal(first(`${mail}@ MX 10 mail\n@ TXT "v=spf1 ip4:|"`, 1), '198.51.100.25');
    assert.ok(has(`${mail}@ TXT "v=spf1 a:|"`, 'mail.example.com'));
    assert.ok(has(`${mail}@ TXT "v=spf1 redirect=|"`, '_spf.google.com'));
    assert.ok(has(`${mail}@ MX 10 mail\n@ TXT "v=spf1 |"`, 'ip4:198.51.100.25'));
  });

  it('reports go to the address that the zone has for them', () => {
    assert.equal(first(`${head}_dmarc TXT "v=DMARC1; p=none; rua=|"`, 1), 'mailto:dmarc@example.com');
    assert.equal(
      first(
        `${head}_dmarc TXT "v=DMARC1; p=none; rua=mailto:reports@example.net"\n_smtp._tls TXT "v=TLSRPTv1; rua=|"`,
        1,
      ),
      'mailto:reports@example.net',
    );
  });

  it('works in text that is broken or not finished', () => {
    assert.ok(has(`${head}@ TXT "v=spf1 mx -|\nwww A 198.51.100.1\n`, '-all'));
    assert.ok(has(`${head}@ TXT v=spf1 mx |`, '-all'));
    assert.ok(has(`${head}@ TXT ( "v=spf1 mx "\n "|`, '-all'));
    assert.ok(has(`${head}_dmarc TXT "v=DMARC1; p=|`, 'quarantine'));
    assert.ok(has(`${head}@ BOGUS 1\n_dmarc IN TXT "v=DMARC1; p=|\n@ MX`, 'reject'));
  });

  it('the policy of MTA-STS gets the time as its id', () =>
    assert.equal(
      first(`${head}_mta-sts TXT "v=STSv1; id=|"`, 1),
      new Date(2026, 10, 24, 12, 0, 0).toISOString().replace(/\D/g, '').slice(0, 14),
    ));
});

describe('inside other values', () => {
  it('CAA has issuers, those of the zone first, and its own address for reports', () => {
    assert.equal(first(`${head}@ CAA 0 issue "sectigo.com"\n@ CAA 0 issuewild "|"`, 2), 'sectigo.com letsencrypt.org');
    assert.equal(first(`${head}@ CAA 0 iodef "|"`, 1), 'mailto:hostmaster@example.com');
    assert.equal(first(`${head}@ CAA 0 issue |`, 1), '"letsencrypt.org"');
  });

  it("SVCB keys that are there aren't offered again, and values fit their key", () => {
    assert.ok(!has(`${head}@ HTTPS 1 . alpn=h2 |`, 'alpn='));
    assert.equal(first(`${head}@ HTTPS 1 . alpn=|`, 2), 'h2 h3');
    assert.equal(first(`${head}@ HTTPS 1 . alpn="h2,|"`, 2), 'h2 h3');
    assert.equal(first(`${mail}mail HTTPS 1 . ipv4hint=|`, 1), '198.51.100.25');
    assert.equal(first(`${head}@ HTTPS 1 . alpn=h2 mandatory=|`, 1), 'alpn');
  });

  it('the port is that of the service in the owner name', () => {
    assert.equal(first(`${head}_imaps._tcp SRV 0 1 |`, 1), '993');
    assert.equal(first(`${head}_caldavs._tcp SRV 0 1 |`, 1), '443');
    assert.equal(first(`${head}_xmpp-client._tcp SRV 0 1 |`, 1), '5222');
  });

  it('the next free address is behind the last one of the network, and none where that is full', () => {
    assert.equal(first(`${mail}x A |`, 1), '198.51.100.26');
    assert.equal(first(`${head}a A 198.51.100.254\nx A |`, 1), '198.51.100.1');
  });

  it('preferences go on in the steps that are there', () => {
    assert.equal(first(`${mail}@ MX 5 mail\n@ MX 10 ns1\n@ MX |`, 1), '15');
    assert.equal(first(`${mail}@ MX |`, 1), '10');
  });
});

describe('a zone that begins with what is offered', () => {
  /** The snippet with its tab stops filled. */
  const filled = (apex: string, answers: Readonly<Record<number, string>>): string =>
    plainText(
      snippet('|', 'zone', apex).replace(/\$\{(\d+):[^}]*\}/g, (whole, stop: string) => answers[Number(stop)] ?? whole),
    );

  it('has nothing to put right but what its addresses say', () => {
    const text = filled('example.org.', {
        2: '198.51.100.53',
        3: '203.0.113.53',
        4: '198.51.100.25',
        5: '198.51.100.80',
      }),
      found = [...opened(text, 'example.org.').linted.shown()];
    assert.deepEqual(
      found
        .filter(({ severity }) => severity === 'error' || severity === 'warning')
        .map(({ code, message }) => `${code} ${message}`),
      [],
    );
  });

  it('is laid out as the formatter would', () => {
    const { source } = opened(
      filled('example.org.', { 2: '198.51.100.53', 3: '203.0.113.53', 4: '198.51.100.25', 5: '198.51.100.80' }),
      'example.org.',
    );
    const job = new LayingOut(source, { columns: 'align' });
    assert.ok(job.run(() => false));
    assert.deepEqual(
      job.edits.filter(({ range }) => range.start.line > 8),
      [],
    );
  });

  it('goes on with records that fit it', () => {
    const text = filled('example.org.', {
      2: '198.51.100.53',
      3: '203.0.113.53',
      4: '198.51.100.25',
      5: '198.51.100.80',
    });
    assert.equal(
      snippet(`${text}|`, 'tls-rpt', 'example.org.'),
      '_smtp._tls      IN TXT   "v=TLSRPTv1; rua=mailto:${1:dmarc@example.org}"',
    );
    assert.equal(
      snippet(`${text}|`, 'dkim-google', 'example.org.'),
      'google._domainkey IN TXT "v=DKIM1; k=rsa; p=" "${1:key}"',
    );
  });
});
