import { hostName } from '../kinds/names.ts';
import { uint16 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const AFSDB: RecordType = {
  mnemonic: 'AFSDB',
  code: 18,
  status: 'current',
  source: 'RFC 1183 §1',
  summary: 'A server of an AFS cell or a DCE cell.',
  fields: [
    {
      name: 'subtype',
      kind: uint16,
      summary: '1 for an AFS volume location server, 2 for a DCE server.',
      values: {
        1: { meaning: 'AFS volume location server' },
        2: { meaning: 'DCE authentication server' },
      },
    },
    { name: 'hostname', kind: hostName, target: true, summary: 'The host name of the server.' },
  ],
  example: 'example.com. 3600 IN AFSDB 1 afs.example.com.',
};
