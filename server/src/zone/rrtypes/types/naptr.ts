import { domainName } from '../kinds/names.ts';
import { uint16 } from '../kinds/numbers.ts';
import { substitution } from '../kinds/substitution.ts';
import { characterString } from '../kinds/text.ts';
import type { RecordType } from '../fields/record-type.ts';

export const NAPTR: RecordType = {
  mnemonic: 'NAPTR',
  code: 35,
  status: 'current',
  source: 'RFC 3403 §4',
  summary: 'A rule that rewrites a name or number into a URI or into another name.',
  fields: [
    { name: 'order', kind: uint16, summary: 'Lower numbers are always processed first.' },
    { name: 'preference', kind: uint16, summary: 'Among rules of the same order, lower numbers are preferred.' },
    {
      name: 'flags',
      kind: characterString,
      summary:
        'The kind of result: S for SRV, A for an address, U for a URI, P for a protocol-specific one; empty for another NAPTR.',
    },
    { name: 'services', kind: characterString, summary: 'The service that the rule leads to.' },
    { name: 'regexp', kind: substitution, summary: 'The substitution that produces the result, or empty.' },
    {
      name: 'replacement',
      kind: domainName,
      target: true,
      summary: `The resulting name, or "." if there's a substitution.`,
    },
  ],
  example: 'example.com. 3600 IN NAPTR 100 10 "U" "E2U+sip" "!^.*$!sip:info@example.com!" .',
};
