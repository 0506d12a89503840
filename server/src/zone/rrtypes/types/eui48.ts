import { eui } from '../kinds/octet-groups.ts';
import type { RecordType } from '../fields/record-type.ts';

export const EUI48: RecordType = {
  mnemonic: 'EUI48',
  code: 108,
  status: 'current',
  source: 'RFC 7043 §3',
  summary: 'A 48-bit hardware address.',
  fields: [{ name: 'address', kind: eui(6), summary: 'The address.' }],
  example: 'host.example.com. 3600 IN EUI48 00-00-5e-00-53-2a',
};
