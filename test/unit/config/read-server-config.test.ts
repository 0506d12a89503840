import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readServerConfig, serverKindOf } from '../../../server/src/config/servers/read-server-config.ts';
import type { ServerConfig } from '../../../server/src/config/reading/server-config.ts';
import { zonesOfFile } from '../../../server/src/config/servers/zones-of-file.ts';
import { held, line } from './files.ts';

describe('a configuration', () => {
  it('is known by its name', () => {
    assert.equal(serverKindOf('/etc/bind/named.conf', ''), 'bind');
    assert.equal(serverKindOf('/etc/bind/named.conf.local', ''), 'bind');
    assert.equal(serverKindOf('file:///srv/named-internal.conf', ''), 'bind');
    assert.equal(serverKindOf('/etc/nsd/nsd.conf', ''), 'nsd');
    assert.equal(serverKindOf('C:\\knot\\knot.conf', ''), 'knot');
  });

  it('is known by what it says', () => {
    assert.equal(
      serverKindOf(
        '/etc/bind/zones.rfc1918',
        '// x\nzone "10.in-addr.arpa"      { type master; file "/etc/bind/db.empty"; };',
      ),
      'bind',
    );
    assert.equal(serverKindOf('/etc/nsd/a.conf', 'zone:\n\tname: example.com\n\tzonefile: x\n'), 'nsd');
    assert.equal(serverKindOf('/etc/knot/a.conf', 'zone:\n  - domain: example.com\n'), 'knot');
    for (const other of [
      '',
      'server {\n listen 80;\n}',
      'zone: Europe/Berlin\nname: x\n',
      'options:\n a: b',
      '$ORIGIN example.com.\n@ SOA a b 1 2 3 4 5\n',
    ])
      assert.equal(serverKindOf('/etc/other.conf', other), undefined, other);
    assert.equal(
      readServerConfig('/etc/other.conf', () => 'x'),
      undefined,
    );
    assert.equal(
      readServerConfig('/etc/named.conf', () => undefined),
      undefined,
    );
  });
});

function config(path: string, text: string): ServerConfig {
  const { read, list } = held({ [path]: text });
  return readServerConfig(path, read, list)!;
}

describe('the zones that a file holds', () => {
  const split = config(
    '/srv/dns/bind/named.conf',
    `
options { directory "/var/cache/bind"; };
view internal { zone "example.com" { type primary; file "/etc/bind/internal/db.example.com"; }; zone "10.in-addr.arpa" { type primary; file "db.empty"; }; zone "16.172.in-addr.arpa" { type primary; file "db.empty"; }; };
view external { zone "example.com" { type primary; file "/etc/bind/external/db.example.com"; }; };
`,
  );
  const zones = (path: string): readonly string[] => zonesOfFile([split], path).map((zone) => line(zone));

  it('are those whose file it is', () => {
    assert.deepEqual(zones('/etc/bind/external/db.example.com'), [
      'example.com. primary /etc/bind/external/db.example.com view external',
    ]);
    assert.deepEqual(zones('file:///etc/bind/external/db.example.com').length, 1);
    assert.deepEqual(zones('/etc/bind/external/db.example.org'), []);
  });

  it('are several where they share it', () => {
    assert.equal(zones('/var/cache/bind/db.empty').length, 2);
  });

  it("are found in a copy of the server's files, by as much of the path as agrees", () => {
    assert.deepEqual(zones('/srv/dns/bind/internal/db.example.com'), [
      'example.com. primary /etc/bind/internal/db.example.com view internal internal',
    ]);
    assert.deepEqual(zones('/srv/dns/etc/bind/external/db.example.com'), [
      'example.com. primary /etc/bind/external/db.example.com view external',
    ]);
    assert.equal(zones('/srv/dns/bind/db.example.com').length, 2);
  });

  it('are not guessed elsewhere', () => {
    assert.deepEqual(zones('/srv/dns/old/db.example.com'), []);
    assert.deepEqual(zones('/srv/other/internal/db.example.com'), []);
    assert.deepEqual(zones('vscode-vfs://github/srv/dns/bind/internal/db.example.com'), []);
  });

  it('in any of several configurations are found, an outright name before a copy', () => {
    const other = config('/srv/dns/nsd.conf', 'zone:\n name: example.net\n zonefile: bind/internal/db.example.com\n');
    assert.deepEqual(
      zonesOfFile([split, other], '/srv/dns/bind/internal/db.example.com').map(({ apex }) => apex),
      ['example.net.'],
    );
  });
});
