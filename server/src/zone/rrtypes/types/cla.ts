import { strings } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const CLA: RecordType = {
  mnemonic: 'CLA',
  code: 263,
  status: 'current',
  source: 'draft-johnson-dns-ipn-cla-07 §3.2',
  summary: 'The convergence layer adapters of a node in a delay-tolerant network.',
  fields: [{ name: 'text', kind: strings, summary: 'The adapters.' }],
  example: 'example.com. 3600 IN CLA "TCP-v4-v6"',
};
