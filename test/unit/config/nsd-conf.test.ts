import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readNsdConf } from '../../../server/src/config/servers/nsd/nsd-conf.ts';
import type { ServerConfig } from '../../../server/src/config/reading/server-config.ts';
import { held, line, marked } from './files.ts';

function read(files: Readonly<Record<string, string>>, path = Object.keys(files)[0]!): ServerConfig {
  const { read: readFile, list } = held(files);
  return readNsdConf({ path, read: readFile, list });
}

const one = (text: string): ServerConfig => read({ '/etc/nsd/nsd.conf': text });
const lines = (config: ServerConfig): readonly string[] => config.zones.map(line);
const problems = (text: string): readonly string[] =>
  one(text).problems.map(
    (problem) =>
      `${problem.code} ${JSON.stringify(marked(problem, text))} ${problem.at.start.line}:${problem.at.start.character}`,
  );

describe('nsd.conf', () => {
  it('of Debian names its zones in the folder that it includes', () => {
    const config = read({
      '/etc/nsd/nsd.conf': `# NSD configuration file for Debian.
server:
        # log only to syslog.
        log-only-syslog: yes

include: "/etc/nsd/nsd.conf.d/*.conf"
`,
      '/etc/nsd/nsd.conf.d/server.conf': 'server:\n\tip-address: ::1\n\tzonesdir: "/var/lib/nsd"\n',
      '/etc/nsd/nsd.conf.d/example.conf':
        'zone:\n\tname: example.com\n\tzonefile: example.com.zone\n\nzone:\n\tname: "2.0.192.in-addr.arpa."\n\tzonefile: "/srv/db.192.0.2"\n',
    });
    assert.deepEqual(lines(config), [
      'example.com. primary /var/lib/nsd/example.com.zone',
      '2.0.192.in-addr.arpa. primary /srv/db.192.0.2',
    ]);
    assert.deepEqual(config.problems, []);
    const [zone] = config.zones;
    assert.deepEqual(
      [zone!.at.path, zone!.at.start.line, zone!.at.start.character, zone!.at.end.character],
      ['/etc/nsd/nsd.conf.d/example.conf', 1, 7, 18],
    );
  });

  it('fills in patterns, also of patterns, and lets a zone overrule them', () => {
    const config = one(`
server: zonesdir: /zones
pattern:
    name: "files"
    zonefile: "%z/%y/%s.zone"
pattern:
    name: "secondary"
    include-pattern: "files"
    allow-notify: 192.0.2.1 NOKEY
    request-xfr: AXFR 192.0.2.1 NOKEY
zone:
    name: www.Example.com
    include-pattern: files
zone:
    name: example.net
    include-pattern: secondary
zone:
    name: example.org
    include-pattern: secondary
    zonefile: own/%1/%s
zone: name: io
    include-pattern: files
zone: name: .
    zonefile: root.zone
`);
    assert.deepEqual(lines(config), [
      'www.example.com. primary /zones/com/example/www.Example.com.zone',
      'example.net. secondary /zones/net/example/example.net.zone',
      'example.org. secondary /zones/own/e/example.org',
      'io. primary /zones/io/io.zone',
      '. primary /zones/root.zone',
    ]);
    assert.deepEqual(config.problems, []);
  });

  it('tells a catalog from a zone of names', () => {
    assert.deepEqual(
      lines(one('zone:\n name: catalog.example\n zonefile: c\n catalog: consumer\n request-xfr: 192.0.2.1 NOKEY')),
      ['catalog.example. secondary catalog /etc/nsd/c'],
    );
  });

  it('leaves out a zone without a file', () => {
    assert.deepEqual(
      lines(one('zone:\n name: example.com\n request-xfr: 192.0.2.1 NOKEY\nzone:\n name: example.net\n zonefile: ""')),
      [],
    );
  });

  it('takes an address that ends with a colon for an address, and "#" within a word for a part of it', () => {
    const config = one(
      'zone:\n name: example.com\n provide-xfr: 2001:db8:: NOKEY\n outgoing-interface: fe80::\n zonefile: a#b # comment\n',
    );
    assert.deepEqual(lines(config), ['example.com. primary /etc/nsd/a#b']);
    assert.deepEqual(config.problems, []);
  });

  it('includes a piece within a zone, and beside a copy in a repository', () => {
    const config = read({
      '/home/ann/nsd.conf': 'zone:\n name: example.com\n include: "/etc/nsd/parts/file.inc"\n',
      '/home/ann/parts/file.inc': 'zonefile: "zones/%s"\n',
    });
    assert.deepEqual(lines(config), ['example.com. primary /home/ann/zones/example.com']);
  });

  it('includes nothing where a pattern fits nothing, which NSD allows', () => {
    const config = one('include: "/etc/nsd/conf.d/*.conf"');
    assert.deepEqual(config.problems, []);
    assert.ok(config.wanted.includes('/etc/nsd/conf.d'));
  });
});

describe('a broken nsd.conf', () => {
  it('is told where NSD would stop', () => {
    assert.deepEqual(problems('zone:\n zonefile: x\n'), ['config/no-name "zone:" 0:0']);
    assert.deepEqual(problems('zone:\n name: a..b\n zonefile: x\n'), ['config/bad-zone-name "a..b" 1:7']);
    assert.deepEqual(problems('zone:\n name: a.example\nzone:\n name: A.example.\n'), [
      'config/duplicate-zone "A.example." 3:7',
    ]);
    assert.deepEqual(problems('pattern:\n name: secondary\nzone:\n name: a\n include-pattern: secundary\n'), [
      'config/unknown-pattern "secundary" 4:18',
    ]);
    assert.match(
      one('pattern:\n name: secondary\nzone:\n name: a\n include-pattern: secundary\n').problems[0]!.message,
      /"secondary"/,
    );
    assert.deepEqual(problems('oops zone:\n name: a\n'), ['config/unexpected-word "oops" 0:0']);
    assert.deepEqual(problems('include: "missing.conf"'), ['config/include-missing "\\"missing.conf\\"" 0:9']);
  });

  it('still gives the zones after a missing quote or blank', () => {
    const text = 'zone:\n name: "a.example\n zonefile:a.zone\nzone:\n name: b.example\n zonefile: b.zone\n';
    assert.deepEqual(lines(one(text)), ['a.example. primary /etc/nsd/a.zone', 'b.example. primary /etc/nsd/b.zone']);
    assert.deepEqual(problems(text), [
      'config/unclosed-string "\\"" 1:7',
      'config/missing-blank "zonefile:a.zone" 2:1',
    ]);
  });

  it('comes to an end when it includes itself', () => {
    const config = read({ '/n': 'include: "/m"\nzone:\n name: x\n zonefile: x\n', '/m': 'include: "/n"\n' });
    assert.deepEqual(
      config.problems.map(({ code }) => code),
      ['config/include-cycle'],
    );
    assert.equal(config.zones.length, 1);
  });

  it('never makes the reader throw', () => {
    const piece = fc.constantFrom(
      'zone:',
      'name:',
      'example.com',
      'zonefile:',
      '"',
      '\n',
      'pattern:',
      'include-pattern:',
      'include: "/n"',
      'include:',
      '#',
      '%s',
      '%',
      'server:',
      'zonesdir:',
      '\\',
      '🦉',
      'constructor',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join(' ');
        for (const {
          at: { start, end },
        } of readNsdConf({ path: '/n', read: () => text, list: undefined }).problems)
          assert.ok(start.offset <= end.offset && end.offset <= text.length);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        one(text);
      }),
    );
  });
});
