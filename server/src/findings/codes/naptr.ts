import { codes } from '../code.ts';

export const naptrCodes = codes({
  'naptr/both': {
    severity: 'warning',
    source: 'RFC 3403 §4.1',
    summary: 'NAPTR record with both or neither of substitution and replacement',
    messages: {
      both: 'The substitution and the replacement {target} exclude each other, so clients ignore this record.',
      neither: 'This record has neither a substitution nor a replacement, so it leads nowhere.',
    },
  },
  'naptr/flag-target': {
    severity: 'warning',
    source: 'RFC 3404 §4.3',
    summary: "NAPTR replacement that doesn't match the flag",
    messages: {
      uri: 'Flag "U" requires a substitution, but this record has the replacement {target}.',
      srv: 'Flag "S" requires SRV records at {target}, but this zone has none there.',
      address: 'Flag "A" requires address records at {target}, but this zone has none there.',
      naptr: 'Without a flag, clients look for NAPTR records at {target}, but this zone has none there.',
    },
  },
  'naptr/flags': {
    severity: 'warning',
    source: 'RFC 3404 §4.3',
    summary: 'NAPTR flags other than S, A, U, P or none',
    messages: {
      unknown: '"{flags}" isn\'t a known flag (S, A, U or P), so clients ignore the record.',
    },
  },
  'naptr/loop': {
    severity: 'warning',
    source: 'RFC 3403 §4.1',
    summary: 'Loop of NAPTR records',
    messages: {
      self: 'Without a flag, {target} points back to this name itself: clients loop and give up.',
      loop: 'Without a flag, clients follow {target} back to {name}: they loop and give up.',
    },
  },
  'naptr/regexp-syntax': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 3402 §3.2',
    summary: 'Invalid NAPTR substitution',
    messages: {
      delimiter: '"{delimiter}" can\'t delimit the parts of "{value}": BIND refuses the zone.',
      unfinished: '"{value}" doesn\'t contain "{delimiter}" three times: BIND refuses the zone.',
      tooMany: '"{value}" contains "{delimiter}" more than three times: BIND refuses the zone.',
      flag: '"{value}" has something other than the flag i after its last "{delimiter}": BIND refuses the zone.',
      escape: '"{value}" ends in a backslash or contains a NUL: BIND refuses the zone.',
      backReference: '"{value}" refers to a group that its expression doesn\'t have: BIND refuses the zone.',
      expression: 'The expression in "{value}" isn\'t a POSIX extended regular expression: BIND refuses the zone.',
    },
  },
  'naptr/services': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 3403 §4.1',
    summary: 'NAPTR services in an unknown format',
    messages: {
      character: '"{character}" isn\'t allowed in services, so clients ignore "{services}".',
      reversed: '"{services}" has the pre-2004 order; clients expect E2U at the start and ignore this record.',
      enum: '"{services}" isn\'t an ENUM service such as "E2U+sip", so clients ignore this record.',
      tls: '"{services}" means TLS over UDP, which doesn\'t exist, so clients skip this record.',
      transport:
        '"{services}" says {transport}, but {target} is a service over {other}, so clients use the wrong transport.',
    },
  },
  'naptr/uri': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 3404 §4.3',
    summary: "NAPTR substitution that doesn't yield a URI",
    messages: {
      scheme: 'Flag "U" requires a URI, but "{result}" has no scheme, so clients can\'t use it.',
    },
  },
});
