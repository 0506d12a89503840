import { strings } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const AVC: RecordType = {
  mnemonic: 'AVC',
  code: 258,
  status: 'current',
  source: 'IANA registry, template AVC',
  summary: 'Identifies an application, so networks can see and control its traffic.',
  fields: [{ name: 'avc-data', kind: strings, summary: 'Strings of up to 255 octets each.' }],
  example: 'example.com. 3600 IN AVC "app-name:EXAMPLE|app-class:OAM|business=yes"',
};
