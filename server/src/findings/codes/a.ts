import { codes } from '../code.ts';

export const aCodes = codes({
  'a/bad': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1035 §3.4.1',
    summary: 'Invalid IPv4 address',
    messages: {
      notAddress: '"{value}" isn\'t an IPv4 address: BIND refuses the zone.',
      isName: '"{value}" is a name, but the {field} must be an IPv4 address: BIND refuses the zone.',
      octetRange: '{octet} in "{value}" is over 255: BIND refuses the zone.',
      tooMany: '"{value}" has {count} numbers, but an IPv4 address has four: BIND refuses the zone.',
    },
  },
  'a/is-v6': {
    severity: 'error',
    bind: 'error',
    fix: 'safe',
    source: 'RFC 3596 §2.1',
    summary: 'IPv6 address where an IPv4 address belongs',
    messages: {
      isV6: '{value} is an IPv6 address, which needs an AAAA record. BIND refuses the zone.',
    },
  },
  'a/leading-zero': {
    severity: 'error',
    bind: 'error',
    fix: 'unsafe',
    source: 'RFC 1035 §3.4.1',
    summary: 'IPv4 address with a leading zero',
    messages: {
      leadingZero: '{octet} in "{value}" starts with 0, which some programs read as octal. BIND refuses the zone.',
    },
  },
  'a/short': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 1035 §3.4.1',
    summary: 'IPv4 address with fewer than four numbers',
    messages: {
      short: '"{value}" has only {count} of an IPv4 address\'s four numbers: BIND refuses the zone.',
    },
  },
});
