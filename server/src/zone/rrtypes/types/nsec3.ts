import { nextHashed, salt } from '../kinds/binary.ts';
import { hashAlgorithm } from '../kinds/dnssec.ts';
import { uint16, uint8 } from '../kinds/numbers.ts';
import { typeBitmap } from '../kinds/type-codes.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NSEC3: RecordType = {
  mnemonic: 'NSEC3',
  code: 50,
  status: 'current',
  source: 'RFC 5155 §3',
  summary: 'Proves, with hashed names, that a name does not exist, and which types exist here.',
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
    { name: 'next-hashed-owner-name', kind: nextHashed, summary: 'The hash of the next name.' },
    { name: 'type-bit-maps', kind: typeBitmap(false), summary: 'The types that exist at the name with this hash.' },
  ],
  example:
    '0p9mhaveqvm6t7vbl5lop2u3t2rp3tom.example.com. 3600 IN NSEC3 1 1 0 - 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A MX RRSIG',
};
