import { strings } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const TXT: RecordType = {
  mnemonic: 'TXT',
  code: 16,
  status: 'current',
  source: 'RFC 1035 §3.3.14',
  summary: 'Free text, used for SPF, DKIM, DMARC, proofs of ownership and more.',
  fields: [
    {
      name: 'txt-data',
      kind: strings,
      summary: 'Strings of up to 255 octets each; most programs join them without a space.',
    },
  ],
  example: 'example.com. 3600 IN TXT "v=spf1 mx -all"',
};
