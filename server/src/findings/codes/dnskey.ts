import { codes } from '../code.ts';

export const dnskeyCodes = codes({
  'dnskey/algorithm-deprecated': {
    severity: 'warning',
    bind: 'warning',
    source: 'RFC 9905 §2',
    summary: 'DNSKEY with a deprecated algorithm',
    messages: {
      old: 'Algorithm {algorithm} ({name}) must no longer be used: many validators treat its signatures as missing or bogus.',
    },
  },
  'dnskey/algorithm-unassigned': {
    severity: 'warning',
    source: 'RFC 4034 §2.1.3',
    summary: 'DNSKEY with an unassigned algorithm',
    messages: {
      unknown: "Algorithm {algorithm} isn't assigned, so validators can't use this key.",
    },
  },
  'dnskey/b64': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 4034 §2.2',
    summary: 'Invalid base64 in a DNSKEY record',
    messages: {
      character: '"{character}" in {field} isn\'t a base64 character: BIND refuses the zone.',
      incomplete:
        'The {field} is cut off or mistyped: its last base64 group has {left} of four characters. BIND refuses the zone.',
      padding:
        '"{character}" is out of place: "=" only pads the last four base64 characters of {field}, so BIND refuses the zone.',
      afterEnd: 'The {field} already ends with the "=" before "{character}": BIND refuses the zone.',
      bits: 'The {field} is cut off or mistyped: its last base64 character has bits left over. BIND refuses the zone.',
    },
  },
  'dnskey/flags': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 4034 §2.1.1',
    summary: 'Wrong DNSKEY flags',
    messages: {
      notZone: 'The flags {flags} lack bit 256, so validators must not use this key.',
      reserved: 'The flags {flags} include undefined bits: a KSK has 257, a ZSK 256.',
    },
  },
  'dnskey/key-length': {
    severity: 'warning',
    source: 'RFC 6605 §4',
    summary: 'DNSKEY of the wrong size for its algorithm',
    messages: {
      size: "This key is {actual} octets instead of the {expected} of algorithm {algorithm}: validators can't use it.",
      rsa: "This isn't an RSA key (exponent and modulus), so validators can't use it.",
    },
  },
  'dnskey/not-apex': {
    severity: 'warning',
    source: 'RFC 4035 §2.1',
    summary: 'DNSKEY below the apex',
    messages: {
      below: "Validators look for a zone's keys only at its apex, {apex}, not at {name}.",
    },
  },
  'dnskey/protocol': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 4034 §2.1.2',
    summary: 'DNSKEY protocol other than 3',
    messages: {
      protocol: 'The protocol is {protocol} instead of 3, so validators treat this key as invalid.',
    },
  },
  'dnskey/revoked': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 5011 §2.1',
    summary: 'Revoked DNSKEY',
    messages: {
      revoked: 'This key is revoked (bit 128): validators drop it as a trust anchor for good.',
    },
  },
  'dnskey/rsa-exponent': {
    severity: 'warning',
    bind: 'warning',
    source: 'RFC 3110 §2',
    summary: 'Unsafe or unusable RSA exponent',
    messages: {
      exponent: 'The exponent of this RSA key is {exponent}: {why}.',
    },
  },
  'dnskey/rsa-short': {
    severity: 'information',
    source: 'RFC 6781 §3.4.2',
    summary: 'Short RSA key',
    messages: {
      weak: 'This RSA key has {bits} bits: it can be broken within days, and some validators refuse it.',
      short: 'This RSA key has {bits} bits; 2048 is usual, and ECDSA P-256 is stronger and smaller.',
    },
    severities: { weak: 'warning' },
  },
  'dnskey/same-tag': {
    severity: 'information',
    profile: 'strict',
    source: 'RFC 4034 §8',
    summary: 'DNSKEY records with the same algorithm and key tag',
    messages: {
      same: 'Another key with algorithm {algorithm} has the same tag, {tag}: validators must try both, and some give up.',
    },
  },
  'dnskey/self-signed': {
    severity: 'warning',
    source: 'RFC 4035 §2.2',
    summary: "Zone keys not signed by the key in the parent's DS",
    messages: {
      none: "The keys of {name} aren't signed by this key (tag {tag}) or another SEP key of algorithm {algorithm}: validators refuse the zone.",
    },
  },
  'dnskey/too-many-same-tag': {
    severity: 'warning',
    source: 'RFC 4034 §8',
    summary: 'More keys with one tag than validators try',
    messages: {
      many: '{count} keys have the tag {tag} and algorithm {algorithm}, and validators try only a few of them since CVE-2023-50387. Only the first {most} were tried here.',
    },
  },
  'dnskey/unsigned': {
    severity: 'information',
    source: 'RFC 4035 §2.2',
    summary: 'Keys in a zone without signatures',
    messages: {
      unsigned: '{zone} has keys but no signatures: once its parent has a DS record, validators refuse the zone.',
    },
  },
});
