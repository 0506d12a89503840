import { hostName } from '../kinds/names.ts';
import { uint16 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const KX: RecordType = {
  mnemonic: 'KX',
  code: 36,
  status: 'current',
  source: 'RFC 2230 §3',
  summary: 'A host that exchanges keys on behalf of this name.',
  fields: [
    { name: 'preference', kind: uint16, summary: 'Lower numbers are tried first.' },
    { name: 'exchanger', kind: hostName, target: true, summary: 'The host that exchanges keys.' },
  ],
  example: 'example.com. 3600 IN KX 10 kx.example.com.',
};
