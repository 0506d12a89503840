import { dsyncScheme } from '../kinds/certificates.ts';
import { hostName } from '../kinds/names.ts';
import { uint16 } from '../kinds/numbers.ts';
import { typeCode } from '../kinds/type-codes.ts';
import type { RecordType } from '../fields/record-type.ts';

export const DSYNC: RecordType = {
  mnemonic: 'DSYNC',
  code: 66,
  status: 'current',
  source: 'RFC 9859 §2',
  summary: 'Where to notify the parent about changes in a child zone.',
  fields: [
    { name: 'rrtype', kind: typeCode(false), summary: 'The type of the records that changed: CDS or CSYNC.' },
    { name: 'scheme', kind: dsyncScheme, summary: 'How to send the notification.' },
    { name: 'port', kind: uint16, summary: 'The port of the target.' },
    { name: 'target', kind: hostName, target: true, summary: 'The host to notify.' },
  ],
  example: '*._dsync.example.com. 3600 IN DSYNC CDS NOTIFY 5359 cds-scanner.example.net.',
};
