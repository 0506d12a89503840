import { domainName } from '../kinds/names.ts';
import type { RecordType } from '../fields/record-type.ts';

export const TALINK: RecordType = {
  mnemonic: 'TALINK',
  code: 58,
  status: 'experimental',
  source: 'draft-wijngaards-dnsop-trust-history-02 §3',
  summary: 'Links the older and newer entries of a trust anchor history.',
  fields: [
    { name: 'previous', kind: domainName, summary: 'The previous entry; "." for none.' },
    { name: 'next', kind: domainName, summary: 'The next entry; "." for none.' },
  ],
  example: 'h1.example.com. 3600 IN TALINK h0.example.com. h2.example.com.',
};
