import { base64 } from '../kinds/binary.ts';
import type { RecordType } from '../fields/record-type.ts';

export const DHCID: RecordType = {
  mnemonic: 'DHCID',
  code: 49,
  status: 'current',
  source: 'RFC 4701 §3',
  summary: 'Ties a name to the DHCP client that it was given to.',
  fields: [{ name: 'data', kind: base64(), summary: 'Identifier type, digest type and digest of the client.' }],
  example: 'host.example.com. 3600 IN DHCID AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=',
};
