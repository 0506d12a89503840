/** Zones that BIND's `dnssec-signzone` signed: each of its signatures is taken for right, and none after its records were changed. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { allChecks } from '../../server/src/lint/rules/index.ts';
import { assertAgreement, dnssecSignzone } from '../oracles/oracle.ts';
import { lintFiles } from '../rules/lint-example.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zonewright-signed-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

const zone = `$TTL 3600
@ SOA NS1.Example.Net. hostmaster 2026010101 7200 3600 1209600 300
@ NS NS1.Example.Net.
@ NS ns2.example.org.
@ MX 10 Mail
@ TXT "v=spf1 mx -all" "two"
Mail A 192.0.2.25
mail 600 AAAA 2001:db8::25
*.wild TXT "every name"
_sip._tcp SRV 1 2 5060 MAIL
a.b.c CNAME Mail.example.com.
unknown TYPE65280 \\# 3 414243
sub NS ns.sub
sub DS 12345 13 2 a87f1b687ac0e57d2a081a2f282672334d90ed316d2b818ca9580ea384d92401
ns.sub A 192.0.2.53
svc HTTPS 1 . alpn=h2 ipv4hint=192.0.2.25
cased A6 64 ::1:2:3:4 Prefix.Example.COM.
cased RP Me.Example.com. Txt.Example.com.
cased MINFO A.Example.com. B.Example.com.
cased KX 10 Kx.Example.com.
cased NAPTR 10 10 "s" "x" "" Foo.Example.com.
cased AMTRELAY 10 0 3 Amt.Example.com.
cased IPSECKEY 10 3 2 Gw.Example.com. AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==
cased LP 10 L64.Example.com.
cased SVCB 1 Svc.Example.com. alpn=h2
cased AFSDB 1 Af.Example.com.
cased.dn DNAME Dn.Example.com.
`;

function signed(algorithm: string, chain: readonly string[]): string {
  const key = execFileSync(
    'dnssec-keygen',
    ['-K', folder, '-a', algorithm, ...(algorithm.startsWith('RSA') ? ['-b', '2048'] : []), 'example.com'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  ).trim();
  const file = path.join(folder, `${algorithm}.zone`),
    out = `${file}.signed`;
  writeFileSync(file, `${zone}${readFileSync(path.join(folder, `${key}.key`), 'utf8')}`);
  execFileSync(
    'dnssec-signzone',
    ['-K', folder, '-d', folder, '-z', '-P', ...chain, '-o', 'example.com', '-f', out, file, key],
    { stdio: 'ignore' },
  );
  return readFileSync(out, 'utf8');
}

const invalid = (text: string): number =>
  lintFiles([{ name: 'example.com.zone', text }], allChecks, { profile: 'strict' }).findings.filter(
    ({ code }) => code === 'rrsig/invalid',
  ).length;

describe('signatures of dnssec-signzone', { skip: dnssecSignzone.absent }, () => {
  for (const algorithm of ['RSASHA256', 'RSASHA512', 'ECDSAP256SHA256', 'ECDSAP384SHA384', 'ED25519', 'ED448']) {
    for (const chain of [[], ['-3', 'aabb']])
      it(`are right with ${algorithm} and ${chain.length === 0 ? 'NSEC' : 'NSEC3'}, and wrong when records change`, (t) => {
        const text = signed(algorithm, chain);
        assert.ok((text.match(/\bRRSIG\b/g) ?? []).length > 12, 'the zone is signed');
        const changes = [
          ['192.0.2.25\n', '192.0.2.25\n', 0],
          ['192.0.2.25\n', '192.0.2.26\n', 1],
          ['2026010101', '2026010102', 1],
          ['"every name"', '"every nam"', 1],
        ] as const;
        assertAgreement(
          t,
          dnssecSignzone,
          changes.flatMap(([before, after, wrong]) => {
            const found = invalid(text.replace(before, after));
            return found === wrong
              ? []
              : [
                  `with ${JSON.stringify(after)} for ${JSON.stringify(before)}, ${found} signatures are wrong, not ${wrong}`,
                ];
          }),
        );
      });
  }
});
