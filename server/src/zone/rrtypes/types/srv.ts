import { hostName } from '../kinds/names.ts';
import { unsigned } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const SRV: RecordType = {
  mnemonic: 'SRV',
  code: 33,
  status: 'current',
  source: 'RFC 2782',
  summary: 'The host and port of a service, and the order in which to try them.',
  fields: [
    { name: 'priority', kind: unsigned(2, 'srv/priority-range'), summary: 'Clients try lower numbers first.' },
    {
      name: 'weight',
      kind: unsigned(2, 'srv/weight-range'),
      summary: 'The share of clients among hosts with the same priority.',
    },
    { name: 'port', kind: unsigned(2, 'srv/port-range'), summary: 'The port on which the service listens.' },
    {
      name: 'target',
      kind: hostName,
      target: true,
      summary: `The host of the service, which can't be an alias; "." means the service isn't available.`,
    },
  ],
  example: '_submissions._tcp.example.com. 3600 IN SRV 0 1 465 mail.example.com.',
};
