import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import { after, before, describe, it } from 'node:test';
import { folderWith, zonewright } from '../cli/cli.ts';
import { Authority, withoutOpenssl } from './certificates.ts';
import type { Pair } from './certificates.ts';
import { startMailHost, startOddHost, withoutSmtpServer } from './mail-hosts.ts';
import type { MailHostOnLoopback } from './mail-hosts.ts';
import { freePort, startNamed, withoutNamed } from './named.ts';
import type { Named } from './named.ts';

interface ProbeReport {
  readonly state: string;
  readonly addresses: readonly {
    readonly banner: string | null;
    readonly startTls: string;
    readonly trouble: string | null;
    readonly pointers: readonly string[];
    readonly certificate: { readonly names: readonly string[]; readonly issuer: string } | null;
    readonly notes: readonly { readonly state: string; readonly text: string }[];
  }[];
  readonly notes: readonly { readonly state: string; readonly text: string }[];
  readonly settings: {
    readonly mail: { readonly hosts: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  } | null;
}

const RESOLVER = '127.0.1.1';

/** The last number of each host's address in 127.0.1.0/24. */
const hosts = {
  good: 10,
  plain: 11,
  expired: 12,
  wrong: 13,
  stranger: 14,
  tarpit: 15,
  garbage: 16,
  early: 17,
  escape: 18,
  flood: 19,
  nobody: 20,
  other: 21,
  refusing: 22,
} as const;
type Host = keyof typeof hosts;
const addressOf = (host: Host): string => `127.0.1.${hosts[host]}`;

describe('probe, against real mail servers', {
  skip: withoutNamed || withoutOpenssl || withoutSmtpServer,
  concurrency: 2,
}, () => {
  const ca = new Authority(),
    strangers = new Authority(),
    running: (Named | MailHostOnLoopback)[] = [],
    mailHosts: MailHostOnLoopback[] = [];
  let port = 0,
    dnsPort = 0,
    httpsPort = 0;
  const fqdn = (host: Host): string => `${host}.mail.example`;

  before(async () => {
    port = await freePort();
    dnsPort = await freePort();
    httpsPort = await freePort();
    const good = ca.issue([fqdn('good'), '*.other.example']),
      serve = async (host: Host, banner: string, pair: Pair | undefined): Promise<void> => {
        const server = await startMailHost(addressOf(host), port, banner, pair);
        running.push(server);
        mailHosts.push(server);
      };
    await serve('good', fqdn('good'), good);
    await serve('plain', fqdn('plain'), undefined);
    await serve('expired', fqdn('expired'), ca.issue([fqdn('expired')], ['20200101000000Z', '20200201000000Z']));
    await serve('wrong', fqdn('wrong'), ca.issue(['elsewhere.example']));
    await serve('stranger', fqdn('stranger'), strangers.issue([fqdn('stranger')]));
    await serve('other', 'localhost', ca.issue([fqdn('other')]));
    running.push(
      await startOddHost(addressOf('tarpit'), port, (socket) => socket.write('220-')),
      await startOddHost(addressOf('garbage'), port, (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')),
      await startOddHost(addressOf('early'), port, (socket) => {
        socket.write(`220 ${fqdn('early')} ESMTP\r\n`);
        socket.once('data', () => {
          socket.write('250-x\r\n250 STARTTLS\r\n');
          socket.once('data', () => socket.write('220 go\r\n250 injected\r\n'));
        });
      }),
      await startOddHost(addressOf('escape'), port, (socket) =>
        socket.write('220 \u001b]0;owned\u0007\u001b[2Jevil.example"},"x":{ ESMTP\r\n'),
      ),
      await startOddHost(addressOf('flood'), port, (socket) => socket.write(`220-${'x'.repeat(500)}\r\n`.repeat(5000))),
      await startOddHost(addressOf('refusing'), port, (socket) => socket.end('554 No service for you\r\n')),
    );
    const policy = ca.issue(['mta-sts.mail.example']);
    const web = createServer(policy, (request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain' });
      response.end(
        request.url === '/.well-known/mta-sts.txt'
          ? `version: STSv1\r\nmode: enforce\r\nmx: ${fqdn('good')}\r\nmax_age: 86400\r\n`
          : '',
      );
    });
    await new Promise<void>((resolve) => web.listen(httpsPort, '127.0.1.99', resolve));
    running.push({ stop: () => new Promise((resolve) => web.close(() => resolve())), mails: () => 0 });
    const spki = new X509Certificate(good.cert).publicKey.export({ type: 'spki', format: 'der' }),
      digest = createHash('sha256').update(spki).digest('hex'),
      head = '$TTL 60\n@ SOA ns hostmaster 1 7200 3600 1209600 60\n@ NS ns.mail.example.\n';
    running.push(
      await startNamed(RESOLVER, dnsPort, [
        {
          apex: 'mail.example.',
          text: [
            head,
            `ns A ${RESOLVER}`,
            ...Object.keys(hosts).map((host) => `${host} A ${addressOf(host as Host)}`),
            `_25._tcp.good TLSA 3 1 1 ${digest}`,
            `_25._tcp.wrong TLSA 3 1 1 ${digest}`,
            'mta-sts A 127.0.1.99',
            '',
          ].join('\n'),
        },
        {
          apex: '127.in-addr.arpa.',
          text: [
            head,
            ...Object.entries(hosts)
              .filter(([host]) => host !== 'plain')
              .map(
                ([host, number]) =>
                  `${number}.1.0 PTR ${host === 'stranger' ? 'nowhere.mail.example.' : `${host}.mail.example.`}`,
              ),
            '',
          ].join('\n'),
        },
      ]),
    );
  });
  after(async () => {
    assert.equal(
      mailHosts.reduce((sum, { mails }) => sum + mails(), 0),
      0,
      'mail was begun',
    );
    await Promise.all(running.map((server) => server.stop()));
  });

  const options = (): readonly string[] => [
    '--port',
    String(port),
    '--dns-server',
    `${RESOLVER}:${dnsPort}`,
    '--ca',
    ca.file,
  ];
  const probe = async (
    host: Host,
    ...more: readonly string[]
  ): Promise<ProbeReport & { readonly status: number | null }> => {
    const { out, err, status } = await zonewright(['probe', fqdn(host), '--json', ...options(), ...more]);
    if (out === '') throw new Error(`no report: ${err}`);
    return { ...(JSON.parse(out) as ProbeReport), status };
  };
  const bad = ({ addresses, notes }: ProbeReport): readonly string[] =>
    [...addresses.flatMap((one) => one.notes), ...notes]
      .filter(({ state }) => state !== 'good')
      .map(({ text }) => text);

  it('finds nothing wrong where all is right, and gives settings that check takes', async () => {
    const found = await probe('good', '--domain', 'mail.example', '--https-port', String(httpsPort));
    assert.deepEqual(bad(found), []);
    assert.equal(found.status, 0);
    const [one] = found.addresses;
    assert.equal(one?.startTls, 'yes');
    assert.deepEqual(one?.certificate?.names, [fqdn('good'), '*.other.example']);
    assert.ok(one?.notes.some(({ text }) => text === 'A TLSA record fits the certificate.'));
    assert.deepEqual(found.notes, [
      { state: 'good', text: `The MTA-STS policy of mail.example (enforce) allows ${fqdn('good')}.` },
    ]);
    const { asked, ...said } = hostSettings(found, 'good');
    assert.match(String(asked), /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(said, { banner: fqdn('good'), certificateNames: [fqdn('good'), '*.other.example'] });
    const cwd = folderWith({
      '.zonewright.json': JSON.stringify(found.settings),
      'example.com.zone':
        '$TTL 1h\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ NS ns1\n@ NS ns2.example.net.\nns1 A 192.0.2.1\n',
    });
    assert.equal((await zonewright(['check'], { cwd })).out, 'No findings in 1 file.\n');
  });

  const hostSettings = ({ settings }: ProbeReport, host: Host): Readonly<Record<string, unknown>> =>
    settings?.mail.hosts[fqdn(host)] ?? {};

  const cases: readonly (readonly [host: Host, startTls: string, ...patterns: readonly RegExp[]])[] = [
    ['plain', 'not-offered', /has no PTR record/, /doesn't offer STARTTLS/],
    ['expired', 'yes', /^The certificate expired on 2020-02-01\.$/],
    [
      'wrong',
      'yes',
      /^The certificate is for elsewhere\.example, not wrong\.mail\.example/,
      /^No TLSA record of wrong/,
    ],
    [
      'stranger',
      'yes',
      /says nowhere\.mail\.example, which doesn't resolve back/,
      /greets as stranger.* but the PTR/,
      /isn't trusted/,
    ],
    ['other', 'yes', /^other\.mail\.example doesn't greet with a full host name\.$/],
    ['garbage', 'not-reached', /sends something that is not SMTP/],
    ['early', 'failed', /fails in the TLS handshake/],
    ['flood', 'not-reached', /sends (?:more than is read|a reply of more than 64 lines)/],
    ['refusing', 'not-reached', /greets with 554: No service for you/],
    ['nobody', 'not-reached', /accepts no connections on that port/],
  ];
  for (const [host, startTls, ...patterns] of cases)
    it(`says what is wrong with a host that is ${host}`, async () => {
      const found = await probe(host),
        said = bad(found);
      assert.equal(found.addresses[0]?.startTls, startTls, said.join('\n'));
      assert.equal(said.length, patterns.length, said.join('\n'));
      for (const [k, pattern] of patterns.entries()) assert.match(said[k] ?? '', pattern);
    });

  it('gives a tarpit up', async () => {
    const started = Date.now(),
      found = await probe('tarpit');
    assert.match(bad(found).join(), /answers too slowly/);
    assert.ok(Date.now() - started < 60_000);
  });

  it('lets no host write to the terminal or into settings', async () => {
    const { out } = await zonewright(['probe', fqdn('escape'), ...options()]);
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f]/);
    const found = await probe('escape');
    assert.deepEqual(Object.keys(found.settings?.mail.hosts ?? {}), [fqdn('escape')]);
    assert.equal('banner' in hostSettings(found, 'escape'), false);
  });
});
