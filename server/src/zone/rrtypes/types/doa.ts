import { objectData } from '../kinds/digital-object.ts';
import { uint32, uint8 } from '../kinds/numbers.ts';
import { characterString } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const DOA: RecordType = {
  mnemonic: 'DOA',
  code: 259,
  status: 'experimental',
  source: 'draft-durand-doa-over-dns-02 §3',
  summary: 'A digital object, or its location.',
  fields: [
    { name: 'enterprise', kind: uint32, summary: 'The enterprise number that defines the type.' },
    { name: 'type', kind: uint32, summary: 'The type of the object.' },
    {
      name: 'location',
      kind: uint8,
      summary: 'The location of the data.',
      values: {
        1: { mnemonic: 'Local', meaning: 'in this record' },
        2: { mnemonic: 'URI', meaning: 'at the URI in the data' },
        3: { mnemonic: 'HDL', meaning: 'at the handle in the data' },
      },
    },
    { name: 'media-type', kind: characterString, summary: 'The media type of the object.' },
    { name: 'data', kind: objectData, summary: 'The object or its location; "-" for nothing.' },
  ],
  example: 'example.com. 3600 IN DOA 0 1 2 "" aHR0cHM6Ly93d3cuZXhhbXBsZS5jb20v',
};
