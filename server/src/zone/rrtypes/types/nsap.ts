import { nsap } from '../kinds/octet-groups.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NSAP: RecordType = {
  mnemonic: 'NSAP',
  code: 22,
  status: 'obsolete',
  source: 'RFC 1706 §5',
  summary: 'The OSI network address of a host.',
  replacedBy: 'OSI addresses in the DNS are historic.',
  fields: [{ name: 'address', kind: nsap, summary: 'The address: "0x" and hexadecimal digits.' }],
  example: 'www.example.com. 3600 IN NSAP 0x47.0005.80.005a00.0000.0001.e133.ffffff000161.00',
};
