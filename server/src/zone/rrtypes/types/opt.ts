import type { RecordType } from '../fields/record-type.ts';

export const OPT: RecordType = {
  mnemonic: 'OPT',
  code: 41,
  status: 'meta',
  source: 'RFC 6891 §6',
  summary: 'The options of a message (EDNS).',
  fields: [],
  example: 'example.com. 3600 IN OPT \\# 0',
};
