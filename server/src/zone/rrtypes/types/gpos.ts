import { characterString } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const GPOS: RecordType = {
  mnemonic: 'GPOS',
  code: 27,
  status: 'obsolete',
  source: 'RFC 1712 §3',
  summary: 'The geographical position of a host.',
  replacedBy: 'LOC replaced it (RFC 1876).',
  fields: [
    { name: 'longitude', kind: characterString, summary: 'Degrees from -180 to 180.' },
    { name: 'latitude', kind: characterString, summary: 'Degrees from -90 to 90.' },
    { name: 'altitude', kind: characterString, summary: 'Meters above sea level.' },
  ],
  example: 'www.example.com. 3600 IN GPOS "-32.6882" "116.8652" "10.0"',
};
