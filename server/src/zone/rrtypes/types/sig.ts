import { base64 } from '../kinds/binary.ts';
import { algorithm } from '../kinds/dnssec.ts';
import { domainName } from '../kinds/names.ts';
import { uint16, uint32, uint8 } from '../kinds/numbers.ts';
import { time } from '../kinds/times.ts';
import { typeCode } from '../kinds/type-codes.ts';
import type { RecordType } from '../fields/record-type.ts';

export const SIG: RecordType = {
  mnemonic: 'SIG',
  code: 24,
  status: 'obsolete',
  source: 'RFC 2535 §4.1',
  summary: 'A signature of the original DNSSEC, or of a message (RFC 2931).',
  replacedBy: 'RRSIG replaced it in zones (RFC 3755).',
  fields: [
    { name: 'type-covered', kind: typeCode(true), summary: 'The type of the records that are signed.' },
    { name: 'algorithm', kind: algorithm, summary: 'The algorithm of the signature.' },
    { name: 'labels', kind: uint8, summary: 'How many labels the owner has; fewer if a wildcard was expanded.' },
    { name: 'original-ttl', kind: uint32, summary: 'The TTL of the signed records in the zone, in seconds.' },
    { name: 'signature-expiration', kind: time(true), summary: 'When the signature expires.' },
    { name: 'signature-inception', kind: time(true), summary: 'When the signature becomes valid.' },
    { name: 'key-tag', kind: uint16, summary: 'The tag of the key that made the signature.' },
    { name: 'signer-name', kind: domainName, summary: 'The zone whose key made the signature.' },
    { name: 'signature', kind: base64(), summary: 'The signature.' },
  ],
  example:
    'example.com. 3600 IN SIG A 8 2 3600 20380119031407 20240101000000 12345 example.com. oJB1W6WNGv+ldvQ3WDG0MQkg5IEhjRip8WTrPYGv07h108dUKGMeDPKijVCHX3DDKdfb+v6oB9wfuh3DTJXUAfI/M0zmO/zz8bW0Rznl8O3tGNazPwQKkRN20XPXV6nwwfoXmJQbsLNrLfkGJ5D6fwFm8nN+6pBzeDQfsS3Ap3o=',
};
