import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readServerConfig } from '../../../../server/src/config/servers/read-server-config.ts';
import type { ServerConfig } from '../../../../server/src/config/reading/server-config.ts';
import type { ZoneMapping } from '../../../../server/src/config/settings/settings.ts';
import { isDnsZoneText } from '../../../../server/src/config/zone-files/reads-like-zone.ts';
import { claimsFile, identifyZone } from '../../../../server/src/workspace/zone-identity.ts';

const relative = '$TTL 3600\n@ IN SOA ns1 hostmaster 1 7200 3600 1209600 3600\n  IN NS ns1\nns1 A 192.0.2.53\n';
const origin = `$ORIGIN example.com.\n${relative}`;
const absolute = 'example.com. 3600 IN SOA ns1.example.net. hostmaster.example.net. 1 7200 3600 1209600 3600\n';

const config = (text: string): ServerConfig => readServerConfig('/etc/bind/named.conf', () => text)!;
const mapping = (glob: string, fields: Partial<ZoneMapping>): ZoneMapping => ({
  folder: '/etc/bind',
  glob,
  apex: undefined,
  internal: undefined,
  view: undefined,
  ...fields,
});

const named = config('view inside { zone "config.example" { type primary; file "/etc/bind/db.example.com"; }; };');

function told(
  text: string,
  path = '/etc/bind/master.zone',
  configs: readonly ServerConfig[] = [],
  mappings: readonly ZoneMapping[] = [],
): string {
  const { apex, from } = identifyZone(path, text, { configs, mappings });
  return `${apex ?? 'unknown'} ${from ?? ''}`.trim();
}

describe('which zone a file holds', () => {
  it("is told by the server's configuration before all else", () => {
    const path = '/etc/bind/db.example.com',
      comment = `; zone: comment.example\n${origin}`,
      mapped = mapping('db.*', { apex: 'mapping.example.' });
    assert.equal(told(comment, path, [named], [mapped]), 'config.example. config');
    assert.equal(told(comment, path, [], [mapped]), 'mapping.example. mapping');
    assert.equal(told(comment, path), 'comment.example. comment');
    assert.equal(told(origin.replace('example.com', 'origin.example'), path), 'origin.example. origin');
    assert.equal(told(absolute.replace('example.com', 'soa.example'), path), 'soa.example. soa');
    assert.equal(told(relative, path), 'example.com. file-name');
    assert.equal(told(relative, '/etc/bind/master'), 'unknown');
  });

  it('is told by a comment in the first lines, and only by one that names a zone', () => {
    assert.equal(told(`; Zone:  Example.COM.\n${relative}`), 'example.com. comment');
    assert.equal(told(`;;; zone: example.com\r\n${relative}`), 'example.com. comment');
    assert.equal(told(`; zone: .\n${relative}`), '. comment');
    for (const remark of [
      '; zone: the one for mail',
      '; zone: internal',
      '; zone: a..example',
      '; zone file for example.com',
      '; time zone: Europe/Berlin',
      `${';\n'.repeat(40)}; zone: example.com`,
    ])
      assert.equal(told(`${remark}\n${relative}`), 'unknown', remark);
  });

  it('is where the SOA record stands, however its owner is written', () => {
    assert.equal(
      told(
        '$ORIGIN .\n$TTL 86400\nexample.com\t\tIN SOA\tns1.example.com. root.example.com. (\n\t\t\t1 ; serial\n 2 3 4 5 )\n$ORIGIN example.com.\nns1 A 192.0.2.1\n',
      ),
      'example.com. origin',
    );
    assert.equal(told('$ORIGIN com.\n$ORIGIN example\n@ SOA ns hm 1 2 3 4 5'), 'example.com. origin');
    assert.equal(told('$ORIGIN com.\nexample.org. SOA ns hm 1 2 3 4 5'), 'example.org. soa');
    assert.equal(told('$origin example.com.\n@ 1D CLASS1\n@ 1d IN SOA ns hm (1 2 3 4 5)'), 'example.com. origin');
    assert.equal(told('; "\n$ORIGIN example.com. ; x\n(@) IN 3600 soa ns hm 1 2 3 4 5'), 'example.com. origin');
    assert.equal(told('$ORIGIN example.com.\n\tIN SOA ns hm 1 2 3 4 5'), 'example.com. origin');
    assert.equal(told('example.com. IN NS ns\n IN SOA ns hm 1 2 3 4 5'), 'example.com. soa');
    assert.equal(told('.\t86400\tIN\tSOA\ta.root-servers.net. nstld.verisign-grs.com. 1 2 3 4 5'), '. soa');
    assert.equal(
      told('@ [AGE:3600000] 3600 IN SOA ns hm 1 2 3 4 5\n', '/dns/example.com.dns'),
      'example.com. file-name',
    );
  });

  it('is not told by a relative $ORIGIN, one after the SOA, or one without an SOA', () => {
    assert.equal(told('$ORIGIN example\n@ SOA ns hm 1 2 3 4 5'), 'unknown');
    assert.equal(told('@ SOA ns hm 1 2 3 4 5\n$ORIGIN example.com.\n'), 'unknown');
    assert.equal(told('$ORIGIN sub.example.com.\nwww A 192.0.2.1\n'), 'unknown');
    assert.equal(told('soa A 192.0.2.1\n@ TXT "SOA" SOA\nexample.com. TXT ( "x\n SOA ns hm 1 2 3 4 5\n'), 'unknown');
  });

  it('is not the root where the records are all in one domain', () => {
    const cloudflare =
      ';; \n;; Domain:     example.com\n;; Exported:   2024-02-15 17:59:19\n;; \n$ORIGIN .\n@\t3600\tIN\tSOA\texample.com.\troot.example.com.\t(\n\t\t2020722575\t; serial\n\t\t7200\n\t\t3600\n\t\t86400\n\t\t3600)\n\n;; MX Records\nexample.com.\t300\tIN\tMX\t10\tmail.example.net.\n\n;; A Records\nwww.example.com.\t300\tIN\tA\t192.0.2.5\n';
    assert.equal(told(cloudflare, '/x/export.txt'), 'example.com. comment');
    assert.equal(told(cloudflare.replace('Domain:', 'Made by:'), '/x/export.txt'), 'example.com. names');
    assert.equal(told(cloudflare.replace('Domain:', 'Made by:'), '/x/example.com.txt'), 'example.com. file-name');
    assert.equal(
      told(
        '$ORIGIN .\n@ SOA a.example. b.example. 1 2 3 4 5\ncom. NS a.gtld.example.\nexample.com. NS ns.example.net.\n',
      ),
      '. origin',
    );
  });

  it("is told by an exporter's comment that the records agree with", () => {
    const text = '@ IN SOA ns1.example.com. hm.example.com. 1 2 3 4 5\n';
    for (const comment of [
      ';; Domain: example.com.',
      '; Domain: example.com',
      ';  Database file example.com.dns for example.com zone.',
      '; Zone file for example.com',
    ])
      assert.equal(told(`${comment}\n${text}`), 'example.com. comment', comment);
    assert.equal(told(`; Zone file for example.org\n${text}`, '/x/db.example.com'), 'example.com. file-name');
  });

  it('is told by absolute owners where nothing else tells it, and not by one host', () => {
    assert.equal(told('example.com. NS ns1.example.net.\nwww.example.com. A 192.0.2.1\n'), 'example.com. names');
    assert.equal(told('mail.example.com. A 192.0.2.1\nmail.example.com. AAAA 2001:db8::1\n'), 'unknown');
    assert.equal(told('www.example.com. A 192.0.2.1\nwww.example.org. A 192.0.2.1\n'), 'unknown');
  });

  it('stays open for a file that is served for many zones, unless something picks one of them', () => {
    const shared = config(
      'zone "10.in-addr.arpa" { type primary; file "db.empty"; }; zone "example.com" { type primary; file "db.empty"; };',
    );
    assert.equal(told(relative, '/etc/bind/db.empty', [shared]), 'unknown');
    assert.equal(identifyZone('/etc/bind/db.empty', relative, { configs: [shared], mappings: [] }).served.length, 2);
    assert.equal(told(origin, '/etc/bind/db.empty', [shared]), 'example.com. origin');
    assert.equal(told(origin.replace('example.com', 'example.org'), '/etc/bind/db.empty', [shared]), 'unknown');
  });

  it('is right for the zones of Debian and for the root', () => {
    const dbLocal =
      ';\n; BIND data file for local loopback interface\n;\n$TTL\t604800\n@\tIN\tSOA\tlocalhost. root.localhost. (\n\t\t\t      2\t\t; Serial\n\t\t\t 604800 )\t; Negative Cache TTL\n;\n@\tIN\tNS\tlocalhost.\n';
    assert.equal(told(dbLocal, '/etc/bind/db.local'), 'localhost. file-name');
    assert.equal(told(dbLocal, '/etc/bind/db.127'), '127.in-addr.arpa. file-name');
    const hints =
      ';       This file holds the information on root name servers\n.                        3600000      NS    A.ROOT-SERVERS.NET.\nA.ROOT-SERVERS.NET.      3600000      A     198.41.0.4\n';
    const identity = identifyZone('/usr/share/dns/named.root', hints);
    assert.deepEqual([identity.apex, identity.content], ['.', 'hint']);
  });
});

describe('an internal zone', () => {
  const internal = (
    text: string,
    path = '/etc/bind/db.example.com',
    configs: readonly ServerConfig[] = [],
    mappings: readonly ZoneMapping[] = [],
  ): boolean => identifyZone(path, text, { configs, mappings }).internal;

  it('says so in a comment, which counts before all else', () => {
    assert.equal(internal(origin), false);
    assert.equal(internal(`; zonewright: internal\n${origin}`), true);
    assert.equal(internal(`;zonewright:internal -- split DNS\n${origin}`), true);
    assert.equal(internal(`; zonewright: external\n${origin}`, undefined, [named]), false);
    assert.equal(internal(`; is zonewright: internal?\n${origin}`), false);
  });

  it('is one that only internal views serve', () => {
    assert.equal(internal(origin, undefined, [named]), true);
    const both = config(
      'view internal { zone "example.com" { type primary; file "/etc/bind/db.example.com"; }; }; view external { zone "example.com" { in-view internal; }; };',
    );
    assert.equal(internal(origin, undefined, [both]), false);
    assert.equal(identifyZone('/etc/bind/db.example.com', origin, { configs: [both], mappings: [] }).view, undefined);
    assert.equal(identifyZone('/etc/bind/db.example.com', origin, { configs: [named], mappings: [] }).view, 'inside');
  });

  it('is one that the settings call so, or put into such a view', () => {
    assert.equal(internal(origin, undefined, [], [mapping('db.*', { internal: true })]), true);
    assert.equal(internal(origin, undefined, [], [mapping('db.*', { view: 'lan' })]), true);
    assert.equal(internal(origin, undefined, [named], [mapping('db.*', { internal: false })]), false);
  });

  it('is one that the Internet cannot resolve', () => {
    assert.equal(internal(relative, '/etc/bind/db.corp.internal'), true);
    assert.equal(internal(relative, '/etc/bind/home.arpa.zone'), true);
    assert.equal(internal(relative, '/etc/bind/db.example.com-lan'), true);
  });
});

describe('a text', () => {
  it('is a zone when its lines are records and directives', () => {
    for (const text of [
      origin,
      absolute,
      '$TTL 1h\n',
      '; only\n@ IN SOA a b 1 2 3 4 5',
      'example.com. 300 IN A 192.0.2.1\n',
      '$INCLUDE keys/K.key\n$GENERATE 1-9 host$ A 192.0.2.$\n',
      `${origin}mial A 10.0.0.999\nwat\n`,
      '; root servers\n. 3600000 NS A.ROOT-SERVERS.NET.\nA.ROOT-SERVERS.NET. 3600000 A 198.41.0.4\nA.ROOT-SERVERS.NET. 3600000 AAAA 2001:503:ba3e::2:30\n',
      '@ 300 IN SOA a b 1 2 3 4 5\na 300 IN AMTRELAY 0 0 0 .\nb 300 IN X25 "311061700956"\n',
    ])
      assert.equal(isDnsZoneText(text), true, text);
    assert.equal(isDnsZoneText(`$TTL 1d\r\n@\tIN\tTXT\t( "a ; b"\r\n not a record\r\n )\r\n`), true);
  });

  it('is none when it is another language', () => {
    const others = [
      '',
      'Hello, world.\nThis is a text in plain English about A records.\n',
      '* Heading\n** TODO item\n#+TITLE: x\n',
      'SQLite format 3\0\x10\0',
      '#!/bin/sh\nTTL=3\n',
      '<?php $TTL = 3;',
      '{ "$ORIGIN": 1 }',
      '# dns\n\n```\n$TTL 3600\n@ IN SOA a b 1 2 3 4 5\n```\nSome words about it.\nMore words.\nAnd more.\n',
      'options {\n directory "/x";\n};\nzone "x" IN { type master; };\n',
      'name: x\nzone: y\n',
      'a A b\n',
      'press KEY now\npress KEY twice\npress KEY again\nand wait\n',
      'log IN HERE please\n',
      '-----BEGIN PGP SIGNED MESSAGE-----\n$TTL 1\n',
    ];
    for (const text of others) assert.equal(isDnsZoneText(text), false, text);
  });
});

describe('a file', () => {
  it('is claimed by the names that zones have, an empty one too', () => {
    for (const name of [
      'example.com.zone',
      'db.example.com',
      'example.com.dns',
      'db.10.20.30',
      '40.30.20.10.in-addr.arpa',
      '10.20.30.rev',
      'named.root',
      'named.ca',
      'named.localhost',
      'example.com.zone.signed',
      '30.20.10.in-addr.arpa.db',
      'root.hints',
    ]) {
      assert.equal(claimsFile(`/etc/bind/${name}`, ''), true, name);
      assert.equal(claimsFile(`file:///etc/bind/${name}`, relative), true, name);
    }
    assert.equal(claimsFile('/x/example.com.zone', 'mx 10 mail\n'), true);
    assert.equal(claimsFile('/x/example.com.zone', '{{ ansible_managed }}\n$TTL 1d\n'), true);
  });

  it('of a name that others use is claimed only when it reads like a zone', () => {
    for (const name of [
      'example.com',
      'example.org',
      'example.net',
      'example.com.db',
      'data.db',
      'db.example.rs',
      'zone',
      'notes.txt',
      'x.signed',
    ]) {
      assert.equal(claimsFile(`/x/${name}`, origin), true, name);
      assert.equal(claimsFile(`/x/${name}`, ''), false, name);
      assert.equal(claimsFile(`/x/${name}`, '* a heading\nsome text\n'), false, name);
    }
    assert.equal(claimsFile('/x/example.com.db', 'SQLite format 3\0'), false);
    assert.equal(claimsFile('/x/db.sqlite3', 'SQLite format 3\0'), false);
    assert.equal(claimsFile('/x/db.example.com', 'SQLite format 3\0'), false);
  });

  it("of a domain whose ending is another language's is claimed when it is a zone and nothing else", () => {
    for (const name of ['bookshop.rs', 'bookshop.pl', 'bookshop.cc', 'www.bookshop.sh']) {
      assert.equal(claimsFile(`/x/${name}`, origin), true, name);
      assert.equal(claimsFile(`/x/${name}`, `${origin}some words\n`), false, name);
      assert.equal(claimsFile(`/x/${name}`, 'www A 192.0.2.1\nftp A 192.0.2.1\n'), false, name);
    }
  });

  it('is never claimed when it is a configuration, a key, source code or plainly something else', () => {
    for (const name of [
      'named.conf',
      'named.conf.local',
      'zones.conf',
      'Kexample.com.+013+12345.key',
      'dsset-example.com.',
      'db.example.com.jnl',
      'zone.md',
      'zone.py',
      'x.json',
    ])
      assert.equal(claimsFile(`/x/${name}`, origin), false, name);
    for (const name of ['db.py', 'db.ts', 'db.config.js'])
      assert.equal(claimsFile(`/x/${name}`, 'import x\n'), false, name);
    for (const text of ['<?xml version="1.0"?>\n<zone/>', '{\n  "a": 1\n}', '#!/bin/sh\n', 'a b\nc d\ne f\ng h\ni j\n'])
      assert.equal(claimsFile('/x/y.zone', text), false, text);
  });

  it('is judged without a throw', () => {
    const piece = fc.constantFrom(
      '$ORIGIN',
      '$TTL',
      ' ',
      '\n',
      '(',
      ')',
      '"',
      ';',
      '; zone: ',
      'example.com.',
      '@',
      'SOA',
      'IN',
      '3600',
      '\\',
      '\0',
      '🦉',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const text = pieces.join('');
        identifyZone('/x/db.example.com', text);
        claimsFile('/x/db.example.com', text);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, text) => {
        identifyZone(path, text);
        claimsFile(path, text);
      }),
    );
    for (const hard of [
      '('.repeat(65_536),
      '"'.repeat(65_536),
      '\\'.repeat(65_535),
      'a.'.repeat(32_768),
      '1'.repeat(65_536),
      '"\\'.repeat(32_768),
    ]) {
      identifyZone('/x/a.zone', hard);
      claimsFile('/x/a.zone', hard);
    }
  });
});
