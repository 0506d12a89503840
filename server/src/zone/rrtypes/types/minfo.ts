import { mailboxName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const MINFO: RecordType = {
  mnemonic: 'MINFO',
  code: 14,
  status: 'obsolete',
  source: 'RFC 1035 §3.3.7',
  summary: `The mailboxes for a mailing list's owner and its error messages.`,
  replacedBy: 'Mailboxes in the DNS remained an experiment; mail uses MX.',
  fields: [
    { name: 'rmailbx', kind: mailboxName, summary: 'The mailbox responsible for the list.' },
    { name: 'emailbx', kind: mailboxName, summary: 'The mailbox for error messages.' },
  ],
  example: 'list.example.com. 3600 IN MINFO owner.example.com. errors.example.com.',
};
