import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { after, before, describe, it } from 'node:test';
import { folderWith, zonewright } from '../cli/cli.ts';
import { freePort, startNamed, withoutNamed } from './named.ts';
import type { Named } from './named.ts';

interface LiveReport {
  readonly zones: readonly {
    readonly zone: string;
    readonly agrees: boolean;
    readonly servers: readonly {
      readonly name: string | null;
      readonly address: string;
      readonly state: string;
      readonly serial: number | null;
      readonly reason: string | null;
      readonly how: string | null;
      readonly transferRefused: string | null;
    }[];
    readonly differences: readonly {
      readonly kind: string;
      readonly owner: string;
      readonly type: string;
      readonly file: readonly string[];
      readonly live: readonly string[];
      readonly servers: readonly string[];
    }[];
    readonly delegation: {
      readonly nameServers: readonly string[];
      readonly problems: readonly string[];
      readonly unknown: string | null;
    } | null;
    readonly notes: readonly string[];
  }[];
}

const PRIMARY = '127.0.0.2',
  SECONDARY = '127.0.0.3',
  LAME = '127.0.0.4',
  SILENT = '127.0.0.5',
  ABOVE = '127.0.0.6',
  RESOLVER = '127.0.0.7';

const key = 'key "transfer" { algorithm hmac-sha256; secret "c2VjcmV0LW9mLXRoZS10ZXN0LWtleS0wMTIzNDU2Nzg="; };\n';

const zone = (serial: number, ...lines: readonly string[]): string =>
  [
    '$TTL 3600',
    `@ SOA ns1 john\\.doe ${serial} 7200 3600 1209600 3600`,
    '  NS ns1',
    '  NS ns2',
    `ns1 A ${PRIMARY}`,
    `ns2 A ${SECONDARY}`,
    'www A 192.0.2.80',
    'mail A 192.0.2.25',
    '@ MX 10 Mail',
    '@ TXT "v=spf1 mx -all"',
    'sub NS ns.sub',
    'ns.sub A 192.0.2.53',
    '*.wild A 192.0.2.99',
    'old 300 A 192.0.2.7',
    `long TXT ${Array.from({ length: 20 }, (_, k) => `"${String(k).padStart(200, 'x')}"`).join(' ')}`,
    'alias CNAME www',
    'odd\\.label TXT odd',
    '@ CAA 0 issue "ca.example.net"',
    'web HTTPS 1 . alpn=h2',
    ...lines,
    '',
  ].join('\n');

describe('live, against real name servers', { skip: withoutNamed, concurrency: 1 }, () => {
  const servers: Named[] = [];
  let port = 0,
    primary: Named;
  const start = async (...args: Parameters<typeof startNamed>): Promise<Named> => {
    const server = await startNamed(...args);
    servers.push(server);
    return server;
  };
  before(async () => {
    port = await freePort();
    primary = await start(
      PRIMARY,
      port,
      [{ apex: 'example.com.', text: zone(5), more: 'allow-transfer { key transfer; };' }],
      key,
    );
    await start(SECONDARY, port, [{ apex: 'example.com.', primary: { server: primary, key: 'transfer' } }], key);
    await start(LAME, port, [{ apex: 'elsewhere.example.', text: zone(1) }]);
    await start(ABOVE, port, [
      {
        apex: 'com.',
        text: `$TTL 3600\n@ SOA ns hostmaster 1 7200 3600 1209600 3600\n@ NS ns\nns A ${ABOVE}\nexample NS ns1.example\nexample NS ns3.example\nns1.example A ${PRIMARY}\nns3.example A 192.0.2.3\n`,
      },
    ]);
    await start(RESOLVER, port, [
      { apex: 'com.', text: `$TTL 3600\n@ SOA ns hostmaster 1 7200 3600 1209600 3600\n@ NS ns\nns A ${ABOVE}\n` },
    ]);
  });
  after(async () => {
    await Promise.all(servers.map((server) => server.stop()));
  });

  const live = async (
    text: string,
    ...args: readonly string[]
  ): Promise<LiveReport['zones'][number] & { readonly status: number | null }> => {
    const cwd = folderWith({ 'example.com.zone': text, 'key.conf': key });
    const { out, err, status } = await zonewright(
      ['live', '--json', '--port', String(port), '--dns-server', `${RESOLVER}:${port}`, ...args],
      { cwd },
    );
    const [one] = out === '' ? [] : (JSON.parse(out) as LiveReport).zones;
    if (one === undefined) throw new Error(`no report: ${err}`);
    return { ...one, status };
  };

  it('finds nothing where every server has what the file says, whatever the type', async () => {
    const { status, servers: found, differences, notes } = await live(zone(5), '--no-delegation');
    assert.deepEqual(differences, []);
    assert.deepEqual(
      found.map(({ name, address, state, serial, how }) => ({ name, address, state, serial, how })),
      [
        { name: 'ns1.example.com.', address: PRIMARY, state: 'current', serial: 5, how: 'queries' },
        { name: 'ns2.example.com.', address: SECONDARY, state: 'current', serial: 5, how: 'queries' },
      ],
    );
    assert.deepEqual(notes, ["Records at names that the file doesn't have are only seen in a transfer (--axfr)."]);
    assert.equal(status, 0);
  });

  it('tells missing, extra, different records and TTLs apart', async () => {
    const {
      status,
      differences,
      servers: found,
    } = await live(
      zone(6, 'new A 192.0.2.8')
        .replace('www A 192.0.2.80', 'www A 192.0.2.81')
        .replace('old 300', 'old 600')
        .replace('@ CAA 0 issue "ca.example.net"\n', ''),
      '--no-delegation',
    );
    assert.deepEqual(
      differences.map(({ kind, owner, type, file, live: there }) => [kind, owner, type, file, there]),
      [
        ['extra', 'example.com.', 'CAA', [], ['0 issue "ca.example.net"']],
        ['missing', 'new.example.com.', 'A', ['192.0.2.8'], []],
        ['ttl', 'old.example.com.', 'A', [], []],
        ['different', 'www.example.com.', 'A', ['192.0.2.81'], ['192.0.2.80']],
      ],
    );
    assert.deepEqual(
      found.map(({ state }) => state),
      ['behind', 'behind'],
    );
    assert.equal(status, 1);
  });

  it('sees records that the file lacks in a transfer, which needs the key', async () => {
    const file = zone(5).replace('www A 192.0.2.80\n', '').replace('alias CNAME www\n', '');
    const open = await live(file, '--no-delegation', '--axfr', '--server', `${PRIMARY}:${port}`);
    assert.equal(open.servers[0]?.how, 'queries');
    assert.match(open.servers[0]?.transferRefused ?? '', /refuses the transfer \(REFUSED\)/);
    const sealed = await live(
      file,
      '--no-delegation',
      '--axfr',
      '--tsig-file',
      'key.conf',
      '--server',
      `${PRIMARY}:${port}`,
    );
    assert.equal(sealed.servers[0]?.transferRefused, null);
    assert.equal(sealed.servers[0]?.how, 'transfer');
    assert.deepEqual(
      sealed.differences.map(({ kind, owner, type }) => [kind, owner, type]),
      [
        ['extra', 'alias.example.com.', 'CNAME'],
        ['extra', 'www.example.com.', 'A'],
      ],
    );
  });

  it('says that a key is wrong', async () => {
    const cwd = folderWith({
      'example.com.zone': zone(5),
      'wrong.conf': key.replace('c2Vj', 'd2Vj'),
      'none.conf': 'nothing',
    });
    const args = ['live', '--json', '--no-delegation', '--axfr', '--server', `${PRIMARY}:${port}`];
    const wrong = await zonewright([...args, '--tsig-file', 'wrong.conf'], { cwd });
    assert.match(
      wrong.out,
      /"transferRefused": "(?:the server refuses the key transfer\. \(BADSIG\)|the server answers NOTAUTH|the server refuses the transfer \(NOTAUTH\))"/,
    );
    const none = await zonewright([...args, '--tsig-file', 'none.conf'], { cwd });
    assert.equal(none.status, 2);
    assert.match(none.err, /doesn't hold a TSIG key/);
  });

  it('says which servers are lame, unreachable or silent', async () => {
    const silent = createSocket('udp4');
    await new Promise<void>((resolve) => silent.bind(port, SILENT, resolve));
    const file = zone(5, '@ NS ns3', '@ NS ns4', '@ NS ns5', `ns3 A ${LAME}`, `ns4 A ${SILENT}`, 'ns5 A 127.0.0.99');
    const { servers: found, status } = await live(file, '--no-delegation');
    silent.close();
    assert.deepEqual(
      found.map(({ address, state, reason }) => [address, state, reason]),
      [
        [PRIMARY, 'current', null],
        [SECONDARY, 'current', null],
        [LAME, 'lame', 'it answers REFUSED'],
        [SILENT, 'unreachable', "didn't answer"],
        ['127.0.0.99', 'unreachable', 'nothing listens on that port'],
      ],
    );
    assert.equal(status, 1);
  });

  it('holds the delegation of the zone above against the zone', async () => {
    const { delegation, status } = await live(zone(5));
    assert.deepEqual(delegation?.nameServers, ['ns1.example.com', 'ns3.example.com']);
    assert.deepEqual(delegation?.problems, [
      "The zone names ns2.example.com, but com doesn't: resolvers may never ask there.",
      "com names ns3.example.com, but the zone doesn't: resolvers ask a server that may not have it.",
      'The glue for ns3.example.com in com is 192.0.2.3, but the zone says nothing.',
    ]);
    assert.equal(status, 1);
  });

  it('prints what a person can read, and the serial of a server that has a new one', async () => {
    await primary.rewrite('example.com.', zone(9));
    const cwd = folderWith({ 'example.com.zone': zone(5) });
    const { out, status } = await zonewright(
      ['live', 'example.com', '--no-delegation', '--port', String(port), '--dns-server', `${RESOLVER}:${port}`],
      { cwd },
    );
    assert.match(out, /ns1\.example\.com \(127\.0\.0\.2 port \d+\): serial 9 is newer than the file's 5, same records/);
    assert.match(out, /ns2\.example\.com \(127\.0\.0\.3 port \d+\): serial 5, same records/);
    assert.equal(status, 1);
  });
});
