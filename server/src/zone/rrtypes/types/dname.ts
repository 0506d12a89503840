import { domainName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const DNAME: RecordType = {
  mnemonic: 'DNAME',
  code: 39,
  status: 'current',
  source: 'RFC 6672 §2',
  summary: 'Redirects all names below this one to names below another.',
  fields: [
    {
      name: 'target',
      kind: domainName,
      target: true,
      summary: 'The name that replaces the owner in every name below it.',
    },
  ],
  singleton: true,
  example: 'old.example.com. 3600 IN DNAME new.example.com.',
};
