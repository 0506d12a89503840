import { hex } from '../kinds/binary.ts';
import { uint8 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const TLSA: RecordType = {
  mnemonic: 'TLSA',
  code: 52,
  status: 'current',
  source: 'RFC 6698 §2',
  summary: 'The certificate or key that a TLS server on this port must present (DANE).',
  fields: [
    {
      name: 'certificate-usage',
      kind: uint8,
      summary: 'Which certificate must match.',
      values: {
        0: { mnemonic: 'PKIX-TA', meaning: 'a certificate authority that must be in the chain and trusted' },
        1: { mnemonic: 'PKIX-EE', meaning: 'the certificate of the server, which must also be trusted' },
        2: { mnemonic: 'DANE-TA', meaning: 'a certificate authority that must be in the chain' },
        3: { mnemonic: 'DANE-EE', meaning: 'the certificate of the server' },
      },
    },
    {
      name: 'selector',
      kind: uint8,
      summary: 'The part that is compared.',
      values: {
        0: { mnemonic: 'Cert', meaning: 'the whole certificate' },
        1: { mnemonic: 'SPKI', meaning: 'the public key' },
      },
    },
    {
      name: 'matching-type',
      kind: uint8,
      summary: 'How it is compared.',
      values: {
        0: { mnemonic: 'Full', meaning: 'the exact data' },
        1: { mnemonic: 'SHA2-256', meaning: 'by SHA-256' },
        2: { mnemonic: 'SHA2-512', meaning: 'by SHA-512' },
      },
    },
    {
      name: 'certificate-association-data',
      kind: hex('tlsa/hex'),
      summary: 'The digest, or the certificate or key itself.',
    },
  ],
  example:
    '_25._tcp.mail.example.com. 3600 IN TLSA 3 1 1 0D6FCE3B5D0F6C7A6FEA4CA0C4B0C3E51B1F1F9D1E1E6E8F7A6E8A3C2B1D0E9F',
};
