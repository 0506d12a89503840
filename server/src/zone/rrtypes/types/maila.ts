import type { RecordType } from '../fields/record-type.ts';

export const MAILA: RecordType = {
  mnemonic: 'MAILA',
  code: 254,
  status: 'meta',
  source: 'RFC 1035 §3.2.3',
  summary: 'Asks for MD and MF records.',
  replacedBy: 'MX replaced them.',
  fields: [],
  example: 'example.com. 3600 IN MAILA \\# 0',
};
