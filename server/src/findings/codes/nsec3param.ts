import { codes } from '../code.ts';

export const nsec3paramCodes = codes({
  'nsec3param/algorithm': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 5155 §4.1.1',
    summary: 'Unassigned NSEC3 hash algorithm',
    messages: {
      unknown: "Hash algorithm {algorithm} isn't assigned, only 1 (SHA-1) is: BIND refuses the zone.",
    },
  },
  'nsec3param/flags': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 5155 §4.1.2',
    summary: 'NSEC3PARAM flags other than 0',
    messages: {
      flags: 'The flags are {flags} instead of 0, so servers ignore this record.',
    },
  },
  'nsec3param/iterations': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 9276 §3.1',
    summary: 'NSEC3 with additional iterations',
    messages: {
      some: '{iterations} additional hash iterations only cost servers and resolvers time: RFC 9276 says 0.',
    },
  },
  'nsec3param/iterations-high': {
    severity: 'warning',
    bind: 'warning',
    fix: 'unsafe',
    source: 'RFC 9276 §3.2',
    summary: 'NSEC3 with more than 150 additional iterations',
    messages: {
      many: 'With {iterations} additional hash iterations, resolvers treat the zone as unsigned or fail.',
    },
  },
  'nsec3param/not-apex': {
    severity: 'warning',
    source: 'RFC 5155 §4',
    summary: 'NSEC3PARAM below the apex',
    messages: {
      below: 'Servers look for NSEC3PARAM only at {apex}, so it has no effect at {name}.',
    },
  },
  'nsec3param/salt': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 5155 §3.3',
    summary: 'Invalid salt',
    messages: {
      character: '"{character}" can\'t be in a salt (hexadecimal in one piece, or "-"): BIND refuses the zone.',
      odd: 'This is an odd number of hexadecimal digits ({count}): BIND refuses the zone.',
      tooLong: 'This salt is {length} octets long, but at most 255 fit: BIND refuses the zone.',
    },
  },
  'nsec3param/salt-used': {
    severity: 'information',
    profile: 'strict',
    fix: 'unsafe',
    source: 'RFC 9276 §3.1',
    summary: 'NSEC3 with a salt',
    messages: {
      salt: 'A salt adds no security, as the zone\'s name is hashed too: RFC 9276 recommends "-".',
    },
  },
});
