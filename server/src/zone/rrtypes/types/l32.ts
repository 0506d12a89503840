import { ipv4 } from '../kinds/addresses.ts';
import { uint16 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const L32: RecordType = {
  mnemonic: 'L32',
  code: 105,
  status: 'experimental',
  source: 'RFC 6742 §2.2',
  summary: 'A 32-bit ILNP locator.',
  fields: [
    { name: 'preference', kind: uint16, summary: 'Lower numbers are tried first.' },
    { name: 'locator32', kind: ipv4, summary: 'The locator, written as an IPv4 address.' },
  ],
  example: 'www.example.com. 3600 IN L32 10 192.0.2.0',
};
