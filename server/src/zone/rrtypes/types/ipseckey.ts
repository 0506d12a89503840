import { base64 } from '../kinds/binary.ts';
import { ipsecGateway } from '../kinds/gateway.ts';
import { uint8 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const IPSECKEY: RecordType = {
  mnemonic: 'IPSECKEY',
  code: 45,
  status: 'current',
  source: 'RFC 4025 §2',
  summary: 'A public key for IPsec, and the gateway to use it with.',
  fields: [
    { name: 'precedence', kind: uint8, summary: 'Lower numbers are tried first.' },
    {
      name: 'gateway-type',
      kind: uint8,
      summary: 'The form of the gateway field.',
      max: 3,
      values: {
        0: { meaning: 'no gateway' },
        1: { meaning: 'an IPv4 address' },
        2: { meaning: 'an IPv6 address' },
        3: { meaning: 'a name' },
      },
    },
    {
      name: 'algorithm',
      kind: uint8,
      summary: 'The kind of key.',
      values: {
        1: { meaning: 'DSA' },
        2: { meaning: 'RSA' },
        3: { meaning: 'ECDSA' },
        4: { meaning: 'EdDSA' },
      },
    },
    { name: 'gateway', kind: ipsecGateway, summary: 'The gateway; "." means none.' },
    { name: 'public-key', kind: base64(), summary: 'The public key.' },
  ],
  example: 'example.com. 3600 IN IPSECKEY 10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
};
