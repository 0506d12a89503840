import { base64 } from '../kinds/binary.ts';
import type { RecordType } from '../fields/record-type.ts';

export const BRID: RecordType = {
  mnemonic: 'BRID',
  code: 68,
  status: 'current',
  source: 'RFC 9886 §5.2',
  summary: 'The remote identification that an aircraft broadcasts.',
  fields: [{ name: 'data', kind: base64(), summary: 'CBOR data.' }],
  example: 'example.com. 3600 IN BRID owAAAYIEUQ==',
};
