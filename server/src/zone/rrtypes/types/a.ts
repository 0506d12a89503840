import { ipv4 } from '../kinds/addresses.ts';
import type { RecordType } from '../fields/record-type.ts';

export const A: RecordType = {
  mnemonic: 'A',
  code: 1,
  status: 'current',
  source: 'RFC 1035 §3.4.1',
  summary: 'The IPv4 address of a host.',
  fields: [{ name: 'address', kind: ipv4, summary: 'The IPv4 address that clients connect to.' }],
  example: 'www.example.com. 3600 IN A 192.0.2.1',
  hostOwner: true,
};
