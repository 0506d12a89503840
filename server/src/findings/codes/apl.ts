import { codes } from '../code.ts';

export const aplCodes = codes({
  'apl/contrary': {
    severity: 'information',
    source: 'RFC 3123 §6',
    summary: 'APL prefix both listed and excluded',
    messages: {
      both: '{item} is listed both with and without "!": each program decides what that means.',
    },
  },
  'apl/host-bits': {
    severity: 'information',
    fix: 'unsafe',
    source: 'RFC 3123 §4',
    summary: 'APL address with bits set after its prefix',
    messages: {
      bits: '{address} has bits set after the first {prefix}: some programs compare them, others ignore them.',
    },
  },
  'apl/syntax': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 3123 §5',
    summary: 'Invalid APL item',
    messages: {
      family: '"{value}" doesn\'t start with a family (1: for IPv4, 2: for IPv6): BIND refuses the zone.',
      slash: '"{value}" has no "/" with a prefix length: BIND refuses the zone.',
      prefix: '"{value}" has no prefix length from 0 to {longest}: BIND refuses the zone.',
      ipv4: '"{value}" contains no IPv4 address: BIND refuses the zone.',
      ipv6: '"{value}" contains no IPv6 address: BIND refuses the zone.',
    },
  },
});
