import { mailboxName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const MG: RecordType = {
  mnemonic: 'MG',
  code: 8,
  status: 'obsolete',
  source: 'RFC 1035 §3.3.6',
  summary: 'A mailbox that belongs to the mail group of this name.',
  replacedBy: 'Mailboxes in the DNS remained an experiment; mail uses MX.',
  fields: [{ name: 'mgmname', kind: mailboxName, target: true, summary: 'The mailbox of one member.' }],
  example: 'group.example.com. 3600 IN MG user.example.com.',
};
