import { algorithm, digestType, dsDigest } from '../kinds/dnssec.ts';
import { uint16 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const CDS: RecordType = {
  mnemonic: 'CDS',
  code: 59,
  status: 'current',
  source: 'RFC 7344 §3.1',
  summary:
    'The DS that the parent should publish for this zone; "0 0 0 00" asks it to remove the DS records (RFC 8078 §4).',
  fields: [
    { name: 'key-tag', kind: uint16, summary: 'The tag of the key that the digest is made of.' },
    { name: 'algorithm', kind: algorithm, summary: 'The algorithm of that key.' },
    { name: 'digest-type', kind: digestType, summary: 'How the digest was made.' },
    { name: 'digest', kind: dsDigest, summary: 'The digest of the owner name and the key.' },
  ],
  example: 'example.com. 3600 IN CDS 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A',
};
