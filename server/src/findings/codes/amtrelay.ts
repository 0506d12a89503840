import { codes } from '../code.ts';

export const amtrelayCodes = codes({
  'amtrelay/relay-type': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 8777 §4.2.3',
    summary: 'Mismatch between relay and relay type',
    messages: {
      needsDot: '"{value}" should be ".", as the type says that there\'s no relay: BIND refuses the zone.',
      needsIpv4: '"{value}" isn\'t an IPv4 address, as relay type 1 requires: BIND refuses the zone.',
      needsIpv6: '"{value}" isn\'t an IPv6 address, as relay type 2 requires: BIND refuses the zone.',
      unknownType:
        'Relay type {type} is unknown, so its relay can only be written as octets (RFC 3597). BIND refuses the zone.',
    },
  },
});
