import { base64 } from '../kinds/binary.ts';
import { certificateType } from '../kinds/certificates.ts';
import { namedAlgorithm } from '../kinds/dnssec.ts';
import { uint16 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const CERT: RecordType = {
  mnemonic: 'CERT',
  code: 37,
  status: 'current',
  source: 'RFC 4398 §2',
  summary: 'A certificate, or where to find one.',
  fields: [
    { name: 'type', kind: certificateType, summary: 'The kind of certificate.' },
    { name: 'key-tag', kind: uint16, summary: 'The tag of the key in the certificate; 0 if it has none.' },
    { name: 'algorithm', kind: namedAlgorithm, summary: 'The algorithm of the key; 0 if unknown.' },
    { name: 'certificate', kind: base64(), summary: 'The certificate.' },
  ],
  example: 'example.com. 3600 IN CERT PGP 0 0 mQGiBDkHP3URBACk',
};
