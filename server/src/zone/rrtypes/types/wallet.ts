import { strings } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const WALLET: RecordType = {
  mnemonic: 'WALLET',
  code: 262,
  status: 'current',
  source: 'IANA registry, template WALLET',
  summary: 'The public address of a cryptocurrency wallet.',
  fields: [{ name: 'text', kind: strings, summary: 'The currency and the address.' }],
  example: 'example.com. 3600 IN WALLET "BTC" "bc1qexample"',
};
