import { domainName, mailboxName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const RP: RecordType = {
  mnemonic: 'RP',
  code: 17,
  status: 'current',
  source: 'RFC 1183 §2.2',
  summary: 'The person responsible for a name.',
  fields: [
    {
      name: 'mbox-dname',
      kind: mailboxName,
      summary: `The person's mailbox, with the first dot in place of the "@"; "." for none.`,
    },
    {
      name: 'txt-dname',
      kind: domainName,
      target: true,
      summary: 'A name with TXT records about the person; "." for none.',
    },
  ],
  example: 'example.com. 3600 IN RP hostmaster.example.com. contact.example.com.',
};
