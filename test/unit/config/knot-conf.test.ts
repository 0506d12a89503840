import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readKnotConf } from '../../../server/src/config/servers/knot/knot-conf.ts';
import type { ServerConfig } from '../../../server/src/config/reading/server-config.ts';
import { held, line, marked } from './files.ts';

function read(files: Readonly<Record<string, string>>, path = Object.keys(files)[0]!): ServerConfig {
  const { read: readFile, list } = held(files);
  return readKnotConf({ path, read: readFile, list });
}

const one = (text: string): ServerConfig => read({ '/etc/knot/knot.conf': text });
const lines = (config: ServerConfig): readonly string[] => config.zones.map(line);
const problems = (text: string): readonly string[] =>
  one(text).problems.map(
    (problem) =>
      `${problem.code} ${JSON.stringify(marked(problem, text))} ${problem.at.start.line}:${problem.at.start.character}`,
  );

const debian = `# This is a sample of a minimal configuration file for Knot DNS.
# See knot.conf(5) or refer to the server documentation.

server:
    rundir: "/run/knot"
    user: knot:knot
    automatic-acl: on
    listen: [ 127.0.0.1@53, ::1@53 ]

log:
  - target: syslog
    any: info

database:
    storage: "/var/lib/knot"

remote:
  - id: secondary
    address: 192.168.1.1@53
#
  - id: primary
    address: 192.168.2.1@53

template:
  - id: default
    storage: "/var/lib/knot"
    file: "%s.zone"
  - id: signed
    storage: /var/lib/knot/signed
    dnssec-signing: on
    semantic-checks: on
    master: [primary, secondary]

zone:
  # Primary zone
  - domain: example.com
    notify: secondary

  # Secondary zone
  - domain: example.net
    master: primary

  - domain: Example.ORG.
    template: signed
    file: "zones/%l[0]/%c[0-2]/%s"
  - domain: 0/25.2.0.192.in-addr.arpa
  - domain: .
    file: "root%s.zone"   # nothing for the root
`;

describe('knot.conf', () => {
  it('of Debian names its zones, with what their templates say', () => {
    const config = one(debian);
    assert.deepEqual(lines(config), [
      'example.com. primary /var/lib/knot/example.com.zone',
      'example.net. secondary /var/lib/knot/example.net.zone',
      'example.org. secondary /var/lib/knot/signed/zones/org/exa/example.org',
      '0/25.2.0.192.in-addr.arpa. primary /var/lib/knot/0_25.2.0.192.in-addr.arpa.zone',
      '. primary /var/lib/knot/root.zone',
    ]);
    assert.deepEqual(config.problems, []);
  });

  it('points at the name of each zone, and at the file pattern of its template', () => {
    const [zone] = one(debian).zones;
    assert.equal(debian.slice(zone!.at.start.offset, zone!.at.end.offset), 'example.com');
    assert.equal(debian.slice(zone!.fileAt.start.offset, zone!.fileAt.end.offset), '"%s.zone"');
  });

  it('falls back on the storage and file name that Knot was built with', () => {
    assert.deepEqual(lines(one('zone:\n- domain: example.com\n- domain: example.net\n  storage: zones\n')), [
      'example.com. primary /var/lib/knot/example.com.zone',
      'example.net. primary /etc/knot/zones/example.net.zone',
    ]);
  });

  it('includes files in the order of their names, relative to the file that says so', () => {
    const config = read({
      '/etc/knot/knot.conf': 'include: "conf.d/*.conf"\nzone:\n  - domain: last.example\n    template: t\n',
      '/etc/knot/conf.d/2.conf': 'zone:\n  - domain: two.example\n',
      '/etc/knot/conf.d/1.conf': 'include: more/one.conf\ntemplate:\n  - id: t\n    storage: /t\n',
      '/etc/knot/conf.d/more/one.conf': 'zone:\n  - domain: one.example\n',
    });
    assert.deepEqual(
      config.zones.map(({ path }) => path),
      ['/var/lib/knot/one.example.zone', '/var/lib/knot/two.example.zone', '/t/last.example.zone'],
    );
    assert.deepEqual(config.problems, []);
  });

  it('forgets what a later line clears', () => {
    assert.deepEqual(lines(one('zone:\n  - domain: a.example\nclear: zone\nzone:\n  - domain: b.example\n')).length, 1);
  });

  it('tells catalogs from zones of names, and leaves out zones that are in no file', () => {
    const config = one(
      'zone:\n  - domain: catalog.example\n    catalog-role: interpret\n  - domain: made.example\n    catalog-role: generate\n  - domain: member.example\n    catalog-role: member\n  - domain: db.example\n    zone-db-input: 1\n',
    );
    assert.deepEqual(
      lines(config).map((each) => each.split(' /')[0]),
      ['catalog.example. primary catalog', 'member.example. primary'],
    );
  });
});

describe('a broken knot.conf', () => {
  it('is told where Knot would stop', () => {
    assert.deepEqual(problems('zone:\n\t- domain: a.example\n'), ['config/tab "\\t" 1:0']);
    assert.deepEqual(problems('zone:\n  - domain: a.example\n      file: x\n'), ['config/indent "      " 2:0']);
    assert.deepEqual(problems('zone:\n  - domain a.example\n'), ['config/bad-line "- domain a.example" 1:2']);
    assert.deepEqual(problems('zone:\n  - domain: a..example\n'), ['config/bad-zone-name "a..example" 1:12']);
    assert.deepEqual(problems('zone:\n  - domain: a.example\n  - domain: A.example.\n'), [
      'config/duplicate-zone "A.example." 2:12',
    ]);
    assert.deepEqual(problems('template:\n  - id: signed\nzone:\n  - domain: a.example\n    template: singed\n'), [
      'config/unknown-template "singed" 4:14',
    ]);
    assert.deepEqual(problems('zone:\n  - domain: a.example\n    file: "x\n'), ['config/unclosed-string "\\"" 2:10']);
  });

  it('still gives its zones', () => {
    assert.deepEqual(
      lines(one('zone:\n\t- domain: a.example\n\t  file: /a\n  what\n  - domain: b.example\n    file: "/b\n')),
      ['a.example. primary /a', 'b.example. primary /b'],
    );
  });

  it('comes to an end when it includes itself', () => {
    const config = read({ '/k': 'include: /k\nzone:\n  - domain: a.example\n' });
    assert.deepEqual(
      config.problems.map(({ code }) => code),
      ['config/include-cycle'],
    );
    assert.equal(config.zones.length, 1);
  });

  it('never makes the reader throw', () => {
    const piece = fc.constantFrom(
      'zone:',
      '\n',
      '  - domain: ',
      'example.com',
      '    file: ',
      '"%c[9999999999999]"',
      '%l[0',
      '[a, b]',
      '"',
      '#',
      '\t',
      'template:',
      '  - id: ',
      'include: /k',
      '-',
      ':',
      '\\',
      '🦉',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const {
          at: { start, end },
        } of readKnotConf({ path: '/k', read: () => text, list: undefined }).problems)
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
