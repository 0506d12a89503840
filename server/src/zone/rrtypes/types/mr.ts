import { mailboxName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const MR: RecordType = {
  mnemonic: 'MR',
  code: 9,
  status: 'obsolete',
  source: 'RFC 1035 §3.3.8',
  summary: 'The new name of a mailbox.',
  replacedBy: 'Mailboxes in the DNS remained an experiment; mail uses MX.',
  fields: [{ name: 'newname', kind: mailboxName, target: true, summary: 'The mailbox that replaces the owner.' }],
  example: 'old.example.com. 3600 IN MR new.example.com.',
};
