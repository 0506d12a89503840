import { codes } from '../code.ts';

export const dkimCodes = codes({
  'dkim/alias-form': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'practice',
    summary: "Alias of a DKIM key in a form that its provider doesn't have",
    messages: {
      doubled: '{target} has {provider} twice, so verifiers find no key and signatures fail.',
      form: "{target} isn't a name that {provider} gives out for this selector, so verifiers find no key.",
    },
  },
  'dkim/backslash-semicolon': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 1035 §5.1',
    summary: 'Literal backslash before a semicolon',
    messages: {
      backslash:
        'The published text has a backslash before ";" (it was escaped twice), which corrupts the tag before it.',
    },
  },
  'dkim/ed25519-length': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8463 §4.2',
    summary: 'Ed25519 key of the wrong length',
    messages: {
      length: 'This Ed25519 key has {octets} octets instead of 32, so signatures fail.',
      spki: 'This Ed25519 key is wrapped in {octets} octets (SubjectPublicKeyInfo), and most verifiers fail on that.',
    },
  },
  'dkim/g-tag': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 6376 appendix C.2',
    summary: 'Obsolete g= tag',
    messages: {
      obsolete: "g={value} has been obsolete since RFC 6376; if it's empty, old verifiers reject every signature.",
    },
  },
  'dkim/h-sha1-only': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8301 §3.1',
    summary: 'SHA-1 as the only allowed hash',
    messages: {
      sha1: 'h={value} allows only SHA-1 signatures, which verifiers must not accept.',
    },
  },
  'dkim/h-unknown': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 6376 §3.6.1',
    summary: 'Unknown hash algorithm',
    messages: {
      ignored: '"{value}" isn\'t a DKIM hash algorithm like sha256, so verifiers ignore it.',
      none: 'h= lists only "{value}", which isn\'t a DKIM hash algorithm, so every signature fails.',
    },
  },
  'dkim/k-mismatch': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 8463 §4.2',
    summary: "Key type that doesn't match the key",
    messages: {
      rsaInEd25519: "k=ed25519 doesn't fit the key, which is RSA ({bits} bits), so signatures fail.",
      ed25519InRsa: 'This is an Ed25519 key, but without k=ed25519 verifiers read it as RSA and fail.',
    },
  },
  'dkim/k-unknown': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 6376 §3.6.1',
    summary: 'Unknown key type',
    messages: {
      unknown: '"{value}" isn\'t a DKIM key type (rsa or ed25519), so verifiers ignore this key.',
      near: '"{value}" isn\'t a DKIM key type, so verifiers ignore this key; did you mean {expected}?',
    },
  },
  'dkim/multiple-txt': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 6376 §3.6.2.2',
    summary: 'Several TXT records at one selector',
    messages: {
      several:
        'This selector has {count} TXT records; which one a verifier uses is undefined, so signatures fail intermittently.',
    },
  },
  'dkim/n-note': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 6376 §3.6.1',
    summary: 'Note not encoded as quoted-printable',
    messages: {
      encoding: '"{value}" must be written as {expected} in n=; strict parsers discard the record.',
    },
  },
  'dkim/none': {
    severity: 'hint',
    profile: 'strict',
    source: 'RFC 9989 §5.1.2',
    summary: 'Mail domain without a DKIM key',
    messages: {
      none: '{domain} has no DKIM key here, and forwarded mail passes DMARC by its signature only.',
    },
  },
  'dkim/not-a-key': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 6376 §3.6.1',
    summary: "TXT record at a selector that isn't a key",
    messages: {
      bare: 'The key has no "p=" in front of it, so verifiers find no key and signatures fail.',
      signature: 'This is the header of a signed message, not the key: verifiers find no "p=", so signatures fail.',
      spf: 'This is an SPF record, which belongs at the domain itself: verifiers look for a DKIM key here.',
      other: '"{text}" isn\'t a DKIM key, but verifiers look for one at this name.',
      alias: '{target}, which the alias leads to, has "{text}" instead of a DKIM key, so signatures fail.',
    },
    severities: { other: 'warning', spf: 'warning' },
  },
  'dkim/owner': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 6376 §3.6.2.1',
    summary: "DKIM key at a name that verifiers don't query",
    messages: {
      misplaced: 'Verifiers query SELECTOR._domainkey, not {owner}, so every signature made with this key fails.',
      typo: 'Verifiers query {expected}, not {owner}, so every signature with this selector fails.',
    },
  },
  'dkim/p-base64': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 6376 §3.6.1',
    summary: 'Invalid base64 in the key',
    messages: {
      character: '"{value}" isn\'t a base64 character, so signatures fail.',
      padding: 'The base64 of the key is {missing} characters short, so signatures fail.',
    },
  },
  'dkim/p-der': {
    severity: 'error',
    source: 'RFC 6376 §3.6.1',
    summary: "Key data that isn't a supported public key",
    messages: {
      der: "The base64 decodes to {octets} octets that aren't an RSA public key, so signatures fail.",
      algorithm: 'This is a public key for {algorithm}, but DKIM supports only RSA and Ed25519.',
    },
  },
  'dkim/p-empty': {
    severity: 'information',
    source: 'RFC 6376 §3.6.1',
    summary: 'Revoked key',
    messages: {
      revoked: 'p= is empty, which revokes the key: every signature with this selector fails.',
    },
  },
  'dkim/p-headers': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 6376 §3.6.1',
    summary: 'PEM header lines published with the key',
    messages: {
      header: 'p= contains "{value}" from the key file, so verifiers can\'t read the key.',
      privateKey: '"{value}" is published here: this is a private key that anyone can look up. Revoke it.',
    },
  },
  'dkim/p-missing': {
    severity: 'error',
    source: 'RFC 6376 §3.6.1',
    summary: 'DKIM record without a key',
    messages: {
      missing: 'This DKIM record has no p= tag and so no key: every signature fails.',
    },
  },
  'dkim/p-trailing-data': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 6376 §3.6.1',
    summary: 'Extra data after the key',
    messages: {
      trailing: '{octets} extra octets follow the key, so strict verifiers reject it.',
    },
  },
  'dkim/p-truncated': {
    severity: 'error',
    source: 'RFC 6376 §3.6.1',
    summary: 'Truncated key',
    messages: {
      truncated: 'The key declares {expected} octets but ends after {actual}: it was cut off, so signatures fail.',
    },
  },
  'dkim/p-whitespace': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 6376 §3.6.1',
    summary: 'White space inside the key',
    messages: {
      space: 'The key contains white space, which is legal but makes some verifiers fail.',
    },
  },
  'dkim/policy-record': {
    severity: 'warning',
    source: 'RFC 5617 (historic)',
    summary: 'Obsolete DomainKeys or ADSP policy',
    messages: {
      domainkeys: '"{value}" is a DomainKeys policy (RFC 4870, historic), which DMARC replaced.',
      adsp: '"{value}" is an ADSP record (RFC 5617, historic since 2013), which DMARC replaced.',
    },
  },
  'dkim/rsa-exponent': {
    severity: 'error',
    source: 'RFC 8017 §3.1',
    summary: 'Invalid or weak RSA exponent',
    messages: {
      invalid: 'The RSA exponent is {exponent}, but it must be odd and at least 3, so signatures fail.',
      small: 'The RSA exponent is 3, which lets attackers fool sloppy verifiers; keys today use 65537.',
    },
  },
  'dkim/rsa-long': {
    severity: 'information',
    source: 'RFC 8301 §3.2',
    summary: 'RSA key longer than verifiers must support',
    messages: {
      long: 'This RSA key has {bits} bits; verifiers must support only 4096, so some signatures fail.',
    },
  },
  'dkim/rsa-pkcs1-not-spki': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 6376 §3.6.1, erratum 3017',
    summary: 'Key in the bare RSAPublicKey format',
    messages: {
      pkcs1: "This is a bare RSAPublicKey (PKCS #1); verifiers that expect a SubjectPublicKeyInfo can't read it.",
    },
  },
  'dkim/rsa-short': {
    severity: 'warning',
    source: 'RFC 8301 §3.2',
    summary: 'Short RSA key',
    messages: {
      refused: 'This RSA key has {bits} bits; verifiers must not accept fewer than 1024.',
      weak: 'This RSA key has {bits} bits; signers should use at least 2048.',
    },
    severities: { weak: 'information' },
  },
  'dkim/s-unknown': {
    severity: 'warning',
    fix: 'safe',
    source: 'RFC 6376 §3.6.1',
    summary: 'Unknown service type',
    messages: {
      ignored: '"{value}" isn\'t a known service type ("email", "*", "tlsrpt"), so verifiers ignore it.',
      none: 's= lists only "{value}", which isn\'t a known service type, so the key isn\'t used for mail.',
    },
  },
  'dkim/same-key-two-selectors': {
    severity: 'hint',
    profile: 'all',
    source: 'practice',
    summary: 'Same key at two selectors',
    messages: {
      same: "{first} and {second} publish the same key, so withdrawing one of them isn't enough.",
    },
  },
  'dkim/t-testing': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 6376 §3.6.1',
    summary: 'Key in test mode',
    messages: {
      testing: 't=y puts the key in test mode: receivers treat mail whose signature fails as unsigned mail.',
    },
  },
  'dkim/t-unknown': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 6376 §3.6.1',
    summary: 'Unknown flag',
    messages: {
      ignored: '"{value}" isn\'t a DKIM key flag ("y" or "s"), so verifiers ignore it.',
    },
  },
  'dkim/tag-duplicate': {
    severity: 'error',
    fix: 'unsafe',
    source: 'RFC 6376 §3.2',
    summary: 'Duplicate tag',
    messages: {
      duplicate: '{name}= occurs more than once, which makes the whole record invalid: signatures fail.',
    },
  },
  'dkim/tag-syntax': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 6376 §3.2',
    summary: 'Malformed tag list',
    messages: {
      colon: '"{name}" takes "=", not ":", so verifiers discard the record.',
      noEquals: '"{value}" has no "=", so verifiers discard the record.',
      keyWithoutTag: 'The key has no p= in front ({value}…), so verifiers find no key.',
      missingSemicolon: 'There\'s no ";" before {value}=, so verifiers read it as part of the previous tag.',
      empty: "There's nothing between two semicolons; strict verifiers discard the record.",
      name: '"{value}" isn\'t a valid tag name, so verifiers discard the record.',
      octet: "The octet {value} isn't allowed in a tag, so verifiers discard the record.",
    },
  },
  'dkim/tag-unknown': {
    severity: 'information',
    fix: 'safe',
    source: 'RFC 6376 §3.2',
    summary: 'Unknown tag',
    messages: {
      ignored: "{name}= isn't a DKIM key tag, so verifiers ignore it.",
      case: "{name}= isn't {expected}=: tag names are case-sensitive, so verifiers ignore it.",
    },
  },
  'dkim/version-bad': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 6376 §3.6.1',
    summary: 'Version other than DKIM1',
    messages: {
      bad: 'The version is "{value}" instead of DKIM1 (in capitals), so signatures fail.',
    },
  },
  'dkim/version-not-first': {
    severity: 'error',
    fix: 'safe',
    source: 'RFC 6376 §3.6.1',
    summary: 'Misplaced version tag',
    messages: {
      notFirst: "v={value} isn't the first tag, so verifiers may discard this record.",
    },
  },
  'dkim/wildcard': {
    severity: 'warning',
    source: 'practice',
    summary: 'Wildcard for every selector',
    messages: {
      wildcard: '{owner} answers for every selector, so retired and mistyped ones seem to have a key.',
    },
  },
});
