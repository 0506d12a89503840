import { nodeNumber } from '../kinds/octet-groups.ts';
import type { RecordType } from '../fields/record-type.ts';

export const IPN: RecordType = {
  mnemonic: 'IPN',
  code: 264,
  status: 'current',
  source: 'draft-johnson-dns-ipn-cla-07 §3.1',
  summary: 'The number of a node in a delay-tolerant network.',
  fields: [{ name: 'cbhe-node-number', kind: nodeNumber, summary: 'The node number.' }],
  example: 'example.com. 3600 IN IPN 977000',
};
