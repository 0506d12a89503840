import { atmAddress } from '../kinds/octet-groups.ts';
import type { RecordType } from '../fields/record-type.ts';

export const ATMA: RecordType = {
  mnemonic: 'ATMA',
  code: 34,
  status: 'current',
  source: 'ATM Forum af-dans-0152.000 §4',
  summary: 'The ATM address of a host.',
  fields: [{ name: 'address', kind: atmAddress, summary: '"+" and a telephone number, or hexadecimal digits.' }],
  example: 'example.com. 3600 IN ATMA +61200000000',
};
