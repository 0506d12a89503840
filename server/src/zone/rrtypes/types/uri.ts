import { uint16 } from '../kinds/numbers.ts';
import { quotedText } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const URI: RecordType = {
  mnemonic: 'URI',
  code: 256,
  status: 'current',
  source: 'RFC 7553 §4',
  summary: 'The URI of a service.',
  fields: [
    { name: 'priority', kind: uint16, summary: 'Lower numbers are tried first.' },
    { name: 'weight', kind: uint16, summary: 'The share of clients among URIs with the same priority.' },
    { name: 'target', kind: quotedText, summary: 'The URI, in quotation marks.' },
  ],
  example: '_ftp._tcp.example.com. 3600 IN URI 10 1 "ftp://ftp1.example.com/public"',
};
