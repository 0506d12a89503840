import type { RecordType } from '../fields/record-type.ts';

export const TKEY: RecordType = {
  mnemonic: 'TKEY',
  code: 249,
  status: 'meta',
  source: 'RFC 2930 §2',
  summary: 'Establishes a shared secret key within a message.',
  fields: [],
  example: 'example.com. 3600 IN TKEY \\# 0',
};
