import { algorithm, keyFlags, keyProtocol } from '../kinds/dnssec.ts';
import { publicKey } from '../kinds/keys.ts';
import type { RecordType } from '../fields/record-type.ts';

export const DNSKEY: RecordType = {
  mnemonic: 'DNSKEY',
  code: 48,
  status: 'current',
  source: 'RFC 4034 §2',
  summary: 'A public key that signs this zone.',
  fields: [
    { name: 'flags', kind: keyFlags, summary: '256 for a zone signing key, 257 for a key signing key.' },
    { name: 'protocol', kind: keyProtocol, summary: 'Always 3.' },
    { name: 'algorithm', kind: algorithm, summary: 'The algorithm of the key.' },
    { name: 'public-key', kind: publicKey('dnskey/b64'), summary: 'The public key.' },
  ],
  example:
    'example.com. 3600 IN DNSKEY 257 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaXJD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
};
