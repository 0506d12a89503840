import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';

import {
  describeKey,
  dkimFromPaste,
  dkimKey,
  explainDkim,
  isDkim,
  parseDkim,
} from '../../../../server/src/mail/dkim/dkim.ts';
import { readKey } from '../../../../server/src/mail/dkim/dkim-key.ts';
import { publishedKey } from '../../../../server/src/mail/dkim/dkim-key.ts';
import { base64, ed25519, ed25519Spki, pem, pkcs1, rsa2048, spki } from './keys.ts';

describe('a DKIM key', () => {
  it('is read as OpenSSL wrote it', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const key = readKey(base64(publicKey.export({ type: 'spki', format: 'der' })), 'rsa');
    assert.ok(key.kind === 'rsa');
    assert.deepEqual([key.form, key.bits, key.exponent, key.trailing], ['spki', 1024, '65537', 0]);
    const bare = readKey(base64(publicKey.export({ type: 'pkcs1', format: 'der' })), 'rsa');
    assert.equal(publishedKey(bare), publishedKey(key), 'PKCS #1 is published as SubjectPublicKeyInfo');
  });

  it('is 32 octets for Ed25519, also where they come as SubjectPublicKeyInfo', () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const whole = publicKey.export({ type: 'spki', format: 'der' });
    assert.equal(publishedKey(readKey(base64(whole), 'ed25519')), base64(whole.subarray(12)));
    assert.equal(readKey(base64(whole.subarray(12)), 'ed25519').kind, 'ed25519');
  });

  it('is missing, revoked, cut off, or no key at all', () => {
    const kinds = ['v=DKIM1', 'p=', `p=${rsa2048.slice(0, 240)}`, 'p=AAAA', 'p=MC'].map(
      (text) => dkimKey(parseDkim(text)).kind,
    );
    assert.deepEqual(kinds, ['missing', 'revoked', 'truncated', 'notDer', 'notBase64']);
  });

  it('does not break on hostile DER', () => {
    const deep = Buffer.concat([Buffer.from([0x30, 0x82, 0x75, 0x30]), Buffer.from('3080'.repeat(15_000), 'hex')]);
    assert.equal(readKey(base64(deep), 'rsa').kind, 'notDer');
    assert.equal(readKey(base64(Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff])), 'rsa').kind, 'notDer');
  });
});

describe('a text that was meant as a DKIM key', () => {
  const meant = [
    'v=DKIM1; p=',
    'V=dkim1;p=x',
    'k=rsa; v=DKIM1; p=x',
    'v=DKIM; p=x',
    'v=DIKM1; p=x',
    'k=rsa; p=x',
    `p=${rsa2048}`,
    '"v=DKIM1; p=x"',
  ];
  const other = [
    '',
    'v=spf1 -all',
    'v=DMARC1; p=none',
    'v=BIMI1; l=',
    'p=none',
    'o=-; r=a@example.com',
    'google-site-verification=abc',
  ];

  it('is told from other texts', () => {
    assert.deepEqual(
      meant.filter((text) => !isDkim(text)),
      [],
    );
    assert.deepEqual(
      other.filter((text) => isDkim(text)),
      [],
    );
  });
});

describe('a DKIM record in plain words', () => {
  it('is explained tag by tag', () => {
    const text = `v=DKIM1; k=rsa; t=y:q; s=tlsrpt; n=x; z; h=sha256; g=*; u=1; p=${rsa2048}`;
    const words = explainDkim(parseDkim(text)).map(
      (part) => `${text.slice(part.start, part.end).slice(0, 8)} → ${part.text}`,
    );
    assert.deepEqual(words, [
      'v=DKIM1 → DKIM key record, version 1',
      'k=rsa → Key type rsa',
      't=y:q → Flags: test mode, receivers treat mail whose signature fails as unsigned; "q", which is unknown and ignored',
      's=tlsrpt → The key is for TLS reports (RFC 8460)',
      'n=x → A note for humans; verifiers ignore it',
      'z → Not a tag',
      'h=sha256 → Hash algorithms that signatures with this key may use: sha256',
      'g=* → Granularity, obsolete and ignored since RFC 6376',
      'u=1 → Unknown tag, ignored by verifiers',
      'p=MIIBIj → RSA key of 2048 bits',
    ]);
  });

  it('names every kind of key', () => {
    const values = [base64(ed25519), '', rsa2048.slice(0, 240), 'QUJD', base64(ed25519Spki)];
    assert.deepEqual(
      values.map((value) => describeKey(readKey(value, 'ed25519'))),
      [
        'Ed25519 key',
        'No key: this selector is revoked, so every signature that names it fails',
        'A key cut off after 180 of 294 octets',
        '3 octets instead of the 32 of an Ed25519 key',
        'Ed25519 key',
      ],
    );
  });
});

describe('pasted text', () => {
  const record = `v=DKIM1; k=rsa; p=${rsa2048}`;
  const key = (pasted: string) => {
    const result = dkimFromPaste(pasted);
    assert.ok(result.kind === 'key', JSON.stringify(result));
    return result;
  };

  it('may be a PEM public key of either form', () => {
    assert.equal(key(pem(spki(2048))).text, record);
    assert.equal(key(pem(pkcs1(2048), 'RSA PUBLIC KEY')).text, record);
    assert.equal(key(pem(ed25519Spki)).text, `v=DKIM1; k=ed25519; p=${base64(ed25519)}`);
  });

  it('is cut into strings of 255 octets', () => {
    const { strings, text } = key(pem(spki(2048)));
    assert.deepEqual(
      strings.map((string) => string.length),
      [255, text.length - 255],
    );
    assert.equal(strings.join(''), text);
  });

  it('may be base64 alone, in lines', () => {
    assert.equal(key(`${rsa2048.slice(0, 64)}\n${rsa2048.slice(64)}\n`).text, record);
  });

  it('may be the text of a record', () => {
    assert.equal(key(record).text, record);
    assert.equal(key(`k=rsa; t=s; p=${rsa2048}`).text, `v=DKIM1; k=rsa; t=s; p=${rsa2048}`);
    assert.equal(key(`v=DKIM1\\; k=rsa\\; p=${rsa2048}`).text, record);
    assert.equal(key(`p=${rsa2048}`).text, record);
  });

  it('may be the file that opendkim-genkey writes', () => {
    const file = `mail._domainkey\tIN\tTXT\t( "v=DKIM1; h=sha256; k=rsa; "\n\t  "p=${rsa2048.slice(0, 200)}"\n\t  "${rsa2048.slice(200)}" )  ; ----- DKIM key mail for example.com`;
    const { selector, domain, text } = key(file);
    assert.deepEqual([selector, domain, text], ['mail', undefined, `v=DKIM1; k=rsa; h=sha256; p=${rsa2048}`]);
  });

  it('may be a page of a provider with host and value', () => {
    const { selector, domain, text } = key(`Host: k1._domainkey.mg.example.com\nType: TXT\nValue: k=rsa; p=${rsa2048}`);
    assert.deepEqual([selector, domain, text], ['k1', 'mg.example.com', record]);
  });

  it('may be an alias to the key at a provider', () => {
    assert.deepEqual(dkimFromPaste('s1._domainkey.example.com. 300 IN CNAME s1.domainkey.u1.wl.example.net.'), {
      kind: 'alias',
      selector: 's1',
      domain: 'example.com',
      target: 's1.domainkey.u1.wl.example.net.',
    });
  });

  it('is refused with the reason where it is no public key', () => {
    const reasons = [
      '',
      pem(spki(2048), 'PRIVATE KEY'),
      pem(spki(2048), 'RSA PRIVATE KEY'),
      pem(spki(2048), 'CERTIFICATE'),
      'hello',
      'v=DKIM1; p=',
      'v=spf1 -all',
    ].map(dkimFromPaste);
    assert.deepEqual(
      reasons.map((result) => (result.kind === 'refused' ? result.reason : result.kind)),
      ['empty', 'privateKey', 'privateKey', 'certificate', 'notAKey', 'notAKey', 'notAKey'],
    );
  });

  it('is refused where its end was not copied', () => {
    const whole = pem(spki(2048), 'PUBLIC KEY');
    for (const cut of [
      whole.slice(0, 100),
      whole.slice(0, 300),
      rsa2048.slice(0, 70),
      `s1._domainkey TXT "v=DKIM1; p=${rsa2048.slice(0, 150)}"`,
    ])
      assert.deepEqual(dkimFromPaste(cut), { kind: 'refused', reason: 'cutOff' });
  });
});
