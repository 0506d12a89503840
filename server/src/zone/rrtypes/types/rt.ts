import { hostName } from '../kinds/names.ts';
import { uint16 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const RT: RecordType = {
  mnemonic: 'RT',
  code: 21,
  status: 'obsolete',
  source: 'RFC 1183 §3.3',
  summary: 'A host that forwards packets to a host without a direct connection.',
  replacedBy: 'It was for X.25 and ISDN, which are gone.',
  fields: [
    { name: 'preference', kind: uint16, summary: 'Lower numbers are tried first.' },
    { name: 'intermediate-host', kind: hostName, target: true, summary: 'The host that forwards packets.' },
  ],
  example: 'relay.example.com. 3600 IN RT 10 gateway.example.com.',
};
