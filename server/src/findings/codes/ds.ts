import { codes } from '../code.ts';

export const dsCodes = codes({
  'ds/algorithm-deprecated': {
    severity: 'warning',
    profile: 'strict',
    bind: 'warning',
    source: 'RFC 9905 §2',
    summary: 'DS or CDS for a key with a deprecated algorithm',
    messages: {
      old: 'Algorithm {algorithm} ({name}) must no longer be used: many validators treat {owner} as unsigned.',
    },
  },
  'ds/algorithm-unassigned': {
    severity: 'warning',
    source: 'RFC 4034 §5.1.2',
    summary: 'DS or CDS with an unassigned algorithm',
    messages: {
      unknown: "Algorithm {algorithm} isn't assigned, so validators ignore this record.",
    },
  },
  'ds/digest-deprecated': {
    severity: 'information',
    bind: 'warning',
    source: 'RFC 8624 §3.3, RFC 9904',
    summary: 'Only deprecated digests in DS or CDS records',
    messages: {
      old: 'Digest type {type} ({name}) must no longer be used, but {owner} has only that: validators may treat it as unsigned.',
    },
  },
  'ds/digest-length': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 4034 §5.1.4',
    summary: 'DS digest of the wrong length',
    messages: {
      validators:
        'The digest is {actual} octets long instead of {expected} for type {type}, so validators never match it.',
      length: 'The {field} is {actual} octets long instead of {expected}: BIND refuses the zone.',
    },
  },
  'ds/digest-superfluous': {
    severity: 'information',
    profile: 'strict',
    bind: 'warning',
    fix: 'unsafe',
    source: 'RFC 8624 §3.3, RFC 9904',
    summary: 'Deprecated DS or CDS digest next to a better one',
    messages: {
      old: 'Digest type {type} ({name}) must no longer be used, and validators have a better one here.',
    },
  },
  'ds/digest-unassigned': {
    severity: 'warning',
    source: 'RFC 4034 §5.1.3',
    summary: 'DS or CDS with an unassigned digest type',
    messages: {
      unknown: "Digest type {type} isn't assigned, so validators ignore this record.",
    },
  },
  'ds/key-mismatch': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 4035 §5.2',
    summary: 'Parent DS records that match none of the keys',
    messages: {
      none: "No DS record for {name} in {parent} matches a key here: validators can't resolve {name}.",
      digest:
        "The DS record in {parent} for this key, tag {tag}, has the wrong digest: validators can't resolve {name}.",
    },
  },
});
