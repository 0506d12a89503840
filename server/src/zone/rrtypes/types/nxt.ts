import { domainName } from '../kinds/names.ts';
import { nxtBitmap } from '../kinds/type-codes.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NXT: RecordType = {
  mnemonic: 'NXT',
  code: 30,
  status: 'obsolete',
  source: 'RFC 2535 §5.1',
  summary: 'The next name of the zone in the original DNSSEC, and the types at this name.',
  replacedBy: 'NSEC replaced it (RFC 3755).',
  fields: [
    { name: 'next-domain-name', kind: domainName, summary: 'The next name of the zone.' },
    { name: 'type-bit-map', kind: nxtBitmap, summary: 'The types that exist at the owner.' },
  ],
  example: 'example.com. 3600 IN NXT www.example.com. A MX SIG NXT',
};
