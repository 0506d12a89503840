import type { RecordType } from '../fields/record-type.ts';

export const AXFR: RecordType = {
  mnemonic: 'AXFR',
  code: 252,
  status: 'meta',
  source: 'RFC 5936 §2',
  summary: 'Asks for a whole zone.',
  fields: [],
  example: 'example.com. 3600 IN AXFR \\# 0',
};
