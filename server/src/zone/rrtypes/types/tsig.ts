import type { RecordType } from '../fields/record-type.ts';

export const TSIG: RecordType = {
  mnemonic: 'TSIG',
  code: 250,
  status: 'meta',
  source: 'RFC 8945 §4',
  summary: 'Signs a message with a shared secret.',
  fields: [],
  example: 'example.com. 3600 IN TSIG \\# 0',
};
