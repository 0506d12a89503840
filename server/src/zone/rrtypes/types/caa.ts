import { caaTag } from '../kinds/caa-tag.ts';
import { unsigned } from '../kinds/numbers.ts';
import { text } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const CAA: RecordType = {
  mnemonic: 'CAA',
  code: 257,
  status: 'current',
  source: 'RFC 8659 §4',
  summary: 'The certificate authorities that may issue certificates for this domain.',
  fields: [
    {
      name: 'flags',
      kind: unsigned(1, 'caa/flags-range'),
      summary: `0, or 128 (critical): certificate authorities that don't know the tag must not issue.`,
      values: {
        0: { meaning: `certificate authorities may ignore a tag they don't know` },
        128: { mnemonic: 'critical', meaning: `certificate authorities that don't know the tag must not issue` },
      },
    },
    { name: 'tag', kind: caaTag, summary: 'The property: issue, issuewild, iodef and so on.' },
    { name: 'value', kind: text, summary: 'For issue, the domain of the certificate authority, or ";" for none.' },
  ],
  example: 'example.com. 3600 IN CAA 0 issue "ca.example.net"',
};
