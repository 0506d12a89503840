import { caaTag } from '../kinds/caa-tag.ts';
import { unsigned } from '../kinds/numbers.ts';
import { text } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const CAA: RecordType = {
  mnemonic: 'CAA',
  code: 257,
  status: 'current',
  source: 'RFC 8659 §4',
  summary: 'Which certificate authorities may issue certificates for this domain.',
  fields: [
    {
      name: 'flags', kind: unsigned(1, 'caa/flags-range'), summary: '0, or 128: a certificate authority that does not know the tag must not issue.',
      values: { 0: { meaning: 'a certificate authority may ignore a tag that it does not know' }, 128: { mnemonic: 'critical', meaning: 'a certificate authority that does not know the tag must not issue' } },
    },
    { name: 'tag', kind: caaTag, summary: 'What the record is about: issue, issuewild, iodef and so on.' },
    { name: 'value', kind: text, summary: 'For issue: the domain of the certificate authority, or ";" for none.' },
  ],
  example: 'example.com. 3600 IN CAA 0 issue "ca.example.net"',
};
