import { base64 } from '../kinds/binary.ts';
import type { RecordType } from '../fields/record-type.ts';

export const HHIT: RecordType = {
  mnemonic: 'HHIT',
  code: 67,
  status: 'current',
  source: 'RFC 9886 §5.1',
  summary: 'The hierarchical host identity tag of an aircraft, and its certificate.',
  fields: [{ name: 'data', kind: base64(), summary: 'CBOR data.' }],
  example: 'example.com. 3600 IN HHIT gwppYWx0bw==',
};
