import { codes } from '../code.ts';

export const ipseckeyCodes = codes({
  'ipseckey/gateway-type': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 4025 §2.3',
    summary: 'Mismatch between gateway and gateway type',
    messages: {
      needsDot: '"{value}" should be ".", as the type says that there\'s no gateway: BIND refuses the zone.',
      needsIpv4: '"{value}" isn\'t an IPv4 address, as gateway type 1 requires: BIND refuses the zone.',
      needsIpv6: '"{value}" isn\'t an IPv6 address, as gateway type 2 requires: BIND refuses the zone.',
    },
  },
  'ipseckey/no-algorithm': {
    severity: 'warning',
    source: 'RFC 4025 §2.4',
    summary: 'Key with an algorithm of 0',
    messages: {
      key: "Algorithm 0 says that there's no key, so peers ignore the one that follows.",
    },
  },
});
