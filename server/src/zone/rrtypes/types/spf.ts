import { strings } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const SPF: RecordType = {
  mnemonic: 'SPF',
  code: 99,
  status: 'obsolete',
  source: 'RFC 7208 §3.1',
  summary: 'An SPF record under its own type.',
  replacedBy: 'Receivers read SPF only from TXT (RFC 7208 §3.1).',
  fields: [{ name: 'txt-data', kind: strings, summary: 'Strings of up to 255 octets each.' }],
  example: 'example.com. 3600 IN SPF "v=spf1 mx -all"',
};
