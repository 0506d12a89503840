import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readNamedConf } from '../../../server/src/config/servers/named/named-conf.ts';
import type { ServerConfig } from '../../../server/src/config/reading/server-config.ts';
import { held, line, marked } from './files.ts';

function read(files: Readonly<Record<string, string>>, path = Object.keys(files)[0]!): ServerConfig {
  const { read: readFile, list } = held(files);
  return readNamedConf({ path, read: readFile, list });
}

const one = (text: string): ServerConfig => read({ '/etc/bind/named.conf': text });
const lines = (config: ServerConfig): readonly string[] => config.zones.map(line);
const codes = (config: ServerConfig): readonly string[] => config.problems.map(({ code }) => code);

const debian = {
  '/etc/bind/named.conf': `// This is the primary configuration file for the BIND DNS server named.
//
include "/etc/bind/named.conf.options";
include "/etc/bind/named.conf.local";
include "/etc/bind/named.conf.default-zones";
`,
  '/etc/bind/named.conf.options': `options {
	directory "/var/cache/bind";

	// If there is a firewall between you and nameservers you want
	// forwarders {
	// 	0.0.0.0;
	// };
	dnssec-validation auto;

	listen-on-v6 { any; };
};
`,
  '/etc/bind/named.conf.local': `//
// Do any local configuration here
//
//include "/etc/bind/zones.rfc1918";
zone "example.com" { type master; file "/etc/bind/zones/db.example.com"; allow-transfer { 192.0.2.53; }; };
zone "2.0.192.in-addr.arpa" IN {
	type primary;
	file "db.192.0.2";	# relative to the directory
	update-policy { grant local-ddns zonesub any; };
};
zone "example.net" { type slave; masters { 192.0.2.1; }; file "slaves/example.net"; };
zone "example.org" { type secondary; primaries { 192.0.2.1; }; masterfile-format text; file "slaves/example.org"; };
`,
  '/etc/bind/named.conf.default-zones': `// prime the server with knowledge of the root servers
zone "." {
	type hint;
	file "/usr/share/dns/root.hints";
};

zone "localhost" {
	type master;
	file "/etc/bind/db.local";
};

zone "127.in-addr.arpa" {
	type master;
	file "/etc/bind/db.127";
};
`,
};

describe('named.conf', () => {
  it('of Debian names its zones through three includes', () => {
    const config = read(debian);
    assert.deepEqual(lines(config), [
      'example.com. primary /etc/bind/zones/db.example.com',
      '2.0.192.in-addr.arpa. primary /var/cache/bind/db.192.0.2',
      'example.org. secondary /var/cache/bind/slaves/example.org',
      '. primary hint /usr/share/dns/root.hints',
      'localhost. primary /etc/bind/db.local',
      '127.in-addr.arpa. primary /etc/bind/db.127',
    ]);
    assert.deepEqual(config.problems, []);
    assert.equal(config.files.length, 4);
  });

  it('points at the name of each zone and at its file name, in the file that says so', () => {
    const [zone] = read(debian).zones;
    const text = debian['/etc/bind/named.conf.local'];
    assert.equal(zone!.at.path, '/etc/bind/named.conf.local');
    assert.equal(text.slice(zone!.at.start.offset, zone!.at.end.offset), '"example.com"');
    assert.equal(text.slice(zone!.fileAt.start.offset, zone!.fileAt.end.offset), '"/etc/bind/zones/db.example.com"');
    assert.deepEqual(zone!.at.start, { line: 4, character: 5, offset: text.indexOf('"example.com"') });
  });

  it('counts positions in UTF-16 code units and knows CR LF', () => {
    const [zone] = one('// zóna 🦉\r\n/* 🦉 */ zone "example.com" { type primary; file "x"; };\r\n').zones;
    assert.equal(zone!.at.start.line, 1);
    assert.equal(zone!.at.start.character, 14);
  });

  it('keeps the same zone apart by its views, and tells the inner one by its name or its clients', () => {
    const config = one(`
acl "office" { 10.0.0.0/8; localnets; !10.9.0.0/16; };
acl partners { 198.51.100.0/24; };
view "internal" { match-clients { any; }; zone "example.com" { type primary; file "internal/db.example.com"; }; };
view "staff" { match-clients { office; 192.168/16; ::1; }; zone "example.com" { type primary; file "staff/db.example.com"; }; };
view "friends" { match-clients { office; partners; }; zone "example.com" { type primary; file "friends/db.example.com"; }; };
view "external" IN { match-clients { any; }; zone "example.com" { type primary; file "external/db.example.com"; }; zone "example.net" { in-view "staff"; }; };
`);
    assert.deepEqual(lines(config), [
      'example.com. primary /etc/bind/internal/db.example.com view internal internal',
      'example.com. primary /etc/bind/staff/db.example.com view staff internal',
      'example.com. primary /etc/bind/friends/db.example.com view friends',
      'example.com. primary /etc/bind/external/db.example.com view external',
    ]);
    assert.deepEqual(codes(config), []);
  });

  it('lends a zone to another view', () => {
    const config = one(
      'view internal { zone "example.com" { type primary; file "db"; }; }; view external { zone "example.com" { in-view internal; }; };',
    );
    assert.deepEqual(lines(config), [
      'example.com. primary /etc/bind/db view internal internal',
      'example.com. primary /etc/bind/db view external',
    ]);
  });

  it('tells response policy and catalog zones from zones of names', () => {
    const config = one(`
options {
  response-policy { zone "rpz.example" policy given; zone "rpz-extern.example"; } break-dnssec yes qname-wait-recurse no;
  catalog-zones { zone "catalog.example" default-primaries { 192.0.2.1; } in-memory no; };
};
zone "rpz.example" { type primary; file "db.rpz"; };
zone "catalog.example" { type primary; file "db.catalog"; };
zone "example" { type primary; file "db.example"; };
zone "." { type redirect; file "db.redirect"; };
`);
    assert.deepEqual(lines(config), [
      'rpz.example. primary response-policy /etc/bind/db.rpz',
      'catalog.example. primary catalog /etc/bind/db.catalog',
      'example. primary /etc/bind/db.example',
      '. primary redirect /etc/bind/db.redirect',
    ]);
  });

  it('knows what check-names says for a zone, its view, or all', () => {
    const config = one(`
options { check-names master ignore; check-names response fail; };
view a { check-names primary warn; zone "a.example" { type primary; file "a"; }; };
view b { zone "b.example" { type primary; file "b"; }; zone "c.example" { type primary; file "c"; check-names fail; }; };
`);
    assert.deepEqual(
      config.zones.map(({ checkNames }) => checkNames),
      ['warn', 'ignore', 'fail'],
    );
  });

  it('leaves out zones that have no text file', () => {
    const config = one(`
zone "a.example" { type forward; forwarders { 192.0.2.1; }; };
zone "b.example" { type stub; masters { 192.0.2.1; }; file "b"; };
zone "c.example" { type primary; file "c.raw"; masterfile-format raw; };
zone "d.example" { type primary; database "ldap"; };
zone "e.example" { type mirror; file "e"; };
zone "f.example" { type static-stub; server-addresses { 192.0.2.1; }; };
zone "g.example" { type secondary; primaries { 192.0.2.1; }; file "g"; };
zone "h.example" { type delegation-only; };
`);
    assert.deepEqual(lines(config), []);
    assert.deepEqual(codes(config), []);
  });

  it('fills in the templates of BIND 9.21', () => {
    const config = one(`
template primary { type primary; file "$type/$name.db"; };
zone Example.COM { template primary; };
view v { zone example.net { template primary; file "%v/%s"; }; };
`);
    assert.deepEqual(
      config.zones.map(({ path }) => path),
      ['/etc/bind/primary/example.com.db', '/etc/bind/v/example.net'],
    );
  });

  it('takes three kinds of comment anywhere, even within a word', () => {
    const config = one('/* zone "no" { */ zone "example.com"/**/{ type primary;# }\n file "x";// };\n };#');
    assert.deepEqual(lines(config), ['example.com. primary /etc/bind/x']);
    assert.deepEqual(codes(config), []);
  });

  it('is read from a copy in a repository', () => {
    const config = read({
      '/home/ann/dns/named.conf': 'include "/etc/bind/named.conf.local";\ninclude "/etc/bind/conf.d/extra.conf";',
      '/home/ann/dns/named.conf.local': 'zone "example.com" { type primary; file "/etc/bind/zones/db.example.com"; };',
      '/home/ann/dns/conf.d/extra.conf': 'zone "example.net" { type primary; file "/etc/bind/zones/db.example.net"; };',
    });
    assert.deepEqual(lines(config), [
      'example.com. primary /etc/bind/zones/db.example.com',
      'example.net. primary /etc/bind/zones/db.example.net',
    ]);
    assert.deepEqual(codes(config), []);
  });

  it('is read from a workspace without a disk', () => {
    const config = read({
      'vscode-vfs://github/acme/dns/etc/bind/named.conf': 'include "/etc/bind/local.conf";',
      'vscode-vfs://github/acme/dns/etc/bind/local.conf':
        'zone "example.com" { type primary; file "db.example.com"; };',
    });
    assert.deepEqual(lines(config), ['example.com. primary vscode-vfs://github/acme/dns/etc/bind/db.example.com']);
  });

  it('says which files would tell more', () => {
    const config = one('include "zones.conf";\noptions { directory "/var/named"; };');
    assert.deepEqual(codes(config), ['config/include-missing']);
    assert.equal(config.problems[0]!.severity, 'information');
    assert.deepEqual(config.problems[0]!.at.start, { line: 0, character: 8, offset: 8 });
    assert.ok(config.wanted.includes('/etc/bind/zones.conf'));
  });

  it('includes every file of a pattern, and a piece into a zone or a view', () => {
    const config = read({
      '/etc/bind/named.conf':
        'include "/etc/bind/zones.d/*.conf"; view lan { include "shared.conf"; zone "x.example" { include "primary.conf"; file "x"; }; };',
      '/etc/bind/zones.d/b.conf': 'view b { include "/etc/bind/shared.conf"; };',
      '/etc/bind/zones.d/a.conf': 'view a { include "/etc/bind/shared.conf"; };',
      '/etc/bind/shared.conf': 'zone "s.example" { type primary; file "s"; };',
      '/etc/bind/primary.conf': 'type primary;',
    });
    assert.deepEqual(lines(config), [
      's.example. primary /etc/bind/s view a',
      's.example. primary /etc/bind/s view b',
      's.example. primary /etc/bind/s view lan internal',
      'x.example. primary /etc/bind/x view lan internal',
    ]);
  });
});

describe('a broken named.conf', () => {
  const at = (text: string): readonly string[] => {
    const config = one(text);
    return config.problems.map(
      (problem) =>
        `${problem.code} ${JSON.stringify(marked(problem, text))} ${problem.at.start.line}:${problem.at.start.character}`,
    );
  };

  it('still gives the zones after a forgotten semicolon', () => {
    const text =
      'zone "a.example" {\n type primary\n file "a"\n};\nzone "b.example" { type primary; file "b"; }\nzone "c.example" { type primary; file "c"; };';
    assert.deepEqual(
      lines(one(text)).map((each) => each.split(' ')[0]),
      ['a.example.', 'b.example.', 'c.example.'],
    );
    assert.deepEqual(at(text), [
      'config/missing-semicolon "y" 1:12',
      'config/missing-semicolon "\\"" 2:8',
      'config/missing-semicolon "}" 4:43',
    ]);
  });

  it('still gives the zones after a block that is not closed', () => {
    const text = 'zone "a.example" {\n type primary; file "a";\nzone "b.example" { type primary; file "b"; };\n';
    assert.deepEqual(
      lines(one(text)).map((each) => each.split(' ')[0]),
      ['a.example.', 'b.example.'],
    );
    assert.deepEqual(at(text), ['config/unclosed-block "{" 0:17']);
    assert.deepEqual(at('view v {\n zone "a.example" { type primary; file "a"; };\n'), [
      'config/unclosed-block "{" 0:7',
    ]);
  });

  it('is told where a string, a comment or a brace goes wrong', () => {
    const text = 'zone "a.example" { type primary; file "a; };\nzone "b.example" { type primary; file "b"; };';
    assert.deepEqual(at(text), ['config/unclosed-string "\\"" 0:38']);
    assert.ok(lines(one(text)).some((each) => each.startsWith('b.example.')));
    assert.deepEqual(at('zone "a.example" { type primary; file "a"; };\n/* no end'), [
      'config/unclosed-comment "/*" 1:0',
    ]);
    assert.deepEqual(at('};\n'), ['config/stray-brace "}" 0:0']);
  });

  it('is told what BIND would refuse about a zone', () => {
    assert.deepEqual(at('zone "a..b" { type primary; file "a"; };'), ['config/bad-zone-name "\\"a..b\\"" 0:5']);
    assert.deepEqual(at('zone "a" { file "a"; };'), ['config/no-type "\\"a\\"" 0:5']);
    assert.deepEqual(at('zone "a" { type primary; };'), ['config/no-file "\\"a\\"" 0:5']);
    assert.deepEqual(at('zone "a" { type primray; file "a"; };'), ['config/unknown-type "primray" 0:16']);
    assert.match(one('zone "a" { type primray; file "a"; };').problems[0]!.message, /"primary"/);
    assert.deepEqual(at('zone "a" { type primary; file "a"; }; zone "A." { type primary; file "b"; };'), [
      'config/duplicate-zone "\\"A.\\"" 0:43',
    ]);
    assert.deepEqual(at('view v { }; zone "a" { type primary; file "a"; };'), [
      'config/zone-outside-view "\\"a\\"" 0:17',
    ]);
    assert.deepEqual(at('view v { zone "a" { in-view "w"; }; };'), ['config/unknown-view "\\"w\\"" 0:28']);
  });

  it('comes to an end when it includes itself', () => {
    const config = read({
      '/etc/bind/named.conf': 'include "a.conf";',
      '/etc/bind/a.conf': 'include "b.conf"; include "b.conf";',
      '/etc/bind/b.conf': 'include "/etc/bind/a.conf"; zone "x" { type primary; file "x"; };',
    });
    assert.deepEqual([...new Set(codes(config))].toSorted(), ['config/duplicate-zone', 'config/include-cycle']);
    const chain = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`/c/${i}`, `include "/c/${i + 1}"; include "/c/${i + 1}";`]),
    );
    const deep = read(chain, '/c/0');
    assert.ok(codes(deep).includes('config/include-depth'));
    assert.ok(deep.problems.length <= 500);
  });

  it('never makes the reader throw', () => {
    const piece = fc.constantFrom(
      'zone',
      '"example.com"',
      '{',
      '}',
      ';',
      'type',
      'primary',
      'file',
      '"x',
      '/*',
      '*/',
      '//',
      '#',
      '\n',
      'view',
      'options',
      'include "self";',
      'in-view',
      'match-clients',
      'acl',
      'response-policy',
      '\\',
      '\ufeff',
      '$name',
      '🦉',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join(' ');
        const config = readNamedConf({
          path: '/n.conf',
          read: (path) => (path === '/n.conf' || path === '/self' ? text : undefined),
          list: undefined,
        });
        for (const {
          at: { start, end },
        } of config.problems)
          assert.ok(start.offset <= end.offset && end.offset <= text.length);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        one(text);
      }),
    );
    one('{'.repeat(200_000));
    one('a '.repeat(200_000));
    one('acl x { x; }; view v { match-clients { x; }; };');
  });
});
