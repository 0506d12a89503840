import { eui } from '../kinds/octet-groups.ts';
import type { RecordType } from '../fields/record-type.ts';

export const EUI64: RecordType = {
  mnemonic: 'EUI64',
  code: 109,
  status: 'current',
  source: 'RFC 7043 §4',
  summary: 'A 64-bit hardware address.',
  fields: [{ name: 'address', kind: eui(8), summary: 'The address.' }],
  example: 'host.example.com. 3600 IN EUI64 00-00-5e-ef-10-00-00-2a',
};
