import { hostName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NSAP_PTR: RecordType = {
  mnemonic: 'NSAP-PTR',
  code: 23,
  status: 'obsolete',
  source: 'RFC 1348',
  summary: 'The host name that belongs to an OSI network address.',
  replacedBy: 'PTR replaced it (RFC 1706 §6).',
  fields: [{ name: 'owner', kind: hostName, target: true, summary: 'The host name.' }],
  example: 'example.com. 3600 IN NSAP-PTR www.example.com.',
};
