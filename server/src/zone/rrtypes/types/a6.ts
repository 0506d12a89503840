import { addressSuffix, prefixName } from '../kinds/a6.ts';
import { uint8 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const A6: RecordType = {
  mnemonic: 'A6',
  code: 38,
  status: 'obsolete',
  source: 'RFC 2874 §3',
  summary: 'Part of an IPv6 address, and the name that supplies the rest.',
  replacedBy: 'AAAA holds the whole address (RFC 6563).',
  fields: [
    { name: 'prefix-length', kind: uint8, summary: 'How many bits of the address come from another name.', max: 128 },
    { name: 'address-suffix', kind: addressSuffix, summary: 'The bits after the prefix, written as an address.' },
    { name: 'prefix-name', kind: prefixName, summary: 'The name that supplies the prefix.' },
  ],
  hostOwner: true,
  example: 'www.example.com. 3600 IN A6 64 ::1234:5678:1:2 subnet.example.com.',
};
