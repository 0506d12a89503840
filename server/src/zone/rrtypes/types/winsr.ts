import { words } from '../kinds/words.ts';
import type { RecordType } from '../fields/record-type.ts';

export const WINSR: RecordType = {
  mnemonic: 'WINSR',
  code: 65282,
  status: 'current',
  source: 'MS-DNSP §2.2.2.2.4.16',
  summary: `Lets a Windows server ask NetBIOS for the names of addresses; other servers don't know it.`,
  fields: [{ name: 'settings', kind: words, summary: 'LOCAL, timeouts, and the domain to add to names.' }],
  example: 'example.com. 3600 IN TYPE65282 \\# 4 00000000',
};
