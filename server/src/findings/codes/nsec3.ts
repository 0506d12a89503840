import { codes } from '../code.ts';

export const nsec3Codes = codes({
  'nsec3/bitmap': {
    severity: 'warning',
    source: 'RFC 5155 §3.2.1',
    summary: "NSEC3 type list that doesn't match the records",
    messages: {
      missing: "The NSEC3 record of {name} doesn't list {types}, so validators treat those records as forged.",
      extra: "The NSEC3 record of {name} lists {types}, which don't exist: the zone changed after signing.",
    },
  },
  'nsec3/chain': {
    severity: 'warning',
    source: 'RFC 5155 §3.1.7',
    summary: 'Broken NSEC3 chain',
    messages: {
      nowhere: 'The chain breaks here: no NSEC3 record has the hash {next}, so nothing proves what exists after it.',
      skips: 'The hash {other} is between this record and {next}, so this record denies an existing name.',
      backwards: "The hash {next} comes before this record's, but only the last goes back, to {first}.",
    },
  },
  'nsec3/flags': {
    severity: 'warning',
    source: 'RFC 5155 §8.2',
    summary: 'Undefined NSEC3 flags',
    messages: {
      unknown: 'The flags are {flags}, but only 0 and 1 (opt-out) are defined: validators ignore this record.',
    },
  },
  'nsec3/length': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 5155 §3.1.6',
    summary: 'Hash of the wrong length',
    messages: {
      length: '"{value}" is {actual} octets long instead of {expected}: BIND refuses the zone.',
    },
  },
  'nsec3/missing': {
    severity: 'warning',
    source: 'RFC 5155 §7.1',
    summary: 'Name without an NSEC3 record in a signed zone',
    messages: {
      none: "No NSEC3 record has the hash {hash} of {name}, so validators see proof that it doesn't exist.",
      all: 'The zone has no NSEC3 record with these parameters, so validators refuse every NXDOMAIN.',
      optOut:
        "The delegation {name} (hash {hash}) has neither an NSEC3 record nor opt-out, so validators see proof that it doesn't exist.",
    },
  },
  'nsec3/no-name': {
    severity: 'warning',
    source: 'RFC 5155 §7.1',
    summary: 'NSEC3 record that matches no name',
    messages: {
      none: 'No name in the zone has this hash: it was removed, or the record is from another zone or salt.',
    },
  },
  'nsec3/owner': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 5155 §3',
    summary: 'NSEC3 owner name without a valid hash',
    messages: {
      none: "The first label of {name} isn't a base32hex hash, so BIND refuses the zone.",
    },
  },
  'nsec3/owner-b32': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 5155 §3.3',
    summary: 'Invalid base32hex in a hash',
    messages: {
      character: '"{character}" isn\'t a base32hex digit (0 to 9, A to V): BIND refuses the zone.',
      bits: '"{value}" is cut off or mistyped, as it doesn\'t end on a whole octet: BIND refuses the zone.',
    },
  },
  'nsec3/parameters': {
    severity: 'warning',
    source: 'RFC 5155 §7.1',
    summary: "NSEC3 parameters that don't match NSEC3PARAM",
    messages: {
      hash: "Hash algorithm {hash} isn't assigned, only 1 (SHA-1) is: validators ignore this record.",
      other:
        "{iterations} iterations and salt {salt} don't match the NSEC3PARAM of {apex}, so servers don't use this record.",
    },
  },
});
