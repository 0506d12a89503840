import { characterString } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const HINFO: RecordType = {
  mnemonic: 'HINFO',
  code: 13,
  status: 'current',
  source: 'RFC 1035 §3.3.2',
  summary: 'The processor and operating system of a host; today also the short answer to ANY queries (RFC 8482).',
  fields: [
    { name: 'cpu', kind: characterString, summary: 'The kind of processor.' },
    { name: 'os', kind: characterString, summary: 'The operating system.' },
  ],
  example: 'www.example.com. 3600 IN HINFO "RFC8482" ""',
};
