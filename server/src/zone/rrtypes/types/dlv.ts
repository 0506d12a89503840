import { algorithm, digestType, dsDigest } from '../kinds/dnssec.ts';
import { uint16 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const DLV: RecordType = {
  mnemonic: 'DLV',
  code: 32769,
  status: 'obsolete',
  source: 'RFC 4431 §2',
  summary: 'A trust anchor outside the DNS delegation chain.',
  replacedBy: 'DNSSEC Lookaside Validation has ended (RFC 8749).',
  fields: [
    { name: 'key-tag', kind: uint16, summary: 'The tag of the key that the digest is made of.' },
    { name: 'algorithm', kind: algorithm, summary: 'The algorithm of that key.' },
    { name: 'digest-type', kind: digestType, summary: 'How the digest was made.' },
    { name: 'digest', kind: dsDigest, summary: 'The digest of the owner name and the key.' },
  ],
  example:
    'example.com.dlv.example.net. 3600 IN DLV 60485 13 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A',
};
