import { hostName, mailboxName } from '../kinds/names.ts';
import { unsigned } from '../kinds/numbers.ts';
import { seconds } from '../kinds/seconds.ts';
import type { RecordType } from '../fields/record-type.ts';

export const SOA: RecordType = {
  mnemonic: 'SOA',
  code: 6,
  status: 'current',
  source: 'RFC 1035 §3.3.13',
  summary: 'Marks the top of the zone and says how secondaries keep up with it.',
  fields: [
    { name: 'mname', kind: hostName, target: true, summary: 'The name server that is the primary of this zone.' },
    { name: 'rname', kind: mailboxName, summary: 'The mailbox of the person responsible, the first dot in place of the "@".' },
    { name: 'serial', kind: unsigned(4, 'soa/serial-range'), summary: 'The version of the zone; it has to grow with every change (RFC 1982).' },
    { name: 'refresh', kind: seconds, summary: 'How often secondaries ask whether the serial has grown.' },
    { name: 'retry', kind: seconds, summary: 'How long secondaries wait before asking again when the primary did not answer.' },
    { name: 'expire', kind: seconds, summary: 'After how long without contact secondaries stop answering for the zone.' },
    { name: 'minimum', kind: seconds, summary: 'How long resolvers remember that a name or a type does not exist (RFC 2308 §4).' },
  ],
  example: 'example.com. 3600 IN SOA ns1.example.com. hostmaster.example.com. 2024010101 7200 3600 1209600 3600',
  singleton: true,
};
