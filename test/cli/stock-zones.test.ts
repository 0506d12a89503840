import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checked, folderWith } from './cli.ts';

const debian = (data: string): string =>
  `;\n; BIND data file\n;\n$TTL\t604800\n@\tIN\tSOA\tlocalhost. root.localhost. (\n\t\t\t      1\t\t; Serial\n\t\t\t 604800\t\t; Refresh\n\t\t\t  86400\t\t; Retry\n\t\t\t2419200\t\t; Expire\n\t\t\t 604800 )\t; Negative Cache TTL\n;\n@\tIN\tNS\tlocalhost.\n${data}`;
const redHat = (data: string): string =>
  `$TTL 1D\n@\tIN SOA\t@ rname.invalid. (\n\t\t\t\t\t0\t; serial\n\t\t\t\t\t1D\t; refresh\n\t\t\t\t\t1H\t; retry\n\t\t\t\t\t1W\t; expire\n\t\t\t\t\t3H )\t; minimum\n\tNS\t@\n\tA\t127.0.0.1\n\tAAAA\t::1\n${data}`;
const freeBsd = (head: string, data: string): string =>
  `$TTL 3h\n${head} nobody.localhost. 42 1d 12h 1w 3h\n\t; Serial, Refresh, Retry, Expire, Neg. cache TTL\n\n${data}`;
const as112 = (mname: string, ...servers: readonly string[]): string =>
  `$TTL    1W\n@ IN SOA ${mname} hostmaster.root-servers.org. ( 1 1W 1M 1W 1W )\n${servers.map((server) => `  NS ${server}\n`).join('')}`;
const policy = (data: string): string =>
  `$TTL 60\n@ IN SOA localhost. root.localhost. (2 1h 15m 30d 2h)\n  IN NS localhost.\n${data}`;
const usual =
  '$TTL 3600\n@ IN SOA ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600\n@ NS ns1.example.net.\n@ NS ns2.example.org.\n';

const files: Readonly<Record<string, readonly [name: string, text: string]>> = {
  "Debian's empty zone": ['db.empty', debian('')],
  "Debian's network 0": ['db.0', debian('')],
  "Debian's broadcast network": ['db.255', debian('')],
  "Debian's loopback network": ['db.127', debian('1.0.0\tIN\tPTR\tlocalhost.\n')],
  "Debian's localhost": ['db.local', debian('@\tIN\tA\t127.0.0.1\n@\tIN\tAAAA\t::1\n')],
  "Red Hat's empty zone": ['named.empty', redHat('')],
  "Red Hat's localhost": ['named.localhost', redHat('')],
  "Red Hat's loopback network": ['named.loopback', redHat('\tPTR\tlocalhost.\n')],
  "FreeBSD's empty zone": ['empty.db', freeBsd('@ SOA @', '@\tNS\t@\n\n; Silence a BIND warning\n@\tA\t127.0.0.1\n')],
  "FreeBSD's localhost": [
    'localhost-forward.db',
    freeBsd('localhost. SOA localhost.', '\tNS\tlocalhost.\n\n\tA\t127.0.0.1\n\tAAAA\t::1\n'),
  ],
  "FreeBSD's loopback network": [
    'localhost-reverse.db',
    freeBsd('@ SOA localhost.', '\tNS\tlocalhost.\n\n1.0.0\tPTR\tlocalhost.\n'),
  ],
  'the empty zone of AS112, directly delegated (RFC 7534 §3.4)': [
    'db.dd-empty',
    as112('prisoner.iana.org.', 'blackhole-1.iana.org.', 'blackhole-2.iana.org.'),
  ],
  'the empty zone of AS112, for DNAME (RFC 7535)': [
    'db.dr-empty',
    as112('blackhole.as112.arpa.', 'blackhole.as112.arpa.'),
  ],
  'a policy zone by its actions': [
    'block.zone',
    policy(
      'ok.example.com CNAME rpz-passthru.\n32.1.2.0.192.rpz-ip CNAME rpz-drop.\nbad.example.com CNAME .\n*.bad.example.com CNAME .\nads.example.net CNAME *.\nevil.example.org A 127.0.0.1\n',
    ),
  ],
  "a policy zone that only says that names don't exist": [
    'blocklist.zone',
    policy('bad.example.com CNAME .\n*.bad.example.com CNAME .\nads.example.org CNAME .\n'),
  ],
  'a block list of addresses': [
    'dnsbl.example.com.zone',
    `${usual}2.0.0.127 A 127.0.0.2\n2.0.0.127 TXT "Test entry"\n*.7.113.0.203 A 127.0.0.10\ndbltest.com A 127.0.1.2\n`,
  ],
  'a catalog': [
    'catalog.example.com.zone',
    'catalog.example.com. 3600 IN SOA invalid. invalid. 1 3600 600 2147483646 0\ncatalog.example.com. 0 IN NS invalid.\nversion.catalog.example.com. 0 IN TXT "2"\nnj2xg5b.zones.catalog.example.com. 0 IN PTR example.org.\n',
  ],
  'what a secondary or stub wrote': [
    'example.org.stub',
    '$ORIGIN .\n$TTL 3600\t; 1 hour\nexample.org\t\tIN SOA\tns1.example.org. hostmaster.example.org. (\n\t\t\t\t2026010101 ; serial\n\t\t\t\t7200 3600 1209600 3600 )\n\t\t\tNS\tns1.example.org.\n\t\t\tNS\tns2.example.org.\n$ORIGIN example.org.\nns1\t\t\tA\t192.0.2.53\nns2\t\t\tA\t198.51.100.53\n',
  ],
  'a parked zone': ['parked.zone', `${usual}@ A 192.0.2.80\n* A 192.0.2.80\n`],
  "a part of a registry's zone": [
    'se.zone',
    'se. 172800 IN SOA a.ns.se. registry-default.nic.se. 2026010101 1800 1800 864000 7200\nse. 172800 IN NS a.ns.se.\nse. 172800 IN NS b.ns.se.\na.ns.se. 172800 IN A 192.36.144.107\nb.ns.se. 172800 IN A 192.36.133.107\n0-0.se. 86400 IN NS ns1.loopia.se.\n0-0.se. 86400 IN NS ns2.loopia.se.\n',
  ],
  'delegations of a registry without its SOA': [
    'excerpt.txt',
    '0-0.se. 86400 IN NS ns1.loopia.se.\n0-0.se. 86400 IN NS ns2.loopia.se.\nexample-1.se. 86400 IN NS ns1.example-1.se.\nexample-1.se. 86400 IN NS ns2.example.com.\nns1.example-1.se. 86400 IN A 194.0.0.1\n',
  ],
};

describe('stock and special zones are quiet', { concurrency: 2 }, () => {
  for (const [what, [name, text]] of Object.entries(files)) {
    it(what, async () => {
      const { files: found } = await checked([name], { cwd: folderWith({ [name]: text }) });
      assert.deepEqual(
        found.flatMap(({ findings }) => findings.map(({ code, message }) => `${code}: ${message}`)),
        [],
      );
    });
  }

  it("and so they are where a server's configuration names them", async () => {
    const zones = Object.entries({
      '10.in-addr.arpa': 'db.dd-empty',
      '16.172.in-addr.arpa': 'empty.db',
      '254.169.in-addr.arpa': 'named.empty',
      '0.in-addr.arpa': 'db.0',
      '127.in-addr.arpa': 'localhost-reverse.db',
      localhost: 'db.local',
      'ads.example.com': 'db.empty',
      'block.example.com': 'blocklist.zone',
    });
    const conf = zones.map(([zone, file]) => `zone "${zone}" { type primary; file "${file}"; };\n`).join('');
    const { files: found } = await checked(['named.conf'], {
      cwd: folderWith({ 'named.conf': conf, ...Object.fromEntries(Object.values(files)) }),
    });
    assert.deepEqual(
      found.flatMap(({ file, findings }) => findings.map(({ code, message }) => `${file} ${code}: ${message}`)),
      [],
    );
  });
});
