import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allChecks } from '../../../../server/src/lint/rules/index.ts';
import { applyFixes, lintFiles } from '../../../rules/lint-example.ts';
import { rsa2048 } from '../../mail/dkim/keys.ts';

const head =
  '$ORIGIN example.com.\n$TTL 3600\n@ IN SOA ns1.example.net. hostmaster.example.net. 2026010101 7200 3600 1209600 3600\n@ IN NS ns1.example.net.\n@ IN NS ns2.example.org.\n';

/** The text after the first fix of a rule's first finding. */
function fixed(code: string, lines: string): string {
  const files = [{ name: 'example.com.zone', text: head + lines }],
    found = lintFiles(files, allChecks).findings.find((finding) => finding.code === code),
    fix = found?.fixes[0];
  assert.ok(fix !== undefined, `${code} has a finding with a fix`);
  return applyFixes(files, [fix])[0]!.text.slice(head.length);
}

describe('a record that moves to the name where it belongs', () => {
  it('keeps its TTL and its comment', () => {
    assert.equal(
      fixed('dmarc/location', '@ 300 IN TXT "v=DMARC1; p=reject" ; since June\n@ A 192.0.2.80\n'),
      '_dmarc 300 IN TXT "v=DMARC1; p=reject" ; since June\n@ A 192.0.2.80\n',
    );
  });

  it('leaves its owner name to the record that had inherited it', () => {
    assert.equal(
      fixed('dmarc/location', '@ TXT "v=DMARC1; p=reject"\n  A 192.0.2.80\n'),
      '_dmarc TXT "v=DMARC1; p=reject"\n@  A 192.0.2.80\n',
    );
  });

  it('gets a name of its own where it had inherited one', () => {
    assert.equal(
      fixed('dmarc/location', '@ A 192.0.2.80\n  TXT "v=DMARC1; p=reject"\n  TXT "other"\n'),
      '@ A 192.0.2.80\n_dmarc  TXT "v=DMARC1; p=reject"\n@  TXT "other"\n',
    );
  });

  it('is named as the origin there wants it', () => {
    assert.equal(
      fixed(
        'dkim/owner',
        '$ORIGIN mail.example.com.\nsel.domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="\n',
      ),
      '$ORIGIN mail.example.com.\nsel._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="\n',
    );
  });

  it('is left alone where there is such a record already', () => {
    const { findings } = lintFiles(
      [
        {
          name: 'example.com.zone',
          text: `${head}@ A 192.0.2.80\n@ TXT "v=DMARC1; p=reject"\n_dmarc TXT "v=DMARC1; p=none; rua=mailto:a@example.com"\n`,
        },
      ],
      allChecks,
    );
    assert.deepEqual(
      findings.filter(({ code }) => code === 'dmarc/location').map(({ fix }) => fix),
      ['none'],
    );
  });
});

describe('a repaired DKIM key', () => {
  const pem = (a: string, b: string): string =>
    `sel._domainkey TXT "v=DKIM1; k=rsa; p=-----BEGIN PUBLIC KEY-----${a}" "${b}-----END PUBLIC KEY-----"\n`;

  it('stands in strings of 255 octets at most', () => {
    const text = fixed('dkim/p-headers', pem(rsa2048.slice(0, 200), rsa2048.slice(200)));
    const strings = [...text.matchAll(/"([^"]*)"/g)].map(([, string]) => string!);
    assert.ok(
      strings.length === 2 && strings.every(({ length }) => length <= 255),
      strings.map(({ length }) => length).join(' '),
    );
    assert.equal(strings.join(''), `v=DKIM1; k=rsa; p=${rsa2048}`);
  });

  it('loses no comment between its strings', () => {
    const text = fixed(
      'dkim/p-headers',
      `sel._domainkey TXT ( "v=DKIM1; p=-----BEGIN PUBLIC KEY-----${rsa2048.slice(0, 200)}" ; first half\n  "${rsa2048.slice(200)}-----END PUBLIC KEY-----" ) ; second half\n`,
    );
    assert.match(text, /; first half\n/);
    assert.match(text, /\) ; second half\n$/);
    assert.equal([...text.matchAll(/"([^"]*)"/g)].map(([, string]) => string!).join(''), `v=DKIM1; p=${rsa2048}`);
  });
});

describe('the fix for a domain without mail', () => {
  it('makes the set complete, whichever part is there', () => {
    for (const [code, there] of [
      ['mx/parked', '@ TXT "v=spf1 -all"\n@ A 192.0.2.80\n'],
      ['spf/parked', '@ MX 0 .\n_dmarc TXT "v=DMARC1; p=reject"\n'],
      ['dmarc/parked', '@ MX 0 .\n@ TXT "v=spf1 -all"\n'],
    ] as const) {
      const files = [{ name: 'example.com.zone', text: head + there }],
        strict = { profile: 'strict' } as const;
      const fix = lintFiles(files, allChecks, strict).findings.find((finding) => finding.code === code)?.fixes[0];
      assert.ok(fix !== undefined, code);
      const [after] = applyFixes(files, [fix]);
      assert.match(after!.text, /MX 0 \./);
      assert.match(after!.text, /"v=spf1 -all"/);
      assert.match(after!.text, /_dmarc +TXT "v=DMARC1; p=reject"/);
      assert.deepEqual(
        lintFiles([after!], allChecks, strict).findings.filter((finding) => finding.code.endsWith('/parked')),
        [],
      );
    }
  });
});
