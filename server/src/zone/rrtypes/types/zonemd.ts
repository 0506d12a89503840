import { uint32, uint8 } from '../kinds/numbers.ts';
import { zoneDigest } from '../kinds/zone-digest.ts';
import type { RecordType } from '../fields/record-type.ts';

export const ZONEMD: RecordType = {
  mnemonic: 'ZONEMD',
  code: 63,
  status: 'current',
  source: 'RFC 8976 §2',
  summary: 'A digest of the whole zone.',
  fields: [
    { name: 'serial', kind: uint32, summary: 'The SOA serial of the zone that the digest covers.' },
    {
      name: 'scheme',
      kind: uint8,
      summary: 'How the zone was collated for the digest.',
      values: {
        1: { mnemonic: 'SIMPLE', meaning: 'one record after another in canonical order' },
      },
    },
    {
      name: 'hash-algorithm',
      kind: uint8,
      summary: 'How the digest was made.',
      values: {
        1: { mnemonic: 'SHA-384', meaning: 'SHA-384' },
        2: { mnemonic: 'SHA-512', meaning: 'SHA-512' },
      },
    },
    { name: 'digest', kind: zoneDigest, summary: 'The digest.' },
  ],
  example:
    'example.com. 3600 IN ZONEMD 2018031500 1 1 FEBE3D4CE2EC2FFA4BA99D46CD69D6D29711E55217057BEE7EB1A7B641A47BA7FED2DD5B97AE499FAFA4F22C6BD647DE',
};
