import type { RecordType } from '../fields/record-type.ts';

export const ANY: RecordType = {
  mnemonic: 'ANY',
  code: 255,
  status: 'meta',
  source: 'RFC 1035 §3.2.3',
  summary: 'Asks for some or all record types at a name (RFC 8482).',
  fields: [],
  example: 'example.com. 3600 IN ANY \\# 0',
};
