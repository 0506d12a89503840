import { rowsOf } from '../../findings/rows.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import {
  dkimProblems,
  dkimSetProblems,
  firstSelectors,
  parseDkim,
  sameKeyProblem,
} from '../../../../server/src/mail/dkim/dkim.ts';
import { testRecords } from '../marked.ts';
import { base64, ecdsaKey, ed25519, ed25519Spki, pkcs1, rsa2048, spki } from './keys.ts';

const problemsOf = (text: string) => dkimProblems(parseDkim(text));
const short = (octets: Uint8Array): string => base64(octets);
const edKey = base64(ed25519);

describe('a DKIM key record with one mistake', () => {
  testRecords({
    rules: rowsOf('dkim'),
    problemsOf,
    elsewhere: [
      'dkim/alias-form',
      'dkim/none',
      'dkim/not-a-key',
      'dkim/owner',
      'dkim/wildcard',
      'dkim/policy-record',
      'dkim/multiple-txt',
      'dkim/same-key-two-selectors',
    ],
    broken: [
      {
        says: 'has the version behind another tag',
        text: `k=rsa; «v=DKIM1»; p=${rsa2048}`,
        code: 'dkim/version-not-first',
        message: 'notFirst',
        fixed: `v=DKIM1; k=rsa; p=${rsa2048}`,
      },
      {
        says: 'has the version at the end',
        text: `p=${rsa2048}; «v=DKIM1»`,
        code: 'dkim/version-not-first',
        message: 'notFirst',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has the version in small letters',
        text: `v=«dkim1»; p=${rsa2048}`,
        code: 'dkim/version-bad',
        message: 'bad',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has an empty version',
        text: `«v=»; p=${rsa2048}`,
        code: 'dkim/version-bad',
        message: 'bad',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      { says: 'has no key', text: '«v=DKIM1; k=rsa»', code: 'dkim/p-missing', message: 'missing' },
      { says: 'is revoked', text: 'v=DKIM1; «p=»', code: 'dkim/p-empty', message: 'revoked' },
      {
        says: 'is revoked with a space for a key',
        text: 'v=DKIM1; «p=» ; t=s',
        code: 'dkim/p-empty',
        message: 'revoked',
      },
      {
        says: 'has a quote inside the key',
        text: `v=DKIM1; p=${rsa2048.slice(0, 100)}«"»${rsa2048.slice(100)}`,
        code: 'dkim/p-base64',
        message: 'character',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has a character of another alphabet in the key',
        text: 'v=DKIM1; p=MIG«_»MA0GCSqGSIb3',
        code: 'dkim/p-base64',
        message: 'character',
      },
      {
        says: 'has base64 that stops in a group',
        text: 'v=DKIM1; p=QUJDR«A»',
        code: 'dkim/p-base64',
        message: 'padding',
      },
      {
        says: 'has a space inside the key',
        text: `v=DKIM1; p=${rsa2048.slice(0, 64)}« »${rsa2048.slice(64)}`,
        code: 'dkim/p-whitespace',
        message: 'space',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has the PEM lines around the key',
        text: `v=DKIM1; p=«-----BEGIN PUBLIC KEY-----»${rsa2048}-----END PUBLIC KEY-----`,
        code: 'dkim/p-headers',
        message: 'header',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has the PEM lines of PKCS #1 around the key',
        text: `v=DKIM1; p=«-----BEGIN RSA PUBLIC KEY-----» ${base64(pkcs1(2048))} -----END RSA PUBLIC KEY-----`,
        code: 'dkim/p-headers',
        message: 'header',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'publishes the private key',
        text: 'v=DKIM1; p=«-----BEGIN RSA PRIVATE KEY-----»MIICXQIBAAKBgQ==-----END RSA PRIVATE KEY-----',
        code: 'dkim/p-headers',
        message: 'privateKey',
      },
      {
        says: 'was cut off at 255 octets',
        text: `v=DKIM1; p=«${rsa2048.slice(0, 244)}»`,
        code: 'dkim/p-truncated',
        message: 'truncated',
      },
      { says: 'has base64 that is no key', text: 'v=DKIM1; p=«aGVsbG8gd29ybGQ=»', code: 'dkim/p-der', message: 'der' },
      {
        says: 'has an ECDSA key',
        text: `v=DKIM1; p=«${base64(ecdsaKey())}»`,
        code: 'dkim/p-der',
        message: 'algorithm',
      },
      {
        says: 'has octets after the key',
        text: `v=DKIM1; p=«${base64(Buffer.concat([spki(2048), Buffer.from('abc')]))}»`,
        code: 'dkim/p-trailing-data',
        message: 'trailing',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has a key type that does not exist',
        text: `v=DKIM1; k=«ecdsa»; p=${rsa2048}`,
        code: 'dkim/k-unknown',
        message: 'unknown',
      },
      {
        says: 'has the key type in capitals',
        text: `v=DKIM1; k=«RSA»; p=${rsa2048}`,
        code: 'dkim/k-unknown',
        message: 'near',
        fixed: `v=DKIM1; k=rsa; p=${rsa2048}`,
      },
      {
        says: 'has a mistyped Ed25519',
        text: `v=DKIM1; k=«ed-25519»; p=${edKey}`,
        code: 'dkim/k-unknown',
        message: 'near',
        fixed: `v=DKIM1; k=ed25519; p=${edKey}`,
      },
      {
        says: 'says Ed25519 of an RSA key',
        text: `v=DKIM1; k=ed25519; p=«${rsa2048}»`,
        code: 'dkim/k-mismatch',
        message: 'rsaInEd25519',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has an Ed25519 key without saying so',
        text: `v=DKIM1; p=«${edKey}»`,
        code: 'dkim/k-mismatch',
        message: 'ed25519InRsa',
        fixed: `v=DKIM1; k=ed25519; p=${edKey}`,
      },
      {
        says: 'says RSA of an Ed25519 key',
        text: `v=DKIM1; k=rsa; p=«${edKey}»`,
        code: 'dkim/k-mismatch',
        message: 'ed25519InRsa',
        fixed: `v=DKIM1; k=ed25519; p=${edKey}`,
      },
      {
        says: 'has an Ed25519 key of 31 octets',
        text: `v=DKIM1; k=ed25519; p=«${base64(ed25519.subarray(1))}»`,
        code: 'dkim/ed25519-length',
        message: 'length',
      },
      {
        says: 'has an Ed25519 key in a SubjectPublicKeyInfo',
        text: `v=DKIM1; k=ed25519; p=«${base64(ed25519Spki)}»`,
        code: 'dkim/ed25519-length',
        message: 'spki',
        fixed: `v=DKIM1; k=ed25519; p=${edKey}`,
      },
      {
        says: 'has an RSA key of 512 bits',
        text: `v=DKIM1; p=«${short(spki(512))}»`,
        code: 'dkim/rsa-short',
        message: 'refused',
        severity: 'error',
      },
      {
        says: 'has an RSA key of 1024 bits',
        text: `v=DKIM1; p=«${short(spki(1024))}»`,
        code: 'dkim/rsa-short',
        message: 'weak',
        severity: 'warning',
      },
      {
        says: 'has an RSA key of 8192 bits',
        text: `v=DKIM1; p=«${short(spki(8192))}»`,
        code: 'dkim/rsa-long',
        message: 'long',
      },
      {
        says: 'has the exponent 1',
        text: `v=DKIM1; p=«${short(spki(2048, [1]))}»`,
        code: 'dkim/rsa-exponent',
        message: 'invalid',
      },
      {
        says: 'has an even exponent',
        text: `v=DKIM1; p=«${short(spki(2048, [1, 0, 0]))}»`,
        code: 'dkim/rsa-exponent',
        message: 'invalid',
      },
      {
        says: 'has the exponent 3',
        text: `v=DKIM1; p=«${short(spki(2048, [3]))}»`,
        code: 'dkim/rsa-exponent',
        message: 'small',
        severity: 'information',
      },
      {
        says: 'has a bare RSAPublicKey',
        text: `v=DKIM1; k=rsa; p=«${short(pkcs1(2048))}»`,
        code: 'dkim/rsa-pkcs1-not-spki',
        message: 'pkcs1',
        fixed: `v=DKIM1; k=rsa; p=${rsa2048}`,
      },
      {
        says: 'allows SHA-1 only',
        text: `v=DKIM1; h=«sha1»; p=${rsa2048}`,
        code: 'dkim/h-sha1-only',
        message: 'sha1',
        fixed: `v=DKIM1; h=sha256; p=${rsa2048}`,
      },
      {
        says: 'has one unknown hash beside a known one',
        text: `v=DKIM1; h=sha256:«md5»; p=${rsa2048}`,
        code: 'dkim/h-unknown',
        message: 'ignored',
        fixed: `v=DKIM1; h=sha256; p=${rsa2048}`,
      },
      {
        says: 'has an unknown hash first',
        text: `v=DKIM1; h=«md5» : sha256; p=${rsa2048}`,
        code: 'dkim/h-unknown',
        message: 'ignored',
        fixed: `v=DKIM1; h=sha256; p=${rsa2048}`,
      },
      {
        says: 'writes the hash with a hyphen',
        text: `v=DKIM1; h=«sha-256»; p=${rsa2048}`,
        code: 'dkim/h-unknown',
        message: 'none',
        severity: 'error',
        fixed: `v=DKIM1; h=sha256; p=${rsa2048}`,
      },
      {
        says: 'is for a service that does not exist',
        text: `v=DKIM1; s=«mailto»; p=${rsa2048}`,
        code: 'dkim/s-unknown',
        message: 'none',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'is for e-mail and for a service that does not exist',
        text: `v=DKIM1; s=email:«news»; p=${rsa2048}`,
        code: 'dkim/s-unknown',
        message: 'ignored',
        fixed: `v=DKIM1; s=email; p=${rsa2048}`,
      },
      {
        says: 'has an unknown flag',
        text: `v=DKIM1; t=s:«x»; p=${rsa2048}`,
        code: 'dkim/t-unknown',
        message: 'ignored',
        fixed: `v=DKIM1; t=s; p=${rsa2048}`,
      },
      {
        says: 'has the flag s in capitals',
        text: `v=DKIM1; t=«S»; p=${rsa2048}`,
        code: 'dkim/t-unknown',
        message: 'ignored',
        fixed: `v=DKIM1; t=s; p=${rsa2048}`,
      },
      {
        says: 'is in test mode',
        text: `v=DKIM1; t=«y»; p=${rsa2048}`,
        code: 'dkim/t-testing',
        message: 'testing',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'is in test mode and forbids subdomains',
        text: `v=DKIM1; t=«y»:s; p=${rsa2048}`,
        code: 'dkim/t-testing',
        message: 'testing',
        fixed: `v=DKIM1; t=s; p=${rsa2048}`,
      },
      {
        says: 'has a granularity',
        text: `v=DKIM1; «g=*»; p=${rsa2048}`,
        code: 'dkim/g-tag',
        message: 'obsolete',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has a note with a bare equals sign',
        text: `v=DKIM1; n=key«=»one; p=${rsa2048}`,
        code: 'dkim/n-note',
        message: 'encoding',
        fixed: `v=DKIM1; n=key=3Done; p=${rsa2048}`,
      },
      {
        says: 'has a word that is no tag',
        text: `v=DKIM1; «rsa»; p=${rsa2048}`,
        code: 'dkim/tag-syntax',
        message: 'noEquals',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has a colon behind a tag',
        text: `v=DKIM1; k«:»rsa; p=${rsa2048}`,
        code: 'dkim/tag-syntax',
        message: 'colon',
        fixed: `v=DKIM1; k=rsa; p=${rsa2048}`,
      },
      {
        says: 'forgets p= before the key',
        text: `v=DKIM1; k=rsa; «${base64(spki(2048)).replace(/=+$/, '')}»`,
        code: 'dkim/tag-syntax',
        message: 'keyWithoutTag',
        fixed: `v=DKIM1; k=rsa; p=${base64(spki(2048)).replace(/=+$/, '')}`,
      },
      {
        says: 'forgets a semicolon',
        text: `v=DKIM1 «p»=${rsa2048}`,
        code: 'dkim/tag-syntax',
        message: 'missingSemicolon',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has two semicolons',
        text: `v=DKIM1;«;» p=${rsa2048}`,
        code: 'dkim/tag-syntax',
        message: 'empty',
        severity: 'warning',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has a tag whose name is no name',
        text: `v=DKIM1; «x-y»=1; p=${rsa2048}`,
        code: 'dkim/tag-syntax',
        message: 'name',
      },
      {
        says: 'has an octet that is no ASCII',
        text: `v=DKIM1; n=caf«é»; p=${rsa2048}`,
        code: 'dkim/tag-syntax',
        message: 'octet',
        fixed: `v=DKIM1; n=caf; p=${rsa2048}`,
      },
      {
        says: 'has a tag twice',
        text: `v=DKIM1; k=rsa; «k»=rsa; p=${rsa2048}`,
        code: 'dkim/tag-duplicate',
        message: 'duplicate',
        fixed: `v=DKIM1; k=rsa; p=${rsa2048}`,
      },
      {
        says: 'has an unknown tag',
        text: `v=DKIM1; «q»=dns; p=${rsa2048}`,
        code: 'dkim/tag-unknown',
        message: 'ignored',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has the key tag in capitals',
        text: `v=DKIM1; «P»=${rsa2048}`,
        code: 'dkim/tag-unknown',
        message: 'case',
        severity: 'error',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
      {
        says: 'has a literal backslash before a semicolon',
        text: `v=DKIM1«\\»; p=${rsa2048}`,
        code: 'dkim/backslash-semicolon',
        message: 'backslash',
        fixed: `v=DKIM1; p=${rsa2048}`,
      },
    ],
    good: {
      'a key with all tags is right': `v=DKIM1; h=sha256; k=rsa; n=made=202026; s=email; t=s; p=${rsa2048}`,
      'a key with nothing but p= is right': `p=${rsa2048}`,
      'a final semicolon is right': `v=DKIM1;p=${rsa2048};`,
      'white space around = and ; is right': ` v = DKIM1 ;\tk = rsa ; p = ${rsa2048} ; `,
      'an Ed25519 key is right': `v=DKIM1; k=ed25519; p=${edKey}`,
      'a key of 4096 bits is right': `v=DKIM1; k=rsa; p=${base64(spki(4096))}`,
      'both hashes are right': `v=DKIM1; h=sha1:sha256; p=${rsa2048}`,
      'the service tlsrpt of RFC 8460 is right': `v=DKIM1; s=email:tlsrpt; p=${rsa2048}`,
    },
  });
});

describe('DKIM keys of one domain', () => {
  it('are one record a selector', () => {
    assert.deepEqual(dkimSetProblems([`v=DKIM1; p=${rsa2048}`]), []);
    const [second, ...more] = dkimSetProblems([`v=DKIM1; p=${rsa2048}`, 'v=DKIM1; p=']);
    assert.deepEqual(more, []);
    assert.deepEqual(second, {
      code: 'dkim/multiple-txt',
      message: 'several',
      args: { count: 2 },
      start: 0,
      end: 11,
      record: 1,
    });
  });

  it('are different for each selector', () => {
    const keys = [
      { selector: 'a', text: `v=DKIM1; p=${rsa2048}` },
      { selector: 'b', text: `v=DKIM1; k=ed25519; p=${edKey}` },
      { selector: 'c', text: `k=rsa; p=${rsa2048}` },
      { selector: 'd', text: 'v=DKIM1; p=' },
      { selector: 'e', text: 'v=DKIM1; p=' },
    ];
    const firstOf = firstSelectors(keys);
    assert.deepEqual(
      keys.map((key) => sameKeyProblem(key, firstOf)),
      [
        undefined,
        undefined,
        { code: 'dkim/same-key-two-selectors', message: 'same', args: { first: 'a', second: 'c' } },
        undefined,
        undefined,
      ],
    );
  });
});

describe('any text', () => {
  it('gives findings inside the text, and never throws', () => {
    const pieces = [
      'v=DKIM1',
      'dkim1',
      ';',
      ' ',
      '=',
      'p=',
      'k=rsa',
      'k=ed25519',
      'h=sha1:x',
      't=y',
      rsa2048,
      edKey,
      '\\',
      '"',
      '\u00ff',
      '-----BEGIN',
      'MIIB',
    ];
    const texts = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 10 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        for (const problem of problemsOf(text)) {
          assert.ok(0 <= problem.start && problem.start <= problem.end && problem.end <= text.length);
          let at = 0;
          for (const edit of problem.fix?.edits ?? []) {
            assert.ok(at <= edit.start && edit.start <= edit.end && edit.end <= text.length);
            at = edit.end;
          }
        }
      }),
    );
  });
});
