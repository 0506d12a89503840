import { codes } from '../code.ts';

export const rpCodes = codes({
  'rp/txt-missing': {
    severity: 'warning',
    source: 'RFC 1183 §2.2',
    summary: 'RP target without a TXT record',
    messages: {
      none: '{target} has no TXT record in this zone, so lookups for the contact find nothing.',
    },
  },
});
