import { hostName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const MF: RecordType = {
  mnemonic: 'MF',
  code: 4,
  status: 'obsolete',
  source: 'RFC 1035 §3.3.5',
  summary: 'A host that forwards mail for the domain.',
  replacedBy: 'MX replaced it (RFC 974); servers refuse MF.',
  fields: [{ name: 'madname', kind: hostName, target: true, summary: 'The host that forwards the mail.' }],
  example: 'example.com. 3600 IN MF mail.example.com.',
};
