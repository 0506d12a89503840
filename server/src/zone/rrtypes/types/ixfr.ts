import type { RecordType } from '../fields/record-type.ts';

export const IXFR: RecordType = {
  mnemonic: 'IXFR',
  code: 251,
  status: 'meta',
  source: 'RFC 1995 §3',
  summary: 'Asks for the changes of a zone.',
  fields: [],
  example: 'example.com. 3600 IN IXFR \\# 0',
};
