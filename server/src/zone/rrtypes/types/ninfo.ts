import { strings } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NINFO: RecordType = {
  mnemonic: 'NINFO',
  code: 56,
  status: 'experimental',
  source: 'draft-reid-dnsext-zs-01 §2',
  summary: 'The status of a zone, as text.',
  fields: [{ name: 'zs-data', kind: strings, summary: 'Strings of up to 255 octets each.' }],
  example: 'example.com. 3600 IN NINFO "signed"',
};
