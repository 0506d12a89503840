import { base64 } from '../kinds/binary.ts';
import { uint8 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const SINK: RecordType = {
  mnemonic: 'SINK',
  code: 40,
  status: 'experimental',
  source: 'draft-eastlake-kitchen-sink-02 §2',
  summary: 'Data of any kind, with numbers that identify it.',
  fields: [
    { name: 'meaning', kind: uint8, summary: 'The meaning of the data.' },
    { name: 'coding', kind: uint8, summary: 'The encoding of the data.' },
    { name: 'subcoding', kind: uint8, summary: 'The variant of the encoding.' },
    { name: 'data', kind: base64('syn/bad-base64', true), summary: 'The data.' },
  ],
  example: 'example.com. 3600 IN SINK 64 2 1 l4ik',
};
