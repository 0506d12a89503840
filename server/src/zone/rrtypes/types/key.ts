import { algorithm, keyFlags, keyProtocol } from '../kinds/dnssec.ts';
import { optionalPublicKey } from '../kinds/keys.ts';
import type { RecordType } from '../fields/record-type.ts';

export const KEY: RecordType = {
  mnemonic: 'KEY',
  code: 25,
  status: 'obsolete',
  source: 'RFC 2535 §3.1',
  summary: 'A public key of the original DNSSEC; today used only for SIG(0) (RFC 3445).',
  replacedBy: 'DNSKEY replaced it in zones (RFC 3755).',
  fields: [
    { name: 'flags', kind: keyFlags, summary: 'What the key may be used for.' },
    { name: 'protocol', kind: keyProtocol, summary: 'The protocol of the key; 3 is DNSSEC.' },
    { name: 'algorithm', kind: algorithm, summary: 'The algorithm of the key.' },
    {
      name: 'public-key',
      kind: optionalPublicKey,
      summary: `The public key; left out if the flags say that there isn't one.`,
    },
  ],
  example:
    'example.com. 3600 IN KEY 512 3 13 kC1gwHnW6i0ZgJqwBTGxYAzKEg9ZBqUZ0mJ3tLlSD8SCiPLgw5K1/xaXJD1M0ytrzWaGzxKBXHXN6fDLWkq0ww==',
};
