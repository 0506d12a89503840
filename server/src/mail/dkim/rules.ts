import type { MailRules } from '../grammar/problem.ts';

/** What can be wrong with a DKIM key record (RFC 6376 §3.6.1, RFC 8301, RFC 8463). */
export const dkimRules = {
  'dkim/owner': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.2.1',
    summary: 'A DKIM key stands at a name where no verifier asks for it.',
    messages: {
      misplaced:
        'This is a DKIM key, but it stands at {owner}. Verifiers ask for SELECTOR._domainkey only, so every signature made with it fails. Move it to {expected}.',
      typo: '{owner} looks like the name of a DKIM key, but verifiers ask for {expected}. Signatures that name this selector fail until the owner is renamed.',
    },
    fix: 'safe',
  },
  'dkim/wildcard': {
    severity: 'warning',
    profile: 'recommended',
    source: 'practice',
    summary: 'A wildcard below _domainkey answers for every selector.',
    messages: {
      wildcard:
        '{owner} answers for every selector, so retired and mistyped selectors look as if they had a key. Publish each key under its own selector.',
    },
  },
  'dkim/policy-record': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 5617 (historic)',
    summary: 'A signing policy of DomainKeys or ADSP, which nobody reads any more.',
    messages: {
      domainkeys:
        '“{value}” is a DomainKeys policy (RFC 4870, historic). No receiver reads it; DMARC says what to do with unsigned mail. Remove it.',
      adsp: '“{value}” is an ADSP record (RFC 5617, historic since 2013). No receiver reads it; DMARC took its place. Remove it.',
    },
  },
  'dkim/multiple-txt': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.2.2',
    summary: 'More than one TXT record at one selector.',
    messages: {
      several:
        'This selector has {count} TXT records. Which of them a verifier takes is undefined, so signatures fail now and then. Keep one; give another key its own selector.',
    },
  },
  'dkim/same-key-two-selectors': {
    severity: 'hint',
    profile: 'all',
    source: 'practice',
    summary: 'Two selectors publish the same key.',
    messages: {
      same: 'The selectors {first} and {second} publish the same key. Withdrawing one of them withdraws nothing; give each its own key.',
    },
  },
  'dkim/version-not-first': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'The v= tag must be the first one.',
    messages: { notFirst: 'v={value} must be the first tag of a DKIM key; verifiers may discard this record. Move it to the front.' },
    fix: 'safe',
  },
  'dkim/version-bad': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'The version is not exactly DKIM1.',
    messages: {
      bad: 'The version is “{value}”, but only v=DKIM1 exists, in capitals. Verifiers discard this record, and the signatures fail.',
    },
    fix: 'safe',
  },
  'dkim/p-missing': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'A key record without a key.',
    messages: { missing: 'This DKIM record has no p= tag, so it holds no key and every signature with this selector fails.' },
  },
  'dkim/p-empty': {
    severity: 'information',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'The key is revoked.',
    messages: { revoked: 'p= is empty: this key is revoked, and every signature that names this selector fails.' },
  },
  'dkim/p-base64': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'The key is not base64.',
    messages: {
      character: '“{value}” is no base64 character, so the key cannot be read and signatures fail. Copy the key again.',
      padding: 'The base64 of the key ends in the middle of a group: {missing} characters are missing. The key was cut off or lost its “=” signs.',
    },
    fix: 'safe',
  },
  'dkim/p-whitespace': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 6376 §3.6.1',
    summary: 'White space inside the key.',
    messages: {
      space: 'There is white space inside the key. It is allowed, but some verifiers fail on it and it wastes octets. Strings of a TXT record are joined without it.',
    },
    fix: 'safe',
  },
  'dkim/p-headers': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'The PEM lines around the key were published with it.',
    messages: {
      header: 'The line “{value}” of the key file was published with the key. p= holds only the base64 between the BEGIN and END lines; as it is, no verifier can read the key.',
      privateKey: '“{value}” stands here: this is a private key, readable for the whole world. Revoke it, make a new pair, and publish the public half only.',
    },
    fix: 'safe',
  },
  'dkim/p-truncated': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'The key was cut off.',
    messages: {
      truncated: 'The key says that it has {expected} octets, but only {actual} are here: the end was cut off, and signatures fail. Copy the whole key; keys longer than 255 octets need several strings.',
    },
  },
  'dkim/p-der': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'The key data is no public key.',
    messages: {
      der: 'The base64 decodes to {octets} octets that are no RSA public key, so signatures with this selector fail. Copy the key again from the signer.',
      algorithm: 'The key data is a public key of another algorithm ({algorithm}); DKIM knows RSA and Ed25519 only.',
    },
  },
  'dkim/p-trailing-data': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'There is more after the key.',
    messages: { trailing: 'After the key come {octets} octets that do not belong to it. Strict verifiers refuse such a key. Was something pasted twice?' },
    fix: 'safe',
  },
  'dkim/k-unknown': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'Unknown key type.',
    messages: {
      unknown: 'The key type is “{value}”, but only rsa and ed25519 exist, in small letters. Verifiers ignore this key.',
      near: 'The key type is “{value}”; “{expected}” is meant. Verifiers ignore keys of an unknown type.',
    },
    fix: 'safe',
  },
  'dkim/k-mismatch': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8463 §4.2',
    summary: 'The key type and the key do not fit together.',
    messages: {
      rsaInEd25519: 'k=ed25519 is said, but the key is an RSA key of {bits} bits, so signatures fail. Remove the k= tag or write k=rsa.',
      ed25519InRsa: 'The key has 32 octets, which is an Ed25519 key, but without k=ed25519 verifiers read it as RSA and fail.',
    },
    fix: 'safe',
  },
  'dkim/ed25519-length': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8463 §4.2',
    summary: 'An Ed25519 key has 32 octets.',
    messages: {
      length: 'An Ed25519 key has 32 octets, this one has {octets}, so signatures fail. Copy it again.',
      spki: 'The Ed25519 key is wrapped in a SubjectPublicKeyInfo of {octets} octets. DKIM wants the 32 octets of the key alone; most verifiers fail on this.',
    },
    fix: 'safe',
  },
  'dkim/rsa-short': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 8301 §3.2',
    summary: 'The RSA key is short.',
    messages: {
      refused: 'An RSA key of {bits} bits: verifiers must not accept signatures with fewer than 1024 bits. Make a key of 2048 bits.',
      weak: 'An RSA key of {bits} bits; signers should use at least 2048. Some receivers already treat such signatures as missing.',
    },
  },
  'dkim/rsa-long': {
    severity: 'information',
    profile: 'recommended',
    source: 'RFC 8301 §3.2',
    summary: 'The RSA key is longer than verifiers have to support.',
    messages: { long: 'An RSA key of {bits} bits: verifiers need not support more than 4096, so some signatures fail.' },
  },
  'dkim/rsa-exponent': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8017 §3.1',
    summary: 'Unusual RSA exponent.',
    messages: {
      invalid: 'The RSA exponent is {exponent}; it has to be odd and at least 3. No signature can be verified with this key.',
      small: 'The RSA exponent is 3, which careless verifiers make forgeable. Keys are made with 65537 today.',
    },
  },
  'dkim/rsa-pkcs1-not-spki': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1, erratum 3017',
    summary: 'A bare RSAPublicKey, which not every verifier reads.',
    messages: {
      pkcs1: 'This is a bare RSAPublicKey (PKCS #1). Verifiers that expect the usual SubjectPublicKeyInfo (“BEGIN PUBLIC KEY”) cannot read it. The same key can be written in that form.',
    },
    fix: 'safe',
  },
  'dkim/h-sha1-only': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 8301 §3.1',
    summary: 'The key allows SHA-1 only.',
    messages: { sha1: 'h={value} allows SHA-1 signatures only, which verifiers must not accept. Remove the h= tag or write h=sha256.' },
    fix: 'safe',
  },
  'dkim/h-unknown': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'Unknown hash algorithm.',
    messages: {
      ignored: '“{value}” is no hash algorithm of DKIM and is ignored; sha256 is the one in use.',
      none: '“{value}” is no hash algorithm of DKIM, and the list names no other, so no signature fits this key. Write h=sha256 or remove the tag.',
    },
    fix: 'safe',
  },
  'dkim/s-unknown': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'Unknown service type.',
    messages: {
      ignored: '“{value}” is no known service type and is ignored; “email”, “*” and “tlsrpt” are known.',
      none: '“{value}” is no known service type, and the list names no other, so the key is not used for mail. Remove the tag or write s=email.',
    },
    fix: 'safe',
  },
  'dkim/t-unknown': {
    severity: 'information',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'Unknown flag.',
    messages: { ignored: '“{value}” is no flag of a DKIM key and is ignored; “y” (testing) and “s” (no subdomains) exist.' },
    fix: 'safe',
  },
  'dkim/t-testing': {
    severity: 'information',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'The key is in test mode.',
    messages: {
      testing: 't=y says that DKIM is only being tested here: receivers treat mail with a failing signature like unsigned mail. Remove the flag when the test is over.',
    },
    fix: 'unsafe',
  },
  'dkim/g-tag': {
    severity: 'information',
    profile: 'recommended',
    source: 'RFC 6376 appendix C.2',
    summary: 'The g= tag is obsolete.',
    messages: {
      obsolete: 'g={value} is obsolete since RFC 6376 and ignored. Verifiers of DomainKeys days reject every signature where it is empty. Remove it.',
    },
    fix: 'safe',
  },
  'dkim/n-note': {
    severity: 'information',
    profile: 'recommended',
    source: 'RFC 6376 §3.6.1',
    summary: 'The note is not quoted-printable.',
    messages: { encoding: 'The note has “{value}”, which has to be written as quoted-printable ({expected}). Strict parsers discard the record.' },
    fix: 'safe',
  },
  'dkim/tag-syntax': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.2',
    summary: 'The record is not a list of tag=value; tag=value.',
    messages: {
      noEquals: '“{value}” has no “=”, so the record is no list of tags and verifiers discard it.',
      keyWithoutTag: 'The key stands here without its tag. It has to be p={value}…; as it is, verifiers find no key.',
      missingSemicolon: 'There is no “;” before {value}=, so it is read as part of the tag before it.',
      empty: 'There is nothing between two “;”. Strict verifiers discard such a record.',
      name: '“{value}” cannot be the name of a tag (a letter, then letters, digits and “_”), so verifiers discard the record.',
      octet: 'The octet {value} is not allowed in a tag, so verifiers discard the record.',
    },
    fix: 'safe',
  },
  'dkim/tag-duplicate': {
    severity: 'error',
    profile: 'recommended',
    source: 'RFC 6376 §3.2',
    summary: 'A tag occurs twice.',
    messages: { duplicate: 'The tag {name}= occurs more than once, which makes the whole record invalid: signatures with this selector fail.' },
    fix: 'unsafe',
  },
  'dkim/tag-unknown': {
    severity: 'information',
    profile: 'recommended',
    source: 'RFC 6376 §3.2',
    summary: 'Unknown tag.',
    messages: {
      ignored: '{name}= is no tag of a DKIM key, so verifiers ignore it.',
      case: 'Tag names are case-sensitive: {name}= is ignored; {expected}= is meant.',
    },
    fix: 'safe',
  },
  'dkim/backslash-semicolon': {
    severity: 'warning',
    profile: 'recommended',
    source: 'RFC 1035 §5.1',
    summary: 'A literal backslash before a semicolon.',
    messages: {
      backslash: 'There is a backslash before “;” in the published text: the semicolon was escaped twice. It becomes part of the tag before it and spoils its value.',
    },
    fix: 'safe',
  },
} as const satisfies MailRules;

export type DkimCode = keyof typeof dkimRules;
