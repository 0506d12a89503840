import { codes } from '../code.ts';

export const rrsigCodes = codes({
  'rrsig/algorithm-missing': {
    severity: 'warning',
    source: 'RFC 6840 §5.11',
    summary: "Records not signed with every algorithm of the zone's keys",
    messages: {
      zone: "The SOA record isn't signed with algorithm {algorithm}, as one of the keys requires: BIND calls the zone not fully signed.",
      rrset:
        "The {type} records of {name} aren't signed with algorithm {algorithm}: validators that know only that one treat them as forged.",
    },
  },
  'rrsig/expired': {
    severity: 'warning',
    bind: 'warning',
    source: 'RFC 4035 §5.3.1',
    summary: 'Expired signature',
    messages: {
      over: 'This signature expired at {end}: validators refuse {name}.',
    },
  },
  'rrsig/invalid': {
    severity: 'warning',
    source: 'RFC 4035 §5.3.3',
    summary: "Signature that doesn't match its records",
    messages: {
      differs: "This signature doesn't match the {type} records of {name}, so validators refuse them.",
    },
  },
  'rrsig/labels': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 4034 §3.1.3',
    summary: 'Signature with fewer labels than its signer',
    messages: {
      signer:
        "{labels} labels are fewer than the signer's {signerLabels}, so the signed name can't be in its zone. BIND refuses the zone.",
    },
  },
  'rrsig/lifetime': {
    severity: 'warning',
    source: 'RFC 4034 §3.1.5',
    summary: 'Signature that expires before it starts',
    messages: {
      reversed: "This signature expires at {end}, before it starts at {start}, so it's never valid.",
    },
  },
  'rrsig/missing': {
    severity: 'warning',
    source: 'RFC 4035 §2.2',
    summary: 'Unsigned records in a signed zone',
    messages: {
      unsigned: "The {type} records of {name} aren't signed, so validators treat them as forged.",
    },
  },
  'rrsig/no-key': {
    severity: 'warning',
    source: 'RFC 4035 §5.3.1',
    summary: "Signature by a key that isn't in the zone",
    messages: {
      none: "{name} has no DNSKEY with tag {tag} and algorithm {algorithm}, so this signature can't be checked.",
    },
  },
  'rrsig/not-authoritative': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 4035 §2.2',
    summary: 'Signature over records of a delegation',
    messages: {
      delegated:
        'The {type} records of {name} belong to the delegation of {cut}: Knot DNS reports their signature as an error.',
    },
  },
  'rrsig/not-yet': {
    severity: 'warning',
    source: 'RFC 4035 §5.3.1',
    summary: "Signature that isn't valid yet",
    messages: {
      early: "This signature isn't valid before {start}: until then, validators refuse {name}.",
    },
  },
  'rrsig/orig-ttl': {
    severity: 'warning',
    source: 'RFC 4035 §2.2',
    summary: 'Signature with another TTL than its records',
    messages: {
      greater:
        'The signature covers TTL {original}, but the {type} records have {ttl}, which validators cut to {original}.',
      smaller:
        'The signature covers TTL {original}, but the {type} records have {ttl}: BIND and Knot DNS call it wrong.',
      own: "The signature's TTL is {own}, but its {type} records have {ttl}: caches drop one before the other.",
    },
  },
  'rrsig/over-signatures': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 4035 §2.2',
    summary: 'Signature over signatures',
    messages: {
      signed: 'This signature covers the signatures of {name}, which are never signed: Knot DNS reports an error.',
    },
  },
  'rrsig/signer-not-zone': {
    severity: 'warning',
    source: 'RFC 4034 §3.1.7',
    summary: "Signer that isn't the zone",
    messages: {
      other: 'The signer is {signer} instead of the zone {zone}, so validators treat this signature as bogus.',
    },
  },
  'rrsig/time': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 4034 §3.2',
    summary: 'Invalid signature time',
    messages: {
      notTime: '"{value}" isn\'t a time (YYYYMMDDHHmmSS or seconds): BIND refuses the zone.',
      range: '"{value}" isn\'t an existing date and time: BIND refuses the zone.',
    },
  },
  'rrsig/too-many': {
    severity: 'warning',
    source: 'practice',
    summary: 'More signatures over an RRset than validators check',
    messages: {
      many: '{count} signatures cover the {type} records of {name}, and Unbound checks {most} at most since CVE-2023-50387. Only the first {most} were verified here.',
    },
  },
  'rrsig/too-many-labels': {
    severity: 'warning',
    source: 'RFC 4034 §3.1.3',
    summary: 'Signature over too many labels',
    messages: {
      more: "This signature covers {labels} labels, but {name} has only {own}: validators don't use it.",
    },
  },
  'rrsig/type-missing': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 4035 §2.2',
    summary: 'Signature without its records',
    messages: {
      none: "This signature covers {type} records, which {name} doesn't have: the zone changed after signing.",
    },
  },
});
