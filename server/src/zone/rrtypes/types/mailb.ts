import type { RecordType } from '../fields/record-type.ts';

export const MAILB: RecordType = {
  mnemonic: 'MAILB',
  code: 253,
  status: 'meta',
  source: 'RFC 1035 §3.2.3',
  summary: 'Asks for MB, MG and MR records.',
  replacedBy: 'Those types are obsolete.',
  fields: [],
  example: 'example.com. 3600 IN MAILB \\# 0',
};
