import { strings } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const RESINFO: RecordType = {
  mnemonic: 'RESINFO',
  code: 261,
  status: 'current',
  source: 'RFC 9606 §3',
  summary: 'The capabilities of a resolver.',
  fields: [{ name: 'keys', kind: strings, summary: 'Keys and values such as qnamemin or exterr=15,16.' }],
  singleton: true,
  example: 'resolver.example.com. 3600 IN RESINFO "qnamemin" "exterr=15,16,17"',
};
