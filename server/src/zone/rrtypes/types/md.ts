import { hostName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const MD: RecordType = {
  mnemonic: 'MD',
  code: 3,
  status: 'obsolete',
  source: 'RFC 1035 §3.3.4',
  summary: 'A host that accepts mail for the domain.',
  replacedBy: 'MX replaced it (RFC 974); servers refuse MD.',
  fields: [{ name: 'madname', kind: hostName, target: true, summary: 'The host that accepts the mail.' }],
  example: 'example.com. 3600 IN MD mail.example.com.',
};
