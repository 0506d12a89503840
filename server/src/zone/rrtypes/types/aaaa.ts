import { ipv6 } from '../kinds/addresses.ts';
import type { RecordType } from '../fields/record-type.ts';

export const AAAA: RecordType = {
  mnemonic: 'AAAA',
  code: 28,
  status: 'current',
  source: 'RFC 3596 §2.1',
  summary: 'The IPv6 address of a host.',
  fields: [{ name: 'address', kind: ipv6, summary: 'The IPv6 address that clients connect to.' }],
  example: 'www.example.com. 3600 IN AAAA 2001:db8::1',
  hostOwner: true,
};
