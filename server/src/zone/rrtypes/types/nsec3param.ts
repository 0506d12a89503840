import { salt } from '../kinds/binary.ts';
import { hashAlgorithm } from '../kinds/dnssec.ts';
import { uint16, uint8 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NSEC3PARAM: RecordType = {
  mnemonic: 'NSEC3PARAM',
  code: 51,
  status: 'current',
  source: 'RFC 5155 §4',
  summary: 'How servers hash names for NSEC3 in this zone.',
  fields: [
    { name: 'hash-algorithm', kind: hashAlgorithm, summary: 'How names are hashed; 1 is SHA-1.' },
    {
      name: 'flags',
      kind: uint8,
      summary: '1 leaves out unsigned delegations (opt-out).',
      values: {
        0: { meaning: 'every name is covered' },
        1: { mnemonic: 'opt-out', meaning: 'unsigned delegations may be left out' },
      },
    },
    {
      name: 'iterations',
      kind: uint16,
      summary: 'How many extra times names are hashed; it should be 0 (RFC 9276 §3.1).',
    },
    {
      name: 'salt',
      kind: salt,
      summary: 'Added to the name before hashing; it should be "-" for none (RFC 9276 §3.1).',
    },
  ],
  example: 'example.com. 3600 IN NSEC3PARAM 1 0 0 -',
};
