import { hostName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NS: RecordType = {
  mnemonic: 'NS',
  code: 2,
  status: 'current',
  source: 'RFC 1035 §3.3.11',
  summary: 'An authoritative name server for the zone that starts at this name.',
  fields: [
    {
      name: 'nsdname',
      kind: hostName,
      target: true,
      summary: `The host name of the name server; it must have address records and can't be an alias (RFC 2181 §10.3).`,
    },
  ],
  example: 'example.com. 3600 IN NS ns1.example.com.',
};
