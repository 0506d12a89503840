import { codes } from '../code.ts';

export const revCodes = codes({
  'rev/address-record': {
    severity: 'warning',
    source: 'RFC 1035 §3.5',
    summary: 'Address or MX record in place of a PTR record',
    messages: {
      address: '{name} is the reverse name of an address: lookups ask for PTR there, never for this {type} record.',
    },
  },
  'rev/in-forward-zone': {
    severity: 'warning',
    source: 'RFC 1035 §3.5',
    summary: 'Reverse name inside a forward zone',
    messages: {
      inside: '{name} is below {apex}, where reverse lookups never go: this PTR record belongs in a zone under {tree}.',
    },
  },
});
