import { amtRelay, discoveryBit, relayType } from '../kinds/gateway.ts';
import { uint8 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const AMTRELAY: RecordType = {
  mnemonic: 'AMTRELAY',
  code: 260,
  status: 'current',
  source: 'RFC 8777 §4',
  summary: 'A relay for receiving multicast from this source.',
  fields: [
    { name: 'precedence', kind: uint8, summary: 'Lower numbers are tried first.' },
    { name: 'discovery-optional', kind: discoveryBit, summary: '1 if the relay may be used without discovery.' },
    {
      name: 'relay-type',
      kind: relayType,
      summary: 'The form of the relay field.',
      values: {
        0: { meaning: 'no relay' },
        1: { meaning: 'an IPv4 address' },
        2: { meaning: 'an IPv6 address' },
        3: { meaning: 'a name' },
      },
    },
    { name: 'relay', kind: amtRelay, summary: 'The relay; "." means none.' },
  ],
  example: '1.2.0.192.in-addr.arpa. 3600 IN AMTRELAY 10 0 1 203.0.113.15',
};
