import { codeTable } from '../../../../server/src/findings/codes/index.ts';
import { rowsOf, withMessages } from '../../findings/rows.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  daneHostFindings,
  explainTlsa,
  parseTlsa,
  tlsaBaseFindings,
  tlsaProblems,
  tlsaSetProblems,
} from '../../../../server/src/mail/dane/dane.ts';
import { fillTemplate } from '../../../../server/src/findings/template.ts';
import { testAnyText } from '../any-text.ts';
import { spki } from '../dkim/keys.ts';
import { testRecords } from '../marked.ts';

const smtp = (text: string) => tlsaProblems(parseTlsa(text), { port: 25 });
const sha256 = 'ab'.repeat(32);
const sha512 = 'cd'.repeat(64);
const publicKey = Buffer.from(spki(2048)).toString('hex');

describe('a TLSA record with one mistake', () => {
  testRecords({
    // The reader tells fields that are no numbers before the checks see the record, so in a zone there is no fix for them.
    rules: {
      ...rowsOf('tlsa'),
      ...Object.fromEntries(
        (['tlsa/usage', 'tlsa/selector', 'tlsa/matching'] as const).map((code) => [
          code,
          { ...codeTable[code], fix: 'safe' },
        ]),
      ),
      'tlsa/hex': withMessages(codeTable['tlsa/hex'], 'digit', 'odd', 'colons'),
    },
    problemsOf: smtp,
    elsewhere: [
      'tlsa/owner',
      'tlsa/wildcard-port',
      'tlsa/sha512-only',
      'tlsa/rollover-single',
      'tlsa/host-missing',
      'tlsa/not-mx',
      'tlsa/partial-mx',
      'tlsa/mx-cname',
      'tlsa/unsigned-zone',
    ],
    broken: [
      {
        says: 'has the usage in words',
        text: `«DANE-EE» 1 1 ${sha256}`,
        code: 'tlsa/usage',
        message: 'number',
        fixed: `3 1 1 ${sha256}`,
      },
      {
        says: 'has an unassigned usage',
        text: `«4» 1 1 ${sha256}`,
        code: 'tlsa/usage',
        message: 'unassigned',
        severity: 'warning',
      },
      { says: 'has a usage over 255', text: `«256» 1 1 ${sha256}`, code: 'tlsa/usage', message: 'number' },
      {
        says: 'has the selector in words',
        text: `3 «spki» 1 ${sha256}`,
        code: 'tlsa/selector',
        message: 'number',
        fixed: `3 1 1 ${sha256}`,
      },
      {
        says: 'has an unassigned selector',
        text: `3 «2» 1 ${sha256}`,
        code: 'tlsa/selector',
        message: 'unassigned',
        severity: 'warning',
      },
      {
        says: 'has the matching type in words',
        text: `3 1 «SHA2-256» ${sha256}`,
        code: 'tlsa/matching',
        message: 'number',
        fixed: `3 1 1 ${sha256}`,
      },
      {
        says: 'has an unassigned matching type',
        text: `3 1 «3» ${sha256}`,
        code: 'tlsa/matching',
        message: 'unassigned',
        severity: 'warning',
      },
      { says: 'has no data', text: '«3 1 1»', code: 'syn/missing-rdata', message: 'field' },
      { says: 'has a digit that is none', text: `3 1 1 ${'ab'.repeat(31)}a«g»`, code: 'tlsa/hex', message: 'digit' },
      { says: 'has an odd number of digits', text: `3 1 1 «${sha256.slice(1)}»`, code: 'tlsa/hex', message: 'odd' },
      {
        says: 'has colons as OpenSSL prints them',
        text: `3 1 1 «${'AB:'.repeat(31)}AB»`,
        code: 'tlsa/hex',
        message: 'colons',
        fixed: `3 1 1 ${'AB'.repeat(32)}`,
      },
      {
        says: 'has a digest that was cut off',
        text: `3 1 1 «${'ab'.repeat(31)}»`,
        code: 'tlsa/digest-length',
        message: 'length',
      },
      { says: 'has a SHA-1 digest', text: `3 1 2 «${'ab'.repeat(20)}»`, code: 'tlsa/digest-length', message: 'length' },
      {
        says: 'says SHA-512 of a SHA-256 digest',
        text: `3 1 2 «${sha256}»`,
        code: 'tlsa/digest-length',
        message: 'sha256',
        fixed: `3 1 1 ${sha256}`,
      },
      {
        says: 'says SHA-256 of a SHA-512 digest',
        text: `3 1 1 «${sha512}»`,
        code: 'tlsa/digest-length',
        message: 'sha512',
        fixed: `3 1 2 ${sha512}`,
      },
      {
        says: 'says of a digest that it is the whole certificate',
        text: `2 0 0 «${sha256}»`,
        code: 'tlsa/digest-length',
        message: 'sha256',
        fixed: `2 0 1 ${sha256}`,
      },
      {
        says: 'has something else than a certificate',
        text: `3 0 0 «${publicKey}»`,
        code: 'tlsa/digest-length',
        message: 'notDer',
      },
      {
        says: 'has a usage that SMTP does not use',
        text: `«1» 1 1 ${sha256}`,
        code: 'tlsa/usage-pkix-smtp',
        message: 'pkix',
        fixed: `3 1 1 ${sha256}`,
      },
      {
        says: 'has the authority of a usage that SMTP does not use',
        text: `«0» 0 1 ${sha256}`,
        code: 'tlsa/usage-pkix-smtp',
        message: 'pkix',
        fixed: `2 0 1 ${sha256}`,
      },
      { says: 'has the whole public key', text: `3 1 «0» ${publicKey}`, code: 'tlsa/matching-0', message: 'full' },
      {
        says: 'has the certificate of the server',
        text: `3 «0» 1 ${sha256}`,
        code: 'tlsa/selector-advice',
        message: 'endEntity',
      },
      {
        says: 'has the key of a trust anchor',
        text: `2 «1» 1 ${sha256}`,
        code: 'tlsa/selector-advice',
        message: 'trustAnchor',
      },
    ],
    good: {
      '3 1 1 is right': `3 1 1 ${sha256}`,
      '2 0 1 is right': `2 0 1 ${sha256}`,
      '3 1 2 is right': `3 1 2 ${sha512}`,
      'capitals, spaces and parentheses are right': `3 1 1 ( ${sha256.slice(0, 20).toUpperCase()} ${sha256.slice(20)} )`,
      'private use is right': '255 255 255 00',
    },
  });
  testAnyText(['3 1 1', '3', '256', sha256, '(', ')', 'AB:CD', 'x'], smtp);

  it('may use the public authorities for other services than SMTP', () => {
    assert.deepEqual(tlsaProblems(parseTlsa(`1 1 1 ${sha256}`), { port: 443 }), []);
  });
});

describe('the TLSA records of one name', () => {
  const found = (...texts: readonly string[]) => tlsaSetProblems(texts).map(({ code }) => code);

  it('want SHA-256 among them, and one for the next key', () => {
    assert.deepEqual(found(`3 1 1 ${sha256}`, `3 1 1 ${sha256}`), []);
    assert.deepEqual(found(`3 1 1 ${sha256}`), ['tlsa/rollover-single']);
    assert.deepEqual(found(`3 1 2 ${sha512}`, `3 1 2 ${sha512}`), ['tlsa/sha512-only']);
    assert.deepEqual(found(), []);
  });
});

describe('the MX hosts of a domain', () => {
  const host = (name: string, hasTlsa: boolean, more: object = {}) => ({ name, hasTlsa, known: true, ...more });
  const found = (...hosts: readonly ReturnType<typeof host>[]) =>
    daneHostFindings(hosts).map((finding) => [finding.code, finding.host]);

  it('have TLSA records all or none', () => {
    assert.deepEqual(found(host('a.example.com', false), host('b.example.com', false)), []);
    assert.deepEqual(found(host('a.example.com', true), host('b.example.com', true)), []);
    assert.deepEqual(found(host('a.example.com', true), host('b.example.com', false)), [
      ['tlsa/partial-mx', 'b.example.com'],
    ]);
    assert.deepEqual(found(host('a.example.com', true), host('mx.example.net', false, { known: false })), []);
  });

  it('are no aliases', () => {
    assert.deepEqual(found(host('a.example.com', true, { aliasOf: 'b.example.com' })), [
      ['tlsa/mx-cname', 'a.example.com'],
    ]);
  });
});

describe('the host of a TLSA record', () => {
  const base = {
    port: 25,
    host: 'mail.example.com',
    owner: '_25._tcp.mail.example.com',
    hasAddress: true,
    hasMx: false,
    mxHosts: [],
    isMxHost: true,
    anyMx: true,
  };
  const found = (facts: Partial<Parameters<typeof tlsaBaseFindings>[0]>) =>
    tlsaBaseFindings({ ...base, ...facts }).map(({ code, message }) => `${code} ${message}`);
  const table = rowsOf('tlsa');

  it('is an MX host with an address', () => {
    assert.deepEqual(found({}), []);
    assert.deepEqual(found({ hasAddress: false }), ['tlsa/host-missing missing']);
    assert.deepEqual(found({ hasAddress: undefined }), []);
    assert.deepEqual(found({ isMxHost: false }), ['tlsa/not-mx host']);
    assert.deepEqual(found({ isMxHost: false, anyMx: false }), []);
    assert.deepEqual(found({ isMxHost: false, port: 443 }), []);
  });

  it('is not the domain itself', () => {
    const facts = {
      ...base,
      host: 'example.com',
      owner: '_25._tcp.example.com',
      isMxHost: false,
      hasMx: true,
      mxHosts: ['mail.example.com'],
    };
    const [finding] = tlsaBaseFindings(facts);
    assert.ok(finding !== undefined);
    assert.match(
      fillTemplate(table[finding.code]?.messages[finding.message] ?? '', finding.args),
      /query _25\._tcp\.mail\.example\.com,/,
    );
  });
});

describe('a TLSA record in plain words', () => {
  it('is explained field by field', () => {
    assert.deepEqual(explainTlsa(parseTlsa(`3 1 1 ${sha256}`)), [
      {
        start: 0,
        end: 1,
        text: 'The certificate must be this one; clients check nothing more, not even its name and dates (DANE-EE)',
      },
      {
        start: 2,
        end: 3,
        text: 'Clients compare only the public key, so renewing the certificate with the same key changes nothing',
      },
      { start: 4, end: 5, text: 'Its SHA-256 digest' },
      { start: 6, end: 70, text: '32 octets to compare with' },
    ]);
    assert.deepEqual(
      explainTlsa(parseTlsa('9 x 1 zz')).map((part) => part.text),
      [
        'Unknown certificate usage; clients ignore the record',
        'Unknown selector; clients ignore the record',
        'Its SHA-256 digest',
        'Not hexadecimal',
      ],
    );
  });
});
