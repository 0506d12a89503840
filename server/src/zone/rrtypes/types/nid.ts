import { uint16 } from '../kinds/numbers.ts';
import { locator64 } from '../kinds/octet-groups.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NID: RecordType = {
  mnemonic: 'NID',
  code: 104,
  status: 'experimental',
  source: 'RFC 6742 §2.1',
  summary: 'An ILNP node identifier.',
  fields: [
    { name: 'preference', kind: uint16, summary: 'Lower numbers are tried first.' },
    { name: 'node-id', kind: locator64, summary: 'The identifier, 64 bits.' },
  ],
  example: 'www.example.com. 3600 IN NID 10 14:4fff:ff20:ee64',
};
