import { domainName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const CNAME: RecordType = {
  mnemonic: 'CNAME',
  code: 5,
  status: 'current',
  source: 'RFC 1035 §3.3.1',
  summary: 'This name is an alias: whoever asks for it goes on with the name that is given here.',
  fields: [{ name: 'cname', kind: domainName, target: true, summary: 'The canonical name, of which the owner is an alias.' }],
  example: 'www.example.com. 3600 IN CNAME web.example.com.',
  singleton: true,
};
