import { domainName } from '../kinds/names.ts';
import { typeBitmap } from '../kinds/type-codes.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NSEC: RecordType = {
  mnemonic: 'NSEC',
  code: 47,
  status: 'current',
  source: 'RFC 4034 §4',
  summary: `Proves that there's no name between this one and the next, and which types exist here.`,
  fields: [
    {
      name: 'next-domain-name',
      kind: domainName,
      target: true,
      summary: 'The next name of the zone in canonical order.',
    },
    { name: 'type-bit-maps', kind: typeBitmap(true), summary: 'The types that exist at the owner.' },
  ],
  example: 'example.com. 3600 IN NSEC www.example.com. A MX RRSIG NSEC',
};
