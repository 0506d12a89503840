import { hostName, mailboxName } from '../kinds/names.ts';
import { unsigned } from '../kinds/numbers.ts';
import { seconds } from '../kinds/seconds.ts';
import type { RecordType } from '../fields/record-type.ts';

export const SOA: RecordType = {
  mnemonic: 'SOA',
  code: 6,
  status: 'current',
  source: 'RFC 1035 §3.3.13',
  summary: 'Marks the apex of the zone and sets how secondaries keep it up to date.',
  fields: [
    { name: 'mname', kind: hostName, target: true, summary: 'The primary name server of this zone.' },
    { name: 'rname', kind: mailboxName, summary: 'The mailbox of the person responsible, with the first dot in place of the "@".' },
    { name: 'serial', kind: unsigned(4, 'soa/serial-range'), summary: 'The version of the zone; it must increase with every change (RFC 1982).' },
    { name: 'refresh', kind: seconds, summary: 'How often secondaries check whether the serial has increased.' },
    { name: 'retry', kind: seconds, summary: `How long secondaries wait before retrying if the primary didn't answer.` },
    { name: 'expire', kind: seconds, summary: 'How long secondaries keep answering for the zone without contact to the primary.' },
    { name: 'minimum', kind: seconds, summary: `How long resolvers cache that a name or a type doesn't exist (RFC 2308 §4).` },
  ],
  example: 'example.com. 3600 IN SOA ns1.example.com. hostmaster.example.com. 2024010101 7200 3600 1209600 3600',
  singleton: true,
};
