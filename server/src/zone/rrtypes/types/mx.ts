import { hostName } from '../kinds/names.ts';
import { unsigned } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const MX: RecordType = {
  mnemonic: 'MX',
  code: 15,
  status: 'current',
  source: 'RFC 1035 §3.3.9',
  summary: 'A host that accepts mail for this domain.',
  fields: [
    {
      name: 'preference',
      kind: unsigned(2, 'mx/pref-range'),
      summary: 'Senders try lower numbers first (RFC 5321 §5.1).',
    },
    {
      name: 'exchange',
      kind: hostName,
      target: true,
      summary: 'The host name of the mail server; "." means the domain accepts no mail (RFC 7505).',
    },
  ],
  example: 'example.com. 3600 IN MX 10 mail.example.com.',
  hostOwner: true,
};
