import { algorithm, keyFlags, keyProtocol } from '../kinds/dnssec.ts';
import { publicKey } from '../kinds/keys.ts';
import type { RecordType } from '../fields/record-type.ts';

export const RKEY: RecordType = {
  mnemonic: 'RKEY',
  code: 57,
  status: 'experimental',
  source: 'draft-reid-dnsext-rkey-00 §2',
  summary: 'A key for encrypting NAPTR records.',
  fields: [
    { name: 'flags', kind: keyFlags, summary: 'Always 0.', max: 0 },
    { name: 'protocol', kind: keyProtocol, summary: 'The protocol of the key.' },
    { name: 'algorithm', kind: algorithm, summary: 'The algorithm of the key.' },
    { name: 'public-key', kind: publicKey('syn/bad-base64'), summary: 'The public key.' },
  ],
  example:
    'example.com. 3600 IN RKEY 0 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaXJD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
};
