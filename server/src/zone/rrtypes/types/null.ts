import type { RecordType } from '../fields/record-type.ts';

export const NULL: RecordType = {
  mnemonic: 'NULL',
  code: 10,
  status: 'obsolete',
  source: 'RFC 1035 §3.3.10',
  summary: 'Any octets; not allowed in master files in a form of its own.',
  replacedBy: 'The experiment ended; private types (RFC 6895 §3.1) and TXT serve today.',
  fields: [],
  genericOnly: true,
  example: 'example.com. 3600 IN NULL \\# 3 000102',
};
