import { x121Address } from '../kinds/octet-groups.ts';
import type { RecordType } from '../fields/record-type.ts';

export const X25: RecordType = {
  mnemonic: 'X25',
  code: 19,
  status: 'obsolete',
  source: 'RFC 1183 §3.1',
  summary: 'The X.25 address of a host.',
  replacedBy: 'X.25 networks are gone.',
  fields: [{ name: 'psdn-address', kind: x121Address, summary: 'The X.121 address: at least four digits.' }],
  example: 'relay.example.com. 3600 IN X25 "311061700956"',
};
