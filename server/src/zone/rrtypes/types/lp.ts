import { domainName } from '../kinds/names.ts';
import { uint16 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const LP: RecordType = {
  mnemonic: 'LP',
  code: 107,
  status: 'experimental',
  source: 'RFC 6742 §2.4',
  summary: 'The name that holds the locators of a node.',
  fields: [
    { name: 'preference', kind: uint16, summary: 'Lower numbers are tried first.' },
    { name: 'fqdn', kind: domainName, target: true, summary: 'A name with L32 or L64 records.' },
  ],
  example: 'www.example.com. 3600 IN LP 10 l64-subnet1.example.com.',
};
