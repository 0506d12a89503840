import { sshFingerprint } from '../kinds/certificates.ts';
import { uint8 } from '../kinds/numbers.ts';
import type { RecordType } from '../fields/record-type.ts';

export const SSHFP: RecordType = {
  mnemonic: 'SSHFP',
  code: 44,
  status: 'current',
  source: 'RFC 4255 §3',
  summary: `The fingerprint of a host's SSH key.`,
  fields: [
    {
      name: 'algorithm',
      kind: uint8,
      summary: 'The kind of key.',
      values: {
        1: { mnemonic: 'RSA', meaning: 'RSA key' },
        2: { mnemonic: 'DSA', meaning: 'DSA key' },
        3: { mnemonic: 'ECDSA', meaning: 'ECDSA key' },
        4: { mnemonic: 'Ed25519', meaning: 'Ed25519 key' },
        6: { mnemonic: 'Ed448', meaning: 'Ed448 key' },
      },
    },
    {
      name: 'fp-type',
      kind: uint8,
      summary: 'How the fingerprint was made.',
      values: {
        1: { mnemonic: 'SHA-1', meaning: 'SHA-1 fingerprint' },
        2: { mnemonic: 'SHA-256', meaning: 'SHA-256 fingerprint' },
      },
    },
    { name: 'fingerprint', kind: sshFingerprint, summary: 'The fingerprint.' },
  ],
  example: 'www.example.com. 3600 IN SSHFP 4 2 123456789ABCDEF67890123456789ABCDEF67890123456789ABCDEF123456789',
};
