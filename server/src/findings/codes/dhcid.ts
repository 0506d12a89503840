import { codes } from '../code.ts';

export const dhcidCodes = codes({
  'dhcid/length': {
    severity: 'warning',
    source: 'RFC 4701 §3.1',
    summary: 'DHCID data of the wrong length',
    messages: {
      short: "{octets} octets can't hold both types and a digest: the DHCP server treats the name as another client's.",
      digest:
        "This {name} digest has {actual} octets instead of {expected}: the DHCP server treats the name as another client's.",
    },
  },
});
