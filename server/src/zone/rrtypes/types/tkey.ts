import type { RecordType } from '../fields/record-type.ts';

export const TKEY: RecordType = {
  mnemonic: 'TKEY',
  code: 249,
  status: 'meta',
  source: 'RFC 2930 §2',
  summary: 'Agrees on a secret key in a message.',
  fields: [],
  example: 'example.com. 3600 IN TKEY \\# 0',
};
