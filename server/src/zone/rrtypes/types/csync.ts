import { uint16, uint32 } from '../kinds/numbers.ts';
import { typeBitmap } from '../kinds/type-codes.ts';
import type { RecordType } from '../fields/record-type.ts';

export const CSYNC: RecordType = {
  mnemonic: 'CSYNC',
  code: 62,
  status: 'current',
  source: 'RFC 7477 §2.1',
  summary: 'The records that the parent should copy from this zone.',
  fields: [
    { name: 'soa-serial', kind: uint32, summary: 'The lowest SOA serial from which to copy.' },
    {
      name: 'flags',
      kind: uint16,
      summary: '1 to copy at once, 2 to respect the serial.',
      values: {
        1: { mnemonic: 'immediate', meaning: 'the parent may copy at once' },
        2: { mnemonic: 'soaminimum', meaning: 'the parent copies from this serial on' },
        3: { meaning: 'the parent may copy at once, from this serial on' },
      },
    },
    { name: 'type-bit-map', kind: typeBitmap(false), summary: 'The types to copy.' },
  ],
  example: 'example.com. 3600 IN CSYNC 66 3 A NS AAAA',
};
