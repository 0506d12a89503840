import { domainName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const CNAME: RecordType = {
  mnemonic: 'CNAME',
  code: 5,
  status: 'current',
  source: 'RFC 1035 §3.3.1',
  summary: 'Makes this name an alias: resolvers continue with the name given here.',
  fields: [
    { name: 'cname', kind: domainName, target: true, summary: 'The canonical name that the owner is an alias of.' },
  ],
  example: 'www.example.com. 3600 IN CNAME web.example.com.',
  singleton: true,
};
