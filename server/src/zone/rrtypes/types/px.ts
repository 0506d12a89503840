import { domainName } from '../kinds/names.ts';
import { uint16 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const PX: RecordType = {
  mnemonic: 'PX',
  code: 26,
  status: 'current',
  source: 'RFC 2163 §4',
  summary: 'Maps between X.400 and Internet mail addresses.',
  fields: [
    { name: 'preference', kind: uint16, summary: 'Lower numbers are tried first.' },
    { name: 'map822', kind: domainName, summary: 'The Internet part of the rule.' },
    { name: 'mapx400', kind: domainName, summary: 'The X.400 part of the rule, as a name.' },
  ],
  example: 'example.com. 3600 IN PX 10 example.com. prmd-net.admd-example.c-it.',
};
