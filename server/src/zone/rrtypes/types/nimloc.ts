import { hex } from '../kinds/binary.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NIMLOC: RecordType = {
  mnemonic: 'NIMLOC',
  code: 32,
  status: 'experimental',
  source: 'draft-ietf-nimrod-dns',
  summary: 'A Nimrod locator.',
  fields: [{ name: 'nimrod-locator', kind: hex(), summary: 'The locator.' }],
  example: 'example.com. 3600 IN NIMLOC 1289AB',
};
