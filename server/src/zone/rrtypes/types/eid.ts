import { hex } from '../kinds/binary.ts';
import type { RecordType } from '../fields/record-type.ts';

export const EID: RecordType = {
  mnemonic: 'EID',
  code: 31,
  status: 'experimental',
  source: 'draft-ietf-nimrod-dns',
  summary: 'A Nimrod endpoint identifier.',
  fields: [{ name: 'endpoint-identifier', kind: hex(), summary: 'The identifier.' }],
  example: 'example.com. 3600 IN EID 1289AB',
};
