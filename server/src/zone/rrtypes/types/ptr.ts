import { hostName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const PTR: RecordType = {
  mnemonic: 'PTR',
  code: 12,
  status: 'current',
  source: 'RFC 1035 §3.3.12',
  summary: 'Points to another name; in a reverse zone, maps an address to its host name.',
  fields: [{ name: 'ptrdname', kind: hostName, target: true, summary: 'The name that the owner points to.' }],
  example: '1.2.0.192.in-addr.arpa. 3600 IN PTR www.example.com.',
};
