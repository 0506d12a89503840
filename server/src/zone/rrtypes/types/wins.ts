import { words } from '../kinds/words.ts';
import type { RecordType } from '../fields/record-type.ts';

export const WINS: RecordType = {
  mnemonic: 'WINS',
  code: 65281,
  status: 'current',
  source: 'MS-DNSP §2.2.2.2.4.15',
  summary: `Lets a Windows server ask WINS for names that aren't in the zone; other servers don't know it.`,
  fields: [
    {
      name: 'settings',
      kind: words,
      summary: 'LOCAL, L2 (lookup timeout), C900 (cache timeout), and addresses of WINS servers.',
    },
  ],
  example: 'example.com. 3600 IN TYPE65281 \\# 4 00000000',
};
