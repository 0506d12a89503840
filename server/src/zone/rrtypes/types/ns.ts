import { hostName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NS: RecordType = {
  mnemonic: 'NS',
  code: 2,
  status: 'current',
  source: 'RFC 1035 §3.3.11',
  summary: 'A name server that is authoritative for the zone that begins at this name.',
  fields: [{ name: 'nsdname', kind: hostName, target: true, summary: 'The host name of the name server; it needs address records, not an alias (RFC 2181 §10.3).' }],
  example: 'example.com. 3600 IN NS ns1.example.com.',
};
