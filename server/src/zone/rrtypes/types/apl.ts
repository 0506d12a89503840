import { prefixList } from '../kinds/prefix-list.ts';
import type { RecordType } from '../fields/record-type.ts';

export const APL: RecordType = {
  mnemonic: 'APL',
  code: 42,
  status: 'experimental',
  source: 'RFC 3123 §4',
  summary: 'Lists of address prefixes.',
  fields: [
    {
      name: 'prefixes',
      kind: prefixList,
      summary: 'Family (1 is IPv4, 2 is IPv6), address and prefix length; "!" excludes.',
    },
  ],
  example: 'example.com. 3600 IN APL 1:192.0.2.0/24 !1:192.0.2.64/28 2:2001:db8::/32',
};
