import { characterString } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const ISDN: RecordType = {
  mnemonic: 'ISDN',
  code: 20,
  status: 'obsolete',
  source: 'RFC 1183 §3.2',
  summary: 'The ISDN number of a host.',
  replacedBy: 'ISDN networks are gone.',
  fields: [
    { name: 'isdn-address', kind: characterString, summary: 'The telephone number, E.164.' },
    { name: 'sa', kind: characterString, optional: true, summary: 'The subaddress.' },
  ],
  example: 'relay.example.com. 3600 IN ISDN "150862028003217" "004"',
};
