import type { RecordType } from '../fields/record-type.ts';

export const NULL: RecordType = {
  mnemonic: 'NULL',
  code: 10,
  status: 'obsolete',
  source: 'RFC 1035 §3.3.10',
  summary: 'Arbitrary octets; not allowed in zone files in a form of its own.',
  replacedBy: 'It remained an experiment; today private types (RFC 6895 §3.1) and TXT serve instead.',
  fields: [],
  genericOnly: true,
  example: 'example.com. 3600 IN NULL \\# 3 000102',
};
