import { uint16 } from '../kinds/numbers.ts';
import { locator64 } from '../kinds/octet-groups.ts';
import type { RecordType } from '../fields/record-type.ts';

export const L64: RecordType = {
  mnemonic: 'L64',
  code: 106,
  status: 'experimental',
  source: 'RFC 6742 §2.3',
  summary: 'A 64-bit ILNP locator.',
  fields: [
    { name: 'preference', kind: uint16, summary: 'Lower numbers are tried first.' },
    { name: 'locator64', kind: locator64, summary: 'The locator, 64 bits.' },
  ],
  example: 'www.example.com. 3600 IN L64 10 2001:db8:1140:1000',
};
