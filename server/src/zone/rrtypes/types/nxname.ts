import type { RecordType } from '../fields/record-type.ts';

export const NXNAME: RecordType = {
  mnemonic: 'NXNAME',
  code: 128,
  status: 'meta',
  source: 'RFC 9824 §3',
  summary: `Says in the bitmap of an NSEC record that the name doesn't exist.`,
  fields: [],
  example: 'example.com. 3600 IN NXNAME \\# 0',
};
