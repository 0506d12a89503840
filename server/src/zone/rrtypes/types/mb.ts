import { hostName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const MB: RecordType = {
  mnemonic: 'MB',
  code: 7,
  status: 'obsolete',
  source: 'RFC 1035 §3.3.3',
  summary: 'A host that has the mailbox of this name.',
  replacedBy: 'Mailboxes in the DNS remained an experiment; mail uses MX.',
  fields: [{ name: 'madname', kind: hostName, target: true, summary: 'The host with the mailbox.' }],
  example: 'user.example.com. 3600 IN MB mail.example.com.',
};
