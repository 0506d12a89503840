import { codes } from '../code.ts';

export const hipCodes = codes({
  'hip/algorithm': {
    severity: 'warning',
    source: 'RFC 8005 §5.2',
    summary: 'Unassigned key algorithm in a HIP record',
    messages: {
      unknown: "Key algorithm {algorithm} isn't assigned, so peers can't reach the host by HIP.",
    },
  },
  'hip/format': {
    severity: 'error',
    bind: 'error',
    source: 'RFC 8005 §5',
    summary: 'Oversized part of a HIP record',
    messages: {
      tagTooLong: 'This tag is {length} octets long, but at most 255 fit: BIND refuses the zone.',
      keyTooLong: 'This key is {length} octets long, but at most 65535 fit: BIND refuses the zone.',
    },
  },
  'hip/tag-length': {
    severity: 'warning',
    source: 'RFC 7401 §3.1',
    summary: 'Host identity tag of the wrong length',
    messages: {
      length: "This host identity tag is {length} octets long instead of 16, so peers can't find the host.",
    },
  },
  'hip/tag-prefix': {
    severity: 'information',
    source: 'RFC 7401 §3.1',
    summary: 'Host identity tag with the wrong prefix',
    messages: {
      prefix: "Host identity tags start with 2001002 or 2001001, so this may be the host's address.",
    },
  },
});
