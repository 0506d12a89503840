import { codes } from '../code.ts';

export const aaaaCodes = codes({
  'aaaa/bad': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 4291 §2.2',
    summary: 'Invalid IPv6 address',
    messages: {
      notAddress: '"{value}" isn\'t an IPv6 address: BIND refuses the zone.',
      groups: '"{value}" isn\'t an IPv6 address of eight groups, or with "::" for zeros: BIND refuses the zone.',
      twoGaps: '"{value}" has "::" twice, so its zeros are ambiguous: BIND refuses the zone.',
      character: '"{character}" in "{value}" can\'t be in an IPv6 address: BIND refuses the zone.',
      zone: '"{value}" has a zone ID ("%…"), which names one machine\'s interface: BIND refuses the zone.',
      prefix: '"{value}" has a prefix length, but an AAAA record holds one address: BIND refuses the zone.',
    },
  },
  'aaaa/is-v4': {
    severity: 'error',
    bind: 'error',
    fix: 'safe',
    source: 'RFC 3596 §2.1',
    summary: 'IPv4 address where an IPv6 address belongs',
    messages: {
      isV4: '{value} is an IPv4 address, which needs an A record. BIND refuses the zone.',
    },
  },
  'aaaa/v4mapped': {
    severity: 'warning',
    fix: 'unsafe',
    source: 'RFC 4291 §2.5.5.2',
    summary: 'IPv4-mapped IPv6 address',
    messages: {
      mapped: "{address} is an IPv4-mapped address, which isn't sent over IPv6, so clients can't reach {name} there.",
    },
  },
});
