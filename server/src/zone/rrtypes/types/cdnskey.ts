import { algorithm, keyFlags, keyProtocol } from '../kinds/dnssec.ts';
import { publicKey } from '../kinds/keys.ts';
import type { RecordType } from '../fields/record-type.ts';

export const CDNSKEY: RecordType = {
  mnemonic: 'CDNSKEY',
  code: 60,
  status: 'current',
  source: 'RFC 7344 §3.2',
  summary:
    'The key for which the parent should publish a DS; "0 3 0 AA==" asks it to remove the DS records (RFC 8078 §4).',
  fields: [
    { name: 'flags', kind: keyFlags, summary: '256 for a zone signing key, 257 for a key signing key.' },
    { name: 'protocol', kind: keyProtocol, summary: 'Always 3.' },
    { name: 'algorithm', kind: algorithm, summary: 'The algorithm of the key.' },
    { name: 'public-key', kind: publicKey('dnskey/b64'), summary: 'The public key.' },
  ],
  example:
    'example.com. 3600 IN CDNSKEY 257 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaXJD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
};
