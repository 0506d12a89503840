/** The seven steps of docs/mail-story.md with a real name server and real mail servers: the files are right, and what is live is not. */

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { folderWith, zonewright } from '../cli/cli.ts';
import { Authority, withoutOpenssl } from './certificates.ts';
import { startMailHost, withoutSmtpServer } from './mail-hosts.ts';
import { freePort, startNamed, withoutNamed } from './named.ts';

const DNS = '127.0.2.1',
  MAIL = '127.0.2.40';

const zone = (...lines: readonly string[]): string =>
  ['$TTL 3600', '@ SOA ns1 hostmaster 1 7200 3600 1209600 3600', '@ NS ns1', `ns1 A ${DNS}`, ...lines, ''].join('\n');

const file = zone(
  '@ MX 10 smtp',
  `smtp A ${MAIL}`,
  'sales MX 10 smtp',
  '@ TXT "v=spf1 mx include:_spf.example.net -all"',
);

const includes = `_spf TXT "v=spf1 ${Array.from({ length: 10 }, (_, k) => `a:ns1.e${k}.example.net`).join(' ')} -all"`;

describe('the seven steps, live', { skip: withoutNamed || withoutOpenssl || withoutSmtpServer, concurrency: 1 }, () => {
  const stops: (() => Promise<void>)[] = [];
  let dnsPort = 0,
    smtpPort = 0,
    ca: Authority;
  before(async () => {
    ca = new Authority();
    dnsPort = await freePort();
    smtpPort = await freePort();
    const mail = await startMailHost(MAIL, smtpPort, 'mail.shudnow.net', ca.issue(['mail.shudnow.net']));
    const named = await startNamed(DNS, dnsPort, [
      // 1: no address. 2: the MX without its dot. 3: the child domain's MX elsewhere.
      {
        apex: 'shudnow.net.',
        text: zone(
          '@ MX 10 smtp.shudnow.net',
          'sales MX 10 old.example.net.',
          '@ TXT "v=spf1 mx include:_spf.example.net -all"',
        ),
      },
      // 4: the address leads to another name.
      { apex: '127.in-addr.arpa.', text: zone('40.2.0 PTR host-40.example.net.') },
      // 7: the SPF record that ours includes needs too many lookups.
      { apex: 'example.net.', text: zone(includes, `host-40 A ${MAIL}`) },
    ]);
    stops.push(
      () => mail.stop(),
      () => named.stop(),
    );
  });
  after(async () => {
    await Promise.all(stops.map((stop) => stop()));
  });

  const run = async (args: readonly string[]): Promise<string> => {
    const { out, err } = await zonewright([...args, '--dns-server', `${DNS}:${dnsPort}`], {
      cwd: folderWith({ 'shudnow.net.zone': file, '.zonewright.json': '{}' }),
    });
    return out + err;
  };

  it('1 to 3: the address, the MX and the child domain differ on the server', async () => {
    const out = await run(['live', '--no-delegation', '--server', `${DNS}:${dnsPort}`]);
    assert.match(out, /MISSING smtp\.shudnow\.net\. A\n {4}file {2}3600 127\.0\.2\.40/);
    assert.match(
      out,
      /DIFFERENT shudnow\.net\. MX\n.*10 smtp\.shudnow\.net\.\n.*10 smtp\.shudnow\.net\.shudnow\.net\./,
    );
    assert.match(out, /DIFFERENT sales\.shudnow\.net\. MX\n.*10 smtp\.shudnow\.net\.\n.*10 old\.example\.net\./);
  });

  it('4 to 6: the PTR record, the greeting and the certificate have other names', async () => {
    const out = await run(['mail', 'shudnow.net', '.', '--live', '--port', String(smtpPort), '--ca', ca.file]);
    assert.match(out, /PTR: host-40\.example\.net/);
    assert.match(out, /greets as mail\.shudnow\.net, but the PTR record of 127\.0\.2\.40 says host-40\.example\.net/);
    assert.match(out, /The certificate is for mail\.shudnow\.net, not smtp\.shudnow\.net/);
    assert.match(out, /Live: \d+ names asked of 127\.0\.2\.1 port \d+, \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
  });

  it('7: the included SPF record needs too many lookups, which check finds with --live and says so', async () => {
    const args = ['check', '--rule', 'mx/private=off'];
    const live = await run([...args, '--live']);
    assert.match(live, /\(live DNS, asked \d{4}-\d\d-\d\d \d\d:\d\d UTC\)/);
    const { out } = await zonewright(args, { cwd: folderWith({ 'shudnow.net.zone': file }) });
    assert.doesNotMatch(out, /live DNS/);
  });
});
